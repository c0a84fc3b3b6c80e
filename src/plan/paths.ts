import { LockdownError } from "../errors.ts";
import { FS } from "../landlock/abi.ts";
import { isWithin } from "../linux/paths.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import type { Grants } from "../permissions/permission_set.ts";
import { quote } from "../text.ts";
import { carve, type Carved, type Mark } from "./carve.ts";
import type { EntryDecision } from "./decision.ts";
import type { Lookup } from "../linux/lookup.ts";
import type { Mounts } from "./mounts.ts";
import type { Origin } from "./origin.ts";
import { refuseOfProcess } from "./process_paths.ts";
import type { RuleTable } from "./rule_table.ts";

/** What to do about a granted path that does not exist. */
export type Missing = "error" | "skip" | "create";

/** Rights that reading takes. */
export const READ: bigint = FS.READ_FILE | FS.READ_DIR;

/** Rights that writing takes. Not MAKE_CHAR and MAKE_BLOCK: root could make a device node of the disk and read
 * everything through it. WRITE_FILE and TRUNCATE always go together, `creat` needs both. */
export const WRITE: bigint = FS.WRITE_FILE | FS.TRUNCATE | FS.REMOVE_DIR | FS.REMOVE_FILE | FS.MAKE_DIR |
  FS.MAKE_REG | FS.MAKE_SOCK | FS.MAKE_FIFO | FS.MAKE_SYM | FS.REFER | FS.IOCTL_DEV;

/** What {@linkcode translatePaths} needs to know. */
export interface PathsInput {
  readonly permission: "read" | "write" | "ffi";
  readonly grants: Grants<PathEntry>;
  /** Canonical paths that are denied whatever the user allows: programs must not be writable. */
  readonly alwaysDenied: readonly string[];
  readonly rights: bigint;
  readonly missing: Missing;
  /** Whether the plan is for another process than this one. */
  readonly isChild: boolean;
  /** To deny what is denied wherever it is mounted; `undefined` where that is unknown. */
  readonly mounts: Mounts | undefined;
}

/** An entry, where it leads, and what is said of it as far as this permission alone decides. */
export interface PathOutcome {
  readonly grant: EntryDecision;
  /** As the user wrote it; `*` for `true`. */
  readonly entry: string;
  /** Canonical; for a missing one as far as it exists. */
  readonly path: string;
  /** Whether there is a directory. */
  readonly isDirectory: boolean;
  /** Whether there is something else. */
  readonly isFile: boolean;
  /** Canonical paths of the symbolic links on the way there. */
  readonly names: readonly string[];
  /** Of a deny, other places at which it is mounted. */
  readonly elsewhere: readonly string[];
}

/** What path entries became. */
export interface TranslatedPaths {
  readonly outcomes: readonly PathOutcome[];
  /** Directories that must be made first, with `missing: "create"`. */
  readonly create: readonly string[];
  /** Canonical paths that are denied, with the other places at which they are mounted. */
  readonly denied: readonly string[];
  /** Canonical paths that got the permission's rights. */
  readonly granted: ReadonlySet<string>;
  /** Directories whose entries had to be granted one by one. */
  readonly split: readonly string[];
  /** Allowed paths left out because the same file is denied by another name. */
  readonly overruled: ReadonlySet<string>;
}

/** An entry, what it leads to, and the symbolic links on the way. */
interface Named {
  readonly entry: PathEntry;
  readonly path: string;
  readonly names: readonly string[];
}

/** Turns path entries into rules, and says what became of each.
 *
 * @throws LockdownError `PATH_NOT_FOUND`, `TOO_MANY_RULES`
 */
