import type { System } from "./system.ts";

/** `_LINUX_CAPABILITY_VERSION_3`, for `capget(2)` and `capset(2)`. */
export const CAPABILITY_VERSION = 0x20080522;

/** Capability numbers, `include/uapi/linux/capability.h`. */
export const CAPABILITY = {
  SYS_MODULE: 16,
  SYS_RAWIO: 17,
  SYS_PTRACE: 19,
  SYS_ADMIN: 21,
  SYS_BOOT: 22,
  SYSLOG: 34,
  PERFMON: 38,
  BPF: 39,
} as const;

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
