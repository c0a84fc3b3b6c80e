import { LockdownError } from "../errors.ts";
import { FS } from "../landlock/abi.ts";
import { fileName, parent } from "../linux/paths.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import type { Grants } from "../permissions/permission_set.ts";
import type { RunEntry } from "../permissions/run_entry.ts";
import { deniesProgram, mayRun, runRule } from "../permissions/run_rule.ts";
import { quote } from "../text.ts";
import { carve } from "./carve.ts";
import type { EntryDecision } from "./decision.ts";
import type { LibraryPath } from "./library_path.ts";
import { canonicalPath, lookFor, type Lookup } from "../linux/lookup.ts";
import type { Origin } from "./origin.ts";
import type { Missing } from "./path_entries.ts";
import { programFiles } from "./program_files.ts";
import type { RuleTable } from "./rule_table.ts";
import { searchPath } from "./search_path.ts";
import { findProgram } from "../linux/find_program.ts";

/** What running a file takes. */
export const RUN: bigint = FS.EXECUTE | FS.READ_FILE;

/** Folders where programs lie even if PATH does not name them. */
const PROGRAM_FOLDERS = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

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
}

/** What the run permission became. */
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
  const { folders, passedOver, writableEverywhere } = searchPath(input.searchPath, input.write, lookup);
  const denied = input.run.deny.map((entry) => ({
    entry,
    paths: deniedPaths(entry, [...folders, ...passedOver], lookup),
  }));
  if (input.run.allowAll) {
    allowAllBut(denied.flatMap(({ paths }) => paths), folders, lookup, rules);
    return {
      grants: [reportAll(input), ...denied.map(({ entry }) => reportDenied(entry, true))],
      fixed: [],
      files: new Map(),
      deniedLinks: new Map(),
    };
  }

  const grants: EntryDecision[] = [];
  const executables = new Set<string>();
  const fixed = new Set<string>();
  const filesOf = new Map<EntryDecision, readonly string[]>();
  for (const entry of input.run.allow) {
    const names = new Set<string>();
    const find = (name: string) => {
      names.add(name);
      return findProgram(name, folders, lookup);
    };
    const findPlanted = (name: string) => findProgram(name, passedOver, lookup);
    const found = findEntry(entry, input, { find, findPlanted }, lookup, grants);
    if (found === undefined) continue;
    const program = found.path;
    const inode = lookup.resolve(program)?.inode;
    const named = { path: found.name };
    const denies = input.run.deny.map(runRule);
    const isAllowed = mayRun(named, denies, { isListed: true, allowAll: false });
    const isSameFile = denied.some(({ paths }) =>
      paths.some((path) => path === program || lookFor(lookup, path)?.inode === inode)
    );
    if (!isAllowed || isSameFile || denies.some((deny) => deniesProgram(deny, named))) {
      // A later start would run what has taken its place
      for (const path of [program, ...lookup.follow(found.name).links]) {
        if (input.isWritable(path)) fixed.add(path);
      }
      grants.push(reportDeniedToo(entry, isAllowed));
      continue;
    }
    const files = programFiles(program, lookup, libraries, find, input.isReadable, input.isWritable);
    const origins = [{ entry: base(entry, "allow") }];
    for (const path of files.execute) {
      rules.add(path, false, RUN, origins);
      executables.add(path);
    }
    for (const path of files.read) rules.add(path, false, FS.READ_FILE, origins);
    const needed = [...files.execute, ...files.read, ...files.shared];
    for (const path of needed) fixed.add(path);
    for (const link of [...files.links, ...lookup.follow(found.name).links]) {
      if (input.isWritable(link)) fixed.add(link);
    }
    const planted = [...names].filter((name) => findProgram(name, folders, lookup) === undefined)
      .map(findPlanted).filter((path) => path !== undefined);
    const grant = reportAllowed(entry, files.left, planted, writableEverywhere && names.size > 0);
    grants.push(grant);
    filesOf.set(grant, needed);
  }
  const deniedLinks = new Map<EntryDecision, readonly string[]>();
  for (const { entry, paths } of denied) {
    const isInterpreter = paths.some((path) => executables.has(path));
    const grant = isInterpreter ? reportInterpreter(entry) : reportDenied(entry, false);
    grants.push(grant);
    const linked = paths.filter((path) => (lookFor(lookup, path)?.links ?? 1) > 1);
    if (linked.length > 0) {
      deniedLinks.set(grant, [...linked, ...lookup.follow(entry.path ?? "/").links]);
    }
  }
  return { grants, fixed: [...fixed], files: filesOf, deniedLinks };
}

/** Where names are looked up. */
interface Search {
  readonly find: (name: string) => string | undefined;
  /** The same where the sandbox may write: nothing is granted there by a name alone. */
  readonly findPlanted: (name: string) => string | undefined;
}

