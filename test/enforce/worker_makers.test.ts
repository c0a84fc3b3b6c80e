/** lockdown() while Workers make Workers without pause, on a machine that is busy with other things: it returns, and
 * no thread is free then. */
import { spawn } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import type { Made, Making } from "../probes/worker_makers.ts";
import { untilEnded } from "../support/ended.ts";
import { makeFolder } from "../support/folder.ts";
import { startSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const MAKERS = 4;
/** Each lockdown closes one secret more, and takes the mark that the one before gave. */
const LOCKDOWNS = 3;
const BUSY_PROCESSES = 2;

async function run(confined: boolean): Promise<Made> {
  const names = Array.from({ length: LOCKDOWNS }, (_, index) => `secret ${index}`);
  const folder = makeFolder(Object.fromEntries(names.map((name) => [name, "secret"])));
  const busy = Array.from(
    { length: BUSY_PROCESSES },
    () => spawn("sh", ["-c", "while :; do :; done"], { stdio: "ignore" }),
  );
  try {
    const job: Making = { secrets: names.map((name) => folder.at(name)), makers: MAKERS, confined };
    const { code, signal, stdout, stderr } = await untilEnded(
      startSelf("test/probes/worker_makers.ts", [JSON.stringify(job)]),
    );
    assert.is(code, 0, `signal ${signal}: ${stdout}${stderr}`);
    return JSON.parse(stdout) as Made;
  } finally {
    for (const child of busy) child.kill("SIGKILL");
    folder.remove();
  }
}

const fact = "amid Workers that make Workers every thread is restricted";
if (kernel().abi === 0) skip(fact, "a kernel with Landlock");
else {
  test(fact, async () => {
    const bare = await run(false);
    assert.ok(bare.succeeded > 0 && bare.denied === 0, "without lockdown every read succeeds");
    const { succeeded, denied } = await run(true);
    assert.is(succeeded, 0);
    assert.ok(denied >= LOCKDOWNS * MAKERS);
  });
}

test.run();
