/** What the probe through FFI is made of: numbers of system calls, and the programs that are emitted for it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Architecture } from "../../src/linux/architecture.ts";
import { context } from "../../src/context.ts";
import { ARCHITECTURES, emulator, run, testWith, withFiles } from "../machine/tools.ts";
import { testWithNumbers } from "../support/kernel_headers.ts";
import { numberOf, probeCalls } from "./ffi/numbers.ts";
import { probePrograms } from "./ffi/programs.ts";

const ENOENT = 2;

testWithNumbers("system call numbers of the probe are the kernel's", (architecture, numbers) => {
  for (const call of probeCalls()) assert.is(numberOf(call, architecture), numbers.get(call), call);
});

for (const architecture of ARCHITECTURES) {
  testWith(emulator(architecture), `emitted programs end with the errno: ${architecture}`, () => {
    const { nothing, execute } = programs(architecture);
    const executing = (path: string) => run(architecture, execute, [path]).status;
    assert.is(run(architecture, nothing).status, 0);
    assert.is(executing("/none"), ENOENT);
    // An emulator has the machine itself execute it
    const native = programs(context().runtime.architecture).nothing;
    assert.is(withFiles([native], ([path = ""]) => executing(path)), 0);
  });
}

function programs(architecture: Architecture): Record<"nothing" | "execute", Uint8Array> {
  return probePrograms(architecture) as Record<"nothing" | "execute", Uint8Array>;
}

test.run();
