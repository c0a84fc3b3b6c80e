import { processEnvironment } from "../system/process_environment.ts";
import type { System } from "../system/system.ts";

/** `prctl(2)` */
const PR_SET_DUMPABLE = 4;

/** Keeps what this process starts from taking it over through `/proc`: from reading its memory and environment, from
 * writing its memory, and from opening its descriptors, as root too once the capabilities for it are gone
 * (`__ptrace_may_access` in `kernel/ptrace.c`). Landlock allows all that within one domain.
 *
 * The files in `/proc/self` belong to root then, so that an ordinary user's process can no longer open those that are
 * for the owner alone: `environ`, `mem`, `io`, and the writable ones. A program that is executed begins anew. */
export function hideMemory(system: System): void {
  try {
    processEnvironment(system);
  } catch {
    // Without it programs are looked for in the usual folders only
  }
  system.call("prctl", "PR_SET_DUMPABLE", PR_SET_DUMPABLE, 0, 0, 0, 0);
}
