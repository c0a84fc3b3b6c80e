import { LockdownError } from "../errors.ts";
import { concatenate } from "./bytes.ts";
import {
  EINVAL,
  ENOENT,
  ENOSYS,
  errnoName,
  type NativeBuffer,
  SCRATCH_SIZE,
  type System,
  SystemCallError,
} from "./system.ts";

/** What a path leads to, as far as rules care. */
export type FileKind = "file" | "directory" | "symlink" | "other";

/** What a descriptor tells about its file. */
export interface FileStatus {
  readonly kind: FileKind;
  /** Whether any of the mode's three execute bits is set. */
  readonly executable: boolean;
  /** Device and inode: a rule on one name of a file holds for all. */
  readonly inode: string;
  /** How many names (hard links) a file has; 1 for a directory. */
  readonly links: number;
  /** Tells it from whatever takes its name later. */
  readonly identity: FileIdentity;
}

/** Tells a file from others on the same file system. Inode numbers are used again: a directory that was removed and
 * made anew often has the old number, but never the old time of birth. */
export interface FileIdentity {
  readonly inode: bigint;
  /** When it was made, in nanoseconds since 1970; 0 where the file system does not keep it. */
  readonly born: bigint;
}

/** One entry of a directory. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** Numbers from `include/uapi/asm-generic/fcntl.h` and `linux/fcntl.h`, equal on x86-64 and arm64. */
const AT_FDCWD = -100;
const AT_EMPTY_PATH = 0x1000;
const AT_SYMLINK_NOFOLLOW = 0x100;
const O_RDONLY = 0;
const O_CLOEXEC = 0o2000000;
const O_PATH = 0o10000000;
/** `RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS`, `include/uapi/linux/openat2.h`. */
export const RESOLVE_PLAIN: number = 0x04 | 0x02;
/** `O_NOFOLLOW` is the one flag here that differs between architectures. */
const O_NOFOLLOW = { x86_64: 0o400000, arm64: 0o100000 };

const STATX_TYPE = 1;
const STATX_MODE = 2;
const STATX_NLINK = 4;
const STATX_INO = 0x100;
const STATX_BTIME = 0x800;
/** Where `struct statx` has them, `include/uapi/linux/stat.h`. */
export const STATX = {
  links: 16,
  mode: 28,
  inode: 32,
  bornSeconds: 80,
  bornNanoseconds: 88,
  deviceMajor: 136,
  deviceMinor: 140,
  size: 256,
} as const;
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Opens a path for looking it up only: needs no right on the file itself and follows symbolic links. Returns a
 * descriptor to be closed, or the negated errno: that a path is missing is no surprise to those who look. */
export function openPath(system: System, path: string): number {
  return system.attempt("openat", AT_FDCWD, system.pathAddress(path), O_PATH | O_CLOEXEC, 0);
}

/** The same for a symbolic link itself where the path ends in one. */
export function openEntry(system: System, path: string): number {
  return openEntryIn(system, AT_FDCWD, path);
}

/** The same for an entry of an open folder. */
export function openEntryIn(system: System, folder: number, name: string): number {
  const flags = O_PATH | O_CLOEXEC | O_NOFOLLOW[system.native.architecture];
  return system.attempt("openat", folder, system.pathAddress(name), flags, 0);
}

/** Path flags and `RESOLVE_PLAIN` as `struct open_how` has them. */
const HOW = { flags: BigInt(O_PATH | O_CLOEXEC), resolve: BigInt(RESOLVE_PLAIN), size: 24 };

/** What a canonical path does not contain: `//`, `/./`, `/../`, a slash at its end; and what the kernel might read
 * otherwise than it is written here: NUL, which ends it, and halves of surrogate pairs, which UTF-8 lacks. */
const NOT_CANONICAL = /\/(?:\.{0,2}(?:\/|$))|[\0\ud800-\udfff]/;

/** Opens a path like {@linkcode openPath} if it is canonical as it is written: without a symbolic link on the way,
 * `.` or `..`. Else, and on any error, a negative number. */
export function openIfCanonical(system: System, path: string): number {
  return mayBeCanonical(path) ? openWithoutLinks(system, path) : -EINVAL;
}

