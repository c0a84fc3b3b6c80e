import { pathReading } from "../plan/path_reading.ts";
import type { OwnPaths } from "../flags/own_paths.ts";
import { context } from "../context.ts";
import { parsePermissions } from "../permissions/permission_set.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { quote } from "../text.ts";
import { lookFor, type Lookup, systemLookup } from "../linux/lookup.ts";
import { findProgram } from "../linux/find_program.ts";
import { isOwnExecutable, searchPath } from "../plan/search_path.ts";
import { CommandError, EXIT } from "./errors.ts";
import { effectsOf } from "../permissions/edit.ts";

/** As execvp takes it where PATH is not set. */
const DEFAULT_PATH = "/bin:/usr/bin";

/** Where programs lie that we start ourselves, outside of the sandbox. Never PATH, which may name folders where an
 * earlier command could write. The last one is for NixOS. */
export const SYSTEM_FOLDERS: readonly string[] = [
  "/usr/bin",
  "/bin",
  "/usr/sbin",
  "/sbin",
  "/run/current-system/sw/bin",
];

/** A program that a user named, and what may be granted for it. */
export interface LocatedProgram {
  readonly path: string;
  /** Whether the sandbox may write where it was found. Then its name grants nothing. */
  readonly isPlanted: boolean;
}

/** The path of a program as execvp finds it: with a slash as written, else the first of that name in PATH. Folders where
 * these permissions let the sandbox write come last, and count only where every program may run.
 *
 * @param searchPath a PATH other than that of this process
 * @throws CommandError with exit code 127 if there is none, as env(1) does; with 125 if there is only one that an earlier
 * command may have put there
 */
export function locateProgram(
  name: string,
  permissions: Pick<Permissions, "write" | "run">,
  value?: string,
): LocatedProgram {
  const { runtime, system } = context();
  using lookup = systemLookup(system);
  if (name.includes("/")) {
    if (lookFor(lookup, name) !== undefined) return { path: name, isPlanted: false };
    throw notFound(name, "no such file");
  }
  const { write } = parsePermissions({ write: permissions.write }, pathReading(context(), false));
  const { folders, passedOver } = searchPath(
    value ?? runtime.environment("PATH") ?? DEFAULT_PATH,
    write,
    lookup,
  );
  const path = findProgram(name, folders, lookup);
  if (path !== undefined) return { path, isPlanted: false };
  const planted = findProgram(name, passedOver, lookup);
  if (planted === undefined) throw notFound(name, "no program of that name in PATH");
  if (isOwnExecutable(planted, lookup)) return { path: planted, isPlanted: false };
  if (effectsOf(permissions.run).allow === true) return { path: planted, isPlanted: true };
  throw new CommandError(
    `cannot run ${quote(name)}: of all folders of PATH it is only in ${
      quote(planted.slice(0, -name.length - 1))
    }, where writing is granted, so an earlier command may have put it there. Write its path if you mean that one, or ` +
      "deny writing that folder",
    EXIT.failed,
  );
}

function notFound(name: string, reason: string): CommandError {
  return new CommandError(
    `cannot find ${quote(name)}: ${reason}, install it or write its path`,
    EXIT.notFound,
  );
}

/** The first program of that name in PATH, whoever may write there; with a slash as written. Only for answers about it:
 * nothing is granted or started. */
export function findInPath(name: string, lookup: Lookup): string | undefined {
  if (name.includes("/")) return lookFor(lookup, name) && name;
  const folders = (context().runtime.environment("PATH") ?? DEFAULT_PATH).split(":");
  return findProgram(name, folders.filter((folder) => folder.startsWith("/")), lookup);
}

/** The path of a program that we start ourselves, in a folder of the system; `undefined` if it is in none. */
export function systemProgram(name: string): string | undefined {
  using lookup = systemLookup(context().system);
  return findProgram(name, SYSTEM_FOLDERS, lookup);
}

/** A program that is executed must be readable as well (`get_required_file_open_access` in `security/landlock/fs.c`),
 * also where everything may be run. */
export function ownProgram({ path, isPlanted }: LocatedProgram): OwnPaths {
  const caches = isPlanted ? [] : [{ path, reason: "the command itself" }];
  return { entry: undefined, listsFolders: false, startFiles: [], caches };
}

/** Refuses to go on where the working directory, which may be what is to be confined, has had its code run outside of
 * the sandbox already. Such code can hide from us; this is for those who did not know that their runtime does so. */
export function refuseRanAhead(): void {
  const told = context().runtime.ranAhead();
  if (told !== undefined) throw new CommandError(`cannot confine what has run: ${told}`, EXIT.failed);
}
