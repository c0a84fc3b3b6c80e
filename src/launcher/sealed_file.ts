import { LockdownError } from "../errors.ts";
import { writeContent } from "../linux/content.ts";
import { EACCES, EINVAL, ENOSYS } from "../linux/errno.ts";
import { ALL_SEALS, F_ADD_SEALS, MFD_ALLOW_SEALING, MFD_CLOEXEC, MFD_EXEC } from "../linux/flags.ts";
import { type System, SystemCallError } from "../linux/system.ts";

/** Puts an executable into a sealed memory file and returns its descriptor: nobody can change it any more.
 *
 * @returns `undefined` where the system forbids executing memory files (`vm.memfd_noexec` 2)
 * @throws LockdownError `SYSTEM` if a filter forbids them
 * @throws SystemCallError
 */
export function sealedExecutable(system: System, content: Uint8Array): number | undefined {
  const made = createExecutable(system);
  if (made === undefined) return undefined;
  writeContent(system, made, content, "launcher");
  system.call("fcntl", "launcher", made, F_ADD_SEALS, ALL_SEALS);
  return made;
}

function createExecutable(system: System): number | undefined {
  const create = (flags: number) => system.attempt("memfd_create", system.pathAddress("landlockdown"), flags);
  let fd = create(MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_EXEC);
  // Kernels before 6.3 do not know the flag and do not need it
  if (fd === -EINVAL) fd = create(MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd === -EACCES) return undefined;
  if (fd === -ENOSYS) {
    throw new LockdownError(
      "SYSTEM",
      "Cannot start a command in a Sandbox here: the seccomp filter that is in force forbids memory files that can be " +
        "executed",
      {
        remedy:
          "Pass filter: { memoryFiles: false } to the lockdown() that came before, or start the first command " +
          "ahead of it",
      },
    );
  }
  if (fd < 0) throw new SystemCallError("memfd_create", "launcher", -fd);
  return fd;
}
