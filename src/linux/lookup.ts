import { LockdownError } from "../errors.ts";
import { sealClass } from "../javascript/seal_class.ts";
import { readFile } from "./content.ts";
import { ENOENT, ENOTDIR, errnoName } from "./errno.ts";
import { type DirectoryEntry, listDirectory } from "./folders.ts";
import { pathOfDescriptor, tryReadLink } from "./links.ts";
import { mayBeCanonical, openIfCanonical, openPath } from "./open.ts";
import { fileName, parent } from "./paths.ts";
import { descriptorLimit } from "./process.ts";
import { type FileStatus, statusIn, statusOf } from "./status.ts";
import { type System, SystemCallError } from "./system.ts";
import { quote } from "../text.ts";

/** Where a path leads. */
export interface Resolved extends FileStatus {
  /** Absolute, without symbolic links. */
  readonly path: string;
}

/** Looks at the file system while a plan is made; changes nothing. By system calls rather than the runtime's
 * file API: the app's own permissions need not cover what the baseline does. */
export interface Lookup {
  /** Follows symbolic links; `undefined` if the path leads nowhere. */
  resolve(path: string): Resolved | undefined;
  /** Entries of a directory, and how many could not be named because they are not UTF-8. */
  list(path: string): { readonly entries: readonly DirectoryEntry[]; readonly undecodable: number };
  /** The content, or `length` bytes from `offset` on; `undefined` if it cannot be read. */
  read(path: string, offset?: number, length?: number): Uint8Array | undefined;
  /** Follows a path link by link, also one that leads nowhere. */
  follow(path: string): Way;
  /** The entries of a directory with their status, links not followed; `undefined` if it cannot be listed. */
  statuses(path: string): Statuses | undefined;
  /** The descriptor a canonical path was looked up with, if it is still open. */
  descriptorOf?(path: string): number | undefined;
}

/** The way along a path. */
export interface Way {
  /** The symbolic links on it, each by its own canonical path, in the order they are met. */
  readonly links: readonly string[];
  /** Where it ends: a canonical path, which need not exist. */
  readonly end: string;
}

/** An entry of a directory and its status. */
export interface EntryStatus extends FileStatus {
  readonly name: string;
}

/** The entries of a directory, but for those whose names are not UTF-8. */
export interface Statuses {
  readonly entries: readonly EntryStatus[];
  readonly undecodable: number;
}

/** A lookup that holds descriptors open until it is disposed of. It must not be used after that. */
export interface SystemLookup extends Lookup, Disposable {}

/** Descriptors to hold at the most, and among them of folders to look into. More would cost more than they save: where
 * the table of descriptors has to grow, the kernel waits for all other threads (`expand_fdtable` in `fs/file.c`). */
const MOST_DESCRIPTORS = 128;
const MOST_FOLDERS = 16;

/** A lookup on the real file system. Remembers what it resolved, since one plan asks for the same paths again, and
 * holds it open, so that a rule binds the very file that was looked at. */
export function systemLookup(system: System): SystemLookup {
  return new FileLookup(system);
}

class FileLookup implements SystemLookup {
  readonly #system: System;
  readonly #known = new Map<string, Resolved | undefined>();
  readonly #descriptors = new Map<string, number>();
  readonly #folders = new Map<string, number>();
  /** Only lower numbers are held open: the others are for the runtime, and for what comes after the plan. */
  readonly #below: number;

  constructor(system: System) {
    this.#system = system;
    this.#below = descriptorLimit(system) / 2;
  }

  resolve(path: string): Resolved | undefined {
    if (!this.#known.has(path)) {
      this.#known.set(path, this.#resolveInFolder(path) ?? this.#resolveAlone(path));
    }
    return this.#known.get(path);
  }

  descriptorOf(path: string): number | undefined {
    return this.#descriptors.get(path);
  }

