import type { OwnPaths } from "../../runtimes/runtime.ts";
import { context } from "../context.ts";
import { lookFor, systemLookup } from "../translate/lookup.ts";
import { findProgram } from "../translate/programs.ts";
import { CommandError, EXIT } from "./exit_code.ts";

/** The path of a program as execvp finds it: with a slash as written, else the first of that name in PATH.
 *
 * @param searchPath a PATH other than that of this process
 * @throws CommandError with exit code 127 if there is none, as env(1) does
 */
export function locateProgram(name: string, searchPath?: string): string {
  const { runtime, system } = context();
  const lookup = systemLookup(system);
  try {
    const folders = (searchPath ?? runtime.environment("PATH") ?? DEFAULT_PATH).split(":");
    const path = name.includes("/")
      ? lookFor(lookup, name) && name
      : findProgram(name, folders.filter((folder) => folder.startsWith("/")), lookup);
    if (path !== undefined) return path;
  } finally {
    lookup.close();
  }
  const remedy = name.includes("/") ? "no such file" : "no program of that name in PATH";
  throw new CommandError(`cannot find "${name}": ${remedy}, install it or write its path`, EXIT.notFound);
}

/** A program that is executed must be readable as well (`get_required_file_open_access` in `security/landlock/fs.c`),
 * also where everything may be run. */
export function ownProgram(path: string): OwnPaths {
  const caches = [{ path, reason: "the command itself" }];
  return { entry: undefined, listsFolders: false, startFiles: [], caches };
}

/** As execvp takes it where PATH is not set. */
const DEFAULT_PATH = "/bin:/usr/bin";
