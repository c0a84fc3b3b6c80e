import { LockdownError } from "../errors.ts";
import { quote } from "../permissions/text.ts";
import type { Lookup } from "./lookup.ts";

/** A canonical path that is allowed or denied with all beneath it. */
export interface Decision {
  readonly path: string;
  readonly allow: boolean;
}

/** What to grant so that the decisions hold. Each path is granted with all beneath it. */
export interface Carved {
  readonly grants: readonly CarvedGrant[];
  /** Directories that could not be granted whole because something beneath is denied. */
  readonly split: readonly SplitDirectory[];
}

/** A path that is granted. */
export interface CarvedGrant {
  readonly path: string;
  readonly isDirectory: boolean;
  /** Whether nobody named it: an entry of a directory that was taken apart. */
  readonly listed: boolean;
}

/** A directory whose entries had to be granted one by one. */
export interface SplitDirectory {
  readonly path: string;
  /** Whether only files are denied beneath, so that listing it gives nothing away. */
  readonly onlyFilesDenied: boolean;
  /** Entries left out because their names are not UTF-8. */
  readonly undecodable: number;
}

/** Rules for entries nobody named that a carved-out deny may cost before it is refused. The kernel takes about 5 µs for each. */
export const MOST_CARVED_RULES = 10_000;

interface Node {
  readonly children: Map<string, Node>;
  allow?: boolean;
}

/** Grants everything the decisions allow and nothing they deny, with rules that can only allow.
 *
 * Landlock has no deny below a granted directory, so an allowed directory with a denied one inside is replaced
 * by its entries, except those on the way to the denied one, which are taken apart in turn. The longest matching
 * decision wins; of two on one path the deny. Symbolic links among the entries are skipped: a rule would bind
 * what they point to; so are other names of a denied file, whose rule would bind the file itself.
 *
 * @throws LockdownError `TOO_MANY_RULES`
 */
export function carve(decisions: readonly Decision[], lookup: Lookup): Carved {
  const grants: CarvedGrant[] = [];
  const split: SplitDirectory[] = [];
  let carved = 0;
  // Thousands of files are granted one by one, and with nothing denied that is all
  if (decisions.every(({ allow }) => allow)) {
    for (const { path } of decisions) grant(path);
    return { grants, split };
  }
  const denied = decisions.filter(({ allow }) => !allow).map(({ path }) => lookup.resolve(path)?.sharedInode);
  const deniedInodes = new Set<string | undefined>(denied.filter((inode) => inode !== undefined));
  visit(treeOf(decisions), "", false);
  return { grants, split };

  function visit(node: Node, path: string, inherited: boolean): void {
    const allow = node.allow ?? inherited;
    if (allow) {
      return containsDeny(node) && isDirectory(path) ? splitDirectory(node, path) : grant(path || "/");
    }
    for (const [name, child] of node.children) visit(child, `${path}/${name}`, false);
  }

  function splitDirectory(node: Node, path: string): void {
    const { entries, undecodable } = lookup.list(path || "/");
    for (const { name, kind } of entries) {
      const entry = `${path}/${name}`;
      const child = node.children.get(name);
      if (child !== undefined) visit(child, entry, true);
      else if (kind === "symlink" || isDenied(entry)) continue;
      else if (kind === "other") grant(entry, true);
      else push(entry, kind === "directory", true);
    }
    split.push({ path: path || "/", onlyFilesDenied: onlyFilesDenied(node, path), undecodable });
  }

  function onlyFilesDenied(node: Node, path: string): boolean {
    if (node.allow === false) return lookup.resolve(path)?.kind === "file";
    return [...node.children].every(([name, child]) => onlyFilesDenied(child, `${path}/${name}`));
  }

  /** Whether a denied file has this name too: a rule on it would open both. */
  function isDenied(path: string): boolean {
    return deniedInodes.size > 0 && deniedInodes.has(lookup.resolve(path)?.sharedInode);
  }

  /** A path can be denied that lies beneath a file or beneath nothing: then there is nothing to split. */
  function isDirectory(path: string): boolean {
    return lookup.resolve(path || "/")?.kind === "directory";
  }

  function grant(path: string, listed = false): void {
    const resolved = lookup.resolve(path);
    // Where a listing does not tell kinds, it may be a symbolic link
    if (resolved?.path === path) push(path, resolved.kind === "directory", listed);
  }

  function push(path: string, isDirectory: boolean, listed: boolean): void {
    if (listed && ++carved > MOST_CARVED_RULES) {
      throw new LockdownError(
        "TOO_MANY_RULES",
        `Cannot carve the denied paths out of what is allowed around ${
          quote(path)
        }: more than ${MOST_CARVED_RULES} ` +
          `entries would each need a rule. Allow the directories you need instead of one far above`,
      );
    }
    grants.push({ path, isDirectory, listed });
  }
}

function treeOf(decisions: readonly Decision[]): Node {
  const root: Node = { children: new Map() };
  for (const { path, allow } of decisions) {
    let node = root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      const child: Node = node.children.get(name) ?? { children: new Map() };
      node.children.set(name, child);
      node = child;
    }
    node.allow = (node.allow ?? true) && allow;
  }
  return root;
}

/** Whether anything beneath is denied. */
function containsDeny(node: Node): boolean {
  return [...node.children.values()].some((child) => child.allow === false || containsDeny(child));
}
