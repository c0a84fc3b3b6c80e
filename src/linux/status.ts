import {
  AT_EMPTY_PATH,
  AT_FDCWD,
  AT_SYMLINK_NOFOLLOW,
  STATX_BTIME,
  STATX_INO,
  STATX_MODE,
  STATX_NLINK,
  STATX_TYPE,
} from "./flags.ts";
import { STATX } from "./structs.ts";
import { type System, SystemCallError } from "./system.ts";

/** The kinds of file that rules distinguish. */
export type FileKind = "file" | "directory" | "symlink" | "other";

/** Status of an open file. */
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

/** Decodes the bits of a mode. */
export function kindOfMode(mode: number): FileKind {
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
