/** The table agrees with the kernel's headers on this machine. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { syscallNames, syscallNumber } from "../../src/linux/syscall_numbers.ts";
import { testWithNumbers } from "../support/kernel_headers.ts";

testWithNumbers("system call numbers are the kernel's", (architecture, numbers) => {
  for (const call of syscallNames()) assert.is(syscallNumber(call, architecture), numbers.get(call), call);
});

test.run();
