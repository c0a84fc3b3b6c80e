import { ownData } from "../javascript/builtins.ts";
import { claimPublicCall } from "../javascript/public_call.ts";
import { type CommandShape, commandShape } from "./deno/options.ts";
import { isPermissionOption, readPermissionOptions } from "./deno/permission_options.ts";
import { looksLikePermissionFlag, permissionFlag } from "./permission_flags.ts";
import { listsToPermissions } from "./permission_lists.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { type FoundOption, scanOptions } from "./scan_options.ts";
import { quote } from "../text.ts";

const publicCall = claimPublicCall();

/** Reads a list of Deno's permission flags, long or short.
 *
 * The grammar is that of Deno 2.9: `--allow-read` grants everything, `--allow-read=./data,./more` these two, `-RW=d`
 * reading of everything and writing of `d`. Looks at no file; relative paths stay as they are.
 *
 * @param flags one flag an item, as a shell would pass them
 * @returns the permissions that they say, in the form that {@linkcode formatFlags} takes
 * @throws SyntaxError for anything that is no permission flag
 * @throws TypeError or RangeError for an entry that Deno refuses
 *
 * @example
 * ```ts
 * import { parseFlags } from "landlockdown";
 *
 * const permissions = parseFlags(["--allow-read=./data", "--deny-read=./data/secret", "-N=localhost:8080"]);
 * console.log(permissions);
 * // { read: { allow: ["./data"], deny: ["./data/secret"] }, net: ["localhost:8080"] }
 * ```
 */
export function parseFlags(flags: readonly string[]): Permissions {
  const given = ownData(flags);
  return publicCall(() => readFlags(given));
}

function readFlags(flags: readonly string[]): Permissions {
  if (!Array.isArray(flags)) {
    throw new TypeError(`Cannot use ${quote(flags)} as flags: pass a list such as ["--allow-read=./data"]`);
  }
  for (const flag of flags) refuseOther(flag);
  const options = listOptions(flags) ?? scanOptions(flags, commandShape("run") as CommandShape).options;
  for (const { name, word } of options) {
    if (name === "permission-set") {
      throw new SyntaxError(
        `Cannot use ${quote(word)} here: the set stands in a deno.json, pass the flags it stands for`,
      );
    }
    if (!isPermissionOption(name)) throw notPermission(word);
  }
  return listsToPermissions(readPermissionOptions(options).lists);
}

/** What flags say that are all long and of permissions with a list, which almost all are; else `undefined`. To know all
 * options of Deno takes a tenth of a start. */
function listOptions(flags: readonly string[]): FoundOption[] | undefined {
  const found: FoundOption[] = [];
  for (const word of flags) {
    const [name, ...values] = word.slice(2).split("=");
    if (!word.startsWith("--") || permissionFlag(name as string) === undefined) return undefined;
    found.push({ name: name as string, value: values.length === 0 ? undefined : values.join("="), word });
  }
  return found;
}

/** The scanner would take a word without dashes for a script, or for the value of the option before it. */
function refuseOther(flag: unknown): void {
  if (typeof flag !== "string") {
    throw new TypeError(`Cannot use ${quote(flag)} as flag: every flag must be a string`);
  }
  if (!/^(-[^-]|--[^-=])/.test(flag)) {
    throw new SyntaxError(
      `Cannot use ${
        quote(flag)
      } as flag: write one flag an item, a value after "=", as in "--allow-read=./data"`,
    );
  }
}

function notPermission(word: string): SyntaxError {
  const remedy = looksLikePermissionFlag(word)
    ? "Deno has no such flag"
    : "it is no permission flag, leave it out";
  return new SyntaxError(`Cannot use ${quote(word)} as flag: ${remedy}`);
}
