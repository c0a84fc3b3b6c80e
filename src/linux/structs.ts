/** Offsets and sizes in bytes of structures that the kernel reads and writes. */

/** `struct statx`, `include/uapi/linux/stat.h`. */
export const STATX = {
  links: 16,
  mode: 28,
  inode: 32,
  bornSeconds: 80,
  bornNanoseconds: 88,
  deviceMajor: 136,
  deviceMinor: 140,
  size: 256,
} as const;

/** `struct open_how`, `include/uapi/linux/openat2.h`: 64 bits each. */
export const OPEN_HOW = { flags: 0, mode: 8, resolve: 16, size: 24 } as const;

/** `struct linux_dirent64`: the record's length, the type, and the name, which ends with a zero. */
export const DIRENT = { length: 16, type: 18, name: 19 } as const;

/** `struct sigaction` of the kernel: 64 bits each. */
export const SIGACTION = { handler: 0, flags: 8, restorer: 16, mask: 24, size: 32 } as const;

/** A set of signals, `sigset_t` of the kernel. */
export const SIGNAL_SET_SIZE = 8;
