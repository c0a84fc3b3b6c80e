/** `npm run bench:peers`, as npm runs it: in Node. What it measures is not looked at, only that it does. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { commandPath } from "../../bench/support/commands.ts";
import type { Table } from "../../bench/support/table.ts";
import { ROOT } from "../support/runtimes.ts";
import { skip } from "../support/skip.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

const PROGRAM = join(ROOT, "dist/bench/peers.js");
const isNode = !("Bun" in globalThis || "Deno" in globalThis);
const bench = (...args: string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...args], { encoding: "utf8", timeout: HANGS_MILLISECONDS });

if (!isNode || !existsSync(PROGRAM)) skip("bench:peers", "Node and the compiled benchmarks");
else {
  test("bench:peers refuses a section there is not, and to write a part as if it were all", () => {
    assert.match(bench("start").stderr, /Cannot measure "start": the sections are startup, inside/);
    assert.match(bench("--write", "startup").stderr, /Cannot write docs\/benchmarks.md from a part/);
  });

  if (commandPath("hyperfine") === undefined) skip("bench:peers --quick startup", "hyperfine");
  else {
    test("bench:peers --quick startup measures starts, and says what it leaves out", () => {
      const { status, stdout, stderr } = bench("--quick", "--json", "startup");
      assert.is(status, 0, stderr);
      const { machine, results } = JSON.parse(stdout);
      assert.type(machine.kernel, "string");
      const [{ rows, notes }] = results.startup.tables as [Table];
      const measured = new Map(rows.map(([name, , ratio]) => [name, ratio as number]));
      assert.is(measured.get("(/bin/true)"), 1);
      assert.ok((measured.get("landlockdown compile") as number) > 0);
      const leftOut = (notes ?? []).filter((note) => note.startsWith("left out: "));
      // The way there is to start /bin/true and ten to confine it, two more for each runtime
      assert.is(rows.length + leftOut.length, 11 + 2 * 3);
    });
  }
}

test.run();
