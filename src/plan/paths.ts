import { FS } from "../landlock/abi.ts";
import { isWithin } from "../linux/paths.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import type { Grants } from "../permissions/permission_set.ts";
import { quote } from "../text.ts";
import { carve, type Carved, type Mark } from "./carve.ts";
import { type EntryDecision, exact, narrower } from "./decision.ts";
import type { Lookup } from "../linux/lookup.ts";
import { everyPlace, type Mounts } from "./mounts.ts";
import type { EntryName, Origin } from "./origin.ts";
import { findAllowed, findDenied, type FoundEntry, type Missing, type Named } from "./path_entries.ts";
import type { RuleTable } from "./rule_table.ts";

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

/** Translated path entries. */
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

/** An entry, and what is done about it if it is allowed by name. */
type Considered = Named & Partial<Pick<FoundEntry, "fate">>;

/** Turns path entries into rules, and says what became of each.
 *
 * @throws LockdownError `PATH_NOT_FOUND`, `TOO_MANY_RULES`
 */
export function translatePaths(input: PathsInput, lookup: Lookup, rules: RuleTable): TranslatedPaths {
  const { grants, permission, missing, isChild } = input;
  const denied = grants.deny.map((entry) => findDenied(entry, { permission, isChild }, lookup));
  const found = grants.allow.map((entry) =>
    findAllowed(entry, { permission, isChild, missing, denied }, lookup)
  );
  const allowed = found.filter(({ fate }) => fate === "granted");
  const made = found.filter(({ fate }) => fate === "made");
  const closed = deniedPaths(input, denied);
  const carved = carve(marks(input, allowed, closed), lookup);
  addRules(input, carved, made, rules);
  const everything = { entry: { text: "*", path: "/" }, path: "/", names: [] };
  const decided: (readonly [Considered, EntryDecision])[] = [
    ...found.flatMap((each) => {
      const decision = decideMissing(input, each);
      return decision === undefined ? [] : [[each, decision] as const];
    }),
    ...[...(grants.allowAll ? [everything] : []), ...allowed].map((each) =>
      [each, decideAllowed(input, each, closed, carved)] as const
    ),
    ...denied.map((each) => {
      const isHidden = grants.ignore?.includes(each.entry) ?? false;
      return [
        each,
        exact(nameOf(input, each.entry.text, "deny"), isHidden ? HIDDEN : linkReason(each)),
      ] as const;
    }),
  ];
  return {
    outcomes: decided.map(([each, grant]) => outcomeOf(each, grant, input, lookup)),
    create: made.map(({ path }) => path),
    denied: closed,
    granted: new Set([...carved.grants, ...made].map(({ path }) => path)),
    split: carved.split.map(({ path }) => path),
    overruled: carved.overruled,
  };
}

function addRules(input: PathsInput, carved: Carved, made: readonly Named[], rules: RuleTable): void {
  for (const { path, isDirectory, listed, origins } of carved.grants) {
    rules.add(path, isDirectory, input.rights, origins, { mayVanish: listed });
  }
  for (const { entry, path } of made) rules.add(path, true, input.rights, [originOf(input, entry.text)]);
  for (const directory of carved.split) {
    // Listing is a right on the whole tree beneath, so it is given only where no directory is denied
    if (input.permission === "read" && directory.onlyFilesDenied) {
      rules.add(directory.path, true, FS.READ_DIR, directory.origins);
    }
  }
}

function outcomeOf(
  { entry, path, names, fate }: Considered,
  grant: EntryDecision,
  { mounts }: PathsInput,
  lookup: Lookup,
): PathOutcome {
  const kind = lookup.resolve(path)?.kind;
  return {
    grant,
    entry: entry.text,
    path,
    isDirectory: kind === "directory" || fate === "made",
    isFile: kind !== undefined && kind !== "directory",
    names,
    elsewhere: grant.effect === "deny" ? mounts?.otherPlaces(path) ?? [] : [],
  };
}

/** All that must get none of the rights so that the denied entries get none: what they lead to, wherever else that is
 * mounted, and for writing every symbolic link on the way, since whoever replaces that replaces the denied file. */
function deniedPaths({ permission, mounts }: PathsInput, denied: readonly Named[]): string[] {
  const own = denied.flatMap(({ path, names }) => permission === "write" ? [path, ...names] : [path]);
  return [...new Set(everyPlace(own, mounts))];
}

function marks(input: PathsInput, allowed: readonly Named[], denied: readonly string[]): Mark[] {
  const mark = (path: string, text: string): Mark => ({ path, allow: true, origin: originOf(input, text) });
  return [
    ...(input.grants.allowAll ? [mark("/", "*")] : []),
    ...allowed.map(({ path, entry }) => mark(path, entry.text)),
    ...[...denied, ...everyPlace(input.alwaysDenied, input.mounts)].map((path) => ({ path, allow: false })),
  ];
}

/** `undefined` for an entry whose path is there. */
function decideMissing(input: PathsInput, { entry, fate }: FoundEntry): EntryDecision | undefined {
  const name = nameOf(input, entry.text, "allow");
  switch (fate) {
    case "granted":
      return undefined;
    case "made":
      return exact(name, "It did not exist and is made as a directory");
    case "not made":
      return narrower(
        name,
        "It does not exist, and a new directory cannot be granted with something denied in it: not made",
      );
    case "skipped":
      return narrower(
        name,
        "It does not exist, and the kernel has no rule for a path that is not there: skipped",
      );
  }
}

function decideAllowed(
  input: PathsInput,
  named: Named,
  closed: readonly string[],
  carved: Carved,
): EntryDecision {
  const decision = decideByRules(input, named.entry.text, named.path, closed, carved);
  const reason = decision.reason ?? linkReason(named);
  return reason === undefined ? decision : { ...decision, reason };
}

function decideByRules(
  input: PathsInput,
  entry: string,
  path: string,
  closed: readonly string[],
  carved: Carved,
): EntryDecision {
  const name = nameOf(input, entry, "allow");
  const isDenied = closed.includes(path) || carved.overruled.has(path);
  if (isDenied || input.alwaysDenied.includes(path)) {
    return narrower(
      name,
      input.alwaysDenied.includes(path)
        ? "A program that may be run is never writable"
        : "The same file is denied, and then the deny wins",
    );
  }
  const split = carved.split.filter((directory) => isWithin(directory.path, path));
  if (split.length === 0) return exact(name);
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
  return narrower(
    name,
    `Because ${cause}, the entries of ${places}${more} are granted one by one: ${listing}${unnamed}`,
  );
}

const HIDDEN = "To the runtime it seems not to exist; the kernel answers that it is not permitted";

/** A rule binds what an entry leads to, by whatever name it is opened: a runtime's own check goes by names. */
function linkReason({ entry, path }: Named): string | undefined {
  if (entry.path === path) return undefined;
  return `A symbolic link leads from there to ${quote(path)}: that is what it holds for, under every name`;
}

function nameOf({ permission }: PathsInput, entry: string, effect: "allow" | "deny"): EntryName {
  return { permission, entry, effect };
}

function originOf(input: PathsInput, entry: string): Origin {
  return { entry: nameOf(input, entry, "allow") };
}
