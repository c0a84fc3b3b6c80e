import { LockdownError } from "../../errors.ts";
import { parseFlags } from "../parse_flags.ts";
import { parseNodeFlags } from "../node/flags.ts";
import { looksLikePermissionFlag } from "../permission_flags.ts";
import type { FlagPermissions, FlagPlace } from "../flag_place.ts";

/** What the permission flags on Bun's command line say. Bun takes Deno's and Node's and enforces neither.
 *
 * @param execArgv Bun's own arguments
 * @throws LockdownError `FLAGS_UNKNOWN` if there are none
 */
export function bunOwnPermissions(place: FlagPlace, execArgv: readonly string[]): FlagPermissions {
  if (execArgv.some((word) => /^--(experimental-)?permission$|^--allow-fs-/.test(word))) {
    const { permissions, notes } = parseNodeFlags(execArgv.filter(isNodeFlag), {
      directory: place.directory,
      version: NODE_GRAMMAR,
      readText: (path) => place.readText(path),
      listDirectory: (path) => place.listDirectory(path),
    });
    if (permissions !== undefined) return { permissions, notes };
  }
  const flags = execArgv.filter(looksLikePermissionFlag);
  if (flags.length > 0) return { permissions: parseFlags(flags), notes: [] };
  throw new LockdownError(
    "FLAGS_UNKNOWN",
    "Cannot take the permissions from the flags: Bun was started without any",
    {
      remedy: "Write them before the script, such as bun --allow-read=./data app.ts, or pass the permissions",
    },
  );
}

/** The version whose flags we take Node's to be. */
const NODE_GRAMMAR = "26.10.0";

function isNodeFlag(word: string): boolean {
  return /^--(experimental-)?permission$|^--allow-(fs-read|fs-write)(=|$)|^--allow-(addons|child-process|ffi|inspector|net|wasi|worker)$/
    .test(word);
}
