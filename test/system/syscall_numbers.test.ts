/** The table agrees with the kernel's headers on this machine. */
import { existsSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { syscallNames, syscallNumber } from "../../src/system/syscall_numbers.ts";
import { ARCHITECTURES, skip } from "../machine/tools.ts";
import { HEADERS, numbersIn, PACKAGES } from "../support/kernel_headers.ts";

for (const architecture of ARCHITECTURES) {
  const name = `system call numbers are the kernel's, ${architecture}`;
  const header = HEADERS[architecture].find((path) => existsSync(path));
  if (header === undefined) {
    skip(name, HEADERS[architecture][0], PACKAGES[architecture]);
    continue;
  }
  test(name, () => {
    const numbers = numbersIn(header);
    for (const call of syscallNames()) assert.is(syscallNumber(call, architecture), numbers.get(call), call);
  });
}

test.run();
