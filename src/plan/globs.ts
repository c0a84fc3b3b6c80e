import { LockdownError } from "../errors.ts";
import type { PathRule } from "../landlock/ruleset.ts";
import { isWithin } from "../linux/paths.ts";
import { type Glob, isGlob, matchesName } from "../permissions/glob.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import type { Grants } from "../permissions/permission_set.ts";
import { quote } from "../text.ts";
import type { EntryDecision } from "./decision.ts";
import { type Evidence, type Flaw, withFlaws } from "./exactness.ts";
import { canonicalPath, lookFor, type Lookup } from "../linux/lookup.ts";
import type { Missing } from "./path_entries.ts";
import type { PathsInput } from "./paths.ts";

/** Entries of directories to look at for one pattern: more take about a tenth of a second. */
export const MOST_ENTRIES = 100_000;

/** A pattern and what it matches now. */
export interface ExpandedGlob {
  readonly effect: "allow" | "deny";
  /** As the user wrote it. */
  readonly text: string;
  /** With a canonical folder to look in. */
  readonly glob: Glob;
  readonly found: readonly string[];
  /** Whether names that are not UTF-8 were passed over. */
  readonly isIncomplete: boolean;
}

/** Grants in which each pattern has given way to the files it matches, and the patterns. */
export interface ExpandedGrants {
  readonly grants: Grants<PathEntry>;
  readonly globs: readonly ExpandedGlob[];
}

/** Looks patterns up.
 *
 * A name that begins with a dot is matched in a deny, and in an allow only where the pattern has the dot. A symbolic link
 * is matched in a deny only, and the way leads through none.
 *
 * @throws LockdownError `PATH_NOT_FOUND` for an allow that matches nothing, `TOO_MANY_RULES`
 */
export function expandGlobs(
  permission: PathsInput["permission"],
  grants: Grants<PathEntry>,
  missing: Missing,
  lookup: Lookup,
): ExpandedGrants {
  const entries = [...grants.allow, ...grants.deny];
  if (entries.every(({ glob }) => glob === undefined)) return { grants, globs: [] };
  const globs: ExpandedGlob[] = [];
  const expand = (effect: ExpandedGlob["effect"]) => (entry: PathEntry): PathEntry[] => {
    if (entry.glob === undefined) return [entry];
    const expanded = expandGlob(effect, entry.text, entry.glob, lookup);
    if (effect === "allow" && expanded.found.length === 0 && missing !== "skip") {
      throw nothing(permission, entry);
    }
    globs.push(expanded);
    return expanded.found.map((path) => ({ text: entry.text, path }));
  };
  const ignored = grants.ignore?.flatMap(expand("deny"));
  const denied = grants.deny.filter((entry) => !grants.ignore?.includes(entry)).flatMap(expand("deny"));
  return {
    grants: {
      allowAll: grants.allowAll,
      allow: grants.allow.flatMap(expand("allow")),
      deny: [...denied, ...ignored ?? []],
      ...(ignored === undefined ? {} : { ignore: ignored }),
    },
    globs,
  };
}

