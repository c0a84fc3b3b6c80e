import { EACCES, EEXIST, ENOENT } from "./errno.ts";
import { AT_FDCWD, O_CLOEXEC, O_DIRECTORY, O_NOFOLLOW, O_PATH, O_RDONLY } from "./flags.ts";
import { type FileIdentity, type FileKind, kindOfMode, statusOf } from "./status.ts";
import { DIRENT } from "./structs.ts";
import { type NativeBuffer, SCRATCH_SIZE, type System, SystemCallError } from "./system.ts";

/** One entry of a directory. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileKind;
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** The entries of a directory but `.` and `..`, and how many had a name that is not UTF-8 (those are left out). */
export function listDirectory(
  system: System,
  path: string,
): { entries: DirectoryEntry[]; undecodable: number } {
  const fd = system.call("openat", path, AT_FDCWD, system.pathAddress(path), O_RDONLY | O_CLOEXEC, 0);
  try {
    return readEntries(system, fd, path);
  } finally {
    system.attempt("close", fd);
  }
}

/** Reads an open directory from its current position to the end, `linux_dirent64` by `linux_dirent64`. */
export function readEntries(
  system: System,
  fd: number,
  path: string,
): { entries: DirectoryEntry[]; undecodable: number } {
  const buffer = system.scratch;
  const entries: DirectoryEntry[] = [];
  let undecodable = 0;
  for (;;) {
    const length = system.call("getdents64", path, fd, buffer.address, SCRATCH_SIZE);
    if (length === 0) return { entries, undecodable };
    for (let at = 0; at < length; at += buffer.view.getUint16(at + DIRENT.length, true)) {
      const start = at + DIRENT.name;
      const name = decodeName(buffer, start);
      if (name === undefined) undecodable++;
      else if (name !== "." && name !== "..") {
        entries.push({ name, kind: kindOfEntry(buffer.bytes[at + DIRENT.type] as number) });
      }
    }
  }
}

function decodeName(buffer: NativeBuffer, start: number): string | undefined {
  try {
    return decoder.decode(buffer.bytes.subarray(start, buffer.bytes.indexOf(0, start)));
  } catch {
    return undefined;
  }
}

/** `d_type` is the file type of the mode shifted by twelve bits. Some file systems leave it 0: treated as
 * "other", which is granted like a file and never as a directory. */
function kindOfEntry(type: number): FileKind {
  return kindOfMode(type << 12);
}

/** Opens a folder for looking things up in it, and makes it and the missing ones above it first, as `mkdir -p` does.
 *
 * Goes down folder by folder, by descriptors: a path that is walked once for each folder could lead elsewhere each time,
 * where somebody else may write on the way. What was made is not followed if it is a symbolic link by now.
 *
 * @param path absolute
 * @param links whether symbolic links that are there already are followed
 * @returns a descriptor, to be closed
 * @throws SystemCallError
 */
export function openFolderMaking(
  system: System,
  path: string,
  links: "follow" | "refuse",
  mode = 0o777,
): number {
  let folder = openIn(system, AT_FDCWD, "/", "follow");
  if (folder < 0) throw new SystemCallError("openat", "/", -folder);
  for (const name of path.split("/")) {
    if (name === "") continue;
    let next = openIn(system, folder, name, links);
    try {
      if (next === -ENOENT) next = makeFolderIn(system, folder, name, mode);
      if (next < 0) throw new SystemCallError("openat", path, -next);
    } finally {
      system.attempt("close", folder);
    }
    folder = next;
  }
  return folder;
}

/** Makes a folder in an open one, if there is none of that name, and opens it; not what a symbolic link leads to.
 *
 * @throws SystemCallError
 */
export function makeFolderIn(system: System, folder: number, name: string, mode: number): number {
  const made = system.attempt("mkdirat", folder, system.pathAddress(name), mode);
  if (made < 0 && made !== -EEXIST) throw new SystemCallError("mkdirat", name, -made);
  const fd = openIn(system, folder, name, "refuse");
  if (fd < 0) throw new SystemCallError("openat", name, -fd);
  return fd;
}

function openIn(system: System, folder: number, name: string, links: "follow" | "refuse"): number {
  const { architecture } = system.native;
  const flags = O_PATH | O_CLOEXEC | O_DIRECTORY[architecture] |
    (links === "follow" ? 0 : O_NOFOLLOW[architecture]);
  return system.attempt("openat", folder, system.pathAddress(name), flags, 0);
}

/** A folder that was made for one purpose. */
export interface OwnFolder {
  readonly name: string;
  /** Tells it from what may take its place. */
  readonly identity: FileIdentity;
  /** To be closed. */
  readonly descriptor: number;
}

/** Makes a folder that only this user may enter in an open one.
 *
 * @throws SystemCallError; with `EEXIST` also where something else took its place at once
 */
export function makeOwnFolder(system: System, parent: number, name: string): OwnFolder {
  system.call("mkdirat", name, parent, system.pathAddress(name), 0o700);
  const descriptor = openIn(system, parent, name, "refuse");
  if (descriptor < 0) throw new SystemCallError("openat", name, -descriptor);
  // Whoever may write in the parent folder could have moved another there, of which we would remove the content
  if (!mayBeEmpty(system, descriptor, name)) {
    system.attempt("close", descriptor);
    throw new SystemCallError("mkdirat", name, EEXIST);
  }
  return { name, identity: statusOf(system, descriptor, name).identity, descriptor };
}

/** Whether nothing can be seen in it: inside a sandbox that only grants writing there, nothing ever can. */
function mayBeEmpty(system: System, descriptor: number, name: string): boolean {
  const { architecture } = system.native;
  const flags = O_CLOEXEC | O_DIRECTORY[architecture];
  // What was opened by O_PATH cannot be listed
  const fd = system.attempt("openat", descriptor, system.pathAddress("."), flags, 0);
  if (fd === -EACCES) return true;
  if (fd < 0) return false;
  try {
    const { entries, undecodable } = readEntries(system, fd, name);
    return entries.length + undecodable === 0;
  } finally {
    system.attempt("close", fd);
  }
}
