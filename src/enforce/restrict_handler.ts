import { CAPABILITY_HEADER_SIZE } from "../linux/capabilities.ts";
import { PR_MCE_KILL, PR_MCE_KILL_CLEAR, PR_MCE_KILL_SET, PR_SET_NO_NEW_PRIVS } from "../linux/flags.ts";
import {
  add,
  address,
  align,
  and,
  at,
  data,
  fetchAdd32,
  jumpIf,
  label,
  load32,
  load64,
  loadSigned32,
  move,
  type Program,
  ret,
  set,
  shiftLeft,
  store64,
  syscall,
} from "../machine/program.ts";
import { MOST_RECORDS, ORDERS, RECORD_SIZE } from "./orders.ts";

/** The handler that makes the thread it runs on restrict itself, for `npm run listings`, which assembles it.
 *
 * It calls the kernel directly, so libc's errno stays what it was, and it returns through `rt_sigreturn`, which
 * puts back every register. It takes no lock and no memory: it may interrupt anything. */
export function restrictHandler(): Program {
  return [
    label("handler"),
    address("r0", "orders"),
    load64("r0", "r0", 0, "where the orders are"),
    loadSigned32("r1", "r0", ORDERS.ruleset),
    load32("r2", "r0", ORDERS.flags),
    syscall(
      "prctl",
      [PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0],
      "an unprivileged thread may not restrict itself without",
    ),
    set("r3", 0),
    jumpIf("r1", "less", 0, "restricted"),
    syscall("landlock_restrict_self", ["r1", "r2"]),
    move("r3", "result", "0 or the negated errno"),
    jumpIf("r3", "notEqual", 0, "record"),
    label("restricted"),
    load32("r1", "r0", ORDERS.dropsCapabilities),
    jumpIf("r1", "equal", 0, "capabilities dropped"),
    syscall("capset", [
      at("r0", ORDERS.capabilities),
      at("r0", ORDERS.capabilities + CAPABILITY_HEADER_SIZE),
    ]),
    move("r3", "result"),
    jumpIf("r3", "notEqual", 0, "record"),
    label("capabilities dropped"),
    load32("r1", "r0", ORDERS.mark),
    jumpIf("r1", "equal", 0, "record"),
    // The mark comes last: a thread made from here on passes it on, and is restricted as this one is
    syscall("prctl", [PR_MCE_KILL, PR_MCE_KILL_SET, "r1", 0, 0], "sets the mark"),
    syscall(
      "prctl",
      [PR_MCE_KILL, PR_MCE_KILL_CLEAR, 0, 0, 0],
      "the policy is the default again, the mark stays",
    ),
    label("record"),
    syscall("gettid", [], "who we are"),
    shiftLeft("r3", 32),
    add("r3", "result"),
    fetchAdd32("r4", "r0", ORDERS.taken, 1, "a record of our own"),
    and("r4", MOST_RECORDS - 1),
    shiftLeft("r4", Math.log2(RECORD_SIZE)),
    add("r4", "r0"),
    store64("r3", "r4", ORDERS.records),
    ret("to the restorer"),
    label("restorer"),
    syscall("rt_sigreturn", [], "continues where the signal came in"),
    align(8),
    label("orders"),
    data(new Uint8Array(8), "address of the orders, filled in at run time"),
  ];
}
