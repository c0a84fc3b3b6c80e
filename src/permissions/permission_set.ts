import { type NetEntry, parseNetEntry } from "./net_entry.ts";
import { parsePathEntry, type PathEntry } from "./path_entry.ts";
import {
  type Permission,
  PERMISSION_NAMES,
  type PermissionName,
  type Permissions,
  type PermissionValue,
} from "./permissions.ts";
import { parseRunEntry, type RunEntry } from "./run_entry.ts";
import { checkText, quote } from "./text.ts";

/** One permission, checked and taken apart. */
export interface Grants<Entry> {
  /** Everything is granted, but for the more specific denies. */
  readonly allowAll: boolean;
  readonly allow: readonly Entry[];
  readonly deny: readonly Entry[];
}

/** An entry that is only text to us. */
export interface TextEntry {
  readonly text: string;
}

/** Permissions, checked and taken apart: no path looked up yet. */
export interface PermissionSet {
  readonly read: Grants<PathEntry>;
  readonly write: Grants<PathEntry>;
  readonly net: Grants<NetEntry>;
  readonly run: Grants<RunEntry>;
  readonly env: Grants<TextEntry>;
  readonly ffi: Grants<PathEntry>;
  readonly sys: Grants<TextEntry>;
  readonly import: Grants<TextEntry>;
}

/** Checks what a user passed and takes it apart.
 *
 * Pure: looks at no file.
 *
 * @param directory what relative paths are relative to, an absolute path
 * @throws TypeError for a wrong shape, an unknown permission, an empty entry
 * @throws RangeError for a port or a length out of range
 */
export function parsePermissions(permissions: Permissions, directory: string): PermissionSet {
  if (typeof permissions !== "object" || permissions === null || Array.isArray(permissions)) {
    throw new TypeError(
      `Cannot use ${quote(permissions)} as permissions: pass an object such as { read: ["./data"] }`,
    );
  }
  for (const name of Object.keys(permissions)) {
    if (!PERMISSION_NAMES.includes(name as PermissionName)) {
      throw new TypeError(`Cannot use permission ${quote(name)}: not one of ${PERMISSION_NAMES.join(", ")}`);
    }
  }
  const grants = <Entry>(name: PermissionName, parse: (text: string, name: PermissionName) => Entry) =>
    parsePermission(name, permissions[name], parse);
  const path = (text: string, name: PermissionName) => parsePathEntry(text, name, directory);
  return {
    read: grants("read", path),
    write: grants("write", path),
    net: grants("net", (text) => parseNetEntry(text)),
    run: grants("run", (text) => parseRunEntry(text, directory)),
    env: grants("env", (text) => ({ text })),
    ffi: grants("ffi", path),
    sys: grants("sys", (text) => ({ text })),
    import: grants("import", (text) => ({ text })),
  };
}

function parsePermission<Entry>(
  name: PermissionName,
  permission: Permission | undefined,
  parse: (text: string, name: PermissionName) => Entry,
): Grants<Entry> {
  const { allow, deny } = splitPermission(name, permission);
  // Not map(), which passes over the holes of a list
  const entries = (value: PermissionValue) =>
    typeof value === "boolean" ? [] : Array.from(value, (text) => parse(checkText(text, name), name));
  return {
    // A bare deny equals a bare allow in specificity, and then the deny wins
    allowAll: allow === true && deny !== true,
    allow: entries(allow),
    deny: entries(deny),
  };
}

function splitPermission(
  name: PermissionName,
  permission: Permission | undefined,
): { allow: PermissionValue; deny: PermissionValue } {
  if (permission === undefined) return { allow: false, deny: false };
  if (isValue(permission)) return { allow: permission, deny: false };
  if (typeof permission !== "object" || permission === null) {
    throw new TypeError(
      `Cannot use ${quote(permission)} as ${name} permission: pass true, false, a list such as ` +
        `[${typeof permission === "string" ? quote(permission) : '"…"'}], or { allow, deny }`,
    );
  }
  for (const key of Object.keys(permission)) {
    if (key !== "allow" && key !== "deny") {
      throw new TypeError(
        `Cannot use key ${quote(key)} in ${name} permission: only "allow" and "deny" are known`,
      );
    }
  }
  const { allow = false, deny = false } = permission;
  for (const value of [allow, deny]) {
    if (!isValue(value)) {
      throw new TypeError(
        `Cannot use ${quote(value)} in ${name} permission: pass true, false or a list of strings`,
      );
    }
  }
  return { allow, deny };
}

function isValue(value: unknown): value is PermissionValue {
  return typeof value === "boolean" || Array.isArray(value);
}