export function translatePaths(
  input: PathsInput,
  lookup: Lookup,
  rules: RuleTable,
): TranslatedPaths {
  const outcomes: PathOutcome[] = [];
  const create: Omit<Named, "names">[] = [];
  const allowed: Named[] = [];
  const denied = input.grants.deny.map((entry): Named => {
    refuseMistakenDeny(entry, input, lookup);
    if (input.isChild) refuseOfProcess("deny", input.permission, entry, lookup);
    return { entry, path: canonicalPath(entry.path, lookup), names: lookup.follow(entry.path).links };
  });
  const outcome = (grant: EntryDecision, { entry, path, names }: Named): PathOutcome => {
    const kind = lookup.resolve(path)?.kind;
    return {
      grant,
      entry: entry.text,
      path,
      isDirectory: kind === "directory",
      isFile: kind !== undefined && kind !== "directory",
      names,
      elsewhere: grant.effect === "deny" ? otherPlaces(path, input.mounts) : [],
    };
  };
  for (const entry of input.grants.allow) {
    if (input.isChild) refuseOfProcess("grant", input.permission, entry, lookup);
    const found = resolveAllowed(entry, input, denied, lookup, create);
    const names = lookup.follow(entry.path).links;
    if ("path" in found) allowed.push({ entry, path: found.path, names });
    else outcomes.push(outcome(found.grant, { entry, path: canonicalPath(entry.path, lookup), names }));
  }
  const closed = deniedPaths(input, denied);
  const carved = carve(marks(input, allowed, closed), lookup);
  for (const { path, isDirectory, listed, origins } of carved.grants) {
    rules.add(path, isDirectory, input.rights, origins, { mayVanish: listed });
  }
  for (const { entry, path } of create) rules.add(path, true, input.rights, [originOf(input, entry.text)]);
  for (const directory of carved.split) {
    // Listing is a right on the whole tree beneath, so it is given only where no directory is denied
    if (input.permission === "read" && directory.onlyFilesDenied) {
      rules.add(directory.path, true, FS.READ_DIR, directory.origins);
    }
  }

  if (input.grants.allowAll) {
    const all = { entry: { text: "*", path: "/" }, path: "/", names: [] };
    outcomes.push(outcome(reportAllowed(input, "*", "/", closed, carved), all));
  }
  for (const named of allowed) {
    const report = reportAllowed(input, named.entry.text, named.path, closed, carved);
    const reason = report.reason === undefined ? linkReason(named.entry, named.path) : {};
    outcomes.push(outcome({ ...report, ...reason }, named));
  }
  for (const named of denied) {
    const report = {
      ...base(input, named.entry.text, "deny"),
      status: "enforced",
      fidelity: "exact",
    } as const;
    const isHidden = input.grants.ignore?.includes(named.entry) ?? false;
    outcomes.push(
      outcome({ ...report, ...(isHidden ? HIDDEN : linkReason(named.entry, named.path)) }, named),
    );
  }
  return {
    outcomes,
    create: create.map(({ path }) => path),
    denied: closed,
    granted: new Set([...carved.grants, ...create].map(({ path }) => path)),
    split: carved.split.map(({ path }) => path),
    overruled: carved.overruled,
  };
}

/** All that must get none of the rights so that the denied entries get none: what they lead to, wherever else that is
 * mounted, and for writing every symbolic link on the way, since whoever replaces that replaces the denied file. */
function deniedPaths({ permission, mounts }: PathsInput, denied: readonly Named[]): string[] {
  const own = denied.flatMap(({ path, names }) => permission === "write" ? [path, ...names] : [path]);
  return [...new Set([...own, ...own.flatMap((path) => otherPlaces(path, mounts))])];
}

function otherPlaces(path: string, mounts: Mounts | undefined): readonly string[] {
  return path === "/" ? [] : mounts?.otherPlaces(path) ?? [];
}

function marks(input: PathsInput, allowed: readonly Named[], denied: readonly string[]): Mark[] {
  const mark = (path: string, text: string): Mark => ({ path, allow: true, origin: originOf(input, text) });
  return [
    ...(input.grants.allowAll ? [mark("/", "*")] : []),
    ...allowed.map(({ path, entry }) => mark(path, entry.text)),
    ...denied.map((path) => ({ path, allow: false })),
    ...input.alwaysDenied.map((path) => ({ path, allow: false })),
  ];
}

