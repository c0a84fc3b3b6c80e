/** The kernel starts no core dump helper for a limit of 1, and starts one for 0 (`coredump_pipe` in `fs/coredump.c`): so the
 * limit is 1 inside. Where it was 0 nothing inside can change it, and the report says so. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { explain, kernel, Sandbox } from "../../mod.ts";
import { selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const PROBE = "test/probes/core_limit.ts";

/** The limits of a command of a process that was given this one. */
function limits(given: string, way: string): string {
  const [command, words] = selfCommand(PROBE, [way]);
  const script = `ulimit -c ${given} && exec "$@"`;
  const options = { cwd: "/", encoding: "utf8" } as const;
  const { stdout, stderr, status } = spawnSync("sh", ["-c", script, "sh", command, ...words], options);
  assert.is(status, 0, stderr);
  return stdout.trim();
}

if (kernel().abi === 0) skip("core dumps are off", "a kernel with Landlock");
else if (spawnSync("sh", ["-c", "ulimit -c unlimited"]).status !== 0) {
  skip("core dumps are off", "core files that are not limited");
} else {
  test("a command may have core dumps without a sandbox", () => {
    assert.is(limits("unlimited", "bare"), "unlimited unlimited");
  });
  for (const way of ["lockdown", "reexec", "sandbox"]) {
    test(`the limit is 1 inside: ${way}`, () => assert.is(limits("unlimited", way), "1 1"));
  }
}

test("the reports name the helper that is started where the limit was 0", () => {
  const sandbox = new Sandbox({ read: ["/"] });
  for (const report of [explain({ read: ["/"] }).report, sandbox.report]) {
    const acts = report.limits.map(({ act }) => act);
    assert.ok(acts.some((act) => act.includes("kernel.core_pattern") && act.includes("ulimit -c 0")));
  }
  sandbox.close();
});

test.run();
