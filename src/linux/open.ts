import { EINVAL, ENOSYS } from "./errno.ts";
import {
  AT_FDCWD,
  O_CLOEXEC,
  O_NOFOLLOW,
  O_PATH,
  RESOLVE_NO_MAGICLINKS,
  RESOLVE_NO_SYMLINKS,
} from "./flags.ts";
import { OPEN_HOW } from "./structs.ts";
import { type System, SystemCallError } from "./system.ts";

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

/** Matches paths that are not canonical: with `//`, `/./`, `/../` or a slash at the end. Also matches characters that the
 * kernel would not read as written: NUL, which ends a path, and lone surrogates, which UTF-8 cannot encode. */
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
  how.view.setBigUint64(OPEN_HOW.flags, BigInt(O_PATH | O_CLOEXEC), true);
  how.view.setBigUint64(OPEN_HOW.mode, 0n, true);
  how.view.setBigUint64(OPEN_HOW.resolve, BigInt(RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS), true);
  return system.attempt("openat2", AT_FDCWD, system.pathAddress(path), how.address, OPEN_HOW.size);
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
