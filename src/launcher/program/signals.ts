import { SIG_SETMASK } from "../../linux/flags.ts";
import { SIGNAL_SET_SIZE } from "../../linux/structs.ts";
import {
  add,
  and,
  at,
  jumpIf,
  label,
  load64,
  move,
  type Program,
  ret,
  set,
  shiftRight,
  syscall,
} from "../../machine/program.ts";
import { PLAN, STATE } from "../layout.ts";
import { numberFailure } from "./message.ts";

/** Gives the plan's signals their default action and lets all signals through: execve keeps what is ignored and
 * what is blocked. */
export function resettingSignals(): Program {
  return [
    label("reset signals"),
    load64("r0", "r7", PLAN.signals),
    set("r2", 1, "the number of the signal in the lowest bit"),
    label("next signal"),
    jumpIf("r0", "equal", 0, "signals reset"),
    move("r1", "r0"),
    and("r1", 1),
    jumpIf("r1", "equal", 0, "keep signal"),
    syscall("rt_sigaction", ["r2", at("r6", STATE.zeros), 0, SIGNAL_SET_SIZE], "SIG_DFL, no flags, no mask"),
    jumpIf("result", "notEqual", 0, "signal failed"),
    label("keep signal"),
    shiftRight("r0", 1),
    add("r2", 1),
    jumpIf("r0", "notEqual", 0, "next signal"),
    label("signals reset"),
    syscall(
      "rt_sigprocmask",
      [SIG_SETMASK, at("r6", STATE.zeros), 0, SIGNAL_SET_SIZE],
      "cannot fail: all is valid",
    ),
    ret(),
    ...numberFailure("signal failed", "cannot reset signal"),
  ];
}
