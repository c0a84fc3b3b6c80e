import {
  CAPABILITY_HEADER_SIZE,
  CAPABILITY_VERSION,
  capabilityWords,
  keptMask,
} from "../../linux/capabilities.ts";
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
import { STATE } from "../layout.ts";
import { failure } from "./message.ts";

/** Drops all capabilities but those in `KEPT_CAPABILITIES`, for good: after no_new_privs not even execve as root brings them back. */
export function droppingCapabilities(): Program {
  const header = STATE.capabilities;
  return [
    label("drop capabilities"),
    set("r0", CAPABILITY_VERSION),
    store64("r0", "r6", header, "process 0 is this one"),
    syscall("capget", [at("r6", header), at("r6", header + CAPABILITY_HEADER_SIZE)]),
    jumpIf("result", "notEqual", 0, "capabilities failed"),
    ...capabilityWords().flatMap(({ offset, first }) => {
      const at = header + offset;
      return [load32("r0", "r6", at), and("r0", keptMask(first)), store32("r0", "r6", at)];
    }),
    syscall("capset", [at("r6", header), at("r6", header + CAPABILITY_HEADER_SIZE)]),
    jumpIf("result", "notEqual", 0, "capabilities failed"),
    ret(),
    ...failure("capabilities failed", "cannot drop capabilities"),
  ];
}
