import type { Architecture } from "../../runtimes/runtime.ts";

/** System calls made from TypeScript. */
export type SyscallName = keyof typeof X86_64;

const X86_64 = {
  read: 0,
  close: 3,
  lseek: 8,
  mmap: 9,
  rt_sigaction: 13,
  pread64: 17,
  pwrite64: 18,
  nanosleep: 35,
  getpid: 39,
  socket: 41,
  bind: 49,
  execve: 59,
  fcntl: 72,
  getcwd: 79,
  capget: 125,
  prctl: 157,
  gettid: 186,
  getdents64: 217,
  tgkill: 234,
  openat: 257,
  mkdirat: 258,
  readlinkat: 267,
  memfd_create: 319,
  statx: 332,
  openat2: 437,
  landlock_create_ruleset: 444,
  landlock_add_rule: 445,
  landlock_restrict_self: 446,
};

const ARM64: Record<SyscallName, number> = {
  read: 63,
  close: 57,
  lseek: 62,
  mmap: 222,
  rt_sigaction: 134,
  pread64: 67,
  pwrite64: 68,
  nanosleep: 101,
  getpid: 172,
  socket: 198,
  bind: 200,
  execve: 221,
  fcntl: 25,
  getcwd: 17,
  capget: 90,
  prctl: 167,
  gettid: 178,
  getdents64: 61,
  tgkill: 131,
  openat: 56,
  mkdirat: 34,
  readlinkat: 78,
  memfd_create: 279,
  statx: 291,
  openat2: 437,
  landlock_create_ruleset: 444,
  landlock_add_rule: 445,
  landlock_restrict_self: 446,
};

/** Numbers by architecture, from the kernel's `arch/x86/entry/syscalls/syscall_64.tbl` and
 * `include/uapi/asm-generic/unistd.h`. */
export const SYSCALL_NUMBERS: Record<Architecture, Record<SyscallName, number>> = {
  x86_64: X86_64,
  arm64: ARM64,
};
