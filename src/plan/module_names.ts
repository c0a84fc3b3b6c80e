import { isObject, type Json, parseJsonc } from "../flags/jsonc.ts";
import { normalize, resolve } from "../linux/paths.ts";
import { lookFor, type Lookup } from "../linux/lookup.ts";

/** One line of a manifest: a name that code may import, and the paths it can stand for. */
interface Mapping {
  /** With one `*`, or ending in `/` for everything that begins so, or to be taken as it is. */
  readonly name: string;
  /** Absolute paths, with the same `*` or `/`. */
  readonly targets: readonly string[];
}

/** Bytes of a manifest, names in one, and members of a workspace. Others may have written them, and more are no manifest
 * but an attempt to keep us busy. */
const LONGEST_MANIFEST = 4 << 20;
const MOST_NAMES = 5000;
const MOST_MEMBERS = 1000;
/** How far targets may lie within conditions. */
const DEEPEST_TARGET = 16;

/** Where names lead that are no paths, in the folder of a module: absolute paths, not all of which need exist. */
export type ModuleNames = (name: string, folder: string) => readonly string[];

/** Reads what the manifests around a program say about the names of its own modules: import maps, `imports` and the
 * package's own name in `package.json`, members of a workspace, `paths` of `tsconfig.json`. Packages in `node_modules`
 * count only where they are links to folders outside of it, which is how npm and Bun install members of a workspace.
 *
 * Of conditions (`import`, `node`, `deno`, …) every one is taken: which holds, the runtime decides. */
export function moduleNames(lookup: Lookup): ModuleNames {
  const known = new Map<string, readonly Mapping[]>();
  const mappingsIn = (folder: string) => {
    const mappings = known.get(folder) ?? readManifests(folder, lookup);
    known.set(folder, mappings);
    return mappings;
  };
  const lead = (name: string, folder: string): readonly string[] => {
    const targets = targetsOf(name, mappingsIn(folder));
    if (targets.length > 0) return targets;
    const installed = installedPackage(name, folder, lookup);
    if (installed !== undefined || folder === "") return installed ?? [];
    return leads(name, folder.slice(0, folder.lastIndexOf("/")));
  };
  const answers = new Map<string, readonly string[]>();
  const leads: ModuleNames = (name, folder) => {
    const key = `${folder} ${name}`;
    const answer = answers.get(key) ?? lead(name, folder);
    answers.set(key, answer);
    return answer;
  };
  return leads;
}

/** The longest matching name wins, as in every one of the runtimes. */
function targetsOf(name: string, mappings: readonly Mapping[]): string[] {
  const matching = mappings
    .map((mapping) => ({ mapping, rest: restOf(name, mapping.name) }))
    .filter(({ rest }) => rest !== undefined);
  if (matching.length === 0) return [];
  const longest = Math.max(...matching.map(({ mapping }) => mapping.name.length));
  return matching
    .filter(({ mapping }) => mapping.name.length === longest)
    .flatMap(({ mapping, rest = "" }) =>
      mapping.targets.map((target) => target.endsWith("/") ? target + rest : target.replaceAll("*", rest))
    );
}

/** What stands for the `*`, or follows the `/`; `undefined` if the name is not meant. */
function restOf(name: string, pattern: string): string | undefined {
  if (name === pattern) return "";
  if (pattern.endsWith("/")) return name.startsWith(pattern) ? name.slice(pattern.length) : undefined;
  const star = pattern.indexOf("*");
  if (star < 0) return undefined;
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const fits = name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
  return fits ? name.slice(start.length, name.length - end.length) : undefined;
}

function readManifests(folder: string, lookup: Lookup): Mapping[] {
  const read = (path: string) => readManifest(path, lookup);
  const deno = read(`${folder}/deno.json`) ?? read(`${folder}/deno.jsonc`);
  const npm = read(`${folder}/package.json`);
  const typescript = read(`${folder}/tsconfig.json`) ?? read(`${folder}/jsconfig.json`);
  const members = [deno?.["workspace"], npm?.["workspaces"]].flatMap((value) =>
    memberFolders(value, folder, lookup)
  );
  return [
    ...importMap(deno, folder),
    ...(typeof deno?.["importMap"] === "string"
      ? importMapFile(`${folder}/${deno["importMap"]}`, lookup)
      : []),
    ...mappings(npm?.["imports"], folder),
    ...[folder, ...members].flatMap((member) => ownName(member, lookup)),
    ...typescriptPaths(typescript?.["compilerOptions"], folder),
  ];
}

function readManifest(path: string, lookup: Lookup): { readonly [name: string]: Json } | undefined {
  if (lookFor(lookup, path)?.kind !== "file") return undefined;
  const bytes = lookup.read(path, 0, LONGEST_MANIFEST + 1);
  if (bytes === undefined || bytes.length > LONGEST_MANIFEST) return undefined;
  try {
    const json = parseJsonc(new TextDecoder().decode(bytes), path);
    return json !== undefined && isObject(json) ? json : undefined;
  } catch {
    return undefined; // The runtime complains of it where it matters
  }
}

