import { fileName } from "../linux/paths.ts";
import { FS } from "../landlock/abi.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import type { Grants } from "../permissions/permission_set.ts";
import type { RunEntry } from "../permissions/run_entry.ts";
import { deniesProgram, mayRun, runRule } from "../permissions/run_rule.ts";
import { quote } from "../text.ts";
import { carve } from "./carve.ts";
import { type EntryDecision, exact, narrower, wider } from "./decision.ts";
import { sealClass } from "../javascript/seal_class.ts";
import {
  deniedPaths,
  findEntry,
  type FoundProgram,
  nameOf,
  onlyPlanted,
  PROGRAM_FOLDERS,
} from "./run_entries.ts";
import type { LibraryPath } from "./library_path.ts";
import { lookFor, type Lookup } from "../linux/lookup.ts";
import type { EntryName, Origin } from "./origin.ts";
import type { Missing } from "./path_entries.ts";
import { type ProgramFiles, programFiles } from "./program_files.ts";
import type { RuleTable } from "./rule_table.ts";
import type { Mounts } from "./mounts.ts";
import { type SearchPath, searchPath } from "./search_path.ts";
import { findProgram } from "../linux/find_program.ts";

/** Rights needed to run a file. */
export const RUN: bigint = FS.EXECUTE | FS.READ_FILE;

/** What {@linkcode translatePrograms} needs to know. */
export interface ProgramsInput {
  readonly run: Grants<RunEntry>;
  /** Value of PATH. */
  readonly searchPath: string | undefined;
  /** Writable places, where no program is looked up. */
  readonly write: Grants<PathEntry>;
  readonly missing: Missing;
  /** Whether a library may be read anyway, through the baseline. */
  readonly isReadable: (path: string) => boolean;
  /** Whether a file may be written, if nothing forbids it, by its canonical path. */
  readonly isWritable: (path: string) => boolean;
  readonly mounts: Mounts | undefined;
}

/** The translated run permission. */
export interface ProgramsPlan {
  readonly grants: readonly EntryDecision[];
  /** Canonical paths of what must not be writable: all that may be executed, the libraries it loads, and the symbolic
   * links by which it is found. Empty when everything may run. */
  readonly fixed: readonly string[];
  /** Files that an entry lets be executed and loaded, by its report. */
  readonly files: ReadonlyMap<EntryDecision, readonly string[]>;
  /** Names of denied files that have several, by their report, with the symbolic links on the way. */
  readonly deniedLinks: ReadonlyMap<EntryDecision, readonly string[]>;
}

/** Turns run entries into rules.
 *
 * @throws LockdownError `PROGRAM_NOT_FOUND`
 */
export function translatePrograms(
  input: ProgramsInput,
  lookup: Lookup,
  libraries: LibraryPath,
  rules: RuleTable,
): ProgramsPlan {
  const search = searchPath(input.searchPath, input.write, lookup, () => input.mounts);
  const denied = input.run.deny.map((entry) => ({
    entry,
    paths: deniedPaths(entry, [...search.folders, ...search.passedOver], lookup),
  }));
  if (input.run.allowAll) {
    allowAllBut(denied.flatMap(({ paths }) => paths), search.folders, lookup, rules);
    return {
      grants: [decideAll(input), ...denied.map(({ entry }) => decideDenied(entry, { allowAll: true }))],
      fixed: [],
      files: new Map(),
      deniedLinks: new Map(),
    };
  }
  const translation = new ProgramTranslation(input, search, denied, lookup, libraries, rules);
  for (const entry of input.run.allow) translation.allow(entry);
  for (const each of denied) translation.deny(each);
  return translation;
}

/** An entry that denies, and where the programs lie that it names. */
interface DeniedProgram {
  readonly entry: RunEntry;
  readonly paths: readonly string[];
}

