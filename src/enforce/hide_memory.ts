import type { Runtime } from "../../runtimes/runtime.ts";
import { PR_SET_DUMPABLE, RLIMIT_CORE, SIG_IGN } from "../linux/flags.ts";
import { NO_CORE, processEnvironment } from "../linux/process.ts";
import { SIGACTION, SIGNAL_SET_SIZE } from "../linux/structs.ts";
import type { System } from "../linux/system.ts";

/** Keeps what this process starts from taking it over through `/proc`: from reading its memory and environment, from
 * writing its memory, and from opening its descriptors, as root too once the capabilities for it are gone
 * (`__ptrace_may_access` in `kernel/ptrace.c`). Landlock allows all that within one domain.
 *
 * The files in `/proc/self` belong to root then, so that an ordinary user's process can no longer open those that are
 * for the owner alone: `environ`, `mem`, `io`, and the writable ones. A program that is executed begins anew, but inherits
 * that there are no core dumps: a helper for them would run outside, on memory that the program chose. */
export function hideMemory(system: System, runtime: Runtime): void {
  try {
    processEnvironment(system);
  } catch {
    // Without it programs are looked for in the usual folders only
  }
  system.call("prctl", "PR_SET_DUMPABLE", PR_SET_DUMPABLE, 0, 0, 0, 0);
  const { view, address } = system.scratch;
  for (const at of [0, 8]) view.setBigUint64(at, BigInt(NO_CORE), true);
  // Where the limit is 0 already it stays, and the report names the helper as a limit
  system.attempt("prlimit64", 0, RLIMIT_CORE, address, 0);
  ignoreDebugSignal(system, runtime.debugSignal());
}

/** Keeps what this process starts from opening a way in for debuggers by a signal: who can connect to that port runs code in
 * this process. Landlock's scope holds for processes outside the domain only. */
function ignoreDebugSignal(system: System, signal: number | undefined): void {
  if (signal === undefined) return;
  const action = system.buffer(SIGACTION.size);
  action.view.setBigUint64(SIGACTION.handler, BigInt(SIG_IGN), true);
  system.call("rt_sigaction", `signal ${signal}`, signal, action.address, 0, SIGNAL_SET_SIZE);
}
