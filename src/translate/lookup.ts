import { LockdownError } from "../errors.ts";
import { quote } from "../permissions/text.ts";
import {
  type DirectoryEntry,
  type FileKind,
  listDirectory,
  openPath,
  pathOfDescriptor,
  readFile,
  statusOf,
} from "../system/files.ts";
import { ENOENT, ENOTDIR, errnoName, type System, SystemCallError } from "../system/system.ts";

/** Where a path leads. */
export interface Resolved {
  /** Absolute, without symbolic links. */
  readonly path: string;
  readonly kind: FileKind;
  /** Whether its mode lets anybody execute it. */
  readonly executable: boolean;
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
}

/** A lookup on the real file system. Remembers what it resolved: one plan asks for the same paths again. */
export function systemLookup(system: System): Lookup {
  const known = new Map<string, Resolved | undefined>();
  return {
    resolve(path) {
      if (!known.has(path)) known.set(path, resolve(system, path));
      return known.get(path);
    },
    list(path) {
      try {
        return listDirectory(system, path);
      } catch (error) {
        throw error instanceof SystemCallError ? unreachable(path, error.errno) : error;
      }
    },
    read(path, offset, length) {
      try {
        return readFile(system, path, offset, length);
      } catch {
        return undefined;
      }
    },
  };
}

function resolve(system: System, path: string): Resolved | undefined {
  const fd = openPath(system, path);
  if (fd === -ENOENT || fd === -ENOTDIR) return undefined;
  if (fd < 0) throw unreachable(path, -fd);
  try {
    return { path: pathOfDescriptor(system, fd), ...statusOf(system, fd, path) };
  } finally {
    system.attempt("close", fd);
  }
}

function unreachable(path: string, errno: number): LockdownError {
  return new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot look up ${quote(path)}: ${
      errnoName(errno)
    }. Check the permissions of the directories above it, or leave ` +
      `the entry out`,
  );
}
