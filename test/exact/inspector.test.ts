/** Node opens its inspector on SIGUSR1, and who connects to it runs code in the process. A program that the process started
 * may signal it, and connect where `net` lets it: so after `lockdown()` the signal opens nothing. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { NOBODY, obstacleForUser, runSelfAs } from "../support/as_user.ts";
import { runSelf, runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const PROBE = "test/probes/inspector.ts";
/** Any free port, so that tests do not meet on one. */
const flags = ["--disable-warning=ExperimentalWarning", "--inspect-port=0"];

if (runtimeName !== "node") skip("a child opens the inspector", "a runtime that opens one on a signal");
else if (kernel().abi === 0) skip("a child opens the inspector", "a kernel with Landlock");
else {
  register("root", (args) => runSelf(PROBE, args, { flags }));
  const obstacle = obstacleForUser(NOBODY, PROBE);
  if (obstacle !== undefined) skip("a child of an ordinary user opens the inspector", obstacle);
  else register("an ordinary user", (args) => runSelfAs(NOBODY, PROBE, args, { flags }));
}

function register(user: string, start: (args: readonly string[]) => ReturnType<typeof runSelf>): void {
  const outcome = (...args: string[]): unknown => {
    const { stdout, stderr, code } = start(args);
    assert.is(code, 0, stderr);
    return JSON.parse(stdout);
  };
  test(`a child of ${user} opens the inspector of its parent without lockdown`, () => {
    assert.equal(outcome("bare"), { sent: true, opened: true, heard: 0 });
  });
  for (const way of ["lockdown", "reexec"]) {
    test(`a child of ${user} does not: ${way}`, () => {
      assert.equal(outcome(way), { sent: true, opened: false, heard: 0 });
    });
  }
  if (kernel().abi < 6) skip(`a command in a Sandbox of ${user} does not`, "Landlock ABI 6, for signals");
  else {
    test(`a command in a Sandbox of ${user} does not: it cannot even signal`, () => {
      assert.equal(outcome("sandbox"), { sent: false, opened: false, heard: 0 });
    });
  }
  for (const when of ["before", "after"]) {
    test(`the program of ${user} gets the signal if it listens for it ${when} lockdown`, () => {
      assert.equal(outcome("lockdown", when), { sent: true, opened: false, heard: 1 });
    });
  }
  test(`debuggers of ${user} connect where tracing is left open`, () => {
    assert.equal(outcome("tracing"), { sent: true, opened: true, heard: 0 });
  });
}

test.run();
