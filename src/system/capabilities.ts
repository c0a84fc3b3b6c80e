import type { System } from "./system.ts";

const VERSION_3 = 0x20080522;

/** Capability numbers, `include/uapi/linux/capability.h`. */
export const CAPABILITY = { SYS_ADMIN: 21, PERFMON: 38 } as const;

/** Whether a capability is in the effective set of this thread; `capget(2)`. */
export function hasCapability(system: System, capability: number): boolean {
  // A header of two words, then two records of three words: effective, permitted, inheritable
  const header = system.scratch;
  header.view.setUint32(0, VERSION_3, true);
  header.view.setInt32(4, 0, true);
  const record = 8;
  system.call("capget", "capabilities", header.address, header.address + record);
  const word = header.view.getUint32(record + (capability >> 5) * 12, true);
  return (word & (1 << (capability & 31))) !== 0;
}
