import type { Architecture } from "../../runtimes/runtime.ts";

/** System calls we make, from TypeScript or from emitted code. Only calls that both architectures have: `openat`, not `open`. */
export type SyscallName = keyof typeof NUMBERS;

/** x86-64 and arm64, from the kernel's `arch/x86/entry/syscalls/syscall_64.tbl` and
 * `include/uapi/asm-generic/unistd.h`. A test compares them with the headers of the machine. */
const NUMBERS = {
  read: [0, 63],
  write: [1, 64],
  close: [3, 57],
  lseek: [8, 62],
  mmap: [9, 222],
  mprotect: [10, 226],
  munmap: [11, 215],
  rt_sigaction: [13, 134],
  rt_sigprocmask: [14, 135],
  rt_sigreturn: [15, 139],
  ioctl: [16, 29],
  pread64: [17, 67],
  pwrite64: [18, 68],
  dup3: [292, 24],
  pipe2: [293, 59],
  nanosleep: [35, 101],
  getpid: [39, 172],
  socket: [41, 198],
  bind: [49, 200],
  setsockopt: [54, 208],
  execve: [59, 221],
  exit: [60, 93],
  kill: [62, 129],
  fcntl: [72, 25],
  getcwd: [79, 17],
  chdir: [80, 49],
  fchdir: [81, 50],
  geteuid: [107, 175],
  capget: [125, 90],
  capset: [126, 91],
  prctl: [157, 167],
  gettid: [186, 178],
  getdents64: [217, 61],
  exit_group: [231, 94],
  tgkill: [234, 131],
  openat: [257, 56],
  mkdirat: [258, 34],
  unlinkat: [263, 35],
  renameat: [264, 38],
  readlinkat: [267, 78],
  fchmodat: [268, 53],
  fchmod: [91, 52],
  faccessat: [269, 48],
  prlimit64: [302, 261],
  seccomp: [317, 277],
  getrandom: [318, 278],
  inotify_add_watch: [254, 27],
  inotify_init1: [294, 26],
  memfd_create: [319, 279],
  execveat: [322, 281],
  statx: [332, 291],
  close_range: [436, 436],
  openat2: [437, 437],
  faccessat2: [439, 439],
  landlock_create_ruleset: [444, 444],
  landlock_add_rule: [445, 445],
  landlock_restrict_self: [446, 446],
  // Made only by what tests emit
  clone: [56, 220],
  unshare: [272, 97],
  clone3: [435, 435],
} as const;

/** Every name in the table. */
export function syscallNames(): readonly SyscallName[] {
  return Object.keys(NUMBERS) as SyscallName[];
}

/** The number of a system call on an architecture. */
export function syscallNumber(name: SyscallName, architecture: Architecture): number {
  return NUMBERS[name][architecture === "x86_64" ? 0 : 1];
}
