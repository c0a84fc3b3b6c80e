import type { Refusal } from "./refusal.ts";

/** Names of what a filter can close. */
export type ClosureName =
  | "internetSockets"
  | "otherProtocols"
  | "otherFamilies"
  | "vsock"
  | "netlink"
  | "fastOpen"
  | "listening"
  | "unixSockets"
  | "execution"
  | "memoryFiles"
  | "metadata"
  | "inodeFlags"
  | "truncatingOpens"
  | "truncation"
  | "ioUring"
  | "ioUringOfBefore"
  | "tracing"
  | "ipc"
  | "keyrings"
  | "userNamespaces"
  | "bpf"
  | "userfaultfd"
  | "perfEvents"
  | "terminalInput"
  | "administration";

/** One way around Landlock, and what closes it. */
export interface Closure {
  /** What stays possible where it is not closed. */
  readonly act: string;
  /** Why it is closed, or what a program does instead. */
  readonly reason: string;
  readonly refusals: readonly Refusal[];
}

/** Address families, `include/linux/socket.h`. */
const AF = { UNIX: 1, INET: 2, INET6: 10, NETLINK: 16, VSOCK: 40 };
const SOCK = { STREAM: 1, DGRAM: 2, SEQPACKET: 5 };
/** The kind of socket without the flags beside it, `SOCK_TYPE_MASK`. */
const KIND = { argument: 1, mask: 0xf };
const IPPROTO = { ANY: 0, TCP: 6, UDP: 17 };
const INTERNET = { argument: 0, among: [AF.INET, AF.INET6] };
const NETLINK_ROUTE = 0;
const MSG_FASTOPEN = 0x2000_0000;
const AT_EMPTY_PATH = 0x1000;
const MFD_NOEXEC_SEAL = 0x8;
const CLONE_NEWUSER = 0x1000_0000;
/** `O_ACCMODE` and `O_TRUNC`. */
const ACCESS_AND_TRUNCATE = 0o1003;
const O_TRUNC = 0o1000;
/** `FS_IOC_SETFLAGS`, its 32-bit form, `FS_IOC_FSSETXATTR`, `FS_IOC_SETVERSION`. */
const SET_INODE_FLAGS = [0x4008_6602, 0x4004_6602, 0x401c_5820, 0x4008_7602];
/** `TIOCSTI` and `TIOCLINUX`. */
const TERMINAL_INPUT = [0x5412, 0x541c];

const always = (errno: Refusal["errno"], ...calls: Refusal["calls"]): Refusal => ({ calls, errno });

