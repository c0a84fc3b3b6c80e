/** The signal handler as it is shipped: read by objdump, and run by a C program that checks
 * what it leaves behind. */
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { restrictHandler } from "../../src/enforce/restrict_handler.ts";
import { CODE, HANDLER, ORDERS, RESTORER } from "../../src/enforce/generated/restrict_handler_x86_64.ts";
import { bytesOfHex } from "../../src/linux/bytes.ts";
import { assemble } from "../../src/machine/assemble.ts";
import { assertListings } from "../machine/disassemble.ts";
import { ARCHITECTURES, binutils, testWith } from "../machine/tools.ts";
import { makeFolder } from "../support/folder.ts";
import { ROOT } from "../support/runtimes.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

for (const architecture of ARCHITECTURES) {
  testWith(binutils("objdump", architecture), `objdump reads the handler as listed, ${architecture}`, () => {
    assertListings([assemble(restrictHandler(), architecture)], architecture);
  });
}

if (process.arch === "x64") {
  testWith(
    { command: "gcc", package: "gcc" },
    "the handler restricts and marks its thread, and leaves errno and every register as they were",
    () => {
      const folder = makeFolder();
      try {
        writeFileSync(folder.at("handler"), bytesOfHex(CODE));
        const source = join(ROOT, "test/native/handler_registers.c");
        const compiled = spawnSync("gcc", [
          "-O1",
          "-mno-red-zone",
          "-pthread",
          "-o",
          folder.at("check"),
          source,
        ], {
          encoding: "utf8",
        });
        assert.is(compiled.status, 0, compiled.stderr);
        const args = [folder.at("handler"), `${HANDLER}`, `${RESTORER}`, `${ORDERS}`];
        const ran = spawnSync(folder.at("check"), args, { encoding: "utf8", timeout: HANGS_MILLISECONDS });
        assert.is(
          ran.stdout,
          "200 signals, 200 records, 200 marks, registers and errno unchanged, reads denied\n",
          ran.stderr,
        );
        assert.is(ran.status, 0);
      } finally {
        rmSync(folder.path, { recursive: true });
      }
    },
  );
}

test.run();
