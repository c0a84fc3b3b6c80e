import { LockdownError } from "../../src/errors.ts";
import type { DirectoryEntry } from "../../src/linux/folders.ts";
import type { Lookup, Resolved, Way } from "../../src/linux/lookup.ts";

/** Files of a made-up file system by their paths: a text is the content, a path that ends in `/` is an empty
 * directory, `-> target` a symbolic link, `=` a socket. Directories above are there of themselves. What begins with
 * `#!` or an ELF header may be executed. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

type Node = Map<string, Node> | string | Uint8Array;

const MOST_LINKS = 40;
/** All of it is one file system, unless the files say otherwise. */
const ONE_MOUNT = "1 1 0:1 / / rw - ext4 none rw\n";

/** A lookup on files that exist only here. */
export function tree(files: Files): Lookup {
  const root: Map<string, Node> = new Map();
  for (const [path, content] of Object.entries(files)) {
    const names = namesOf(path);
    const last = path.endsWith("/") ? undefined : names.pop();
    const folder = names.reduce(enter, root);
    if (last !== undefined) folder.set(last, content);
  }
  return {
    resolve: (path) => resolve(root, path),
    list(path) {
      const found = find(root, path);
      if (!(found?.node instanceof Map)) {
        throw new LockdownError("PATH_NOT_FOUND", `Cannot look up "${path}": ENOTDIR`);
      }
      const entries: DirectoryEntry[] = [...found.node].map(([name, node]) => ({ name, kind: kindOf(node) }));
      return { entries, undecodable: 0 };
    },
    follow: (path) => follow(root, path),
    statuses(path) {
      const found = find(root, path);
      if (!(found?.node instanceof Map)) return undefined;
      const entries = [...found.node].map(([name, node]) => ({
        name,
        kind: kindOf(node),
        executable: isExecutable(node),
        inode: `${found.path}/${name}`,
        links: 1,
        identity: { inode: 0n, born: 0n },
      }));
      return { entries, undecodable: 0 };
    },
    read(path, offset = 0, length = Infinity) {
      const node = find(root, path)?.node ?? (path === "/proc/self/mountinfo" ? ONE_MOUNT : undefined);
      if (node === undefined || node instanceof Map) return undefined;
      const bytes = typeof node === "string" ? new TextEncoder().encode(node) : node;
      return bytes.slice(offset, Math.min(bytes.length, offset + length));
    },
  };
}

/** Paths of all that is in a lookup, the root's first, links not followed. */
export function everyPath(
  lookup: Lookup,
  path: string = "/",
): { path: string; kind: DirectoryEntry["kind"] }[] {
  return lookup.list(path).entries.flatMap(({ name, kind }) => {
    const child = `${path === "/" ? "" : path}/${name}`;
    return [{ path: child, kind }, ...(kind === "directory" ? everyPath(lookup, child) : [])];
  });
}

function enter(folder: Map<string, Node>, name: string): Map<string, Node> {
  const child = folder.get(name) ?? new Map<string, Node>();
  if (!(child instanceof Map)) throw new Error(`"${name}" is a file and has files beneath it`);
  folder.set(name, child);
  return child;
}

function resolve(root: Node, path: string): Resolved | undefined {
  const found = find(root, path);
  if (found === undefined) return undefined;
  return {
    path: found.path,
    kind: kindOf(found.node),
    executable: isExecutable(found.node),
    inode: found.path,
    links: 1,
    identity: { inode: 0n, born: 0n },
  };
}

/** Walks along a path and follows links, as the kernel does. */
function find(root: Node, path: string): { path: string; node: Node } | undefined {
  if (path === "") return undefined;
  const waiting = namesOf(path);
  const walked: { name: string; node: Node }[] = [];
  const here = () => walked.at(-1)?.node ?? root;
  for (let name = waiting.shift(), links = 0; name !== undefined; name = waiting.shift()) {
    const folder = here();
    if (!(folder instanceof Map)) return undefined;
    if (name === ".") continue;
    if (name === "..") {
      walked.pop();
      continue;
    }
    const node = folder.get(name);
    if (node === undefined) return undefined;
    const target = targetOf(node);
    if (target === undefined) walked.push({ name, node });
    else {
      if (++links > MOST_LINKS) throw new LockdownError("PATH_NOT_FOUND", `Cannot look up "${path}": ELOOP`);
      if (target.startsWith("/")) walked.length = 0;
      waiting.unshift(...namesOf(target));
    }
  }
  return { path: `/${walked.map(({ name }) => name).join("/")}`, node: here() };
}

/** The links on the way along a path, and where it ends, which need not exist. */
function follow(root: Node, path: string): Way {
  const waiting = namesOf(path);
  const links: string[] = [];
  let at = "";
  for (let name = waiting.shift(); name !== undefined && links.length < MOST_LINKS; name = waiting.shift()) {
    if (name === ".") continue;
    const entry = `${at}/${name}`;
    const node = at === "" ? (root as Map<string, Node>).get(name) : folderAt(root, at)?.get(name);
    const target = node === undefined ? undefined : targetOf(node);
    if (name === "..") at = at.slice(0, at.lastIndexOf("/"));
    else if (target === undefined) at = entry;
    else {
      links.push(entry);
      if (target.startsWith("/")) at = "";
      waiting.unshift(...namesOf(target));
    }
  }
  return { links, end: at === "" ? "/" : at };
}

function folderAt(root: Node, path: string): Map<string, Node> | undefined {
  const node = find(root, path)?.node;
  return node instanceof Map ? node : undefined;
}

function namesOf(path: string): string[] {
  return path.split("/").filter((name) => name !== "");
}

function targetOf(node: Node): string | undefined {
  return typeof node === "string" && node.startsWith("-> ") ? node.slice(3) : undefined;
}

function kindOf(node: Node): DirectoryEntry["kind"] {
  if (node instanceof Map) return "directory";
  if (node === "=") return "other";
  return targetOf(node) === undefined ? "file" : "symlink";
}

function isExecutable(node: Node): boolean {
  if (node instanceof Map) return true;
  return typeof node === "string" ? node.startsWith("#!") : node[0] === 0x7f;
}
