import { LockdownError } from "../errors.ts";
import { canonicalPath, type Lookup } from "../linux/lookup.ts";
import { isWithin } from "../linux/paths.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import { quote } from "../text.ts";
import { refuseOfProcess } from "./process_paths.ts";

/** How to treat a granted path that does not exist. */
export type Missing = "error" | "skip" | "create";

/** An entry, what it leads to, and the symbolic links on the way. */
export interface Named {
  readonly entry: PathEntry;
  /** Canonical; for a missing one as far as it exists. */
  readonly path: string;
  readonly names: readonly string[];
}

/** An allowed entry, and what is done about it. */
export interface FoundEntry extends Named {
  readonly fate: "granted" | "made" | "not made" | "skipped";
}

/** Facts that decide whether an entry is accepted. */
interface Acceptance {
  readonly permission: string;
  /** Whether the plan is for another process than this one. */
  readonly isChild: boolean;
}

/** Finds where a denied entry leads.
 *
 * @throws LockdownError `PATH_NOT_FOUND` for one that was meant to be something else
 */
export function findDenied(entry: PathEntry, { permission, isChild }: Acceptance, lookup: Lookup): Named {
  refuseMistakenDeny(entry, permission, lookup);
  if (isChild) refuseOfProcess("deny", permission, entry, lookup);
  return { entry, path: canonicalPath(entry.path, lookup), names: lookup.follow(entry.path).links };
}

/** Finds where an allowed entry leads, and decides what to do if it leads nowhere.
 *
 * @throws LockdownError `PATH_NOT_FOUND`
 */
export function findAllowed(
  entry: PathEntry,
  { permission, isChild, missing, denied }: Acceptance & {
    readonly missing: Missing;
    readonly denied: readonly Named[];
  },
  lookup: Lookup,
): FoundEntry {
  if (isChild) refuseOfProcess("grant", permission, entry, lookup);
  const resolved = lookup.resolve(entry.path);
  const { links: names, end } = lookup.follow(entry.path);
  if (resolved?.path.startsWith("/") === true) return { entry, path: resolved.path, names, fate: "granted" };
  if (resolved !== undefined) throw isDescriptor(entry, permission, resolved.path);
  if (missing === "error") throw notFound(entry, permission);
  const isBlocked = denied.some((deny) => isWithin(deny.path, end));
  const fate = missing === "skip" ? "skipped" : isBlocked ? "not made" : "made";
  return { entry, path: end, names, fate };
}

function isDescriptor({ text }: PathEntry, permission: string, path: string): LockdownError {
  return new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot grant ${permission} on ${
      quote(text)
    }: it is an open descriptor (${path}), and those need no permission`,
    { subject: text, remedy: "Leave it out" },
  );
}

function notFound(entry: PathEntry, permission: string): LockdownError {
  return new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot grant ${permission} on ${quote(entry.text)}: no such file or directory${hint(entry)}`,
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
function mistakeIn({ text, isLiteral }: PathEntry): string | undefined {
  if (isLiteral === true && text.startsWith("~")) return ' ("~" is not expanded in the flags of a runtime)';
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
function refuseMistakenDeny(entry: PathEntry, permission: string, lookup: Lookup): void {
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
