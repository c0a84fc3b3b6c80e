import type { TreeItem } from "./case.ts";

/** The tree as it was made, in memory: where names lead, and which names an object has. */

/** A file, folder or symbolic link, whatever its names. */
export interface Item {
  readonly kind: "folder" | "file" | "program" | "symlink";
  readonly entries: Map<string, Item>;
  /** Text of a symbolic link. */
  readonly to: string;
}

/** Where a path leads. */
export interface Place {
  /** Without symbolic links. What is missing is as written behind the last folder that exists. */
  readonly path: string;
  /** `undefined` if nothing is there. */
  readonly item: Item | undefined;
  /** The symbolic links on the way, by their own paths. */
  readonly links: readonly string[];
}

/** The working directory. */
export const HERE = "@/t";

/** A tree that can be asked. */
export class Model {
  readonly #root = folder();
  readonly #mounts = new Map<string, Item>();
  readonly #names = new Map<Item, string[]>();

  constructor(items: readonly TreeItem[]) {
    for (const name of ["t", "out"]) this.#root.entries.set(name, folder());
    for (const item of items) this.#add(item);
    this.#nameAll("@", this.#root, false);
  }

  /** Every name without symbolic links, folders before what is in them. */
  get items(): ReadonlyMap<string, Item> {
    return this.#all;
  }

  readonly #all = new Map<string, Item>();

  /** All names of an object. */
  namesOf(item: Item): readonly string[] {
    return this.#names.get(item) ?? [];
  }

  /** Whether something is mounted there. */
  isMountPoint(path: string): boolean {
    return this.#mounts.has(path);
  }

  /** The mount that a path lies in, `""` for none. */
  mountOf(path: string): string {
    return [...this.#mounts.keys()].find((mount) => isBeneath(path, mount)) ?? "";
  }

  /** All names of a path that may be missing: through the folder it would lie in. */
  aliases(path: string): readonly string[] {
    const item = this.#all.get(path);
    if (item?.kind === "folder") return this.namesOf(item);
    const at = path.lastIndexOf("/");
    if (at <= 0) return [path];
    return this.aliases(path.slice(0, at)).map((above) => `${above}${path.slice(at)}`);
  }

  /** Follows symbolic links, also the last one. The text is made absolute and normal first, without looking. */
  resolve(text: string): Place {
    const links: string[] = [];
    const path = absolute(text, HERE);
    if (path === "/") return { path, item: undefined, links };
    return { ...this.#follow(path, links, 0, false), links };
  }

  /** Where something would be made by that name: where a dangling link leads to, too. */
  targetOf(text: string): string {
    const path = absolute(text, HERE);
    return path === "/" ? path : this.#follow(path, [], 0, true).path;
  }

  #follow(path: string, links: string[], depth: number, through: boolean): Omit<Place, "links"> {
    // A link may lead out of the tree, where nothing is
    if (path !== "@" && !path.startsWith("@/")) return { path, item: undefined };
    let at = "@";
    let item: Item | undefined = this.#root;
    for (const name of path.split("/").slice(1)) {
      const next: string = `${at}/${name}`;
      const found: Item | undefined = this.#mounts.get(next) ?? item?.entries.get(name);
      if (found?.kind !== "symlink") {
        [at, item] = [next, found];
        continue;
      }
      if (!links.includes(next)) links.push(next);
      const to: Omit<Place, "links"> = depth > 20
        ? { path: next, item: undefined }
        : this.#follow(absolute(found.to, at), links, depth + 1, through);
      // What a dangling link leads to is missing: its own name stands for it
      [at, item] = to.item === undefined && !through ? [next, undefined] : [to.path, to.item];
    }
    return { path: at, item };
  }

  #add(made: TreeItem): void {
    const at = made.path.lastIndexOf("/");
    const above = this.#follow(made.path.slice(0, at), [], 0, false).item;
    const name = made.path.slice(at + 1);
    if (above?.kind !== "folder") throw new Error(`Cannot make "${made.path}": there is no folder for it`);
    if (made.kind === "bind") {
      const from = this.#follow(made.to, [], 0, false).item;
      const below = above.entries.get(name);
      if (
        from === undefined || below === undefined || (from.kind === "folder") !== (below.kind === "folder")
      ) {
        throw new Error(`Cannot mount "${made.to}" on "${made.path}"`);
      }
      this.#mounts.set(made.path, from);
      return;
    }
    if (above.entries.has(name)) throw new Error(`Cannot make "${made.path}": it exists`);
    if (made.kind === "hard link") {
      const from = this.#follow(made.to, [], 0, false).item;
      if (from === undefined || from.kind === "folder") throw new Error(`Cannot link "${made.to}"`);
      above.entries.set(name, from);
    } else if (made.kind === "symlink") {
      above.entries.set(name, { kind: "symlink", entries: new Map(), to: made.to });
    } else {
      const kind = made.kind === "dynamic program" ? "program" : made.kind;
      above.entries.set(name, { kind, entries: new Map(), to: "" });
    }
  }

  #nameAll(path: string, item: Item, mounted: boolean): void {
    this.#all.set(path, item);
    this.#names.set(item, [...this.namesOf(item), path]);
    for (const [name, child] of item.entries) {
      const below = `${path}/${name}`;
      const mount = mounted ? undefined : this.#mounts.get(below);
      this.#nameAll(below, mount ?? child, mounted || mount !== undefined);
    }
  }
}

function folder(): Item {
  return { kind: "folder", entries: new Map(), to: "" };
}

/** Makes a path absolute and removes `.` and `..` by the text alone, as Deno does. */
export function absolute(text: string, directory: string): string {
  const isAbsolute = text.startsWith("/") || text === "@" || text.startsWith("@/");
  const parts: string[] = [];
  for (const part of (isAbsolute ? text : `${directory}/${text}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts[0] === "@" ? parts.join("/") : `/${parts.join("/")}`;
}

/** Whether a path is that folder or lies in it. */
export function isBeneath(path: string, folder: string): boolean {
  return path === folder || folder === "/" || path.startsWith(`${folder}/`);
}
