import type { OwnPaths } from "../../runtimes/runtime.ts";
import { context } from "../context.ts";
import { lookFor, type Lookup, systemLookup } from "../translate/lookup.ts";
import { findProgram } from "../translate/programs.ts";
import { CommandError, EXIT } from "./exit_code.ts";

/** As execvp takes it where PATH is not set. */
const DEFAULT_PATH = "/bin:/usr/bin";

/** The path of a program as execvp finds it: with a slash as written, else the first of that name in PATH.
 *
 * @param searchPath a PATH other than that of this process
 * @throws CommandError with exit code 127 if there is none, as env(1) does
 */
export function locateProgram(name: string, searchPath?: string): string {
  const lookup = systemLookup(context().system);
  const path = findInPath(name, lookup, searchPath);
  lookup.close();
  if (path !== undefined) return path;
  const remedy = name.includes("/") ? "no such file" : "no program of that name in PATH";
  throw new CommandError(`cannot find "${name}": ${remedy}, install it or write its path`, EXIT.notFound);
}

/** The same; `undefined` if there is none. */
export function findInPath(name: string, lookup: Lookup, searchPath?: string): string | undefined {
  if (name.includes("/")) return lookFor(lookup, name) && name;
  const folders = (searchPath ?? context().runtime.environment("PATH") ?? DEFAULT_PATH).split(":");
  return findProgram(name, folders.filter((folder) => folder.startsWith("/")), lookup);
}

/** A program that is executed must be readable as well (`get_required_file_open_access` in `security/landlock/fs.c`),
 * also where everything may be run. */
export function ownProgram(path: string): OwnPaths {
  const caches = [{ path, reason: "the command itself" }];
  return { entry: undefined, listsFolders: false, startFiles: [], caches };
}
