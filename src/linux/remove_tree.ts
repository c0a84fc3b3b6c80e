import { EACCES, EISDIR, EPERM } from "./errno.ts";
import { AT_FDCWD, AT_REMOVEDIR, O_CLOEXEC, O_DIRECTORY, O_NOFOLLOW, O_PATH, SEEK_SET } from "./flags.ts";
import { openIfCanonical } from "./open.ts";
import { fileName, parent } from "./paths.ts";
import { type FileIdentity, statusOf } from "./status.ts";
import { DIRENT } from "./structs.ts";
import type { NativeBuffer, System } from "./system.ts";

const BUFFER_SIZE = 32768;
/** Something that goes on writing there could keep us busy for ever. */
const DEADLINE_MILLISECONDS = 10_000;

/** A removal under way. */
interface Removal {
  readonly system: System;
  /** Descriptor of the folder to be removed. */
  readonly top: number;
  readonly deadline: number;
  /** How many folders have been moved up. */
  moved: number;
}

/** Removes a folder and all in it, and nothing else, even while a process that may write there puts symbolic links
 * in the way: every step goes by descriptor, and names are taken as bytes, as they are.
 *
 * However deep it is: folders in folders are first moved up to the top.
 *
 * @param path canonical
 * @param identity of the folder that is meant: what has taken its place is left alone
 * @returns whether it is gone
 */
export function removeTree(system: System, path: string, identity?: FileIdentity): boolean {
  const above = openIfCanonical(system, parent(path));
  if (above < 0) return false;
  const name = fileName(path);
  const top = openFolder(system, above, system.pathAddress(name));
  const isGone = top >= 0 && isMeant(system, top, identity) && removeOpen(system, above, top, name);
  for (const fd of [above, top]) if (fd >= 0) system.attempt("close", fd);
  return isGone;
}

function isMeant(system: System, top: number, identity: FileIdentity | undefined): boolean {
  if (identity === undefined) return true;
  const found = statusOf(system, top, "temporary folder").identity;
  return found.inode === identity.inode && found.born === identity.born;
}

function removeOpen(system: System, above: number, top: number, name: string): boolean {
  const removal = { system, top, deadline: Date.now() + DEADLINE_MILLISECONDS, moved: 0 };
  // Until nothing goes any more: it is empty, or somebody forbids it
  while (removeEntries(removal, top, (name) => removeFolder(removal, name)) > 0);
  return system.attempt("unlinkat", above, system.pathAddress(name), AT_REMOVEDIR) === 0;
}

/** Goes through a folder once and removes its files. What is done with the folders in it is for the caller to say.
 * Returns how many entries went. */
function removeEntries(
  { system, deadline }: Removal,
  folder: number,
  handleFolder: (name: number) => boolean,
): number {
  const buffer = system.buffer(BUFFER_SIZE);
  let removed = 0;
  system.attempt("lseek", folder, 0, SEEK_SET);
  while (Date.now() < deadline) {
    const length = system.attempt("getdents64", folder, buffer.address, BUFFER_SIZE);
    if (length <= 0) return removed;
    for (const name of namesIn(buffer, length)) {
      const result = system.attempt("unlinkat", folder, name, 0);
      const isFolder = result === -EISDIR || result === -EPERM;
      if (result === 0 || (isFolder && handleFolder(name))) removed++;
    }
  }
  return 0;
}

/** The addresses of the names that getdents64 left. */
function* namesIn({ bytes, view, address }: NativeBuffer, length: number): Generator<number> {
  for (let at = 0; at < length; at += view.getUint16(at + DIRENT.length, true)) {
    const start = at + DIRENT.name;
    const name = String.fromCharCode(...bytes.subarray(start, start + 3));
    if (!name.startsWith(".\0") && name !== "..\0") yield address + start;
  }
}

/** Empties a folder in the top folder and removes it. */
function removeFolder(removal: Removal, name: number): boolean {
  const { system, top } = removal;
  const folder = openFolder(system, top, name);
  if (folder < 0) return false;
  removeEntries(removal, folder, (inner) => {
    makeAccessible(system, folder, inner); // To be moved, as its ".." changes
    const target = system.pathAddress(`landlockdown-moved-${removal.moved++}`);
    return system.attempt("renameat", folder, inner, top, target) === 0;
  });
  system.attempt("close", folder);
  return system.attempt("unlinkat", top, name, AT_REMOVEDIR) === 0;
}

/** Opens a folder that is one, not a symbolic link to one; a negated errno if it is not. */
function openFolder(system: System, at: number, name: number): number {
  const { architecture } = system.native;
  const flags = O_DIRECTORY[architecture] | O_NOFOLLOW[architecture] | O_CLOEXEC;
  const fd = system.attempt("openat", at, name, flags, 0);
  if (fd !== -EACCES) return fd;
  makeAccessible(system, at, name);
  return system.attempt("openat", at, name, flags, 0);
}

/** Gives us the rights on a folder that its maker took away. Through a descriptor: chmod would follow a link. */
function makeAccessible(system: System, at: number, name: number): void {
  const { architecture } = system.native;
  const flags = O_PATH | O_DIRECTORY[architecture] | O_NOFOLLOW[architecture] | O_CLOEXEC;
  const fd = system.attempt("openat", at, name, flags, 0);
  if (fd < 0) return;
  const { bytes, address } = system.scratch; // `name` may be in the buffer for paths
  new TextEncoder().encodeInto(`/proc/self/fd/${fd}\0`, bytes);
  system.attempt("fchmodat", AT_FDCWD, address, 0o700);
  system.attempt("close", fd);
}
