import { EINVAL, ESTALE } from "../../linux/errno.ts";
import {
  add,
  call,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  type Program,
  ret,
  set,
  store64,
} from "../../machine/program.ts";
import { numberOfText, PLAN, STATE } from "../layout.ts";
import { failure } from "./message.ts";

/** As the first argument: the next one is the command's name for itself, the command follows. Eight bytes with the
 * final zero, so that it is compared as one number. */
const ARGV0 = "--argv0\0";

/** Makes the command's list of arguments at r4: the plan's command and what the launcher was given, or only that. */
export function makingArguments(): Program {
  return [
    label("make arguments"),
    add("r4", 8, "room for /bin/sh: see the execution of scripts"),
    store64("r4", "r6", STATE.arguments),
    load64("r0", "r6", STATE.argv),
    load64("r1", "r0"),
    jumpIf("r1", "equal", 0, "no name", "the list may be quite empty before Linux 5.18"),
    add("r0", 8, "past the launcher's own name"),
    label("no name"),
    ...checkingNonce(),
    load32("r1", "r7", PLAN.command),
    add("r1", "r7"),
    load32("r2", "r7", PLAN.tail),
    add("r2", "r7", "where the plan's command ends"),
    jumpIf("r1", "equal", "r2", "given command"),

    store64("r1", "r6", STATE.file),
    label("next word"),
    store64("r1", "r4"),
    add("r4", 8),
    call("skip string"),
    jumpIf("r1", "notEqual", "r2", "next word"),
    jump("copy arguments"),

    label("given command"),
    ...takingCommand(),

    label("copy arguments"),
    load64("r1", "r0"),
    store64("r1", "r4"),
    add("r0", 8),
    add("r4", 8),
    jumpIf("r1", "notEqual", 0, "copy arguments"),
    ret(),

    label("stale"),
    set("result", -ESTALE),
    jump("nonce failed"),
    ...failure(
      "nonce failed",
      "this command line is of another Sandbox, closed or made anew since: call its argv() again",
    ),
    label("no command"),
    set("result", -EINVAL),
    jump("no command failed"),
    ...failure("no command failed", "no command given"),
  ];
}

/** Passes over the plan's nonce, if it has one: it must be the argument at r0. */
function checkingNonce(): Program {
  return [
    load64("r1", "r7", PLAN.nonce),
    jumpIf("r1", "equal", 0, "no nonce"),
    load64("r2", "r0"),
    jumpIf("r2", "equal", 0, "stale"),
    load64("r3", "r2", 0, "eight bytes: the kernel puts at least a word behind the last string"),
    jumpIf("r3", "notEqual", "r1", "stale"),
    add("r0", 8),
    label("no nonce"),
  ];
}

/** Takes the command and its name for itself from the arguments at r0. */
function takingCommand(): Program {
  return [
    load64("r1", "r0"),
    jumpIf("r1", "equal", 0, "no command"),
    store64("r1", "r4", 0, "its name for itself"),
    load64("r2", "r1", 0, "eight bytes, as for the nonce"),
    set("r3", numberOfText(ARGV0), ARGV0.slice(0, -1)),
    jumpIf("r2", "notEqual", "r3", "named"),
    load64("r1", "r0", 8),
    jumpIf("r1", "equal", 0, "no command"),
    store64("r1", "r4"),
    load64("r1", "r0", 16),
    jumpIf("r1", "equal", 0, "no command"),
    add("r0", 16),
    label("named"),
    store64("r1", "r6", STATE.file),
    add("r0", 8),
    add("r4", 8),
  ];
}
