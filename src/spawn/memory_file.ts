import { writeContent } from "../system/files.ts";
import { EACCES, EINVAL, type System, SystemCallError } from "../system/system.ts";

const MFD_CLOEXEC = 1;
const MFD_ALLOW_SEALING = 2;
/** Executable although `vm.memfd_noexec` is 1; Linux 6.3. */
const MFD_EXEC = 0x10;
const F_DUPFD_CLOEXEC = 1030;
const F_ADD_SEALS = 1033;
/** Sealed against everything: sealing, shrinking, growing, writing. */
const ALL_SEALS = 0xf;
const O_CLOEXEC = 0o2000000;

/** Out of the way of the small numbers that a spawn with extra streams uses. */
const FIRST = 64;
/** Not the number that was free last: a command line that outlived its sandbox shall fail, not find another's. */
const NUMBERS = 128;
let count = 0;

/** Puts an executable into a sealed memory file and returns its descriptor: nobody can change it any more.
 *
 * @param descriptor a number it should have, for those who must name it beforehand
 * @returns `undefined` where the system forbids executing memory files (`vm.memfd_noexec` 2)
 * @throws SystemCallError
 */
export function sealedExecutable(
  system: System,
  content: Uint8Array,
  descriptor: number | undefined,
): number | undefined {
  const made = createExecutable(system);
  if (made === undefined) return undefined;
  writeContent(system, made, content, "launcher");
  system.call("fcntl", "launcher", made, F_ADD_SEALS, ALL_SEALS);
  if (descriptor !== undefined) {
    system.call("dup3", `descriptor ${descriptor}`, made, descriptor, O_CLOEXEC);
    system.attempt("close", made);
    return descriptor;
  }
  const fd = system.call("fcntl", "launcher", made, F_DUPFD_CLOEXEC, FIRST + count++ % NUMBERS);
  system.attempt("close", made);
  return fd;
}

function createExecutable(system: System): number | undefined {
  const create = (flags: number) => system.attempt("memfd_create", system.pathAddress("landlockdown"), flags);
  let fd = create(MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_EXEC);
  // Kernels before 6.3 do not know the flag and do not need it
  if (fd === -EINVAL) fd = create(MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd === -EACCES) return undefined;
  if (fd < 0) throw new SystemCallError("memfd_create", "launcher", -fd);
  return fd;
}
