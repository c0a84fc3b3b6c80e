import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { TreeItem } from "./case.ts";
import { WALKER } from "./schemes.ts";

/** What is at a path: `id` is the same for the same object. */
export interface Seen {
  readonly id: string;
  readonly kind: "folder" | "file" | "symlink" | "other";
  /** Text of a symbolic link. */
  readonly to: string;
}

/** What the tree looks like from outside, by path. */
export type Snapshot = ReadonlyMap<string, Seen>;

/** The folder of all cases, and the tree of the one at hand in it. */
export class World {
  readonly folder: string;
  /** Open files with the content they were made with, by path. */
  readonly #files = new Map<string, { fd: number; content: Uint8Array }>();
  /** The path that a mark was written to. */
  readonly marks: Map<string, string> = new Map<string, string>();
  readonly #templates: Readonly<Record<"program" | "dynamic program", Uint8Array>>;
  #mounts: string[] = [];

  /** @param folder an empty folder with the programs in `bin` */
  constructor(folder: string) {
    this.folder = folder;
    this.#templates = {
      "program": readFileSync(join(folder, "bin/program")),
      "dynamic program": readFileSync(join(folder, "bin/dynamic")),
    };
  }

  /** What a path with `@` is on this machine. */
  real(text: string): string {
    return text.replaceAll("@", this.folder);
  }

  /** Makes a tree where the last one was.
   *
   * @throws Error if it cannot be made */
  build(items: readonly TreeItem[]): void {
    this.clear();
    for (const name of ["t", "out"]) mkdirSync(join(this.folder, name));
    process.chdir(join(this.folder, "t"));
    const binds: string[] = [];
    items.forEach((item, index) => {
      const path = this.real(item.path);
      if (item.kind === "folder") mkdirSync(path);
      else if (item.kind === "symlink") symlinkSync(this.real(item.to), path);
      else if (item.kind === "hard link") linkSync(this.real(item.to), path);
      else if (item.kind === "bind") binds.push(this.real(item.to), path);
      else {
        const mark = markOf(index);
        const content = item.kind === "file"
          ? new TextEncoder().encode(`${mark}\n`)
          : withMark(this.#templates[item.kind], mark);
        writeFileSync(path, content);
        if (item.kind !== "file") chmodSync(path, 0o755);
        this.marks.set(mark, item.path);
        this.#files.set(item.path, { fd: openSync(path, "r"), content });
      }
    });
    if (binds.length > 0) {
      const { status, stderr } = spawnSync(this.real(WALKER), ["--bind", ...binds], { encoding: "utf8" });
      this.#mounts = binds.filter((_, at) => at % 2 === 1);
      if (status !== 0) throw new Error(`Cannot mount: ${stderr}`);
    }
  }

  /** Removes the tree. */
  clear(): void {
    for (const { fd } of this.#files.values()) closeSync(fd);
    this.#files.clear();
    this.marks.clear();
    process.chdir(this.folder);
    if (this.#mounts.length > 0) {
      spawnSync(this.real(WALKER), ["--unbind", ...this.#mounts]);
      // Where an act moved a folder above, the mount is under another name
      for (const mount of mountsBeneath(this.folder)) spawnSync(this.real(WALKER), ["--unbind", mount]);
      this.#mounts = [];
    }
    for (const name of readdirSync(this.folder)) {
      if (name !== "bin") remove(join(this.folder, name));
    }
  }

  /** Everything there is, by path. */
  look(): Snapshot {
    const seen = new Map<string, Seen>();
    const visit = (path: string, shown: string, depth: number) => {
      for (const name of namesIn(path)) {
        if (shown === "@" && name === "bin") continue;
        const status = lstatSync(join(path, name));
        const kind = status.isDirectory()
          ? "folder"
          : status.isFile()
          ? "file"
          : status.isSymbolicLink()
          ? "symlink"
          : "other";
        const to = kind === "symlink" ? readlinkSync(join(path, name)) : "";
        seen.set(`${shown}/${name}`, { id: `${status.dev}:${status.ino}`, kind, to });
        if (kind === "folder" && depth < 10) visit(join(path, name), `${shown}/${name}`, depth + 1);
      }
    };
    visit(this.folder, "@", 0);
    return seen;
  }

  /** Which object a path as the user wrote it leads to; `undefined` for none. */
  leadsTo(text: string): string | undefined {
    try {
      const status = statSync(this.real(text));
      return `${status.dev}:${status.ino}`;
    } catch {
      return undefined;
    }
  }

  /** The paths of files whose content is no longer what it was. */
  changedFiles(): string[] {
    return [...this.#files].filter(([, { fd, content }]) => {
      if (fstatSync(fd).size !== content.length) return true;
      const now = new Uint8Array(content.length);
      readSync(fd, now, 0, now.length, 0);
      return now.some((byte, at) => byte !== content[at]);
    }).map(([path]) => path);
  }
}

/** The mark of the file that was made as number `index`. */
function markOf(index: number): string {
  return `T:${
    (0xa0000000 + Math.imul(index + 1, 0x9e3779b1) % 0x10000000 >>> 0).toString(16).padStart(8, "0")
  }${index.toString(16).padStart(2, "0")}`;
}

function withMark(template: Uint8Array, mark: string): Uint8Array {
  const at = Buffer.from(template).indexOf("T:0123456789");
  const content = new Uint8Array(template);
  content.set(new TextEncoder().encode(mark), at);
  return content;
}

function remove(path: string): void {
  if (!lstatSync(path).isDirectory()) return unlinkSync(path);
  for (const name of readdirSync(path)) remove(join(path, name));
  rmdirSync(path);
}

function mountsBeneath(folder: string): string[] {
  return readFileSync("/proc/self/mountinfo", "utf8").split("\n")
    .map((line) => line.split(" ")[4] ?? "")
    .filter((path) => path.startsWith(`${folder}/`))
    .reverse();
}

/** Names in a folder; none where it is mounted from one that is gone. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
