import { AT_FDCWD } from "./flags.ts";
import { listDirectory } from "./folders.ts";
import { SCRATCH_SIZE, type System, SystemCallError } from "./system.ts";

const DESCRIPTORS = "/proc/self/fd";
const RING = "anon_inode:[io_uring]";

/** Whether the process has an io_uring ring open; also if that cannot be known. */
export function hasIoUring(system: System): boolean {
  const { address, bytes } = system.scratch;
  const isRing = (name: string) => {
    const path = system.pathAddress(`${DESCRIPTORS}/${name}`);
    const length = system.attempt("readlinkat", AT_FDCWD, path, address, SCRATCH_SIZE);
    return length === RING.length && new TextDecoder().decode(bytes.subarray(0, length)) === RING;
  };
  try {
    return listDirectory(system, DESCRIPTORS).entries.some(({ name }) => isRing(name));
  } catch (error) {
    if (error instanceof SystemCallError) return true;
    throw error;
  }
}
