/** What is promised holds where a program is not root, in namespaces, under filters and on restricted mounts: all
 * acts of the kernel table are tried in each setting, and judged as they are on a kernel of this ABI. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import type { Findings } from "../kernels/acts/findings.ts";
import { judge } from "../kernels/acts/judge.ts";
import { NOBODY, obstacleForUser } from "../support/as_user.ts";
import { selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { obstacle, runIn } from "./run_in.ts";
import { SETTINGS } from "./settings.ts";

const PROBE = "test/kernels/acts/probe.ts";

const own = obstacleForUser(NOBODY, PROBE);
const { abi } = kernel();

for (const { name, words, proof, answer } of SETTINGS) {
  const need = own ?? (abi === 0 ? "a kernel with Landlock" : undefined) ?? obstacle(words, proof);
  if (need !== undefined) {
    skip(name, need);
    continue;
  }
  test(name, () => {
    const [command, args] = selfCommand(PROBE, []);
    const { code, stdout, stderr } = runIn(words, [command, ...args]);
    assert.is(code, 0, stderr);
    const { complaints, cells } = judge([JSON.parse(stdout) as Findings], answer ?? abi);
    assert.equal(complaints, []);
    // Something was tried
    assert.is(cells["read"], answer === undefined ? "blocked" : "open");
  });
}

test.run();
