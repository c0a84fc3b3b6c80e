/** The table agrees with the kernel's headers on this machine, as far as those know the calls. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { syscallNames } from "../../src/linux/syscalls.ts";
import { testWithNumbers } from "../support/kernel_headers.ts";

testWithNumbers("system call numbers are the kernel's", (architecture, numbers) => {
  const newest = Math.max(...numbers.values());
  const known = [...syscallNames(architecture)].filter(([number]) => number <= newest);
  assert.ok(known.length > 120);
  for (const [number, call] of known) assert.is(number, numbers.get(call), call);
});

test.run();
