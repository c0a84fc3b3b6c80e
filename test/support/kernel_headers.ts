import { existsSync, readFileSync } from "node:fs";
import { test } from "uvu";
import type { Architecture } from "../../src/linux/architecture.ts";
import { ARCHITECTURES, skip } from "../machine/tools.ts";

/** Where Debian has the numbers of system calls: those of the machine itself, and those for compiling on another. */
const HEADERS: Record<Architecture, [string, string]> = {
  x86_64: ["/usr/include/x86_64-linux-gnu/asm/unistd_64.h", "/usr/x86_64-linux-gnu/include/asm/unistd_64.h"],
  arm64: ["/usr/include/asm-generic/unistd.h", "/usr/aarch64-linux-gnu/include/asm-generic/unistd.h"],
};

/** The packages they come in. */
const PACKAGES = { x86_64: "linux-libc-dev or linux-libc-dev-amd64-cross", arm64: "linux-libc-dev" };

/** Registers a test for each architecture, which gets the numbers of system calls by name; skipped where the header is
 * missing. */
export function testWithNumbers(
  title: string,
  body: (architecture: Architecture, numbers: ReadonlyMap<string, number>) => void,
): void {
  for (const architecture of ARCHITECTURES) {
    const name = `${title}, ${architecture}`;
    const header = HEADERS[architecture].find((path) => existsSync(path));
    if (header === undefined) skip(name, HEADERS[architecture][0], PACKAGES[architecture]);
    else test(name, () => body(architecture, numbersIn(header)));
  }
}

/** Numbers by name. */
function numbersIn(header: string): Map<string, number> {
  // The generic table defines what has a 64-bit variant under a name of its own, __NR3264_fcntl
  const lines = readFileSync(header, "utf8").matchAll(/^#define __NR(?:3264)?_(\w+)\s+(\d+)$/gm);
  const numbers = new Map([...lines].map(([, call = "", number]) => [call, Number(number)]));
  // On 64 bits that one is called newfstatat
  const fstatat = numbers.get("fstatat");
  if (fstatat !== undefined && !numbers.has("newfstatat")) numbers.set("newfstatat", fstatat);
  return numbers;
}
