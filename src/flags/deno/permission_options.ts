import { checkEntry } from "../flag_entry.ts";
import { type PermissionFlag, permissionFlag } from "../permission_flags.ts";
import { addToLists, type PermissionLists } from "../permission_lists.ts";
import { PERMISSION_NAMES } from "../../permissions/permissions.ts";
import type { FoundOption } from "../scan_options.ts";
import { quote } from "../../text.ts";

/** What the permission options of a command line say. */
export interface SaidPermissions {
  readonly lists: PermissionLists;
  /** `--allow-all`: every allow list is empty, which is everything. */
  readonly all: boolean;
  /** `-P` or `--permission-set`: a name, empty for the default one. */
  readonly set: string | undefined;
}

/** Options that are about permissions and have no list. */
const PLAIN: readonly string[] = ["allow-all", "no-prompt", "allow-hrtime", "deny-hrtime", "permission-set"];

/** Whether an option is about permissions. */
export function isPermissionOption(name: string): boolean {
  return PLAIN.includes(name) || permissionFlag(name) !== undefined;
}

/** Reads the permission options among those found; the others are passed over. Pure.
 *
 * @throws SyntaxError for `--allow-all` next to another allow
 * @throws TypeError or RangeError for an entry that Deno refuses
 */
export function readPermissionOptions(options: readonly FoundOption[]): SaidPermissions {
  let lists: PermissionLists = {};
  for (const { name, value } of options) {
    const flag = permissionFlag(name);
    if (flag !== undefined) lists = addToLists(lists, flag, splitList(value, flag));
  }
  const has = (name: string) => options.some((option) => option.name === name);
  const all = has("allow-all");
  if (all) refuseMoreAllows(options);
  return {
    lists: all ? allowEverything(lists) : lists,
    all,
    // The last one that names a set, as in Deno
    set: has("permission-set")
      ? options.findLast(({ name, value }) => name === "permission-set" && value !== undefined)?.value ?? ""
      : undefined,
  };
}

/** `--allow-read=a,b`; a flag without a value has no entries. A comma cannot be escaped. */
function splitList(value: string | undefined, flag: PermissionFlag): string[] {
  return value === undefined ? [] : value.split(",").map((text) => checkEntry(text, flag, "flag"));
}

function refuseMoreAllows(options: readonly FoundOption[]): void {
  const other = options.find(({ name }) => permissionFlag(name)?.effect === "allow");
  if (other === undefined) return;
  throw new SyntaxError(
    `Cannot use ${quote(other.word)} next to --allow-all, which allows it already: leave one of them out`,
  );
}

/** Everything but what is denied. */
export function allowEverything(lists: PermissionLists): PermissionLists {
  return Object.fromEntries(PERMISSION_NAMES.map((name) => [name, { ...lists[name], allow: [] }]));
}
