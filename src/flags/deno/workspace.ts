import { normalize, parent } from "../../linux/paths.ts";
import { quote } from "../../text.ts";
import { isObject, type Json, parseJson, parseJsonc } from "../jsonc.ts";
import type { DenoConfig } from "./config.ts";

/** Reads a file as text; `undefined` if there is none, or none that may be read. */
export type ReadText = (path: string) => string | undefined;

/** Where configuration files are looked for. */
export interface ConfigSearch {
  readonly readText: ReadText;
  /** Whether a package.json counts as a configuration file, which ends the search. */
  readonly packageJson: boolean;
}

/** What configures a directory: a deno.json, a package.json, or both. */
interface ConfigFolder {
  readonly directory: string;
  readonly deno: DenoConfig | undefined;
  readonly package: DenoConfig | undefined;
}

/** The configuration that holds in a directory, found upward from it: of the workspace's root and then of its
 * member, or of the nearest directory that has any.
 *
 * @param start where the search begins
 * @param place the directory that is asked about, within the workspace that is found
 * @throws SyntaxError or TypeError if a file cannot be used
 */
export function discoverConfigs(start: string, place: string, search: ConfigSearch): DenoConfig[] {
  // What is run from within node_modules belongs to the project around it
  return discover(ancestors(start.replace(/\/node_modules(\/.*)?$/, "") || "/"), [], place, search);
}

/** The same, from a configuration file that was named.
 *
 * @throws RangeError if there is no such file
 */
export function configsOf(path: string, place: string, search: ConfigSearch): DenoConfig[] {
  const text = search.readText(path);
  if (text === undefined) {
    throw new RangeError(`Cannot use configuration file ${quote(path)}: no such file, or it cannot be read`);
  }
  const config = readConfig(path, text);
  const natural = loadFolder(config.directory, search);
  const folder = natural?.deno?.path === path ? natural : {
    directory: config.directory,
    deno: config,
    package: undefined,
  };
  if (membersOf(folder) !== undefined) return within(folder, [], place, search);
  // A file of another name is not looked for, so neither is what is around it
  if (folder !== natural) return [config];
  const above = config.directory === "/" ? [] : ancestors(parent(config.directory));
  return discover(above, [folder], place, search);
}

function discover(
  directories: readonly string[],
  found: ConfigFolder[],
  place: string,
  search: ConfigSearch,
): DenoConfig[] {
  for (const directory of directories) {
    const folder = loadFolder(directory, search);
    if (folder === undefined) continue;
    if (membersOf(folder) !== undefined) return within(folder, found, place, search);
    found.push(folder);
  }
  return configs([found[0]]);
}

/** What holds in a workspace: nothing of it for a directory that has a configuration of its own and is no member. */
function within(
  root: ConfigFolder,
  found: readonly ConfigFolder[],
  place: string,
  search: ConfigSearch,
): DenoConfig[] {
  const isMember = membersOf(root) as (directory: string) => boolean;
  const [first] = found;
  if (first !== undefined && !isMember(first.directory)) return configs([first]);
  const stranger = found.find(({ directory }) => !isMember(directory));
  if (stranger !== undefined && root.deno?.json["workspace"] !== undefined) {
    throw new TypeError(
      `Cannot use the configuration in ${quote(stranger.directory)}: it is no member of the workspace in ` +
        quote(root.directory),
    );
  }
  const member = ancestors(place)
    .filter(isMember)
    .map((directory) => loadFolder(directory, search))
    .find((folder) => folder?.deno !== undefined);
  return configs([root, member]);
}

function configs(folders: readonly (ConfigFolder | undefined)[]): DenoConfig[] {
  return folders.flatMap((folder) => folder?.deno === undefined ? [] : [folder.deno]);
}

function loadFolder(directory: string, search: ConfigSearch): ConfigFolder | undefined {
  const load = (name: string, read: (path: string, text: string) => DenoConfig) => {
    const path = `${directory === "/" ? "" : directory}/${name}`;
    const text = search.readText(path);
    return text === undefined ? undefined : read(path, text);
  };
  const deno = load("deno.json", readConfig) ?? load("deno.jsonc", readConfig);
  const packageJson = search.packageJson ? load("package.json", readPackage) : undefined;
  return deno === undefined && packageJson === undefined
    ? undefined
    : { directory, deno, package: packageJson };
}

function readConfig(path: string, text: string): DenoConfig {
  return configFrom(path, parseJsonc(text, path));
}

function readPackage(path: string, text: string): DenoConfig {
  return configFrom(path, text.trim() === "" ? undefined : parseJson(text, path));
}

function configFrom(path: string, json: Json | undefined = {}): DenoConfig {
  if (isObject(json)) return { path, directory: parent(path), json };
  throw new TypeError(`Cannot use configuration file ${quote(path)}: its content must be an object`);
}

/** Tells members of a workspace from other directories; `undefined` if the folder is the root of none. */
function membersOf(folder: ConfigFolder): ((directory: string) => boolean) | undefined {
  const own = folder.deno?.json["workspace"] ?? undefined;
  const npm = folder.package?.json["workspaces"] ?? undefined;
  if (own === undefined && npm === undefined) return undefined;
  const matchers = [own, npm].filter((value) => value !== undefined).map((value) => matcher(value, folder));
  return (directory) => matchers.some((matches) => matches(directory));
}

/** Member paths, with `*`, `**` and `?` in them and `!` in front to leave some out. */
function matcher(
  value: Json,
  { directory, deno, package: npm }: ConfigFolder,
): (directory: string) => boolean {
  const list = isObject(value) ? value["members"] ?? value["packages"] : value;
  if (!Array.isArray(list) || !list.every((member) => typeof member === "string")) {
    const file = (deno ?? npm as DenoConfig).path;
    throw new TypeError(`Cannot use ${quote(file)}: its workspace must be a list of directories`);
  }
  const members = list.map((member) => ({
    leavesOut: member.startsWith("!"),
    isPlain: !/[*?!]/.test(member),
    pattern: globPattern(normalize(`${directory}/${member.replace(/^!/, "")}`)),
  }));
  return (path) => {
    const matching = members.filter(({ pattern }) => pattern.test(path));
    return matching.some(({ isPlain }) => isPlain) || matching.at(-1)?.leavesOut === false;
  };
}

function globPattern(glob: string): RegExp {
  const source = glob.replace(
    /\/\*\*(?=\/|$)|[*?]|[.+^${}()|[\]\\]/g,
    (token) =>
      token === "/**" ? "(/[^/]+)*" : token === "*" ? "[^/]*" : token === "?" ? "[^/]" : `\\${token}`,
  );
  return new RegExp(`^${source}$`);
}

/** A directory and all above it. */
function ancestors(directory: string): string[] {
  const all = [directory];
  for (let at = directory; at !== "/";) all.push(at = parent(at));
  return all;
}