/** Translates run entries one after the other. */
class ProgramTranslation implements ProgramsPlan {
  readonly grants: EntryDecision[] = [];
  readonly files = new Map<EntryDecision, readonly string[]>();
  readonly deniedLinks = new Map<EntryDecision, readonly string[]>();
  readonly #fixed = new Set<string>();
  readonly #executables = new Set<string>();
  readonly #input: ProgramsInput;
  readonly #search: SearchPath;
  readonly #denied: readonly DeniedProgram[];
  readonly #lookup: Lookup;
  readonly #libraries: LibraryPath;
  readonly #rules: RuleTable;

  constructor(
    input: ProgramsInput,
    search: SearchPath,
    denied: readonly DeniedProgram[],
    lookup: Lookup,
    libraries: LibraryPath,
    rules: RuleTable,
  ) {
    this.#input = input;
    this.#search = search;
    this.#denied = denied;
    this.#lookup = lookup;
    this.#libraries = libraries;
    this.#rules = rules;
  }

  get fixed(): readonly string[] {
    return [...this.#fixed];
  }

  allow(entry: RunEntry): void {
    const names = new Set<string>();
    const find = (name: string) => {
      names.add(name);
      return findProgram(name, this.#search.folders, this.#lookup);
    };
    const findPlanted = (name: string) => findProgram(name, this.#search.passedOver, this.#lookup);
    const found = findEntry(entry, this.#input, { find, findPlanted }, this.#lookup);
    if ("decision" in found) {
      this.grants.push(found.decision);
      return;
    }
    const denial = this.#denialOf(entry, found);
    if (denial !== undefined) {
      // A later start would run what has taken its place
      this.#fix([found.path, ...this.#lookup.follow(found.name).links].filter(this.#input.isWritable));
      this.grants.push(denial);
      return;
    }
    const { isReadable, isWritable } = this.#input;
    const files = programFiles(found.path, this.#lookup, this.#libraries, find, isReadable, isWritable);
    this.#grant(entry, files);
    const needed = [...files.execute, ...files.read, ...files.shared];
    this.#fix(needed);
    this.#fix([...files.links, ...this.#lookup.follow(found.name).links].filter(isWritable));
    const planted = [...names]
      .filter((name) => findProgram(name, this.#search.folders, this.#lookup) === undefined)
      .map(findPlanted).filter((path) => path !== undefined);
    const isByName = this.#search.writableEverywhere && names.size > 0;
    const decision = decideAllowed(entry, files.left, planted, isByName);
    this.grants.push(decision);
    this.files.set(decision, needed);
  }

  deny({ entry, paths }: DeniedProgram): void {
    const isInterpreter = paths.some((path) => this.#executables.has(path));
    const decision = decideDenied(entry, { isInterpreter });
    this.grants.push(decision);
    const linked = paths.filter((path) => (lookFor(this.#lookup, path)?.links ?? 1) > 1);
    if (linked.length === 0) return;
    this.deniedLinks.set(decision, [...linked, ...this.#lookup.follow(entry.path ?? "/").links]);
  }

  /** Why an allowed program is not granted: it, or the file that it leads to, is denied. */
  #denialOf(entry: RunEntry, { name, path }: FoundProgram): EntryDecision | undefined {
    const program = { path: name };
    const denies = this.#input.run.deny.map(runRule);
    const isAllowed = mayRun(program, denies, { isListed: true, allowAll: false });
    const inode = this.#lookup.resolve(path)?.inode;
    const isSameFile = this.#denied.some(({ paths }) =>
      paths.some((other) => other === path || lookFor(this.#lookup, other)?.inode === inode)
    );
    const isDenied = !isAllowed || isSameFile || denies.some((deny) => deniesProgram(deny, program));
    return isDenied ? decideDeniedToo(entry, isAllowed) : undefined;
  }

  #grant(entry: RunEntry, files: ProgramFiles): void {
    const origins = [{ entry: nameOf(entry, "allow") }];
    for (const path of files.execute) {
      this.#rules.add(path, false, RUN, origins);
      this.#executables.add(path);
    }
    for (const path of files.read) this.#rules.add(path, false, FS.READ_FILE, origins);
  }

  #fix(paths: readonly string[]): void {
    for (const path of paths) this.#fixed.add(path);
  }
}

sealClass(ProgramTranslation);

/** EXECUTE everywhere, and reading where programs lie: elsewhere a program also needs a read grant. */
function allowAllBut(
  denied: readonly string[],
  folders: readonly string[],
  lookup: Lookup,
  rules: RuleTable,
): void {
  const origins: readonly Origin[] = [{ entry: EVERYTHING }];
  const marks = denied.map((path) => ({ path, allow: false }));
  for (const { path, isDirectory, listed } of carve([{ path: "/", allow: true }, ...marks], lookup).grants) {
    rules.add(path, isDirectory, FS.EXECUTE, origins, { mayVanish: listed });
  }
  const readable = [...PROGRAM_FOLDERS, ...folders]
    .map((folder) => lookFor(lookup, folder))
    .filter((resolved) => resolved?.kind === "directory")
    .map((resolved) => ({ path: (resolved as { path: string }).path, allow: true }));
  for (const { path, isDirectory, listed } of carve([...readable, ...marks], lookup).grants) {
    rules.add(path, isDirectory, FS.READ_FILE, origins, { mayVanish: listed });
  }
}

/** @param isAllowed whether Deno would let it run all the same */
function decideDeniedToo(entry: RunEntry, isAllowed: boolean): EntryDecision {
  const name = nameOf(entry, "allow");
  const wins = "then the deny wins: not granted";
  return isAllowed
    ? narrower(
      name,
      `Deno lets it run, since it is listed, but to the kernel it is the file that another entry denies, and ${wins}`,
    )
    : exact(name, `It is denied as well, and ${wins}`);
}

const EVERYTHING: EntryName = { permission: "run", entry: "*", effect: "allow" };

function decideAll({ run }: ProgramsInput): EntryDecision {
  const cause = run.deny.length > 0
    ? " In folders with a denied program each other one has a rule of its own"
    : "";
  return narrower(
    EVERYTHING,
    `A program outside the folders of PATH can run only if it may be read as well.${cause}`,
  );
}

/**
 * @param left files that it asks for and does not get
 * @param planted interpreters that are only where the sandbox may write
 * @param isByName whether PATH decides, of which every folder may be written
 */
function decideAllowed(
  entry: RunEntry,
  left: ReadonlySet<string>,
  planted: readonly string[],
  isByName: boolean,
): EntryDecision {
  const name = nameOf(entry, "allow");
  const reasons = [
    ...(isByName
      ? [
        "Writing is granted everywhere: another program of that name can be put ahead of it in PATH, and a later start " +
        "grants that one. Write its path, or grant less for writing",
      ]
      : []),
    ...(left.size === 0 ? [] : [
      `It asks for ${
        [...left].map(quote).join(", ")
      } besides, which is neither a program nor a library: not granted`,
    ]),
    ...planted.map((path) =>
      `It asks for ${quote(fileName(path))}, and ${onlyPlanted(path)}: grant run on ${quote(path)} as well`
    ),
  ];
  if (reasons.length === 0) return exact(name);
  return (isByName ? wider : narrower)(name, reasons.join(". "));
}

/** The kernel asks for EXECUTE on an interpreter too, and cannot tell why it is executed. */
function decideDenied(
  entry: RunEntry,
  { allowAll = false, isInterpreter = false }: { allowAll?: boolean; isInterpreter?: boolean },
): EntryDecision {
  const name = nameOf(entry, "deny");
  if (isInterpreter) {
    return wider(name, "A granted program needs it as its interpreter, so it can be run by itself too");
  }
  if (!allowAll) return exact(name);
  return wider(
    name,
    "A copy under another name would run, and so would this file through the dynamic linker if it may be read",
  );
}