function resolveAllowed(
  entry: PathEntry,
  input: PathsInput,
  denied: readonly { path: string }[],
  lookup: Lookup,
  create: Omit<Named, "names">[],
): { readonly path: string } | { readonly grant: EntryDecision } {
  const resolved = lookup.resolve(entry.path);
  if (resolved !== undefined && resolved.path.startsWith("/")) return { path: resolved.path };
  if (resolved !== undefined) {
    throw new LockdownError(
      "PATH_NOT_FOUND",
      `Cannot grant ${input.permission} on ${
        quote(entry.text)
      }: it is an open descriptor (${resolved.path}), and those need no permission`,
      { subject: entry.text, remedy: "Leave it out" },
    );
  }
  if (input.missing === "create") {
    const path = canonicalPath(entry.path, lookup);
    if (denied.some((deny) => isWithin(deny.path, path))) {
      return {
        grant: {
          ...base(input, entry.text, "allow"),
          status: "partial",
          fidelity: "narrower",
          reason:
            "It does not exist, and a new directory cannot be granted with something denied in it: not made",
        },
      };
    }
    create.push({ entry, path });
    return {
      grant: {
        ...base(input, entry.text, "allow"),
        status: "enforced",
        fidelity: "exact",
        reason: "It did not exist and is made as a directory",
      },
    };
  }
  if (input.missing === "skip") {
    return {
      grant: {
        ...base(input, entry.text, "allow"),
        status: "partial",
        fidelity: "narrower",
        reason: "It does not exist, and the kernel has no rule for a path that is not there: skipped",
      },
    };
  }
  throw new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot grant ${input.permission} on ${quote(entry.text)}: no such file or directory${hint(entry)}`,
    {
      subject: entry.text,
      remedy: {
        library: 'Create it, or pass missing: "skip" or missing: "create"',
        command: "Create it, or add --missing=skip or --missing=create",
      },
    },
  );
}

function hint(entry: PathEntry): string {
  const mistake = mistakeIn(entry);
  if (mistake !== undefined) return mistake;
  return entry.text === entry.path ? "" : `, looked for at ${quote(entry.path)}`;
}

/** Guesses what a text that names no file was meant to be. */
function mistakeIn({ text }: PathEntry): string | undefined {
  if (text.startsWith("~")) return ' ("~" is not expanded in the flags of a runtime)';
  if (text.startsWith("file:")) return " (pass a path, not a URL)";
  if (/[*?]/.test(text)) return " (wildcards are not expanded in the flags of a runtime)";
  if (text.includes("$")) return " (variables are not expanded)";
  if (text.includes(",")) return " (pass one entry a list item)";
  return undefined;
}

/** A deny may name what does not exist yet, but one that was meant to be something else would deny nothing.
 *
 * @throws LockdownError `PATH_NOT_FOUND`
 */
function refuseMistakenDeny(entry: PathEntry, { permission }: PathsInput, lookup: Lookup): void {
  const mistake = mistakeIn(entry);
  if (entry.isLiteral === true || mistake === undefined || lookup.resolve(entry.path) !== undefined) return;
  throw new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot deny ${permission} on ${quote(entry.text)}: no such file or directory${mistake}`,
    {
      subject: entry.text,
      remedy: "Write the path itself; if it really has that name, make it first",
    },
  );
}

/** The path without symbolic links; for a missing one, where it would be made. */
export function canonicalPath(path: string, lookup: Lookup): string {
  return lookup.resolve(path)?.path ?? lookup.follow(path).end;
}

function reportAllowed(
  input: PathsInput,
  entry: string,
  path: string,
  closed: readonly string[],
  carved: Carved,
): EntryDecision {
  const report = base(input, entry, "allow");
  const isDenied = closed.includes(path) || carved.overruled.has(path);
  if (isDenied || input.alwaysDenied.includes(path)) {
    const reason = input.alwaysDenied.includes(path)
      ? "A program that may be run is never writable"
      : "The same file is denied, and then the deny wins";
    return { ...report, status: "partial", fidelity: "narrower", reason };
  }
  const split = carved.split.filter((directory) => isWithin(directory.path, path));
  if (split.length === 0) return { ...report, status: "enforced", fidelity: "exact" };
  const places = split.slice(0, 3).map((directory) => quote(directory.path)).join(", ");
  const more = split.length > 3 ? ` and ${split.length - 3} more` : "";
  const listing = input.permission === "write"
    ? "nothing can be created, moved or deleted directly in there"
    : split.every((directory) => directory.onlyFilesDenied)
    ? "entries made there later are not covered"
    : "entries made there later are not covered, and it cannot be listed";
  const undecodable = split.reduce((sum, directory) => sum + directory.undecodable, 0);
  const unnamed = undecodable === 0
    ? ""
    : `; ${undecodable} entries are left out because their names are not UTF-8`;
  const cause = input.alwaysDenied.length > 0 && closed.length === 0
    ? "a program in it may be run and must not be writable"
    : "the kernel cannot deny inside an allow";
  return {
    ...report,
    status: "partial",
    fidelity: "narrower",
    reason: `Because ${cause}, the entries of ${places}${more} are granted one by one: ${listing}${unnamed}`,
  };
}

const HIDDEN = {
  reason: "To the runtime it seems not to exist; the kernel answers that it is not permitted",
};

/** A rule binds what an entry leads to, by whatever name it is opened: a runtime's own check goes by names. */
function linkReason(entry: PathEntry, path: string): { readonly reason?: string } {
  if (entry.path === path) return {};
  return {
    reason: `A symbolic link leads from there to ${quote(path)}: that is what it holds for, under every name`,
  };
}

function base({ permission }: PathsInput, entry: string, effect: "allow" | "deny") {
  return { permission, entry, effect };
}

function originOf(input: PathsInput, entry: string): Origin {
  return { entry: base(input, entry, "allow") };
}
