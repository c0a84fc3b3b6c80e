import { checkEntry } from "../flag_entry.ts";
import { isObject, type Json, type JsonObject } from "../jsonc.ts";
import { isGlob } from "../../permissions/glob.ts";
import { parsePathEntry } from "../../permissions/path_entry.ts";
import type { Effect } from "../permission_flags.ts";
import type { PermissionLists } from "../permission_lists.ts";
import { PERMISSION_NAMES, type PermissionName } from "../../permissions/permissions.ts";
import { quote } from "../../text.ts";

/** A deno.json that was read. */
export interface DenoConfig {
  /** Absolute path. */
  readonly path: string;
  /** Its directory, which relative paths in it are relative to. */
  readonly directory: string;
  readonly json: JsonObject;
  /** Whether it is a policy of ours, in which paths may be patterns and begin with `~`. */
  readonly isPolicy?: boolean;
}

/** The commands that have permissions of their own in deno.json. */
export type ConfigCommand = "test" | "bench" | "compile";

/** A permission set and the configuration file it stands in. */
export interface ConfigSet {
  readonly config: DenoConfig;
  readonly set: Json;
}

/** The permission set that a command line asks for. Pure.
 *
 * @param configs the workspace's root and then its member, or one of them, or neither
 * @param name what `-P` names, empty for the default
 * @param command the one whose own permissions come first when there is no name
 * @returns `undefined` if there is no default
 * @throws RangeError for an unknown name
 */
export function findPermissionSet(
  configs: readonly DenoConfig[],
  name: string,
  command: ConfigCommand | undefined,
): ConfigSet | undefined {
  if (name !== "") return namedSet(configs, name);
  return (command === undefined ? undefined : commandSet(configs, command)) ?? lookUp(configs, "default");
}

/** The permissions a command has of its own; those of a member replace those of the root. */
export function commandSet(configs: readonly DenoConfig[], command: ConfigCommand): ConfigSet | undefined {
  for (const config of configs.toReversed()) {
    const section = config.json[command];
    const set = isObject(section) ? section["permissions"] : undefined;
    if (set === undefined || set === null) continue;
    return typeof set === "string" ? namedSet(configs, set) : { config, set };
  }
  return undefined;
}

function namedSet(configs: readonly DenoConfig[], name: string): ConfigSet {
  const found = lookUp(configs, name);
  if (found !== undefined) return found;
  const places = configs.map(({ path }) => quote(path)).join(" and ") || "a deno.json (none was found)";
  throw new RangeError(`Cannot use permission set ${quote(name)}: not among the "permissions" of ${places}`);
}

function lookUp(configs: readonly DenoConfig[], name: string): ConfigSet | undefined {
  for (const config of configs.toReversed()) {
    const sets = config.json["permissions"];
    if (isObject(sets) && Object.hasOwn(sets, name)) return { config, set: sets[name] as Json };
  }
  return undefined;
}

/** Whether a set says nothing at all. */
export function isEmptySet({ set }: ConfigSet): boolean {
  return isObject(set) &&
    Object.values(set).every((said) =>
      said === null || (isObject(said) && Object.values(said).every(isNull))
    );
}

function isNull(value: Json): boolean {
  return value === null;
}

/** Reads a permission set. Paths become absolute, from the directory of the configuration file. Pure.
 *
 * @throws TypeError or RangeError for what Deno refuses
 */
export function readPermissionSet({ config, set }: ConfigSet): PermissionLists {
  if (!isObject(set)) throw refused(config, set, "permission set", "write an object");
  const { all = null, ...permissions } = set;
  if (all !== null && typeof all !== "boolean") throw refused(config, all, '"all"', "write true or false");
  for (const name of Object.keys(permissions)) {
    if (!PERMISSION_NAMES.includes(name as PermissionName)) {
      throw refused(config, name, "permission", `write one of all, ${PERMISSION_NAMES.join(", ")}`);
    }
  }
  return Object.fromEntries(PERMISSION_NAMES.map((name) => {
    const said = readPermission(permissions[name], name, config);
    const withAll = all === true && said.allow === undefined ? { ...said, allow: [] } : said;
    return [name, Object.fromEntries(Object.entries(withAll).filter(([, list]) => list !== false))];
  }));
}

/** What one permission of a set says: an empty list is everything, as with flags, and `false` is nothing. */
type Said = { readonly [effect in Effect]?: readonly string[] | false };

function readPermission(value: Json | undefined, name: PermissionName, config: DenoConfig): Said {
  if (value === undefined) return {};
  if (!isObject(value)) return { allow: readValue(value, name, "allow", config) };
  const effects: readonly string[] = name === "read" || name === "env"
    ? ["allow", "deny", "ignore"]
    : ["allow", "deny"];
  const said: Record<string, readonly string[] | false> = {};
  for (const [effect, list] of Object.entries(value)) {
    if (!effects.includes(effect)) {
      throw refused(config, effect, `key of "${name}"`, `write ${effects.join(" or ")}`);
    }
    if (list !== null) said[effect] = readValue(list, name, effect as Effect, config);
  }
  return said;
}

function readValue(
  value: Json,
  permission: PermissionName,
  effect: Effect,
  config: DenoConfig,
): readonly string[] | false {
  if (typeof value === "boolean") return value ? [] : false;
  if (!Array.isArray(value)) {
    throw refused(config, value, `value of "${permission}"`, "write true, false or a list of strings");
  }
  const list = value.map((text) => {
    if (typeof text !== "string") throw refused(config, text, `entry of "${permission}"`, "write a string");
    return readEntry(text, permission, effect, config);
  });
  return list.length === 0 ? false : list;
}

function readEntry(text: string, permission: PermissionName, effect: Effect, config: DenoConfig): string {
  checkEntry(text, { permission, effect }, "config");
  const isPath = permission === "read" || permission === "write" || permission === "ffi" ||
    (permission === "run" && text.includes("/"));
  if (!isPath) return text;
  if (config.isPolicy === true) {
    // A home folder is looked up when the policy is used
    if (text.startsWith("~")) return text;
    if (isGlob(text) && isGlob(config.directory)) {
      throw refused(config, text, `entry of "${permission}"`, "a folder above it has a wildcard in its name");
    }
  }
  const { path } = parsePathEntry(text, permission, { directory: config.directory, literal: true });
  // "dist/" is what dist contains
  return text.endsWith("/") && path !== "/" ? `${path}/` : path;
}

function refused(config: DenoConfig, value: unknown, what: string, remedy: string): TypeError {
  return new TypeError(`Cannot use ${quote(value)} as ${what} in ${quote(config.path)}: ${remedy}`);
}
