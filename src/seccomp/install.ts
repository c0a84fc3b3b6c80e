import { ESRCH } from "../linux/errno.ts";
import {
  SECCOMP_FILTER_FLAG_TSYNC,
  SECCOMP_GET_ACTION_AVAIL,
  SECCOMP_SET_MODE_FILTER,
} from "../linux/flags.ts";
import { type System, SystemCallError } from "../linux/system.ts";
import { encodeInstructions, type Instruction, REFUSE } from "./instruction.ts";

/** Whether this kernel takes filters from us. */
export function takesFilters(system: System): boolean {
  system.scratch.view.setUint32(0, REFUSE, true);
  return system.attempt("seccomp", SECCOMP_GET_ACTION_AVAIL, 0, system.scratch.address) === 0;
}

/** Installs a filter on the calling thread, or on all threads of the process or none. It cannot be taken off.
 *
 * The calling thread needs no_new_privs, or CAP_SYS_ADMIN; the kernel passes no_new_privs on to the others.
 *
 * @throws SystemCallError; `ESRCH` if a thread has a filter that the calling thread does not have
 */
export function installFilter(
  system: System,
  program: readonly Instruction[],
  threads: "calling" | "all",
): void {
  const code = encodeInstructions(program);
  const memory = system.buffer(code.length);
  memory.bytes.set(code);
  const description = system.scratch; // struct sock_fprog
  description.view.setBigUint64(0, BigInt(program.length), true);
  description.view.setBigUint64(8, BigInt(memory.address), true);
  const flags = threads === "all" ? SECCOMP_FILTER_FLAG_TSYNC : 0;
  const result = system.call("seccomp", "filter", SECCOMP_SET_MODE_FILTER, flags, description.address);
  // The id of the thread that stood in the way
  if (result > 0) throw new SystemCallError("seccomp", `filter on thread ${result}`, ESRCH);
}
