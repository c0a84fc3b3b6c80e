import { ZEROED_ADDRESS } from "../machine/elf.ts";
import {
  add,
  address,
  align,
  call,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  type Program,
  ret,
  set,
  shiftLeft,
  stackPointer,
  store64,
} from "../machine/program.ts";
import { EINVAL } from "../system/system.ts";
import { makingArguments } from "./launcher_arguments.ts";
import { droppingCapabilities } from "./launcher_capabilities.ts";
import { closingDescriptors } from "./launcher_descriptors.ts";
import { filteringEnvironment } from "./launcher_environment.ts";
import { executing } from "./launcher_exec.ts";
import { installingFilter } from "./launcher_filter.ts";
import { MAGIC, numberOfText, PLAN, STATE, TAIL } from "./launcher_layout.ts";
import { failure, reporting } from "./launcher_message.ts";
import { enforcing, settingNoNewPrivileges } from "./launcher_ruleset.ts";
import { resettingSignals } from "./launcher_signals.ts";

/** The launcher, for `npm run listings`, which assembles it into `launcher_code.ts`. It starts at the label `start`;
 * the plan follows it at the label `plan`.
 *
 * Each step is a routine that returns only if it succeeded: r6 is the address of its memory (`STATE`) and r7 of the
 * plan (`PLAN`) throughout, every other register is free in each. */
export function launcherProgram(): Program {
  return [
    label("start"),
    stackPointer("r0"),
    set("r6", ZEROED_ADDRESS),
    address("r7", "plan"),
    load64("r1", "r0", 0, "how many arguments"),
    add("r0", 8),
    store64("r0", "r6", STATE.argv),
    shiftLeft("r1", 3),
    add("r0", "r1"),
    add("r0", 8, "the zero that ends the arguments"),
    store64("r0", "r6", STATE.envp),

    call("check plan"),
    call("set no_new_privs"),
    call("drop capabilities", "after no_new_privs, which makes it last"),
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

/** A file that was cut short does not end as the plan says. */
function checkingPlan(): Program {
  return [
    label("check plan"),
    load32("r0", "r7", PLAN.tail),
    add("r0", "r7"),
    load64("r0", "r0", TAIL.magic),
    set("r1", numberOfText(MAGIC)),
    set("result", -EINVAL),
    jumpIf("r0", "notEqual", "r1", "plan failed"),
    ret(),
    ...failure("plan failed", "cannot read the plan"),
  ];
}
