import { LockdownError } from "../errors.ts";
import { canonicalPath, lookFor, type Lookup } from "../linux/lookup.ts";
import { parent } from "../linux/paths.ts";
import type { RunEntry } from "../permissions/run_entry.ts";
import { quote } from "../text.ts";
import { type EntryDecision, narrower } from "./decision.ts";
import type { EntryName } from "./origin.ts";
import type { Missing } from "./path_entries.ts";

/** Folders where programs lie even if PATH does not name them. */
export const PROGRAM_FOLDERS: readonly string[] = [
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/sbin",
  "/usr/bin",
  "/sbin",
  "/bin",
];

/** A program that an entry names: by the path at which it was found, and by its canonical path. */
export interface FoundProgram {
  readonly name: string;
  readonly path: string;
}

/** Where names are looked up. */
export interface Search {
  readonly find: (name: string) => string | undefined;
  /** The same where the sandbox may write: nothing is granted there by a name alone. */
  readonly findPlanted: (name: string) => string | undefined;
}

export function findEntry(
  entry: RunEntry,
  { missing, searchPath }: { readonly missing: Missing; readonly searchPath: string | undefined },
  { find, findPlanted }: Search,
  lookup: Lookup,
): FoundProgram | { readonly decision: EntryDecision } {
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
  if (missing === "skip") {
    const reason = planted === undefined
      ? "There is no such program: skipped"
      : `Skipped: ${onlyPlanted(planted)}`;
    return { decision: narrower(nameOf(entry, "allow"), reason) };
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
    : searchPath === undefined
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

export function onlyPlanted(path: string): string {
  return `of all folders of PATH it is only in ${
    quote(parent(path))
  }, where writing is granted, and what lies there is not granted by its name alone`;
}

/** Where a denied program lies: with a slash that path, else every program of that name. */
export function deniedPaths(entry: RunEntry, folders: readonly string[], lookup: Lookup): string[] {
  if (entry.path !== undefined) return [canonicalPath(entry.path, lookup)];
  return [...folders, ...PROGRAM_FOLDERS]
    .map((folder) => lookFor(lookup, `${folder}/${entry.text}`))
    .filter((resolved) => resolved?.kind === "file")
    .map((resolved) => (resolved as { path: string }).path);
}

export function nameOf({ text }: RunEntry, effect: "allow" | "deny"): EntryName {
  return { permission: "run", entry: text, effect };
}
