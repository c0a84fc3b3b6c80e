import { PR_SET_NO_NEW_PRIVS } from "../landlock/calls.ts";
import {
  add,
  fetchAdd32,
  jump,
  jumpIf,
  label,
  load32,
  move,
  type Program,
  ret,
  set,
  shiftLeft,
  store32,
  syscall,
} from "../machine/program.ts";

/** Where the signal handler finds its orders and leaves its results; 32-bit words, offsets in bytes. */
export const ORDERS = {
  /** Descriptor of the ruleset. */
  ruleset: 0,
  /** Flags for `landlock_restrict_self`. */
  flags: 4,
  /** How many threads have begun to write a record. */
  taken: 8,
  /** How many threads are through. */
  done: 12,
  /** Records of two words each: thread id, and what `landlock_restrict_self` returned there. */
  records: 16,
} as const;

/** Bytes of one record. */
export const RECORD_SIZE = 8;
/** Records there is room for: more threads than that are not confirmed, and so not accepted. */
export const MOST_RECORDS = 8192;
/** Bytes of the whole area. */
export const ORDERS_SIZE: number = ORDERS.records + MOST_RECORDS * RECORD_SIZE;

/** The handler that makes the thread it runs on restrict itself.
 *
 * It calls the kernel directly, so libc's errno stays what it was, and it returns through `rt_sigreturn`, which
 * puts back every register. It takes no lock and no memory: it may interrupt anything.
 *
 * @param orders address of the area described by {@linkcode ORDERS}
 */
export function restrictHandler(orders: number): Program {
  return [
    label("handler"),
    set("r0", orders, "the orders"),
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
  ];
}