/** Whether a path is canonical if there is no symbolic link on the way. */
export function mayBeCanonical(path: string): boolean {
  return path.startsWith("/") && !NOT_CANONICAL.test(path);
}

function openWithoutLinks(system: System, path: string): number {
  const how = system.scratch;
  how.view.setBigUint64(0, HOW.flags, true);
  how.view.setBigUint64(8, 0n, true);
  how.view.setBigUint64(16, HOW.resolve, true);
  return system.attempt("openat2", AT_FDCWD, system.pathAddress(path), how.address, HOW.size);
}

/** Opens a canonical path, and nothing if a symbolic link has taken the place of any part of it since it was
 * resolved.
 *
 * @throws SystemCallError with `ELOOP` in that case
 */
export function openCanonical(system: System, path: string): number {
  const fd = openWithoutLinks(system, path);
  if (fd >= 0) return fd;
  // A container's seccomp profile may not know openat2, although every kernel with Landlock has it. Then the
  // last component at least is not followed
  if (fd !== -ENOSYS) throw new SystemCallError("openat2", path, -fd);
  const flags = O_PATH | O_CLOEXEC | O_NOFOLLOW[system.native.architecture];
  return system.call("openat", path, AT_FDCWD, system.pathAddress(path), flags, 0);
}

/** Status of an open descriptor. */
export function statusOf(system: System, fd: number, path: string): FileStatus {
  const result = askStatus(system, fd, "", AT_EMPTY_PATH);
  if (result < 0) throw new SystemCallError("statx", path, -result);
  return readStatus(system.scratch.view);
}

/** Status of an entry of an open directory, of the link itself where it is one; `undefined` if that cannot be had. */
export function statusIn(system: System, directory: number, name: string): FileStatus | undefined {
  return askStatus(system, directory, name, AT_SYMLINK_NOFOLLOW) < 0
    ? undefined
    : readStatus(system.scratch.view);
}

function askStatus(system: System, fd: number, name: string, flags: number): number {
  const wanted = STATX_TYPE | STATX_MODE | STATX_NLINK | STATX_INO | STATX_BTIME;
  return system.attempt("statx", fd, system.pathAddress(name), flags, wanted, system.scratch.address);
}

function readStatus(view: DataView): FileStatus {
  const mode = view.getUint16(STATX.mode, true);
  const kind = kindOfMode(mode);
  return {
    kind,
    executable: (mode & 0o111) !== 0,
    inode: deviceAndInode(view),
    links: kind === "directory" ? 1 : view.getUint32(STATX.links, true),
    identity: {
      inode: view.getBigUint64(STATX.inode, true),
      born: view.getBigInt64(STATX.bornSeconds, true) * NANOSECONDS +
        BigInt(view.getUint32(STATX.bornNanoseconds, true)),
    },
  };
}

/** In a second. */
export const NANOSECONDS = 1_000_000_000n;

/** Device and inode of what is at a path now, symbolic links followed; `undefined` if it cannot be reached. */
export function identityOf(system: System, path: string): string | undefined {
  const { address, view } = system.scratch;
  const result = system.attempt("statx", AT_FDCWD, system.pathAddress(path), 0, STATX_INO, address);
  return result < 0 ? undefined : deviceAndInode(view);
}

function deviceAndInode(statx: DataView): string {
  const device = `${statx.getUint32(STATX.deviceMajor, true)}:${statx.getUint32(STATX.deviceMinor, true)}`;
  return `${device}:${statx.getBigUint64(STATX.inode, true)}`;
}

function kindOfMode(mode: number): FileKind {
  switch (mode & 0o170000) {
    case 0o100000:
      return "file";
    case 0o040000:
      return "directory";
    case 0o120000:
      return "symlink";
    default:
      return "other";
  }
}

/** The path of an open descriptor without symbolic links, as `/proc/self/fd` tells it; `pipe:[1]` and the like
 * for what has no path. Needs `/proc`. */
export function pathOfDescriptor(system: System, fd: number): string {
  return readLink(system, `/proc/self/fd/${fd}`);
}

/** Where a symbolic link points. Landlock does not ask before reading one.
 *
 * @throws SystemCallError if it is none
 */
