import { LockdownError } from "../errors.ts";
import { quote } from "../text.ts";
import { lookFor, type Lookup } from "../linux/lookup.ts";
import type { Origin } from "./origin.ts";

/** A canonical path that is allowed or denied with all beneath it. */
export interface Mark {
  readonly path: string;
  readonly allow: boolean;
  /** What allows it. */
  readonly origin?: Origin | undefined;
}

/** What to grant so that the marks hold. Each path is granted with all beneath it. */
export interface Carved {
  readonly grants: readonly CarvedGrant[];
  /** Directories that could not be granted whole because something beneath is denied. */
  readonly split: readonly SplitDirectory[];
  /** Paths that are not granted although this name of theirs is allowed: another one is denied. */
  readonly overruled: ReadonlySet<string>;
}

/** A path that is granted. */
export interface CarvedGrant {
  readonly path: string;
  readonly isDirectory: boolean;
  /** Whether nobody named it: an entry of a directory that was taken apart. */
  readonly listed: boolean;
  /** What allows it. */
  readonly origins: readonly Origin[];
}

/** A directory whose entries had to be granted one by one. */
export interface SplitDirectory {
  readonly path: string;
  /** Whether only files are denied beneath, so that listing it gives nothing away. */
  readonly onlyFilesDenied: boolean;
  /** Entries left out because their names are not UTF-8. */
  readonly undecodable: number;
  /** What allows it. */
  readonly origins: readonly Origin[];
}

/** Rules for entries nobody named that a carved-out deny may cost before it is refused. The kernel takes about 5 µs for each. */
export const MOST_CARVED_RULES = 10_000;

interface Node {
  readonly children: Map<string, Node>;
  allow?: boolean;
  readonly origins: Origin[];
}

interface Place {
  readonly path: string;
  readonly node: Node;
}

/** Grants everything the marks allow and nothing they deny, with rules that can only allow.
 *
 * Landlock has no deny below a granted directory, so an allowed directory with a denied one inside is replaced
 * by its entries, except those on the way to the denied one, which are taken apart in turn. The longest matching
 * mark wins; of two on one path the deny. Symbolic links among the entries are skipped: a rule would bind
 * what they point to. What is denied by one name is so by every name that is come across, of hard links, of what is
 * mounted at two places, and where case does not matter: a rule binds the file itself, and would open the denied name.
 *
 * @throws LockdownError `TOO_MANY_RULES`
 */
export function carve(marks: readonly Mark[], lookup: Lookup): Carved {
  const grants: CarvedGrant[] = [];
  const split: SplitDirectory[] = [];
  const overruled = new Set<string>();
  let carved = 0;
  const closed = new Map<string, Place>();
  // Thousands of files are granted one by one, and with nothing denied that is all
  if (marks.every(({ allow }) => allow)) {
    for (const { path, origin } of marks) grant(path, origin === undefined ? [] : [origin]);
    return { grants, split, overruled };
  }
  const tree = treeOf(marks);
  findClosed(tree, "", lookup, closed);
  visit(tree, "", undefined);
  return { grants, split, overruled };

  /** @param inherited what allows the directory above it; `undefined` if nothing does */
  function visit(node: Node, path: string, inherited: readonly Origin[] | undefined): void {
    const allowing = node.allow === false
      ? undefined
      : node.allow === true
      ? [...inherited ?? [], ...node.origins]
      : inherited;
    if (allowing !== undefined && !isDeniedElsewhere(path)) {
      if (containsDeny(node) && isDirectory(path)) return splitDirectory(node, path, allowing);
      return grant(path || "/", [...allowing, ...originsBeneath(node)]);
    }
    for (const [name, child] of node.children) visit(child, `${path}/${name}`, undefined);
  }

  /** Whether it is denied by another name. */
  function isDeniedElsewhere(path: string): boolean {
    const other = closed.get(lookup.resolve(path || "/")?.inode ?? "");
    const isOverruled = other?.node.allow === false && other.path !== path;
    if (isOverruled) overruled.add(path);
    return isOverruled;
  }

  function splitDirectory(node: Node, path: string, allowing: readonly Origin[]): void {
    const { entries, undecodable } = lookup.list(path || "/");
    for (const { name, kind } of entries) {
      const entry = `${path}/${name}`;
      const child = node.children.get(name);
      if (child !== undefined) visit(child, entry, allowing);
      else if (kind !== "symlink") grant(entry, allowing, true);
    }
    const origins = allowing;
    split.push({ path: path || "/", onlyFilesDenied: onlyFilesDenied(node, path), undecodable, origins });
  }

  function onlyFilesDenied(node: Node, path: string): boolean {
    if (node.allow === false) return lookup.resolve(path)?.kind === "file";
    return [...node.children].every(([name, child]) => onlyFilesDenied(child, `${path}/${name}`));
  }

  /** A path can be denied that lies beneath a file or beneath nothing: then there is nothing to split. */
  function isDirectory(path: string): boolean {
    return lookup.resolve(path || "/")?.kind === "directory";
  }

  function grant(path: string, origins: readonly Origin[], listed = false): void {
    // What is listed and cannot be looked at, as another user's FUSE mount, is no reason to give up
    const resolved = listed ? lookFor(lookup, path) : lookup.resolve(path);
    // Where a listing does not tell kinds, it may be a symbolic link
    if (resolved?.path !== path) return;
    const other = closed.get(resolved.inode);
    if (other === undefined || other.path === path) {
      push({ path, isDirectory: resolved.kind === "directory", listed, origins });
    } else if (!isDeniedElsewhere(path)) splitDirectory(other.node, path, origins);
  }

  function push(grant: CarvedGrant): void {
    if (grant.listed && ++carved > MOST_CARVED_RULES) {
      throw new LockdownError(
        "TOO_MANY_RULES",
        `Cannot carve the denied paths out of what is allowed around ${
          quote(grant.path)
        }: more than ${MOST_CARVED_RULES} ` +
          `entries would each need a rule`,
        { subject: grant.path, remedy: "Allow the directories you need instead of one far above" },
      );
    }
    grants.push(grant);
  }
}

/** Finds what is denied, and the directories above it, which must not be granted whole by another name: by inode. */
function findClosed(node: Node, path: string, lookup: Lookup, closed: Map<string, Place>): void {
  const resolved = lookup.resolve(path || "/");
  // A denied root says no more than that nothing else is allowed
  const isDenied = node.allow === false && path !== "";
  const isAbove = containsDeny(node) && resolved?.kind === "directory";
  if (resolved?.path === (path || "/") && (isDenied || isAbove)) {
    if (closed.get(resolved.inode)?.node.allow !== false) {
      closed.set(resolved.inode, { path: resolved.path, node });
    }
  }
  for (const [name, child] of node.children) findClosed(child, `${path}/${name}`, lookup, closed);
}

function treeOf(marks: readonly Mark[]): Node {
  const root: Node = { children: new Map(), origins: [] };
  for (const { path, allow, origin } of marks) {
    let node = root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      const child: Node = node.children.get(name) ?? { children: new Map(), origins: [] };
      node.children.set(name, child);
      node = child;
    }
    node.allow = (node.allow ?? true) && allow;
    if (origin !== undefined) node.origins.push(origin);
  }
  return root;
}

/** Whether anything beneath is denied. */
function containsDeny(node: Node): boolean {
  return [...node.children.values()].some((child) => child.allow === false || containsDeny(child));
}

/** What allows something in a directory that is granted whole. */
function originsBeneath(node: Node): Origin[] {
  return [...node.children.values()].flatMap((child) => [...child.origins, ...originsBeneath(child)]);
}
