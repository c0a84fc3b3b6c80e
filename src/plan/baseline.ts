import type { OwnPaths } from "../flags/own_paths.ts";
import { FS } from "../landlock/abi.ts";
import { isWithin } from "../linux/paths.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import { BASELINE, type BaselineEntry, HOSTS } from "./baseline_entries.ts";
import { carve } from "./carve.ts";
import { canonicalPath, lookFor, type Lookup } from "../linux/lookup.ts";
import type { Need, Origin } from "./origin.ts";
import { ownModules } from "./own_modules.ts";
import { READ, WRITE } from "./paths.ts";
import type { Pins } from "./pins.ts";
import type { RuleTable } from "./rule_table.ts";

/** What {@linkcode translateBaseline} needs to know. */
export interface BaselineInput {
  readonly ownPaths: OwnPaths;
  /** Whether hosts are granted. */
  readonly connects: boolean;
  /** Whether the program is started inside, and must be able to. */
  readonly starts: boolean;
  /** What the user denies reading, and writing: that holds against the baseline too. */
  readonly unreadable: readonly PathEntry[];
  readonly unwritable: readonly PathEntry[];
  /** Whether a terminal is among the standard streams, or may be, where that is known only at the start. */
  readonly mayHaveTerminal: boolean;
  /** Which names the user's own grants let be replaced. */
  readonly pins: Pins;
}

/** The result of translating the baseline. */
export interface TranslatedBaseline {
  readonly needs: Need[];
  /** Paths that can be replaced, and which nothing but the baseline lets be read: a later start reads what is there
   * then. */
  readonly loose: readonly string[];
  readonly notes: readonly string[];
}

const RIGHTS = { "read": READ, "list": FS.READ_DIR, "read, write": READ | (WRITE & ~FS.REFER) };

const MANIFESTS = ["package.json", "deno.json", "deno.jsonc", "tsconfig.json", "jsconfig.json"];

/** Adds what a program needs besides the grants, but nothing the user denies.
 *
 * A user's deny beats every baseline entry beneath it, except a deny of `/`, which is what being left out means
 * anyway. */
export function translateBaseline(
  input: BaselineInput,
  lookup: Lookup,
  rules: RuleTable,
): TranslatedBaseline {
  const canonical = (entries: readonly PathEntry[]) =>
    entries.map(({ path }) => canonicalPath(path, lookup)).filter((path) => path !== "/");
  const unreadable = canonical(input.unreadable);
  const untouchable = [...unreadable, ...canonical(input.unwritable)];
  const own = ownEntries(input, lookup);
  const entries = [
    ...BASELINE,
    ...(input.connects ? HOSTS : []),
    ...own.entries,
  ];
  const needs: Need[] = [];
  const notes = own.isComplete ? [] : [MORE_MODULES];
  const loose: string[] = [];
  for (const entry of entries) {
    const resolved = lookFor(lookup, entry.path);
    if (resolved === undefined || !resolved.path.startsWith("/")) continue;
    if (entry.needsTerminal === true && !input.mayHaveTerminal) continue;
    const denied = entry.access === "read, write" ? untouchable : unreadable;
    if (denied.some((path) => isWithin(resolved.path, path))) continue;
    // The confined may have made the link, at an earlier start: the user named neither it nor what it leads to
    if (lookup.follow(entry.path).links.some((link) => input.pins.looseIn(link) !== undefined)) continue;
    if (input.pins.looseIn(resolved.path) !== undefined && (rules.given(resolved.path) & READ) !== READ) {
      loose.push(resolved.path);
    }
    const need = { subject: entry.path, access: entry.access, reason: entry.reason };
    addEntry(entry, [{ need }], resolved.path, resolved.kind === "directory", denied, lookup, rules);
    needs.push(need);
  }
  return { needs, loose, notes };
}

/** Whether the baseline lets a canonical path be read as a library. */
export function isBaselineLibrary(path: string): boolean {
  return LIBRARY_FOLDERS.some((folder) => isWithin(path, folder));
}

const LIBRARY_FOLDERS = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib"];

function addEntry(
  entry: BaselineEntry,
  origins: readonly Origin[],
  path: string,
  isDirectory: boolean,
  denied: readonly string[],
  lookup: Lookup,
  rules: RuleTable,
): void {
  const rights = RIGHTS[entry.access];
  const inside = denied.filter((deny) => isWithin(deny, path));
  if (inside.length === 0) {
    const needsTerminal = entry.needsTerminal === true;
    return rules.add(path, isDirectory, rights, origins, { mayVanish: true, needsTerminal });
  }
  const marks = [{ path, allow: true }, ...inside.map((deny) => ({ path: deny, allow: false }))];
  for (const grant of carve(marks, lookup).grants) {
    rules.add(grant.path, grant.isDirectory, rights, origins, { mayVanish: true });
  }
}

/** The program's modules, installed packages, and the files that say how imports are resolved: from the folder of
 * each module upward, as all three runtimes look for them. */
function ownEntries(
  { ownPaths, starts }: BaselineInput,
  lookup: Lookup,
): { readonly entries: readonly BaselineEntry[]; readonly isComplete: boolean } {
  const { entry, listsFolders, startFiles, caches } = ownPaths;
  const own: BaselineEntry[] = caches.map(({ path, reason }) => ({ path, access: "read", reason }));
  if (entry === undefined) return { entries: own, isComplete: true };
  const { paths, isComplete } = ownModules(entry, lookup);
  const modules = [...paths];
  own.push(
    ...modules.map((path) => ({ path, access: "read" as const, reason: "the program's own modules" })),
  );
  const folders = new Set(modules.map((path) => path.slice(0, path.lastIndexOf("/"))));
  if (listsFolders) {
    const reason = "the runtime lists a folder before it imports from it";
    own.push(...[...folders].map((path) => ({ path: path || "/", access: "list" as const, reason })));
  }
  for (const folder of withParents(folders)) {
    own.push({
      path: `${folder}/node_modules`,
      access: "read",
      reason: "installed packages, imported later",
    });
    for (const name of MANIFESTS) {
      own.push({ path: `${folder}/${name}`, access: "read", reason: "how later imports are resolved" });
    }
    for (const name of starts ? startFiles : []) {
      own.push({
        path: `${folder}/${name}`,
        access: "read",
        reason: "the runtime does not start without it",
      });
    }
  }
  return { entries: own, isComplete };
}

const MORE_MODULES =
  "The program names more modules than are followed. Grant reading its folder if it imports further ones later";

/** Folders and all above them, the root as the empty string. */
function withParents(folders: ReadonlySet<string>): Set<string> {
  const all = new Set<string>();
  for (const folder of folders) {
    for (let at = folder.length; at >= 0; at = at === 0 ? -1 : folder.lastIndexOf("/", at - 1)) {
      all.add(folder.slice(0, at));
    }
  }
  return all;
}
