/** The table agrees with the kernel's headers on this machine, as far as those know the calls. */
import { existsSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { callNames } from "../../src/seccomp/call_numbers.ts";
import { ARCHITECTURES, skip } from "../machine/tools.ts";
import { HEADERS, numbersIn, PACKAGES } from "../support/kernel_headers.ts";

for (const architecture of ARCHITECTURES) {
  const name = `system call numbers of the filter are the kernel's, ${architecture}`;
  const header = HEADERS[architecture].find((path) => existsSync(path));
  if (header === undefined) {
    skip(name, HEADERS[architecture][0], PACKAGES[architecture]);
    continue;
  }
  test(name, () => {
    const numbers = numbersIn(header);
    const newest = Math.max(...numbers.values());
    const known = [...callNames(architecture)].filter(([number]) => number <= newest);
    assert.ok(known.length > 80);
    for (const [number, call] of known) assert.is(number, numbers.get(call), call);
  });
}

test.run();
