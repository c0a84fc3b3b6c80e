import { type CommandShape, commandShape } from "./deno_options.ts";
import { isPermissionOption, readPermissionOptions } from "./deno_permission_options.ts";
import { looksLikePermissionFlag } from "./permission_flags.ts";
import { listsToPermissions } from "./permission_lists.ts";
import type { Permissions } from "./permissions.ts";
import { scanOptions } from "./scan_options.ts";
import { quote } from "./text.ts";

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
  if (!Array.isArray(flags)) {
    throw new TypeError(`Cannot use ${quote(flags)} as flags: pass a list such as ["--allow-read=./data"]`);
  }
  for (const flag of flags) refuseOther(flag);
  const { options } = scanOptions(flags, commandShape("run") as CommandShape);
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