  list(path: string): ReturnType<Lookup["list"]> {
    try {
      return listDirectory(this.#system, path);
    } catch (error) {
      throw error instanceof SystemCallError ? unreachable(path, error.errno) : error;
    }
  }

  follow(path: string): Way {
    // Most paths are canonical, and then there are no links
    return this.#known.get(path)?.path === path ? { links: [], end: path } : follow(this.#system, path);
  }

  statuses(path: string): Statuses | undefined {
    const fd = openIfCanonical(this.#system, path);
    if (fd < 0) return undefined;
    try {
      const { entries, undecodable } = listDirectory(this.#system, path);
      const known = entries.flatMap(({ name }) => {
        const status = statusIn(this.#system, fd, name);
        return status === undefined ? [] : [{ name, ...status }];
      });
      return { entries: known, undecodable };
    } catch {
      return undefined;
    } finally {
      this.#system.attempt("close", fd);
    }
  }

  read(path: string, offset?: number, length?: number): Uint8Array | undefined {
    try {
      return readFile(this.#system, path, offset, length);
    } catch {
      return undefined;
    }
  }

  [Symbol.dispose](): void {
    for (const fd of [...this.#descriptors.values(), ...this.#folders.values()]) {
      this.#system.attempt("close", fd);
    }
    this.#descriptors.clear();
    this.#folders.clear();
  }

  /** With one call rather than three, once no more is held open: as an entry of a folder that is. */
  #resolveInFolder(path: string): Resolved | undefined {
    if (!this.#isFull || !mayBeCanonical(path)) return undefined;
    const folder = parent(path);
    let fd = this.#folders.get(folder);
    if (fd === undefined) {
      if (this.#folders.size >= MOST_FOLDERS) return undefined;
      fd = openIfCanonical(this.#system, folder);
      if (fd < 0) return undefined;
      this.#folders.set(folder, fd);
    }
    const status = statusIn(this.#system, fd, fileName(path));
    return status === undefined || status.kind === "symlink" ? undefined : { path, ...status };
  }

  #resolveAlone(path: string): Resolved | undefined {
    const system = this.#system;
    // Most paths are canonical, and then the kernel need not be asked where they lead
    const plain = openIfCanonical(system, path);
    const isCanonical = plain >= 0;
    const fd = isCanonical || plain === -ENOENT ? plain : openPath(system, path);
    if (fd === -ENOENT || fd === -ENOTDIR) return undefined;
    if (fd < 0) throw unreachable(path, -fd);
    let kept = false;
    try {
      const resolved = {
        path: isCanonical ? path : targetOf(system, fd, path),
        ...statusOf(system, fd, path),
      };
      kept = fd < this.#below && !this.#isFull && !this.#descriptors.has(resolved.path);
      if (kept) this.#descriptors.set(resolved.path, fd);
      return resolved;
    } finally {
      if (!kept) system.attempt("close", fd);
    }
  }

  get #isFull(): boolean {
    return this.#descriptors.size >= MOST_DESCRIPTORS - MOST_FOLDERS;
  }
}

sealClass(FileLookup);

/** Like `resolve`, for paths the user did not name: one that cannot be reached is as good as none. */
export function lookFor(lookup: Lookup, path: string): Resolved | undefined {
  try {
    return lookup.resolve(path);
  } catch {
    return undefined;
  }
}

/** The path without symbolic links; for a missing one, where it would be made. */
export function canonicalPath(path: string, lookup: Lookup): string {
  return lookup.resolve(path)?.path ?? lookup.follow(path).end;
}

function targetOf(system: System, fd: number, path: string): string {
  try {
    return pathOfDescriptor(system, fd);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new LockdownError(
      "PATH_NOT_FOUND",
      `Cannot use ${quote(path)}: it leads to a name that is not UTF-8`,
      { subject: path, remedy: "Rename that, or leave the entry out" },
    );
  }
}

/** Symbolic links that the kernel follows on one path at the most, `MAXSYMLINKS` in `include/linux/namei.h`. */
const MOST_LINKS = 40;

function follow(system: System, path: string): Way {
  const links: string[] = [];
  const waiting = path.split("/");
  let at = "";
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (name === "" || name === ".") continue;
    if (name === "..") {
      at = at.slice(0, at.lastIndexOf("/"));
      continue;
    }
    const entry = `${at}/${name}`;
    const target = linkTarget(system, entry);
    if (target === undefined) {
      at = entry;
      continue;
    }
    if (links.push(entry) > MOST_LINKS) break;
    if (target.startsWith("/")) at = "";
    waiting.unshift(...target.split("/"));
  }
  return { links, end: at || "/" };
}

/** Where a symbolic link points; `undefined` for what is none, and for magic links such as those in `/proc/self/fd`,
 * whose text is no path. */
function linkTarget(system: System, path: string): string | undefined {
  if (path.startsWith("/proc/")) return undefined;
  try {
    const target = tryReadLink(system, path);
    return typeof target === "number" ? undefined : target;
  } catch {
    throw new LockdownError(
      "PATH_NOT_FOUND",
      `Cannot use ${quote(path)}: it leads to a name that is not UTF-8`,
      { subject: path, remedy: "Rename that, or leave the entry out" },
    );
  }
}

function unreachable(path: string, errno: number): LockdownError {
  return new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot look up ${quote(path)}: ${errnoName(errno)}`,
    {
      subject: path,
      remedy: "Check the permissions of the directories above it, or leave the entry out",
    },
  );
}
