import { LockdownError } from "../errors.ts";
import { readFile } from "./content.ts";
import { ENOENT, errnoName } from "./errno.ts";
import { RLIMIT_NOFILE } from "./flags.ts";
import { SCRATCH_SIZE, type System } from "./system.ts";

/** A limit for core dumps: too little for any core file, and the value with which the kernel starts no helper for one
 * either: with 0 it does (`do_coredump` in `fs/coredump.c`). That helper runs as root, outside, on memory that the command
 * chose. */
export const NO_CORE = 1;

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
    path = new TextDecoder("utf-8", { fatal: true }).decode(buffer.bytes.subarray(0, length - 1));
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

let first: Uint8Array | undefined;

/** The environment the process was started with, as `/proc/self/environ` has it. Read once: after `lockdown()` only root
 * may, see `hideMemory` in `src/enforce/hide_memory.ts`.
 *
 * @throws SystemCallError
 */
export function processEnvironment(system: System): Uint8Array {
  first ??= readFile(system, "/proc/self/environ");
  return first;
}
