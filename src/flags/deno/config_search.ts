import { normalize, parent, resolve } from "../../linux/paths.ts";
import type { DenoConfig } from "./config.ts";
import type { DenoCommandLine } from "./words.ts";
import { type ConfigSearch, configsOf, discoverConfigs, type ReadText } from "./workspace.ts";

/** What a command line means depends on where it was typed. */
export interface DenoFlagsOptions {
  /** The working directory, an absolute path. */
  readonly directory: string;
  /** Reads a configuration file as text; `undefined` if there is none. Without it no deno.json is looked for, and
   * a flag that needs one is an error. */
  readonly readText?: ReadText;
  /** The module that is running, a path or a `file:` URL. With `deno test` and `deno bench` the permissions are those
   * of its workspace member. */
  readonly mainModule?: string;
  /** The environment variable `DENO_NO_PACKAGE_JSON` is `1`: a package.json is no configuration file. */
  readonly noPackageJson?: boolean;
}

/** The configuration that holds for a command line. */
export function findConfigs(
  line: DenoCommandLine,
  { directory, readText, ...options }: DenoFlagsOptions,
): DenoConfig[] {
  const has = (name: string) => line.options.some((option) => option.name === name);
  if (has("no-config")) return [];
  if (readText === undefined) {
    throw new TypeError("Cannot look up a permission set: pass readText, or leave -P out");
  }
  const search: ConfigSearch = { readText, packageJson: options.noPackageJson !== true && !has("no-npm") };
  const start = startDirectory(line, directory);
  if (start === undefined) return [];
  const main = options.mainModule === undefined || !runsFiles(line)
    ? undefined
    : modulePath(options.mainModule, directory);
  const place = main === undefined ? start : parent(main);
  const named = line.options.findLast(({ name }) => name === "config")?.value;
  if (named === undefined) return discoverConfigs(start, place, search);
  const path = absolute(named, directory);
  return configsOf(path, main === undefined ? parent(path) : place, search);
}

/** Where the search for a configuration begins: the script with `run` and `compile`, else the working directory.
 * There is none for a script from the network. */
function startDirectory(line: DenoCommandLine, directory: string): string | undefined {
  const [script] = line.positionals;
  if (!["run", "watch", "compile"].includes(line.command) || script === undefined) {
    return normalize(directory);
  }
  if (/^(npm|jsr):/i.test(script)) return normalize(directory);
  const path = modulePath(script, directory);
  return path === undefined ? undefined : parent(path);
}

/** The file of a module; `undefined` for one that is none. */
function modulePath(specifier: string, directory: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(specifier)) return absolute(specifier, directory);
  return specifier.startsWith("file:") ? decodeURIComponent(new URL(specifier).pathname) : undefined;
}

function absolute(path: string, directory: string): string {
  return resolve(directory, path);
}

/** Whether a command takes files, and not one script with its arguments. */
export function runsFiles({ command }: DenoCommandLine): boolean {
  return command === "test" || command === "bench";
}
