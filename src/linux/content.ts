import { concatenate } from "./bytes.ts";
import { AT_FDCWD, O_CLOEXEC, O_RDONLY } from "./flags.ts";
import { SCRATCH_SIZE, type System, SystemCallError } from "./system.ts";

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
