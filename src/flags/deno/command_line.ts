import { parseDenoFlags } from "./flags.ts";
import { type RuntimeCommandLine, scriptPath } from "../runtime_command_line.ts";
import type { FlagPlace } from "../flag_place.ts";
import type { CachePath } from "../own_paths.ts";

/** Reads a command line for Deno.
 *
 * @param place with the command line, Deno's own name first
 * @throws SyntaxError, TypeError or RangeError for one that Deno would refuse, or that runs no program
 */
export function denoCommandLine(place: FlagPlace): RuntimeCommandLine {
  const { permissions, script } = parseDenoFlags(place.commandLine.slice(1), {
    directory: place.directory,
    readText: (path) => place.readText(path),
    noPackageJson: place.environment("DENO_NO_PACKAGE_JSON") === "1",
  });
  return {
    permissions,
    ownPaths: {
      entry: scriptPath(script, place),
      listsFolders: false,
      startFiles: DENO_START_FILES,
      caches: denoCaches((name) => place.environment(name)),
    },
    variables: ["DENO_*", "XDG_CACHE_HOME", "NPM_CONFIG_*", "V8_FLAGS"],
  };
}

/** Files without which Deno does not start a program, where they exist. */
export const DENO_START_FILES: readonly string[] = [".npmrc", "deno.lock"];

/** Where Deno keeps modules and compiled code. */
export function denoCaches(
  environment: (name: string) => string | undefined,
): readonly CachePath[] {
  const home = environment("HOME");
  const cache = environment("XDG_CACHE_HOME") ?? (home === undefined ? undefined : `${home}/.cache`);
  const path = environment("DENO_DIR") ?? (cache === undefined ? undefined : `${cache}/deno`);
  const reason = "DENO_DIR: downloaded modules and compiled code that later imports read";
  return path === undefined ? [] : [{ path, reason }];
}
