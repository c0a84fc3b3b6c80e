import type { Architecture } from "../../../src/linux/architecture.ts";
import { type SyscallName, syscallNumber } from "../../../src/linux/syscalls.ts";

/** A system call that the probe makes. */
export type ProbeCall = SyscallName | keyof typeof NUMBERS;

/** Those that no filter speaks of, x86-64 and arm64. A test compares them with the headers of the machine. */
const NUMBERS = {
  connect: [42, 203],
  bind: [49, 200],
  kill: [62, 129],
  getpriority: [140, 141],
  setpriority: [141, 140],
  mount: [165, 40],
  umount2: [166, 39],
  listxattr: [194, 11],
  inotify_add_watch: [254, 27],
  mkdirat: [258, 34],
  mknodat: [259, 33],
  unlinkat: [263, 35],
  linkat: [265, 37],
  readlinkat: [267, 78],
  inotify_init1: [294, 26],
  renameat2: [316, 276],
  pidfd_open: [434, 434],
} as const;

/** The number of a call. */
export function numberOf(name: ProbeCall, architecture: Architecture): number {
  const number = name in NUMBERS
    ? NUMBERS[name as keyof typeof NUMBERS][architecture === "x86_64" ? 0 : 1]
    : syscallNumber(name as SyscallName, architecture);
  if (number === undefined) throw new RangeError(`Cannot call "${name}": ${architecture} has no such call`);
  return number;
}

/** Names of the calls that only this table has. */
export function probeCalls(): readonly ProbeCall[] {
  return Object.keys(NUMBERS) as ProbeCall[];
}
