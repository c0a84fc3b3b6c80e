import { EACCES, ENOSYS, EPERM } from "../linux/errno.ts";
import { CLONE_NEWUSER } from "../linux/flags.ts";
import { type Act, always, refuse } from "./act.ts";

/** Ways around every restriction: other doors into the kernel, and what only root may. */
export type KernelAct =
  | "ioUring"
  | "ioUringOfBefore"
  | "userNamespaces"
  | "bpf"
  | "userfaultfd"
  | "perfEvents"
  | "administration";

/** See {@linkcode Act}. */
export const KERNEL_ACTS: Readonly<Record<KernelAct, Act>> = {
  ioUring: {
    act: "new io_uring rings, which make system calls that no filter sees",
    permission: "scope",
    closure: {
      reason: "programs fall back to ordinary calls",
      refusals: [refuse(ENOSYS, "io_uring_setup")],
      unwanted: always,
      switchable: true,
    },
  },
  ioUringOfBefore: {
    act: "system calls through an io_uring ring that was made before, which no filter sees",
    permission: "scope",
    closure: {
      reason: "no ring is in use",
      refusals: [refuse(ENOSYS, "io_uring_enter", "io_uring_register")],
      unwanted: ({ isOn, ringOpen }) => isOn("ioUring") || ringOpen,
      closable: ({ isOn, ringOpen }) => isOn("ioUring") && !ringOpen,
    },
  },
  userNamespaces: {
    act: "new user namespaces, and with them all that only root can reach in the kernel",
    permission: "scope",
    closure: {
      reason:
        "most ways to take over the kernel begin there. clone3() keeps its flags in memory, programs use clone() then",
      refusals: [
        {
          calls: ["clone", "unshare"],
          errno: EPERM,
          when: [{ argument: 0, mask: CLONE_NEWUSER, among: [CLONE_NEWUSER] }],
        },
        refuse(ENOSYS, "clone3"),
      ],
      unwanted: always,
      switchable: true,
    },
  },
  bpf: {
    act: "programs in the kernel (bpf)",
    permission: "scope",
    closure: {
      reason: "few programs need them and many ways to take over the kernel do",
      refusals: [refuse(EPERM, "bpf")],
      unwanted: always,
      switchable: true,
    },
  },
  userfaultfd: {
    act: "stopping the kernel at a page of memory (userfaultfd)",
    permission: "scope",
    closure: {
      reason: "few programs need it and many ways to take over the kernel do",
      refusals: [refuse(EPERM, "userfaultfd")],
      unwanted: always,
      switchable: true,
    },
  },
  perfEvents: {
    act: "performance counters of the processor and the kernel (perf_event_open)",
    permission: "scope",
    closure: {
      reason: "they tell of other processes, and many ways to take over the kernel begin there",
      refusals: [refuse(EACCES, "perf_event_open")],
      unwanted: always,
      switchable: true,
    },
  },
  administration: {
    act:
      "as root: kernel modules, another kernel, ports of devices, files by handle, mounts, namespaces of others, swap, " +
      "clock, host name, kernel log, deciding on others' opens (fanotify)",
    permission: "scope",
    closure: {
      reason: "they are above every sandbox, and Landlock does not restrict most of them",
      refusals: [
        refuse(
          EPERM,
          "init_module",
          "finit_module",
          "delete_module",
          "kexec_load",
          "kexec_file_load",
          "reboot",
        ),
        refuse(
          EPERM,
          "iopl",
          "ioperm",
          "swapon",
          "swapoff",
          "acct",
          "quotactl",
          "quotactl_fd",
          "syslog",
          "vhangup",
        ),
        refuse(EPERM, "sethostname", "setdomainname", "settimeofday", "clock_settime"),
        refuse(EPERM, "adjtimex", "clock_adjtime", "fanotify_init", "setns"),
        refuse(EPERM, "mount", "umount2", "pivot_root", "open_tree", "open_tree_attr", "move_mount"),
        refuse(EPERM, "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr"),
        refuse(EPERM, "open_by_handle_at", "lookup_dcookie", "uselib"),
      ],
      unwanted: always,
      switchable: true,
    },
  },
};
