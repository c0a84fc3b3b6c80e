import { at, label, type Program, ret, set, store64, syscall } from "../../machine/program.ts";
import { STATE } from "../layout.ts";

const RLIMIT_CORE = 4;
/** Too little for any core file, and the value with which the kernel starts no helper for one either: with 0 it does
 * (`do_coredump` in `fs/coredump.c`). That helper runs as root, outside, on memory that the command chose. */
const NO_CORE = 1;

/** Turns core dumps off for good. Where the limit is 0 already it stays, and the report names the helper as a limit. */
export function limitingCore(): Program {
  return [
    label("limit core"),
    set("r0", NO_CORE),
    store64("r0", "r6", STATE.rule, "struct rlimit64: the soft limit and the hard one"),
    store64("r0", "r6", STATE.rule + 8),
    syscall("prlimit64", [0, RLIMIT_CORE, at("r6", STATE.rule), 0]),
    ret(),
  ];
}
