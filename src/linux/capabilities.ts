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
} as const;

/** Capabilities of root that the confined keep: those for ordinary work on files, users, signals and sockets
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

/** Header and records of `capset(2)`, as bytes: for the calling thread, what it has and may keep. */
export interface CapabilitySets {
  readonly bytes: Uint8Array;
  /** Whether that is less than it has. */
  readonly isLess: boolean;
}

/** Two words of header, then two records of three words: effective, permitted, inheritable. */
export const CAPABILITY_SETS_SIZE = 32;
export const CAPABILITY_HEADER_SIZE = 8;
const RECORD_SIZE = 12;

/** The words of both records: where each is, and the capability of its lowest bit. */
export function capabilityWords(): { readonly offset: number; readonly first: 0 | 32 }[] {
  return ([0, 32] as const).flatMap((first, record) =>
    [0, 4, 8].map((word) => ({ offset: CAPABILITY_HEADER_SIZE + record * RECORD_SIZE + word, first }))
  );
}

/** The capabilities of this thread, without those that the confined do not keep; `capget(2)`. */
export function keptCapabilities(system: System): CapabilitySets {
  const { view, address, bytes } = system.scratch;
  view.setUint32(0, CAPABILITY_VERSION, true);
  view.setInt32(4, 0, true);
  system.call("capget", "capabilities", address, address + CAPABILITY_HEADER_SIZE);
  let isLess = false;
  for (const { offset, first } of capabilityWords()) {
    const had = view.getUint32(offset, true);
    const keeps = (had & keptMask(first)) >>> 0;
    isLess ||= keeps !== had;
    view.setUint32(offset, keeps, true);
  }
  return { bytes: bytes.slice(0, CAPABILITY_SETS_SIZE), isLess };
}

/** Gives this thread these capabilities; after no_new_privs for good. */
export function setCapabilities(system: System, sets: CapabilitySets): void {
  const { bytes, address } = system.scratch;
  bytes.set(sets.bytes);
  system.call("capset", "capabilities", address, address + CAPABILITY_HEADER_SIZE);
}