export function readLink(system: System, path: string): string {
  const target = tryReadLink(system, path);
  if (typeof target === "number") throw new SystemCallError("readlinkat", path, -target);
  return target;
}

/** The same, or the negated errno: most paths are no links. */
export function tryReadLink(system: System, path: string): string | number {
  const { address, bytes } = system.scratch;
  const length = system.attempt("readlinkat", AT_FDCWD, system.pathAddress(path), address, SCRATCH_SIZE);
  return length < 0 ? length : decoder.decode(bytes.subarray(0, length));
}

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
    for (let at = 0; at < length; at += buffer.view.getUint16(at + 16, true)) {
      const start = at + 19;
      const name = decodeName(buffer, start);
      if (name === undefined) undecodable++;
      else if (name !== "." && name !== "..") {
        entries.push({ name, kind: kindOfEntry(buffer.bytes[at + 18] as number) });
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

/** A whole file, or `length` bytes of it from `offset` on, fewer at its end.
 *
 * @throws SystemCallError
 */
export function readFile(system: System, path: string, offset = 0, length: number = Infinity): Uint8Array {
  const fd = system.call("openat", path, AT_FDCWD, system.pathAddress(path), O_RDONLY | O_CLOEXEC, 0);
  try {
    const buffer = system.scratch;
    const parts: Uint8Array[] = [];
    for (let done = 0; done < length;) {
      const wanted = Math.min(SCRATCH_SIZE, length - done);
      const got = system.call("pread64", path, fd, buffer.address, wanted, offset + done);
      if (got === 0) break;
      parts.push(buffer.bytes.slice(0, got));
      done += got;
    }
    return concatenate(parts);
  } finally {
    system.attempt("close", fd);
  }
}

/** A file of procfs that the kernel gives in one piece, in one read.
 *
 * @throws SystemCallError
 */
export function readSmallFile(system: System, path: string): Uint8Array {
  const fd = system.call("openat", path, AT_FDCWD, system.pathAddress(path), O_RDONLY | O_CLOEXEC, 0);
  const length = system.attempt("read", fd, system.scratch.address, SCRATCH_SIZE);
  system.attempt("close", fd);
  if (length < 0) throw new SystemCallError("read", path, -length);
  return system.scratch.bytes.subarray(0, length);
}

/** Writes all of a file's content to an open descriptor.
 *
 * @throws SystemCallError
 */
export function writeContent(system: System, fd: number, content: Uint8Array, subject: string): void {
  const { bytes, address } = system.buffer(content.length);
  bytes.set(content);
  for (let done = 0; done < content.length;) {
    done += system.call("pwrite64", subject, fd, address + done, content.length - done, done);
  }
}

/** Where a path leads, without symbolic links.
 *
 * @throws SystemCallError if it leads nowhere
 */
export function canonicalize(system: System, path: string): string {
  const fd = openPath(system, path);
  if (fd < 0) throw new SystemCallError("openat", path, -fd);
  try {
    return pathOfDescriptor(system, fd);
  } finally {
    system.attempt("close", fd);
  }
}

const RLIMIT_NOFILE = 7;

/** How many descriptors the process may have open; `prlimit(2)`. */
export function descriptorLimit(system: System): number {
  const limit = system.scratch;
  system.call("prlimit64", "descriptors", 0, RLIMIT_NOFILE, 0, limit.address);
  return Number(limit.view.getBigUint64(0, true));
}

/** The working directory of the process.
 *
 * @throws LockdownError `PATH_NOT_FOUND`
 */
export function workingDirectory(system: System): string {
  const buffer = system.scratch;
  const length = system.attempt("getcwd", buffer.address, SCRATCH_SIZE);
  if (length < 0) throw noDirectory(length === -ENOENT ? "it was removed" : errnoName(-length));
  let path: string;
  try {
    path = decoder.decode(buffer.bytes.subarray(0, length - 1));
  } catch {
    throw noDirectory("its path is not UTF-8");
  }
  // "(unreachable)/…" where it lies outside of the root, getcwd(2)
  if (!path.startsWith("/")) throw noDirectory("it cannot be reached from the root");
  return path;
}

function noDirectory(reason: string): LockdownError {
  return new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot use the working directory: ${reason}`,
    { remedy: "Change to another directory" },
  );
}
