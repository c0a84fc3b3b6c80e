/** No system call of the kernel is left without a decision: a closure names it, or `classified.ts` says why none does. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { CLOSABLE_ACTS, closureOf } from "../../src/acts/catalogue.ts";
import { NEWEST_CALL } from "../../src/linux/syscalls.ts";
import { testWithNumbers } from "../support/kernel_headers.ts";
import { CLASSIFIED } from "./classified.ts";

/** Calls that are newer than the headers of some machines, `scripts/syscall.tbl` of Linux 6.17: 451 and on. */
const NEWER: readonly string[] = [
  "cachestat fchmodat2 map_shadow_stack futex_wake futex_wait futex_requeue statmount listmount lsm_get_self_attr",
  "lsm_set_self_attr lsm_list_modules mseal setxattrat getxattrat listxattrat removexattrat open_tree_attr file_getattr",
  "file_setattr",
].join(" ").split(" ");

const closed = new Set(
  CLOSABLE_ACTS.map(closureOf).flatMap(({ refusals }) => refusals.flatMap(({ calls }) => calls)),
);
const classified = new Set(Object.values(CLASSIFIED).flatMap((calls) => calls.split(" ")));

testWithNumbers("every system call is closed or classified", (_architecture, numbers) => {
  const names = [...numbers.keys()].filter((name) => !NOT_CALLS.test(name));
  assert.ok(names.length > 280);
  const open = names.filter((name) => !closed.has(name as never) && !classified.has(name));
  assert.equal(open, []);
});

/** Names in the headers that are no calls of a 64-bit architecture. */
const NOT_CALLS =
  /^(?:syscalls|arch_specific_syscall|\w+_time64|\w+64_64|llseek|mmap2|sync_file_range2|fstatat|fstatat64)$|^(?:fcntl|statfs|fstatfs|truncate|ftruncate|sendfile|stat|lstat|fstat|clock_\w+|timer_\w+|timerfd_\w+)64$/;

test("so is every call that is newer than the headers", () => {
  assert.is(NEWEST_CALL, 451 + NEWER.length - 1);
  assert.equal(NEWER.filter((name) => !closed.has(name as never) && !classified.has(name)), []);
});

test("nothing is classified that a closure refuses whatever its arguments", () => {
  const always = CLOSABLE_ACTS.map(closureOf).flatMap(({ refusals }) =>
    refusals.filter(({ when }) => when === undefined).flatMap(({ calls }) => calls)
  );
  assert.equal(always.filter((call) => classified.has(call)), []);
});

test.run();
