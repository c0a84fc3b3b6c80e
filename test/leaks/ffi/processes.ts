import { constants } from "node:fs";
import { type Act, addressOf, call, memory, opened, outcome, reached, words } from "./call.ts";
import { MEMORY_ADDRESS } from "../../machine/memory.ts";
import type { World } from "./world.ts";

const AT_FDCWD = -100;
const PTRACE_SEIZE = 0x4206;
const RLIMIT_CORE = 4;
const PRIO_PROCESS = 0;
const IPC_PRIVATE = 0;
const IPC_RMID = 0;
const KEYCTL_GET_KEYRING_ID = 0;
const KEY_SPEC_SESSION_KEYRING = -3;
const ENOENT = 2;
const ENOKEY = 126;

/** The acts on other processes, and on what processes share.
 *
 * @param child one that waits, inside of the sandbox as the probe is
 */
export function processActs({ outsider }: World, child: number): Record<string, Act> {
  // What is traced stays so until the probe ends
  const trace = (pid: number) => outcome(call("ptrace", PTRACE_SEIZE, pid, 0, 0));
  return {
    signal_outside: () => outcome(call("kill", outsider, 0)),
    trace_outside: () => trace(outsider),
    trace_child: () => trace(child),
    read_child() {
      const to = words(addressOf(memory(1)), 1);
      const from = words(MEMORY_ADDRESS, 1);
      return outcome(call("process_vm_readv", child, to, 1, from, 1, 0));
    },
    take_descriptor: () => opened(call("pidfd_getfd", call("pidfd_open", child, 0), 0, 0)),
    read_environment: () =>
      opened(call("openat", AT_FDCWD, `/proc/${outsider}/environ`, constants.O_RDONLY, 0)),
    limit_outside() {
      const limit = memory(16);
      return outcome(call("prlimit64", outsider, RLIMIT_CORE, 0, limit)) ||
        outcome(call("prlimit64", outsider, RLIMIT_CORE, limit, 0));
    },
    // The kernel gives 20 less the priority, so that it is no error
    slow_outside: () =>
      outcome(call("setpriority", PRIO_PROCESS, outsider, 20 - call("getpriority", PRIO_PROCESS, outsider))),
    shared_memory() {
      const id = call("shmget", IPC_PRIVATE, 4096, 0o600);
      return id < 0 ? -id : outcome(call("shmctl", id, IPC_RMID, 0));
    },
    message_queue: () => reached(call("mq_open", "none", constants.O_RDONLY, 0, 0), ENOENT),
    keyring: () => reached(call("keyctl", KEYCTL_GET_KEYRING_ID, KEY_SPEC_SESSION_KEYRING, 0), ENOKEY),
  };
}
