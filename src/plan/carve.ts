import { LockdownError } from "../errors.ts";
import { sealClass } from "../javascript/seal_class.ts";
import { lookFor, type Lookup } from "../linux/lookup.ts";
import { quote } from "../text.ts";
import type { Origin } from "./origin.ts";

/** A canonical path that is allowed or denied with all beneath it. */
export interface Mark {
  readonly path: string;
  readonly allow: boolean;
  /** Origin of the allow. */
  readonly origin?: Origin | undefined;
}

/** Paths to grant so that the marks hold. Each path is granted with all beneath it. */
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
  /** Whether no mark names it: an entry of a directory that was split. */
  readonly listed: boolean;
  /** Origins of the allows. */
  readonly origins: readonly Origin[];
}

/** A directory whose entries had to be granted one by one. */
export interface SplitDirectory {
  readonly path: string;
  /** Whether only files are denied beneath, so that listing it gives nothing away. */
  readonly onlyFilesDenied: boolean;
  /** Entries left out because their names are not UTF-8. */
  readonly undecodable: number;
  /** Origins of the allows. */
  readonly origins: readonly Origin[];
}

/** Rules for listed entries that a carved-out deny may cost before it is refused. The kernel takes about 5 µs for each. */
export const MOST_CARVED_RULES = 10_000;

/** Grants everything the marks allow and nothing they deny, with rules that can only allow.
 *
 * Landlock has no deny below a granted directory, so an allowed directory with a denied one inside is replaced by its
 * entries, except those on the way to the denied one, which are split in turn. The longest matching mark wins; of two
 * on one path the deny. Symbolic links among the entries are skipped: a rule would bind what they point to. A deny also
 * covers every other name that is found: hard links, what is mounted at two places, spellings where case does not
 * matter. A rule binds the file itself, so a rule on another name would open the denied one.
 *
 * @throws LockdownError `TOO_MANY_RULES`
 */
export function carve(marks: readonly Mark[], lookup: Lookup): Carved {
  return new Carver(marks, lookup);
}

interface Node {
  readonly children: Map<string, Node>;
  allow?: boolean;
  readonly origins: Origin[];
}

interface Place {
  readonly path: string;
  readonly node: Node;
}

class Carver implements Carved {
  readonly grants: CarvedGrant[] = [];
  readonly split: SplitDirectory[] = [];
  readonly overruled: Set<string> = new Set();
  readonly #lookup: Lookup;
  /** Denied files and the directories above them, by inode. */
  readonly #closed = new Map<string, Place>();
  #listed = 0;

  constructor(marks: readonly Mark[], lookup: Lookup) {
    this.#lookup = lookup;
    // Thousands of files are granted one by one, and with nothing denied that is all
    if (marks.every(({ allow }) => allow)) {
      for (const { path, origin } of marks) this.#grant(path, origin === undefined ? [] : [origin]);
      return;
    }
    const tree = treeOf(marks);
    this.#findClosed(tree, "");
    this.#visit(tree, "", undefined);
  }

  /** Finds what must not be granted whole by another name. */
  #findClosed(node: Node, path: string): void {
    const resolved = this.#lookup.resolve(path || "/");
    // A denied root only says that nothing else is allowed
    const isDenied = node.allow === false && path !== "";
    const isAbove = containsDeny(node) && resolved?.kind === "directory";
    if (resolved?.path === (path || "/") && (isDenied || isAbove)) {
      if (this.#closed.get(resolved.inode)?.node.allow !== false) {
        this.#closed.set(resolved.inode, { path: resolved.path, node });
      }
    }
    for (const [name, child] of node.children) this.#findClosed(child, `${path}/${name}`);
  }

  /** @param inherited what allows the directory above it; `undefined` if nothing does */
  #visit(node: Node, path: string, inherited: readonly Origin[] | undefined): void {
    const allowing = node.allow === undefined
      ? inherited
      : node.allow
      ? [...inherited ?? [], ...node.origins]
      : undefined;
    if (allowing !== undefined && !this.#isDeniedElsewhere(path)) {
      const splits = containsDeny(node) && this.#kindOf(path) === "directory";
      if (splits) return this.#splitDirectory(node, path, allowing);
      return this.#grant(path || "/", [...allowing, ...originsBeneath(node)]);
    }
    for (const [name, child] of node.children) this.#visit(child, `${path}/${name}`, undefined);
  }

  /** Whether it is denied by another name. */
  #isDeniedElsewhere(path: string): boolean {
    const other = this.#closed.get(this.#lookup.resolve(path || "/")?.inode ?? "");
    const isOverruled = other?.node.allow === false && other.path !== path;
    if (isOverruled) this.overruled.add(path);
    return isOverruled;
  }

  #splitDirectory(node: Node, path: string, origins: readonly Origin[]): void {
    const { entries, undecodable } = this.#lookup.list(path || "/");
    for (const { name, kind } of entries) {
      const entry = `${path}/${name}`;
      const child = node.children.get(name);
      if (child !== undefined) this.#visit(child, entry, origins);
      else if (kind !== "symlink") this.#grant(entry, origins, true);
    }
    const onlyFilesDenied = this.#deniesOnlyFiles(node, path);
    this.split.push({ path: path || "/", onlyFilesDenied, undecodable, origins });
  }

  #deniesOnlyFiles(node: Node, path: string): boolean {
    if (node.allow === false) return this.#kindOf(path) === "file";
    return [...node.children].every(([name, child]) => this.#deniesOnlyFiles(child, `${path}/${name}`));
  }

  /** `undefined` beneath a file or where nothing is: a path can be denied all the same. */
  #kindOf(path: string): string | undefined {
    return this.#lookup.resolve(path || "/")?.kind;
  }

  #grant(path: string, origins: readonly Origin[], listed = false): void {
    // A listed entry that cannot be looked at, such as another user's FUSE mount, is no reason to give up
    const resolved = listed ? lookFor(this.#lookup, path) : this.#lookup.resolve(path);
    // Where a listing does not tell kinds, it may be a symbolic link
    if (resolved?.path !== path) return;
    const other = this.#closed.get(resolved.inode);
    if (other === undefined || other.path === path) {
      if (listed && ++this.#listed > MOST_CARVED_RULES) throw tooManyRules(path);
      this.grants.push({ path, isDirectory: resolved.kind === "directory", listed, origins });
    } else if (!this.#isDeniedElsewhere(path)) this.#splitDirectory(other.node, path, origins);
  }
}

sealClass(Carver);

function tooManyRules(path: string): LockdownError {
  return new LockdownError(
    "TOO_MANY_RULES",
    `Cannot carve the denied paths out of what is allowed around ${
      quote(path)
    }: more than ${MOST_CARVED_RULES} ` +
      "entries would each need a rule",
    { subject: path, remedy: "Allow the directories you need instead of one far above" },
  );
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

/** Origins of the allows inside a directory that is granted whole. */
function originsBeneath(node: Node): Origin[] {
  return [...node.children.values()].flatMap((child) => [...child.origins, ...originsBeneath(child)]);
}