function nothing(permission: string, { text, glob }: PathEntry): LockdownError {
  return new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot grant ${permission} on ${quote(text)}: it matches nothing in ${
      quote(glob?.base)
    }. Names that begin with a ` +
      "dot need one in the pattern, and symbolic links are not matched",
    {
      subject: text,
      remedy: {
        library: 'Pass missing: "skip" if there may be none',
        command: "Add --missing=skip if there may be none",
      },
    },
  );
}

function expandGlob(effect: ExpandedGlob["effect"], text: string, glob: Glob, lookup: Lookup): ExpandedGlob {
  const base = canonicalPath(glob.base, lookup);
  const found = new Set<string>();
  let [looked, isIncomplete] = [0, false];
  walk(base, 0);
  return { effect, text, glob: { base, parts: glob.parts }, found: [...found].sort(), isIncomplete };

  function walk(folder: string, index: number): void {
    const part = glob.parts[index];
    if (part === undefined) return;
    const isLast = index === glob.parts.length - 1;
    if (part === "**") {
      if (!isLast) walk(folder, index + 1);
      for (const { name, path, kind } of entriesOf(folder)) {
        if (name.startsWith(".") && effect === "allow") continue;
        if (isLast) add(path, kind);
        else if (kind === "directory") walk(path, index);
      }
      return;
    }
    for (const { name, path, kind } of isGlob(part) ? entriesOf(folder) : entryOf(folder, part)) {
      if (!matchesName(part, name, effect === "deny")) continue;
      if (isLast) add(path, kind);
      else if (kind === "directory") walk(path, index + 1);
    }
  }

  function add(path: string, kind: string): void {
    if (kind !== "symlink" || effect === "deny") found.add(path);
  }

  function* entriesOf(folder: string): Generator<{ name: string; path: string; kind: string }> {
    let listing;
    try {
      listing = lookup.list(folder);
    } catch {
      return; // What cannot be listed by whoever plans cannot be listed inside
    }
    isIncomplete ||= listing.undecodable > 0;
    for (const { name, kind } of listing.entries) {
      if (++looked > MOST_ENTRIES) throw tooMany(text);
      yield { name, path: `${folder === "/" ? "" : folder}/${name}`, kind };
    }
  }

  /** An entry that is named in full; the name of a link is not followed. */
  function entryOf(folder: string, name: string): { name: string; path: string; kind: string }[] {
    const path = `${folder === "/" ? "" : folder}/${name}`;
    const isLink = lookup.follow(path).links.includes(path);
    const resolved = lookFor(lookup, path);
    if (isLink) return [{ name, path, kind: "symlink" }];
    return resolved === undefined ? [] : [{ name, path, kind: resolved.kind }];
  }
}

function tooMany(text: string): LockdownError {
  return new LockdownError(
    "TOO_MANY_RULES",
    `Cannot look up ${quote(text)}: there are more than ${MOST_ENTRIES} files and folders to look at`,
    {
      subject: text,
      remedy: "Begin the pattern with the folder you mean",
    },
  );
}

/** One line for each pattern instead of one for each file it matches. */
export function foldGlobs(
  grants: readonly EntryDecision[],
  globs: readonly ExpandedGlob[],
  permission: PathsInput["permission"],
  rights: bigint,
  evidence: Evidence,
): EntryDecision[] {
  let lines = [...grants];
  for (const expanded of globs) {
    const { effect, text } = expanded;
    const isOf = (grant: EntryDecision) => grant.effect === effect && grant.entry === text;
    const own = lines.filter(isOf);
    const first = lines.findIndex(isOf);
    const rest = lines.filter((grant) => !isOf(grant));
    const line = foldGlob(expanded, own, permission, rights, evidence);
    const at = first < 0 ? rest.length : lines.slice(0, first).filter((grant) => !isOf(grant)).length;
    lines = [...rest.slice(0, at), line, ...rest.slice(at)];
  }
  return lines;
}

function foldGlob(
  expanded: ExpandedGlob,
  own: readonly EntryDecision[],
  permission: PathsInput["permission"],
  rights: bigint,
  { rules, pins }: Evidence,
): EntryDecision {
  const { effect, text, glob } = expanded;
  const line: EntryDecision = {
    permission,
    entry: text,
    effect,
    status: "enforced",
    fidelity: "exact",
    reason: matchesOf(expanded),
  };
  const flaws = own.flatMap(({ fidelity, reason = "", minor }): Flaw[] =>
    fidelity === "wider" || fidelity === "narrower"
      ? [{ fidelity, reason, ...(minor === true ? { minor } : {}) }]
      : []
  );
  if (effect === "allow") {
    flaws.push({ fidelity: "narrower", reason: "What appears later is not covered" });
    if (pins.writableAround(glob.base) !== undefined) {
      flaws.push({
        fidelity: "wider",
        reason: `Names in ${
          quote(glob.base)
        } can be changed, and a later start grants what matches then. Deny writing there`,
      });
    }
  } else if (expanded.isIncomplete || rules.some((rule) => coversLater(rule, rights, glob))) {
    flaws.push({
      fidelity: "wider",
      reason:
        "What appears later and matches is not covered. Start anew when it may have, or grant less around it",
    });
  }
  const unique = flaws.filter(({ reason }, index) =>
    flaws.findIndex((other) => other.reason === reason) === index
  );
  return withFlaws(line, unique);
}

/** Whether a rule gives rights on files that do not exist yet and would match. */
function coversLater(
  { path, isDirectory, access }: PathRule,
  rights: bigint,
  { base, parts }: Glob,
): boolean {
  if (!isDirectory || (access & rights) === 0n) return false;
  if (isWithin(base, path)) return true;
  if (!isWithin(path, base)) return false;
  const depth = path.slice(base === "/" ? 0 : base.length).split("/").length - 1;
  return parts.includes("**") || depth < parts.length;
}

function matchesOf({ found }: ExpandedGlob): string {
  if (found.length === 0) return "It matches nothing now";
  const names = found.slice(0, 3).map(quote).join(", ");
  const more = found.length > 3 ? ` and ${found.length - 3} more` : "";
  return `It matches ${names}${more} now`;
}
