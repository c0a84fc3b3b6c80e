/** The table agrees with the kernel's headers on this machine. */
import { existsSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Architecture } from "../../runtimes/runtime.ts";
import { syscallNames, syscallNumber } from "../../src/system/syscall_numbers.ts";
import { ARCHITECTURES, skip } from "../machine/tools.ts";

/** Where Debian has them: those of the machine itself, and those for compiling on another. */
const HEADERS: Record<Architecture, [string, string]> = {
  x86_64: ["/usr/include/x86_64-linux-gnu/asm/unistd_64.h", "/usr/x86_64-linux-gnu/include/asm/unistd_64.h"],
  arm64: ["/usr/include/asm-generic/unistd.h", "/usr/aarch64-linux-gnu/include/asm-generic/unistd.h"],
};
const PACKAGES = { x86_64: "linux-libc-dev or linux-libc-dev-amd64-cross", arm64: "linux-libc-dev" };

for (const architecture of ARCHITECTURES) {
  const name = `system call numbers are the kernel's, ${architecture}`;
  const header = HEADERS[architecture].find((path) => existsSync(path));
  if (header === undefined) {
    skip(name, HEADERS[architecture][0], PACKAGES[architecture]);
    continue;
  }
  test(name, () => {
    // The generic table defines what has a 64-bit variant under a name of its own, __NR3264_fcntl
    const lines = readFileSync(header, "utf8").matchAll(/^#define __NR(?:3264)?_(\w+)\s+(\d+)$/gm);
    const numbers = new Map([...lines].map(([, call, number]) => [call, Number(number)]));
    for (const call of syscallNames()) assert.is(syscallNumber(call, architecture), numbers.get(call), call);
  });
}

test.run();
