import { ENOSYS, EPERM } from "../linux/errno.ts";
import { type Act, always, refuse } from "./act.ts";

/** Acts on other processes, which no permission is for. */
export type ProcessAct =
  | "tracing"
  | "ipc"
  | "keyrings"
  | "terminalInput"
  | "abstractSockets"
  | "signals"
  | "priorities"
  | "commandLines"
  | "siblings"
  | "signalsToParent"
  | "coreDumpHelper"
  | "consoles";

/** `TIOCSTI` and `TIOCLINUX`. */
const TERMINAL_INPUT = [0x5412, 0x541c];

/** See {@linkcode Act}. */
export const PROCESS_ACTS: Readonly<Record<ProcessAct, Act>> = {
  tracing: {
    act:
      "taking over other processes of the sandbox (ptrace, process_vm_writev, pidfd_getfd), changing limits of any",
    permission: "scope",
    closure: {
      reason: "a child could take over the program that started it, with the descriptors that holds",
      refusals: [
        refuse(EPERM, "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp"),
        refuse(EPERM, "process_madvise", "process_mrelease"),
        // Its own is 0
        {
          calls: ["prlimit64", "migrate_pages", "move_pages"],
          errno: EPERM,
          when: [{ argument: 0, notAmong: [0] }],
        },
      ],
      unwanted: always,
      switchable: true,
    },
  },
  ipc: {
    act: "System V memory, messages and semaphores, POSIX message queues, of any process of the same user",
    permission: "scope",
    closure: {
      reason: "they have no path, and Landlock does not restrict them",
      refusals: [
        refuse(ENOSYS, "shmget", "shmat", "shmctl", "shmdt", "mq_open", "mq_unlink"),
        refuse(ENOSYS, "msgget", "msgsnd", "msgrcv", "msgctl", "semget", "semop", "semctl", "semtimedop"),
      ],
      unwanted: always,
      switchable: true,
    },
  },
  keyrings: {
    act: "keys of the user and the session, which other processes share",
    permission: "scope",
    closure: {
      reason: "Landlock does not restrict them",
      refusals: [refuse(ENOSYS, "add_key", "request_key", "keyctl")],
      unwanted: always,
      switchable: true,
    },
  },
  terminalInput: {
    act: "typing into the terminal the program was started from (TIOCSTI)",
    permission: "scope",
    closure: {
      reason:
        "the shell outside would execute it, and Landlock does not restrict a terminal that is open already",
      refusals: [{ calls: ["ioctl"], errno: EPERM, when: [{ argument: 1, among: TERMINAL_INPUT }] }],
      unwanted: always,
      switchable: true,
    },
  },
  abstractSockets: {
    act: "connecting to abstract UNIX sockets of other processes",
    permission: "scope",
    right: "abstract_unix_socket",
    closedBy: [["unixSockets"]],
  },
  signals: {
    act: "sending signals to other processes of the same user",
    permission: "scope",
    right: "signal",
  },
  priorities: {
    act:
      "changing priority and processor of other processes of the same user, as root of any (setpriority, ioprio_set, " +
      "sched_setscheduler, sched_setaffinity)",
    permission: "scope",
  },
  commandLines: {
    act: "reading the command lines of other processes (/proc/PID/cmdline), which everybody may",
    permission: "scope",
  },
  siblings: {
    act:
      "taking over other programs that this process starts, through /proc/PID/mem and /proc/PID/fd: start everything in a " +
      "Sandbox each if one must not trust another",
    permission: "scope",
    heldBySandbox: true,
  },
  signalsToParent: {
    act:
      "ending, stopping and signalling this process, which programs that it starts may: start what it must outlive in a " +
      "Sandbox",
    permission: "scope",
    heldBySandbox: true,
  },
  coreDumpHelper: {
    act:
      "starting the machine's core dump helper outside, on memory of one's own: where kernel.core_pattern names a socket, " +
      "and where core files were limited to 0 before (ulimit -c 0)",
    permission: "scope",
  },
  consoles: {
    act:
      "on a console that is a standard stream: changing its keyboard mode and accents (KDSKBMODE, KDSKBDIACR)",
    permission: "scope",
  },
};
