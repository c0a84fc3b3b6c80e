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
} from "../../machine/program.ts";
import { CAPABILITY_VERSION, keptMask } from "../../linux/capabilities.ts";
import { STATE } from "../layout.ts";
import { failure } from "./message.ts";

/** Two records of three words: effective, permitted, inheritable; the first for capabilities 0 to 31. */
const RECORDS = 2;
const WORDS = 3;
const HEADER_SIZE = 8;

/** Drops all capabilities but those in `KEPT_CAPABILITIES`, for good: after no_new_privs not even execve as root brings them back. */
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
      return [load32("r0", "r6", at), and("r0", keptMask(word < WORDS ? 0 : 32)), store32("r0", "r6", at)];
    }).flat(),
    syscall("capset", [at("r6", header), at("r6", header + HEADER_SIZE)]),
    jumpIf("result", "notEqual", 0, "capabilities failed"),
    ret(),
    ...failure("capabilities failed", "cannot drop capabilities"),
  ];
}