/** All that a filter can close, by name. What a policy needs of it is decided elsewhere. */
export const CLOSURES: Readonly<Record<ClosureName, Closure>> = {
  internetSockets: {
    act: "TCP, UDP and every other protocol of IPv4 and IPv6",
    reason:
      "no host and no port is granted; Landlock knows TCP from ABI 4 on, UDP from ABI 10, the others never",
    refusals: [{ calls: ["socket"], errno: "EACCES", when: [INTERNET] }],
  },
  otherProtocols: {
    act: "protocols over IP besides TCP and UDP: MPTCP, SCTP, SMC, raw packets",
    reason: "Landlock does not restrict them, and MPTCP reaches TCP servers on every port",
    refusals: [
      {
        calls: ["socket"],
        errno: "EPROTONOSUPPORT",
        when: [INTERNET, { ...KIND, notAmong: [SOCK.STREAM, SOCK.DGRAM] }],
      },
      {
        calls: ["socket"],
        errno: "EPROTONOSUPPORT",
        when: [INTERNET, { ...KIND, among: [SOCK.STREAM] }, {
          argument: 2,
          notAmong: [IPPROTO.ANY, IPPROTO.TCP],
        }],
      },
      {
        calls: ["socket"],
        errno: "EPROTONOSUPPORT",
        when: [INTERNET, { ...KIND, among: [SOCK.DGRAM] }, {
          argument: 2,
          notAmong: [IPPROTO.ANY, IPPROTO.UDP],
        }],
      },
    ],
  },
  otherFamilies: {
    act:
      "sockets of families besides IP, UNIX, netlink and vsock: packet, Bluetooth, CAN, SMC, kernel crypto and more",
    reason: "Landlock does not restrict them",
    refusals: [
      {
        calls: ["socket"],
        errno: "EAFNOSUPPORT",
        when: [{ argument: 0, notAmong: [AF.UNIX, AF.INET, AF.INET6, AF.NETLINK, AF.VSOCK] }],
      },
      { calls: ["socketpair"], errno: "EAFNOSUPPORT", when: [{ argument: 0, notAmong: [AF.UNIX] }] },
    ],
  },
  vsock: {
    act: "vsock, to the host of a virtual machine and its neighbours",
    reason: "Landlock does not restrict it",
    refusals: [{ calls: ["socket"], errno: "EAFNOSUPPORT", when: [{ argument: 0, among: [AF.VSOCK] }] }],
  },
  netlink: {
    act: "netlink besides routing: auditing, connection tracking, SELinux, devices",
    reason: "programs need routing netlink to list network interfaces, and no other",
    refusals: [{
      calls: ["socket"],
      errno: "EPROTONOSUPPORT",
      when: [{ argument: 0, among: [AF.NETLINK] }, { argument: 2, notAmong: [NETLINK_ROUTE] }],
    }],
  },
  fastOpen: {
    act: "connecting to any TCP port with TCP Fast Open, on kernels before 7.2.13",
    reason:
      "sendto() with MSG_FASTOPEN connects, and Landlock did not ask there; programs connect first instead",
    refusals: [
      { calls: ["sendto", "sendmmsg"], argument: 3 },
      { calls: ["sendmsg"], argument: 2 },
    ].map(({ calls, argument }) => ({
      calls: calls as Refusal["calls"],
      errno: "EOPNOTSUPP" as const,
      when: [{ argument, mask: MSG_FASTOPEN, among: [MSG_FASTOPEN] }],
    })),
  },
  listening: {
    act: "listen() without bind(), on a TCP port the kernel picks",
    reason: "nothing that may be listened on is granted, and Landlock has no say in listen()",
    refusals: [always("EACCES", "listen")],
  },
  unixSockets: {
    act: "connecting to UNIX sockets with a path, such as a D-Bus or Docker socket",
    reason:
      "a filter cannot see the path, and Landlock restricts it from ABI 9 on only: so no UNIX socket can be made but a " +
      "connected pair, whose kinds are those that stay connected",
    refusals: [
      { calls: ["socket"], errno: "EACCES", when: [{ argument: 0, among: [AF.UNIX] }] },
      {
        calls: ["socketpair"],
        errno: "EACCES",
        when: [{ argument: 0, among: [AF.UNIX] }, { ...KIND, notAmong: [SOCK.STREAM, SOCK.SEQPACKET] }],
      },
    ],
  },
  execution: {
    act: "executing memory files, and readable programs through the dynamic linker",
    reason: "no program is granted, and Landlock lets memory files be executed",
    refusals: [always("EACCES", "execve", "execveat")],
  },
  memoryFiles: {
    act: "executing memory files: any code, whatever programs are granted",
    reason:
      "Landlock lets memory files be executed. Those that can never be (MFD_NOEXEC_SEAL, Linux 6.3) can be made; programs " +
      "take a temporary file instead",
    refusals: [
      {
        calls: ["memfd_create"],
        errno: "ENOSYS",
        when: [{ argument: 1, mask: MFD_NOEXEC_SEAL, among: [0] }],
      },
      {
        calls: ["execveat"],
        errno: "ENOSYS",
        when: [{ argument: 4, mask: AT_EMPTY_PATH, among: [AT_EMPTY_PATH] }],
      },
    ],
  },
  metadata: {
    act: "changing mode, owner, times and extended attributes of the process owner's files",
    reason: "nothing is granted for writing, and Landlock does not restrict it",
    refusals: [
      always("EPERM", "chmod", "fchmod", "fchmodat", "fchmodat2"),
      always("EPERM", "chown", "lchown", "fchown", "fchownat"),
      always("EPERM", "utime", "utimes", "futimesat", "utimensat"),
      always("EPERM", "setxattr", "lsetxattr", "fsetxattr", "setxattrat"),
      always("EPERM", "removexattr", "lremovexattr", "fremovexattr", "removexattrat"),
    ],
  },
  inodeFlags: {
    act: "changing file flags such as immutable and append-only (chattr)",
    reason: "they can be changed through any descriptor, and Landlock does not restrict it",
    refusals: [
      { calls: ["ioctl"], errno: "ENOTTY", when: [{ argument: 1, among: SET_INODE_FLAGS }] },
      always("ENOSYS", "file_setattr"),
    ],
  },
  truncatingOpens: {
    act: "emptying readable files by opening them",
    reason: "Landlock restricts truncation from ABI 3 on, and open() for reading truncates when asked to",
    refusals: [
      // Its flags are in memory, where a filter cannot see them
      always("ENOSYS", "openat2"),
      {
        calls: ["open"],
        errno: "EACCES",
        when: [{ argument: 1, mask: ACCESS_AND_TRUNCATE, among: [O_TRUNC] }],
      },
      {
        calls: ["openat"],
        errno: "EACCES",
        when: [{ argument: 2, mask: ACCESS_AND_TRUNCATE, among: [O_TRUNC] }],
      },
    ],
  },
  truncation: {
    act: "emptying any file its owner may write (truncate)",
    reason: "nothing is granted for writing, and Landlock restricts it from ABI 3 on only",
    refusals: [always("EACCES", "truncate")],
  },
  ioUring: {
    act: "new io_uring rings, which make system calls that no filter sees",
    reason: "programs fall back to ordinary calls",
    refusals: [always("ENOSYS", "io_uring_setup")],
  },
  ioUringOfBefore: {
    act: "system calls through an io_uring ring that was made before, which no filter sees",
    reason: "no ring is in use",
    refusals: [always("ENOSYS", "io_uring_enter", "io_uring_register")],
  },
  tracing: {
    act:
      "taking over other processes of the sandbox (ptrace, process_vm_writev, pidfd_getfd), changing limits of any",
    reason: "a child could take over the program that started it, with the descriptors that holds",
    refusals: [
      always("EPERM", "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp"),
      always("EPERM", "process_madvise", "process_mrelease"),
      // Its own is 0
      {
        calls: ["prlimit64", "migrate_pages", "move_pages"],
        errno: "EPERM",
        when: [{ argument: 0, notAmong: [0] }],
      },
    ],
  },
  ipc: {
    act: "System V memory, messages and semaphores, POSIX message queues, of any process of the same user",
    reason: "they have no path, and Landlock does not restrict them",
    refusals: [
      always("ENOSYS", "shmget", "shmat", "shmctl", "shmdt", "mq_open", "mq_unlink"),
      always("ENOSYS", "msgget", "msgsnd", "msgrcv", "msgctl", "semget", "semop", "semctl", "semtimedop"),
    ],
  },
  keyrings: {
    act: "keys of the user and the session, which other processes share",
    reason: "Landlock does not restrict them",
    refusals: [always("ENOSYS", "add_key", "request_key", "keyctl")],
  },
  userNamespaces: {
    act: "new user namespaces, and with them all that only root can reach in the kernel",
    reason:
      "most ways to take over the kernel begin there. clone3() keeps its flags in memory, programs use clone() then",
    refusals: [
      {
        calls: ["clone", "unshare"],
        errno: "EPERM",
        when: [{ argument: 0, mask: CLONE_NEWUSER, among: [CLONE_NEWUSER] }],
      },
      always("ENOSYS", "clone3"),
    ],
  },
  bpf: {
    act: "programs in the kernel (bpf)",
    reason: "few programs need them and many ways to take over the kernel do",
    refusals: [always("EPERM", "bpf")],
  },
  userfaultfd: {
    act: "stopping the kernel at a page of memory (userfaultfd)",
    reason: "few programs need it and many ways to take over the kernel do",
    refusals: [always("EPERM", "userfaultfd")],
  },
  perfEvents: {
    act: "performance counters of the processor and the kernel (perf_event_open)",
    reason: "they tell of other processes, and many ways to take over the kernel begin there",
    refusals: [always("EACCES", "perf_event_open")],
  },
  terminalInput: {
    act: "typing into the terminal the program was started from (TIOCSTI)",
    reason:
      "the shell outside would execute it, and Landlock does not restrict a terminal that is open already",
    refusals: [{ calls: ["ioctl"], errno: "EPERM", when: [{ argument: 1, among: TERMINAL_INPUT }] }],
  },
  administration: {
    act:
      "as root: kernel modules, another kernel, ports of devices, files by handle, mounts, namespaces of others, swap, " +
      "clock, host name, kernel log, deciding on others' opens (fanotify)",
    reason: "they are above every sandbox, and Landlock does not restrict most of them",
    refusals: [
      always(
        "EPERM",
        "init_module",
        "finit_module",
        "delete_module",
        "kexec_load",
        "kexec_file_load",
        "reboot",
      ),
      always(
        "EPERM",
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
      always("EPERM", "sethostname", "setdomainname", "settimeofday", "clock_settime"),
      always("EPERM", "adjtimex", "clock_adjtime", "fanotify_init", "setns"),
      always("EPERM", "mount", "umount2", "pivot_root", "open_tree", "open_tree_attr", "move_mount"),
      always("EPERM", "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr"),
      always("EPERM", "open_by_handle_at", "lookup_dcookie", "uselib"),
    ],
  },
};
