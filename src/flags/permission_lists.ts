import type { Effect, PermissionFlag } from "./permission_flags.ts";
import {
  type HidingPermission,
  PERMISSION_NAMES,
  type PermissionName,
  type Permissions,
  type PermissionValue,
} from "../permissions/permissions.ts";

/** What each flag lists: an empty list for a flag without entries, nothing for a flag that is not there. */
export type PermissionLists = { readonly [permission in PermissionName]?: EffectLists };

/** The lists of one permission. */
export type EffectLists = { readonly [effect in Effect]?: readonly string[] };

/** Adds what a flag says to the lists. Without entries it stands for everything, unless others have entries. */
export function addToLists(
  lists: PermissionLists,
  { permission, effect }: Pick<PermissionFlag, "permission" | "effect">,
  entries: readonly string[],
): PermissionLists {
  const before = lists[permission] ?? {};
  return { ...lists, [permission]: { ...before, [effect]: [...before[effect] ?? [], ...entries] } };
}

/** The lists as permissions, in their normal form. */
export function listsToPermissions(lists: PermissionLists): Permissions {
  const permissions: Permissions = Object.fromEntries(PERMISSION_NAMES.map((name) => {
    const { allow, deny, ignore } = lists[name] ?? {};
    return [name, { allow: valueOf(allow), deny: valueOf(deny), ignore: valueOf(ignore) }];
  }));
  return normalizePermissions(permissions);
}

/** An empty list is the flag without entries. */
function valueOf(list: readonly string[] | undefined): PermissionValue {
  return list === undefined ? false : list.length === 0 ? true : list;
}

/** The shortest way to say the same: nothing said twice, nothing said that makes no difference.
 *
 * An entry beneath another one stays: a symbolic link may be meant, and the kernel follows it. */
export function normalizePermissions(permissions: Permissions): Permissions {
  const entries = PERMISSION_NAMES.flatMap((name) => {
    const permission = normalizePermission(permissions[name]);
    return permission === undefined ? [] : [[name, permission] as const];
  });
  return Object.fromEntries(entries);
}

function normalizePermission(permission: HidingPermission | undefined): HidingPermission | undefined {
  const said = isValue(permission) ? { allow: permission } : permission;
  const deny = normalizeValue(said.deny);
  const ignore = normalizeValue("ignore" in said ? said.ignore : undefined);
  // Everything denied or hidden is as general as everything allowed, and then it wins
  const allow = normalizeValue(
    said.allow === true && (deny === true || ignore === true) ? false : said.allow,
  );
  if (deny === undefined && ignore === undefined) return allow;
  return {
    ...(allow === undefined ? {} : { allow }),
    ...(deny === undefined ? {} : { deny }),
    ...(ignore === undefined ? {} : { ignore }),
  };
}

function isValue(permission: HidingPermission | undefined): permission is PermissionValue | undefined {
  return permission === undefined || typeof permission === "boolean" || Array.isArray(permission);
}

/** `undefined` for what says nothing. */
function normalizeValue(value: PermissionValue | undefined): PermissionValue | undefined {
  if (value === true) return true;
  if (value === undefined || value === false || value.length === 0) return undefined;
  return [...new Set(value)];
}
