import {
  and,
  at,
  jumpIf,
  label,
  load32,
  type Program,
  ret,
  set,
  store32,
  store64,
  syscall,
} from "../machine/program.ts";
import { CAPABILITY, CAPABILITY_VERSION } from "../system/capabilities.ts";
import { STATE } from "./launcher_layout.ts";
import { failure } from "./launcher_message.ts";

/** What no confined command keeps, even as root: with these the kernel's memory, or that of any process, can be read
 * or changed without opening a file that Landlock would deny. */
export const DROPPED: readonly number[] = [
  CAPABILITY.SYS_MODULE, // Code from memory into the kernel, `init_module(2)`
  CAPABILITY.SYS_RAWIO, // /proc/kcore, `iopl(2)`
  CAPABILITY.SYS_PTRACE,
  CAPABILITY.SYS_ADMIN, // Includes PERFMON and BPF
  CAPABILITY.SYS_BOOT, // Another kernel, `kexec_load(2)`
  CAPABILITY.SYSLOG, // The kernel's log and addresses
  CAPABILITY.PERFMON, // Other processes' environment and memory map through /proc, `mm_access` in kernel/fork.c
  CAPABILITY.BPF,
];

/** Two records of three words: effective, permitted, inheritable; the first for capabilities 0 to 31. */
const RECORDS = 2;
const WORDS = 3;
const HEADER_SIZE = 8;

/** Drops capabilities for good: after no_new_privs not even execve as root brings them back. */
export function droppingCapabilities(): Program {
  const header = STATE.capabilities;
  return [
    label("drop capabilities"),
    set("r0", CAPABILITY_VERSION),
    store64("r0", "r6", header, "process 0 is this one"),
    syscall("capget", [at("r6", header), at("r6", header + HEADER_SIZE)]),
    jumpIf("result", "notEqual", 0, "capabilities failed"),
    ...Array.from({ length: RECORDS * WORDS }, (_, word) => {
      const at = header + HEADER_SIZE + 4 * word;
      return [load32("r0", "r6", at), and("r0", ~mask(word < WORDS ? 0 : 32)), store32("r0", "r6", at)];
    }).flat(),
    syscall("capset", [at("r6", header), at("r6", header + HEADER_SIZE)]),
    jumpIf("result", "notEqual", 0, "capabilities failed"),
    ret(),
    ...failure("capabilities failed", "cannot drop capabilities"),
  ];
}

/** Of the 32 capabilities from `first` on, those dropped. */
function mask(first: number): number {
  return DROPPED
    .filter((capability) => capability >= first && capability < first + 32)
    .reduce((bits, capability) => bits | (1 << (capability - first)), 0);
}