function importMapFile(path: string, lookup: Lookup): Mapping[] {
  const full = normalize(path);
  return importMap(readManifest(full, lookup), full.slice(0, full.lastIndexOf("/")));
}

/** `imports` and all `scopes`: that a scope is about some modules only makes no difference to what may be read. */
function importMap(json: { readonly [name: string]: Json } | undefined, folder: string): Mapping[] {
  const scopes = json?.["scopes"];
  const scoped = isObject(scopes) ? Object.values(scopes) : [];
  return [json?.["imports"], ...scoped].flatMap((names) => mappings(names, folder));
}

function mappings(names: Json | undefined, folder: string): Mapping[] {
  if (!isObject(names)) return [];
  return Object.entries(names)
    .slice(0, MOST_NAMES)
    .map(([name, value]) => ({ name, targets: targetsIn(value, folder) }));
}

/** Every path in a target, whatever its condition. */
function targetsIn(value: Json, folder: string, depth = 0): string[] {
  if (typeof value === "string") {
    if (value.startsWith("/")) return [value];
    return /^\.{1,2}\//.test(value) ? [join(folder, value)] : [];
  }
  if (value === null || typeof value !== "object" || depth > DEEPEST_TARGET) return [];
  // Declarations are nothing that runs
  return Object.entries(value).flatMap(([key, part]) =>
    key === "types" ? [] : targetsIn(part, folder, depth + 1)
  );
}

/** A package by its own name, as its modules and other members of the workspace import it. */
function ownName(folder: string, lookup: Lookup): Mapping[] {
  return ["deno.json", "deno.jsonc", "package.json"].flatMap((file): Mapping[] => {
    const json = readManifest(`${folder}/${file}`, lookup);
    const name = json?.["name"];
    return json === undefined || typeof name !== "string" ? [] : packageExports(name, json, folder);
  });
}

function packageExports(name: string, json: { readonly [name: string]: Json }, folder: string): Mapping[] {
  const { exports } = json;
  if (exports === undefined || exports === null) {
    const main = ["main", "module"].flatMap((key) =>
      typeof json[key] === "string" ? [join(folder, json[key])] : []
    );
    return [
      { name, targets: [...main, `${folder}/index`] },
      { name: `${name}/`, targets: [`${folder}/`] },
    ];
  }
  const hasPaths = isObject(exports) && Object.keys(exports).some((key) => key.startsWith("."));
  return hasPaths
    ? Object.entries(exports).slice(0, MOST_NAMES).map(([key, value]) => ({
      name: name + key.slice(1),
      targets: targetsIn(value, folder),
    }))
    : [{ name, targets: targetsIn(exports, folder) }];
}

/** Folders of a workspace's members. Of patterns only the usual one is understood, `packages/*`. */
function memberFolders(value: Json | undefined, folder: string, lookup: Lookup): string[] {
  const list = isObject(value) ? value["members"] ?? value["packages"] : value;
  if (!Array.isArray(list)) return [];
  const members = list.filter((member) => typeof member === "string").slice(0, MOST_MEMBERS);
  return members.flatMap((member) => {
    const path = join(folder, member.replace(/\/\*$/, ""));
    if (!member.endsWith("/*")) return [path];
    if (lookFor(lookup, path)?.kind !== "directory") return [];
    return lookup.list(path).entries.slice(0, MOST_MEMBERS).map(({ name }) => `${path}/${name}`);
  }).slice(0, MOST_MEMBERS);
}

/** What a package in `node_modules` has of the program's own modules: all, if its folder is a link to elsewhere.
 * `undefined` if there is no such package. */
function installedPackage(name: string, folder: string, lookup: Lookup): readonly string[] | undefined {
  const packageName = /^(@[^/]+\/)?[^/]+/.exec(name)?.[0];
  if (packageName === undefined || name.includes(":")) return undefined;
  if (lookFor(lookup, `${folder}/node_modules`) === undefined) return undefined;
  const path = lookFor(lookup, `${folder}/node_modules/${packageName}`)?.path;
  if (path === undefined) return undefined;
  if (path.includes("/node_modules/")) return [];
  const json = readManifest(`${path}/package.json`, lookup) ?? {};
  return targetsOf(name, packageExports(packageName, json, path));
}

/** `paths` of TypeScript's configuration, which Bun follows. */
function typescriptPaths(options: Json | undefined, folder: string): Mapping[] {
  if (!isObject(options) || !isObject(options["paths"])) return [];
  const base = typeof options["baseUrl"] === "string" ? join(folder, options["baseUrl"]) : folder;
  return Object.entries(options["paths"]).slice(0, MOST_NAMES).map(([name, targets]) => ({
    name,
    targets: Array.isArray(targets)
      ? targets.filter((target) => typeof target === "string").map((target) => join(base, target))
      : [],
  }));
}

/** A trailing slash stays, it says something here. */
function join(folder: string, path: string): string {
  const end = path.endsWith("/") ? "/" : "";
  return resolve(folder, path).replace(
    /\/$/,
    "",
  ) + end;
}
