import type { System } from "./system.ts";

/** `_LINUX_CAPABILITY_VERSION_3`, for `capget(2)` and `capset(2)`. */
export const CAPABILITY_VERSION = 0x20080522;

/** Capability numbers, `include/uapi/linux/capability.h`: those that are named here. */
export const CAPABILITY = {
  CHOWN: 0,
  DAC_OVERRIDE: 1,
  FOWNER: 3,
  FSETID: 4,
  KILL: 5,
  SETGID: 6,
  SETUID: 7,
  SETPCAP: 8,
  NET_BIND_SERVICE: 10,
  NET_RAW: 13,
  SYS_CHROOT: 18,
  SYS_ADMIN: 21,
  PERFMON: 38,
} as const;

/** What the confined keep of root's capabilities: what ordinary work as root takes, on files, users, signals and sockets
 * that Landlock and the filter restrict.
 *
 * Every other one goes, and any that a later kernel adds: with it something could be read, changed or reached without a
 * file or a port that a rule speaks of. Among them are SYS_ADMIN (mounting, quotas, freezing a file system, answering
 * others' opens through fanotify), SYS_PTRACE, PERFMON and CHECKPOINT_RESTORE (memory of other processes, and executing
 * memory through `/proc/self/map_files`), NET_ADMIN (addresses, routes, firewall), SYS_TIME, SYS_RAWIO, SYS_MODULE, BPF,
 * DAC_READ_SEARCH (files by handle), SETFCAP (a program that others would run with privileges) and SYS_RESOURCE. */
export const KEPT_CAPABILITIES: readonly number[] = [
  CAPABILITY.CHOWN,
  CAPABILITY.DAC_OVERRIDE,
  CAPABILITY.FOWNER,
  CAPABILITY.FSETID,
  CAPABILITY.KILL, // Landlock's scope still holds
  CAPABILITY.SETGID,
  CAPABILITY.SETUID,
  CAPABILITY.SETPCAP, // To give up more
  CAPABILITY.NET_BIND_SERVICE,
  CAPABILITY.NET_RAW, // For net: true; else the filter closes raw sockets
  CAPABILITY.SYS_CHROOT, // Rules bind files, wherever the root is
];

/** The bits of kept capabilities in one of the two words of a set, for capabilities from `first` on. */
export function keptMask(first: 0 | 32): number {
  return KEPT_CAPABILITIES
    .filter((capability) => capability >= first && capability < first + 32)
    .reduce((bits, capability) => bits | (1 << (capability - first)), 0);
}

/** Whether a capability is in the effective set of this thread; `capget(2)`. */
export function hasCapability(system: System, capability: number): boolean {
  // A header of two words, then two records of three words: effective, permitted, inheritable
  const header = system.scratch;
  header.view.setUint32(0, CAPABILITY_VERSION, true);
  header.view.setInt32(4, 0, true);
  const record = 8;
  system.call("capget", "capabilities", header.address, header.address + record);
  const word = header.view.getUint32(record + (capability >> 5) * 12, true);
  return (word & (1 << (capability & 31))) !== 0;
}
