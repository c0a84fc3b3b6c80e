import { type NetEntry, parseNetEntry } from "./net_entry.ts";
import { parsePathEntry, type PathEntry, type PathReading } from "./path_entry.ts";
import {
  type HidingPermission,
  PERMISSION_NAMES,
  type PermissionName,
  type Permissions,
  type PermissionValue,
} from "./permissions.ts";
import { parseRunEntry, type RunEntry } from "./run_entry.ts";
import { checkText, quote } from "../text.ts";

/** One permission, checked and taken apart. */
export interface Grants<Entry> {
  /** Everything is granted, but for the more specific denies. */
  readonly allowAll: boolean;
  readonly allow: readonly Entry[];
  /** All that is not granted although an allow covers it, what is ignored included. */
  readonly deny: readonly Entry[];
  /** Those of `deny` that are to seem not to exist. Left out when there are none. */
  readonly ignore?: readonly Entry[];
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
 * @param reading what relative paths are relative to, an absolute path, and what else there is to know about paths
 * @throws TypeError for a wrong shape, an unknown permission, an empty entry
 * @throws RangeError for a port or a length out of range
 */
export function parsePermissions(permissions: Permissions, reading: PathReading): PermissionSet {
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
  const path = (text: string, name: PermissionName) => parsePathEntry(text, name, reading);
  return {
    read: grants("read", path),
    write: grants("write", path),
    net: grants("net", (text) => parseNetEntry(text)),
    run: grants("run", (text) => parseRunEntry(text, reading)),
    env: grants("env", (text) => ({ text })),
    ffi: grants("ffi", path),
    sys: grants("sys", (text) => ({ text })),
    import: grants("import", (text) => ({ text })),
  };
}

function parsePermission<Entry>(
  name: PermissionName,
  permission: HidingPermission | undefined,
  parse: (text: string, name: PermissionName) => Entry,
): Grants<Entry> {
  const { allow, deny, ignore } = splitPermission(name, permission);
  // Not map(), which passes over the holes of a list
  const entries = (value: PermissionValue) =>
    typeof value === "boolean" ? [] : Array.from(value, (text) => parse(checkText(text, name), name));
  const ignored = entries(ignore);
  return {
    // A bare deny equals a bare allow in specificity, and then the deny wins
    allowAll: allow === true && deny !== true && ignore !== true,
    allow: entries(allow),
    deny: [...entries(deny), ...ignored],
    ...(ignored.length > 0 ? { ignore: ignored } : {}),
  };
}

function splitPermission(
  name: PermissionName,
  permission: HidingPermission | undefined,
): Record<"allow" | "deny" | "ignore", PermissionValue> {
  const nothing = { allow: false, deny: false, ignore: false };
  if (permission === undefined) return nothing;
  if (isValue(permission)) return { ...nothing, allow: permission };
  if (typeof permission !== "object" || permission === null) {
    throw new TypeError(
      `Cannot use ${quote(permission)} as ${name} permission: pass true, false, a list such as ` +
        `[${typeof permission === "string" ? quote(permission) : '"…"'}], or { allow, deny }`,
    );
  }
  const canIgnore = name === "read" || name === "env";
  for (const key of Object.keys(permission)) {
    if (key !== "allow" && key !== "deny" && (key !== "ignore" || !canIgnore)) {
      throw new TypeError(
        `Cannot use key ${quote(key)} in ${name} permission: only "allow" and "deny"${
          canIgnore ? ' and "ignore"' : ""
        } are known`,
      );
    }
  }
  const { allow = false, deny = false, ignore = false } = permission;
  for (const value of [allow, deny, ignore]) {
    if (!isValue(value)) {
      throw new TypeError(
        `Cannot use ${quote(value)} in ${name} permission: pass true, false or a list of strings`,
      );
    }
  }
  return { allow, deny, ignore };
}

function isValue(value: unknown): value is PermissionValue {
  return typeof value === "boolean" || Array.isArray(value);
}
