/** What users say: the shape of a Deno permission set. */

/** All, nothing, or exactly these entries. An empty list grants nothing. */
export type PermissionValue = boolean | readonly string[];

/** One permission: a value, or a value with exceptions. The most specific entry wins, an equal deny beats an
 * allow, as in Deno. */
export type Permission = PermissionValue | {
  /** What is granted. */
  readonly allow?: PermissionValue | undefined;
  /** What is not granted although `allow` covers it. */
  readonly deny?: PermissionValue | undefined;
};

/** A permission whose exceptions may also be hidden: what is ignored seems not to exist. */
export type HidingPermission = PermissionValue | {
  /** What is granted. */
  readonly allow?: PermissionValue | undefined;
  /** What is not granted although `allow` covers it. */
  readonly deny?: PermissionValue | undefined;
  /** Like `deny`, but Deno answers "not found". To the kernel it is a `deny`. */
  readonly ignore?: PermissionValue | undefined;
};

/** What is granted. A permission that is left out is denied.
 *
 * @example
 * ```ts
 * import { explain, type Permissions } from "landlockdown";
 *
 * const permissions: Permissions = {
 *   read: { allow: ["."], deny: ["./.git"] },
 *   run: ["tar"],
 *   net: ["localhost:8443"],
 * };
 * console.log(explain(permissions).report.toString());
 * ```
 */
export interface Permissions {
  /** Files and directories (with all beneath) that may be read. Relative to the working directory; symbolic
   * links are followed once, now. */
  readonly read?: HidingPermission | undefined;
  /** Files and directories (with all beneath) that may be written, created, moved and deleted. */
  readonly write?: Permission | undefined;
  /** `host:port`, `host`, `10.0.0.0/8:80`, `[::1]:80`, `:443` (this machine only), `unix:/run/x.sock`. The kernel
   * sees ports, not hosts: see the report. */
  readonly net?: Permission | undefined;
  /** Programs: a name, looked up once through PATH, or a path. */
  readonly run?: Permission | undefined;
  /** Environment variables, `NAME` or `PREFIX*`. Not a matter of the kernel. */
  readonly env?: HidingPermission | undefined;
  /** Native libraries: files that may be read so that they can be loaded. */
  readonly ffi?: Permission | undefined;
  /** Deno's system information. Not a matter of the kernel. */
  readonly sys?: Permission | undefined;
  /** Hosts that code may be imported from. Not a matter of the kernel. */
  readonly import?: Permission | undefined;
}

/** The name of a permission. */
export type PermissionName = keyof Permissions;

/** Every permission, in the order of Deno's manual. */
export const PERMISSION_NAMES: readonly PermissionName[] = [
  "read",
  "write",
  "net",
  "run",
  "env",
  "ffi",
  "sys",
  "import",
];
