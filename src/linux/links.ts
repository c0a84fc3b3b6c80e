import { AT_FDCWD } from "./flags.ts";
import { openPath } from "./open.ts";
import { SCRATCH_SIZE, type System, SystemCallError } from "./system.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });

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