function findEntry(
  entry: RunEntry,
  input: ProgramsInput,
  { find, findPlanted }: Search,
  lookup: Lookup,
  grants: EntryDecision[],
): { readonly name: string; readonly path: string } | undefined {
  const name = entry.path ?? find(entry.text);
  const resolved = name === undefined ? undefined : lookup.resolve(name);
  if (name !== undefined && resolved?.kind === "file") return { name, path: resolved.path };
  if (resolved?.kind === "directory") {
    throw new LockdownError(
      "PROGRAM_NOT_FOUND",
      `Cannot grant run on ${quote(entry.text)}: it is a directory`,
      { subject: entry.text, remedy: "Name each program in it" },
    );
  }
  const planted = entry.path === undefined ? findPlanted(entry.text) : undefined;
  if (input.missing === "skip") {
    grants.push({
      ...base(entry, "allow"),
      status: "partial",
      fidelity: "narrower",
      reason: planted === undefined
        ? "There is no such program: skipped"
        : `Skipped: ${onlyPlanted(planted)}`,
    });
    return undefined;
  }
  if (planted !== undefined) {
    throw new LockdownError(
      "PROGRAM_NOT_FOUND",
      `Cannot grant run on ${quote(entry.text)}: ${onlyPlanted(planted)}`,
      {
        subject: entry.text,
        remedy: `Write ${quote(planted)} if you mean that one, or deny writing that folder`,
      },
    );
  }
  const where = entry.path !== undefined
    ? "no such file"
    : input.searchPath === undefined
    ? "PATH cannot be read"
    : "not found in PATH";
  throw new LockdownError(
    "PROGRAM_NOT_FOUND",
    `Cannot grant run on ${quote(entry.text)}: ${where}`,
    {
      subject: entry.text,
      remedy: {
        library: 'Install it, write its absolute path, or pass missing: "skip"',
        command: "Install it, write its absolute path, or add --missing=skip",
      },
    },
  );
}

function onlyPlanted(path: string): string {
  return `of all folders of PATH it is only in ${
    quote(parent(path))
  }, where writing is granted, and what lies there is not granted by its name alone`;
}

/** EXECUTE everywhere, and reading where programs lie: elsewhere a program also needs a read grant. */
function allowAllBut(
  denied: readonly string[],
  folders: readonly string[],
  lookup: Lookup,
  rules: RuleTable,
): void {
  const origins: readonly Origin[] = [{ entry: { permission: "run", entry: "*", effect: "allow" } }];
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

/** Where a denied program lies: with a slash that path, else every program of that name. */
function deniedPaths(entry: RunEntry, folders: readonly string[], lookup: Lookup): string[] {
  if (entry.path !== undefined) return [canonicalPath(entry.path, lookup)];
  return [...folders, ...PROGRAM_FOLDERS]
    .map((folder) => lookFor(lookup, `${folder}/${entry.text}`))
    .filter((resolved) => resolved?.kind === "file")
    .map((resolved) => (resolved as { path: string }).path);
}

/** @param isAllowed whether Deno would let it run all the same */
function reportDeniedToo(entry: RunEntry, isAllowed: boolean): EntryDecision {
  const wins = "then the deny wins: not granted";
  return isAllowed
    ? {
      ...base(entry, "allow"),
      status: "partial",
      fidelity: "narrower",
      reason:
        `Deno lets it run, since it is listed, but to the kernel it is the file that another entry denies, and ${wins}`,
    }
    : {
      ...base(entry, "allow"),
      status: "enforced",
      fidelity: "exact",
      reason: `It is denied as well, and ${wins}`,
    };
}

function reportAll(input: ProgramsInput): EntryDecision {
  const report = { permission: "run", entry: "*", effect: "allow" } as const;
  const cause = input.run.deny.length > 0
    ? " In folders with a denied program each other one has a rule of its own"
    : "";
  return {
    ...report,
    status: "partial",
    fidelity: "narrower",
    reason: `A program outside the folders of PATH can run only if it may be read as well.${cause}`,
  };
}

/**
 * @param planted interpreters that are only where the sandbox may write
 * @param isByName whether PATH decides, of which every folder may be written
 */
function reportAllowed(
  entry: RunEntry,
  left: ReadonlySet<string>,
  planted: readonly string[],
  isByName: boolean,
): EntryDecision {
  const report = base(entry, "allow");
  const names = [...left].map(quote).join(", ");
  const reasons = [
    ...(isByName
      ? [
        "Writing is granted everywhere: another program of that name can be put ahead of it in PATH, and a later start " +
        "grants that one. Write its path, or grant less for writing",
      ]
      : []),
    ...(left.size === 0
      ? []
      : [`It asks for ${names} besides, which is neither a program nor a library: not granted`]),
    ...planted.map((path) =>
      `It asks for ${quote(fileName(path))}, and ${onlyPlanted(path)}: grant run on ${quote(path)} as well`
    ),
  ];
  if (reasons.length === 0) return { ...report, status: "enforced", fidelity: "exact" };
  return {
    ...report,
    status: "partial",
    fidelity: isByName ? "wider" : "narrower",
    reason: reasons.join(". "),
  };
}

function reportDenied(entry: RunEntry, allowAll: boolean): EntryDecision {
  const report = base(entry, "deny");
  if (!allowAll) return { ...report, status: "enforced", fidelity: "exact" };
  return {
    ...report,
    status: "partial",
    fidelity: "wider",
    reason:
      "A copy under another name would run, and so would this file through the dynamic linker if it may be read",
  };
}

/** The kernel asks for EXECUTE on an interpreter too, and cannot tell why it is executed. */
function reportInterpreter(entry: RunEntry): EntryDecision {
  const reason = "A granted program needs it as its interpreter, so it can be run by itself too";
  return { ...base(entry, "deny"), status: "partial", fidelity: "wider", reason };
}

function base(entry: RunEntry, effect: "allow" | "deny") {
  return { permission: "run", entry: entry.text, effect } as const;
}
