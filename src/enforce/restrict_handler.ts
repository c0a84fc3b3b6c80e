import { PR_SET_NO_NEW_PRIVS } from "../landlock/calls.ts";
import {
  add,
  address,
  align,
  data,
  fetchAdd32,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  move,
  type Program,
  ret,
  shiftLeft,
  store32,
  syscall,
} from "../machine/program.ts";
import { MOST_RECORDS, ORDERS, RECORD_SIZE } from "./orders.ts";

/** The handler that makes the thread it runs on restrict itself, for `npm run listings`, which assembles it into
 * `restrict_handler_code.ts`.
 *
 * It calls the kernel directly, so libc's errno stays what it was, and it returns through `rt_sigreturn`, which
 * puts back every register. It takes no lock and no memory: it may interrupt anything. */
export function restrictHandler(): Program {
  return [
    label("handler"),
    address("r0", "orders"),
    load64("r0", "r0", 0, "where the orders are"),
    load32("r1", "r0", ORDERS.ruleset),
    load32("r2", "r0", ORDERS.flags),
    syscall(
      "prctl",
      [PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0],
      "an unprivileged thread may not restrict itself without",
    ),
    syscall("landlock_restrict_self", ["r1", "r2"]),
    move("r3", "result", "0 or the negated errno"),
    syscall("gettid", [], "who we are"),
    fetchAdd32("r4", "r0", ORDERS.taken, 1, "a record of our own"),
    jumpIf("r4", "below", MOST_RECORDS, "record"),
    jump("through", "no room: not confirmed"),
    label("record"),
    shiftLeft("r4", Math.log2(RECORD_SIZE)),
    add("r4", "r0"),
    store32("result", "r4", ORDERS.records),
    store32("r3", "r4", ORDERS.records + 4),
    label("through"),
    fetchAdd32("r4", "r0", ORDERS.done, 1, "after the record is written"),
    ret("to the restorer"),
    label("restorer"),
    syscall("rt_sigreturn", [], "continues where the signal came in"),
    align(8),
    label("orders"),
    data(new Uint8Array(8), "address of the orders, filled in at run time"),
  ];
}
