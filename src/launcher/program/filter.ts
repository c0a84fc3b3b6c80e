import { SECCOMP_SET_MODE_FILTER } from "../../linux/flags.ts";
import {
  add,
  at,
  jumpIf,
  label,
  load32,
  type Program,
  ret,
  shiftRight,
  store64,
  subtract,
  syscall,
} from "../../machine/program.ts";
import { PLAN, STATE } from "../layout.ts";
import { failure } from "./message.ts";

/** Installs the plan's seccomp filter, if it has one. After that only execve, write and exit_group are called. */
export function installingFilter(): Program {
  return [
    label("install filter"),
    load32("r0", "r7", PLAN.filter),
    load32("r1", "r7", PLAN.names),
    subtract("r1", "r0", "bytes"),
    jumpIf("r1", "equal", 0, "no filter"),
    shiftRight("r1", 3, "instructions"),
    add("r0", "r7"),
    store64("r1", "r6", STATE.rule, "struct sock_fprog: how many, and where"),
    store64("r0", "r6", STATE.rule + 8),
    syscall("seccomp", [SECCOMP_SET_MODE_FILTER, 0, at("r6", STATE.rule)]),
    jumpIf("result", "notEqual", 0, "filter failed"),
    label("no filter"),
    ret(),
    ...failure("filter failed", "cannot install the seccomp filter"),
  ];
}
