import {
  add,
  and,
  call,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  load8,
  move,
  type Program,
  ret,
  set,
  store64,
} from "../../machine/program.ts";
import { NAME, PLAN, STATE } from "../layout.ts";

/** Makes the command's environment behind `STATE`: addresses of the inherited variables that pass, in their order, then of those
 * the plan sets. The strings stay where they are. Leaves in r4 where the memory is still free. */
export function filteringEnvironment(): Program {
  return [
    label("filter environment"),
    move("r4", "r6"),
    add("r4", STATE.size),
    load64("r0", "r6", STATE.envp),
    label("next variable"),
    load64("r1", "r0"),
    add("r0", 8),
    jumpIf("r1", "equal", 0, "set variables"),
    load32("r2", "r7", PLAN.names),
    add("r2", "r7", "the first name of the plan"),
    ...comparingNames(),
    label("name fits"),
    and("r3", NAME.pass),
    jumpIf("r3", "equal", 0, "next variable"),
    store64("r1", "r4"),
    add("r4", 8),
    jump("next variable"),

    label("set variables"),
    load32("r1", "r7", PLAN.variables),
    add("r1", "r7"),
    load32("r2", "r7", PLAN.command),
    add("r2", "r7", "where the plan's variables end"),
    label("next set variable"),
    jumpIf("r1", "equal", "r2", "environment made"),
    store64("r1", "r4"),
    add("r4", 8),
    call("skip string"),
    jump("next set variable"),
    label("environment made"),
    set("r1", 0, "that ends the list"),
    store64("r1", "r4"),
    add("r4", 8),
    ret(),
  ];
}

/** Finds the first of the plan's names from r2 on that fits the variable at r1, and goes on with its byte of `NAME`
 * bits in r3. If there is none, the variable does not pass. */
function comparingNames(): Program {
  return [
    label("next name"),
    load32("r3", "r7", PLAN.variables),
    add("r3", "r7", "where the names end"),
    jumpIf("r2", "equal", "r3", "next variable"),
    move("r5", "r1"),
    label("compare"),
    load8("r3", "r2"),
    add("r2", 1),
    jumpIf("r3", "equal", 0, "name ends"),
    load8("result", "r5"),
    add("r5", 1),
    jumpIf("result", "equal", "r3", "compare"),
    label("skip name"),
    load8("r3", "r2"),
    add("r2", 1),
    jumpIf("r3", "notEqual", 0, "skip name"),
    add("r2", 1, "its bits"),
    jump("next name"),

    label("name ends"),
    load8("r3", "r2", 0, "its bits"),
    add("r2", 1),
    move("result", "r3"),
    and("result", NAME.prefix),
    jumpIf("result", "notEqual", 0, "name fits"),
    load8("result", "r5"),
    jumpIf("result", "equal", "=".charCodeAt(0), "name fits"),
    jumpIf("result", "notEqual", 0, "next name", "a string without = is all name"),
  ];
}
