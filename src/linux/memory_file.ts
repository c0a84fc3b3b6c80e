import { EINVAL } from "./errno.ts";
import { MFD_NOEXEC_SEAL } from "./flags.ts";
import { type System, SystemCallError } from "./system.ts";

/** Makes a memory file that nobody executes, and says so: a filter may forbid any other.
 *
 * @param flags for `memfd_create`
 * @throws SystemCallError
 */
export function createMemoryFile(system: System, name: string, flags: number): number {
  const create = (flags: number) => system.attempt("memfd_create", system.pathAddress(name), flags);
  let fd = create(flags | MFD_NOEXEC_SEAL);
  if (fd === -EINVAL) fd = create(flags);
  if (fd < 0) throw new SystemCallError("memfd_create", name, -fd);
  return fd;
}
