/** The launcher as it is shipped, for both architectures: made of its program, read by objdump, well-formed for
 * readelf, and the same bytes each time. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { assemble } from "../../src/machine/assemble.ts";
import { assembleExecutable } from "../../src/machine/executable.ts";
import { launcher } from "../../src/launcher/executable.ts";
import { encodePlan } from "../../src/launcher/encode.ts";
import { launcherProgram } from "../../src/launcher/program/launcher.ts";
import { assertListings } from "../machine/disassemble.ts";
import { ARCHITECTURES, binutils, testWith, withFiles } from "../machine/tools.ts";
import { confining, FREE } from "./launch.ts";
import type { LauncherPlan } from "../../src/launcher/policy.ts";

const PLANS: LauncherPlan[] = [
  FREE,
  { ...FREE, landlock: confining({ "/etc": 4n }) },
  { ...FREE, command: ["x".repeat(100_000)] },
];

for (const architecture of ARCHITECTURES) {
  test(`the launcher is its program, whose plan follows at once, ${architecture}`, () => {
    const { labels, bytes } = assemble(launcherProgram(), architecture);
    assert.is(labels.get("plan"), bytes.length);
    assert.equal(
      launcher(FREE, architecture),
      assembleExecutable(launcherProgram(), architecture, encodePlan(FREE, architecture)),
    );
  });

  testWith(binutils("objdump", architecture), `objdump reads the launcher as listed, ${architecture}`, () => {
    assertListings([assemble(launcherProgram(), architecture)], architecture);
  });

  test(`the launcher without its plan has less than 6 KiB, ${architecture}`, () => {
    const plan = encodePlan(FREE, architecture);
    assert.ok(launcher(FREE, architecture).length - plan.length < 6144);
  });

  for (const [index, plan] of PLANS.entries()) {
    test(`the same plan gives the same bytes, plan ${index}, ${architecture}`, () => {
      const [first, second] = [launcher(plan, architecture), launcher(structuredClone(plan), architecture)];
      assert.equal(first, second);
    });

    const readelf = binutils("readelf", architecture);
    testWith(readelf, `readelf has nothing to complain about, plan ${index}, ${architecture}`, () => {
      const { status, stdout, stderr } = withFiles(
        [launcher(plan, architecture)],
        (paths) => spawnSync(readelf.command, ["-a", "-W", ...paths], { encoding: "utf8" }),
      );
      assert.is(stderr, "");
      assert.is(status, 0);
      assert.not.match(stdout, /warning|error/i);
      assert.match(stdout, /Type: +EXEC/);
      assert.match(stdout, /There are no sections in this file/);
      assert.not.match(stdout, /INTERP|DYNAMIC|RWE|WE\b/);
      assert.match(stdout, /GNU_STACK .* RW +0x10/);
    });
  }
}

test.run();
