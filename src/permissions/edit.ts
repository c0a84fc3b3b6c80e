import {
  PERMISSION_NAMES,
  type PermissionName,
  type Permissions,
  type PermissionValue,
} from "./permissions.ts";

/** Entries that a permission allows, denies and hides; a list is missing if it was not given. */
export interface Effects {
  allow?: PermissionValue;
  deny?: PermissionValue;
  ignore?: PermissionValue;
}

/** The effects of a permission in their long form. */
export function effectsOf(permission: Permissions["read"]): Effects {
  if (permission === undefined) return {};
  if (typeof permission === "boolean" || Array.isArray(permission)) {
    return { allow: permission as PermissionValue };
  }
  return Object.fromEntries(Object.entries(permission).filter(([, value]) => value !== undefined));
}

/** Permissions that allow one entry more; `true` allows everything. */
export function withEntry(permissions: Permissions, name: PermissionName, entry: string | true): Permissions {
  const effects = effectsOf(permissions[name]);
  if (effects.allow === true) return permissions;
  const allowed = Array.isArray(effects.allow) ? effects.allow : [];
  const allow = entry === true || [...new Set([...allowed, entry])];
  return { ...permissions, [name]: { ...effects, allow } };
}

/** Permissions in which each effect that `more` names replaces that of `permissions`. */
export function withEffects(permissions: Permissions, more: Permissions): Permissions {
  return Object.fromEntries(
    PERMISSION_NAMES
      .map((name) => [name, { ...effectsOf(permissions[name]), ...effectsOf(more[name]) }] as const)
      .filter(([, effects]) => Object.keys(effects).length > 0),
  );
}
