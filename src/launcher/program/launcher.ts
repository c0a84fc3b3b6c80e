import { EINVAL } from "../../linux/errno.ts";
import {
  add,
  address,
  align,
  and,
  call,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  move,
  type Program,
  reserve,
  ret,
  set,
  shiftLeft,
  stackPointer,
  store64,
  subtract,
} from "../../machine/program.ts";
import { MAGIC, numberOfText, PLAN, STATE, TAIL } from "../layout.ts";
import { makingArguments } from "./arguments.ts";
import { droppingCapabilities } from "./capabilities.ts";
import { limitingCore } from "./core_limit.ts";
import { closingDescriptors } from "./descriptors.ts";
import { filteringEnvironment } from "./environment.ts";
import { executing } from "./exec.ts";
import { installingFilter } from "./filter.ts";
import { failure, reporting } from "./message.ts";
import { enforcing, settingNoNewPrivileges } from "./ruleset.ts";
import { resettingSignals } from "./signals.ts";

/** The launcher, for `npm run listings`, which assembles it. It starts at the label `start`;
 * the plan follows it at the label `plan`.
 *
 * Each step is a routine that returns only if it succeeded: r6 is the address of its memory (`STATE`) and r7 of the
 * plan (`PLAN`) throughout, every other register is free in each. */
export function launcherProgram(): Program {
  return [
    label("start"),
    stackPointer("r0"),
    address("r7", "plan"),
    call("check plan"),
    ...reservingMemory(),
    call("set no_new_privs"),
    call("drop capabilities", "after no_new_privs, which makes it last"),
    call("limit core"),
    call("close descriptors", "before the ruleset, which may leave descriptors for the command"),
    call("enforce ruleset"),
    call("reset signals"),
    call("filter environment"),
    call("make arguments"),
    call("install filter", "last, for it may forbid what the steps before it do"),
    jump("execute"),

    ...checkingPlan(),
    ...settingNoNewPrivileges(),
    ...droppingCapabilities(),
    ...limitingCore(),
    ...closingDescriptors(),
    ...enforcing(),
    ...resettingSignals(),
    ...filteringEnvironment(),
    ...makingArguments(),
    ...installingFilter(),
    ...executing(),
    ...reporting(),
    align(8),
    label("plan"),
  ];
}

/** Takes the stack that the launcher needs: what was given at r0 tells how much. A page of it is there already, and of
 * other memory the kernel would first have to make one. The lists for the command take as much as those the launcher
 * got, and what the plan adds; the kernel sees to it that with all their strings these take at most a quarter of the
 * stack (`bprm_stack_limits` in `fs/exec.c`). */
function reservingMemory(): Program {
  return [
    load64("r1", "r0", 0, "how many arguments"),
    add("r0", 8, "their list"),
    shiftLeft("r1", 3),
    add("r1", "r0"),
    add("r1", 8, "behind the zero that ends it: the environment"),
    move("r2", "r1"),
    label("find end"),
    load64("r3", "r2"),
    add("r2", 8),
    jumpIf("r3", "notEqual", 0, "find end"),
    subtract("r2", "r0", "bytes of both lists with their ends"),
    load32("r3", "r7", PLAN.room),
    add("r2", "r3"),
    add("r2", 15 + STATE.size),
    and("r2", -16),
    reserve("r2"),
    stackPointer("r6"),
    store64("r0", "r6", STATE.argv),
    store64("r1", "r6", STATE.envp),
    set("r0", 0),
    store64("r0", "r6", STATE.incomplete),
    ...[0, 8, 16, 24].map((offset) => store64("r0", "r6", STATE.zeros + offset)),
  ];
}

/** A file that was cut short does not end as the plan says. */
function checkingPlan(): Program {
  return [
    label("check plan"),
    load32("r1", "r7", PLAN.tail),
    add("r1", "r7"),
    load64("r1", "r1", TAIL.magic),
    set("r2", numberOfText(MAGIC)),
    set("result", -EINVAL),
    jumpIf("r1", "notEqual", "r2", "plan failed"),
    ret(),
    ...failure("plan failed", "cannot read the plan"),
  ];
}
