import { ownData } from "../javascript/builtins.ts";
import { claimPublicCall } from "../javascript/public_call.ts";
import { checkEntry } from "./flag_entry.ts";
import { PERMISSION_FLAGS, type PermissionFlag } from "./permission_flags.ts";
import { normalizePermissions } from "./permission_lists.ts";
import { parsePermissions } from "../permissions/permission_set.ts";
import {
  type HidingPermission,
  PERMISSION_NAMES,
  type Permissions,
  type PermissionValue,
} from "../permissions/permissions.ts";
import { quote } from "../text.ts";

const publicCall = claimPublicCall();

/** How flags are written. */
export interface FormatFlagsOptions {
  /** Write `--allow-read` and not `-R`: the letters are Deno's, Bun takes only the long names. Default `false`. */
  readonly long?: boolean;
}

/** Writes permissions as the shortest list of Deno's flags that says the same.
 *
 * The inverse of {@linkcode parseFlags}: reading the flags again gives the same permissions. Every entry stays as
 * it was written, only repeated ones are left out.
 *
 * @param permissions what is granted
 * @param options long or short names
 * @returns one flag an item; a shell may need quotes around some
 * @throws TypeError for permissions that no flag can say: an entry with a comma in it
 *
 * @example
 * ```ts
 * import { formatFlags } from "landlockdown";
 *
 * const flags = formatFlags({ read: ["./data"], write: true, net: true, run: ["tar"] });
 * console.log(flags.join(" ")); // -WN -R=./data --allow-run=tar
 * ```
 */
export function formatFlags(permissions: Permissions, options: FormatFlagsOptions = {}): string[] {
  const given = ownData(permissions);
  const chosen = ownData(options);
  return publicCall(() => writeFlags(given, chosen));
}

function writeFlags(permissions: Permissions, options: FormatFlagsOptions): string[] {
  // Refuses a wrong shape
  parsePermissions(permissions, { directory: "/", home: () => "/" });
  const said = normalizePermissions(permissions);
  const all = PERMISSION_NAMES.every((name) => valueOf(said[name], "allow") === true);
  const flags = PERMISSION_FLAGS.flatMap((flag) => {
    const value = all && flag.effect === "allow" ? undefined : valueOf(said[flag.permission], flag.effect);
    return value === undefined ? [] : [{ flag, value }];
  });
  const letters = flags.filter(({ flag, value }) =>
    value === true && flag.short !== undefined && !options.long
  );
  const cluster = (all && !options.long ? "A" : "") + letters.map(({ flag }) => flag.short).join("");
  return [
    ...(all && options.long ? ["--allow-all"] : []),
    ...(cluster === "" ? [] : [`-${cluster}`]),
    ...flags.filter((each) => !letters.includes(each)).map(({ flag, value }) =>
      formatFlag(flag, value, options)
    ),
  ];
}

function formatFlag(flag: PermissionFlag, value: PermissionValue, { long }: FormatFlagsOptions): string {
  const name = long || flag.short === undefined ? `--${flag.name}` : `-${flag.short}`;
  if (typeof value === "boolean") return name;
  return `${name}=${value.map((entry) => formatEntry(entry, flag)).join(",")}`;
}

function formatEntry(entry: string, flag: PermissionFlag): string {
  if (!entry.includes(",")) return checkEntry(entry, flag, "flag");
  throw new TypeError(
    `Cannot write ${quote(entry)} as --${flag.name}: a comma separates entries and cannot be escaped. ` +
      `Rename it, or grant the directory it lies in`,
  );
}

function valueOf(
  permission: HidingPermission | undefined,
  effect: PermissionFlag["effect"],
): PermissionValue | undefined {
  if (typeof permission !== "object" || isList(permission)) {
    return effect === "allow" ? permission : undefined;
  }
  return effect === "ignore" ? ("ignore" in permission ? permission.ignore : undefined) : permission[effect];
}

function isList(permission: object): permission is readonly string[] {
  return Array.isArray(permission);
}
