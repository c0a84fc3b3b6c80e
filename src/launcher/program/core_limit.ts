import { RLIMIT_CORE } from "../../linux/flags.ts";
import { NO_CORE } from "../../linux/process.ts";
import { at, label, type Program, ret, set, store64, syscall } from "../../machine/program.ts";
import { STATE } from "../layout.ts";

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
