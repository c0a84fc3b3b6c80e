/** The files in /proc of a process that called `lockdown()`: the kernel gives those of a process that is not dumpable to root,
 * so an ordinary user's is refused them, and an entry that covers them is narrower. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { explain, kernel } from "../../mod.ts";
import { NOBODY, obstacleForUser, runSelfAs } from "../support/as_user.ts";
import { type Ended, runSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const PROBE = "test/probes/own_files.ts";
const ALL = ["/proc/self/environ", "/proc/self/auxv", "/proc/self/io", "/proc/self/status"];

if (kernel().abi === 0 || !explain({}).report.closed.some(({ name }) => name === "tracing")) {
  skip("a process loses its own files", "a kernel with Landlock and seccomp");
} else if (process.getuid?.() !== 0) {
  skip("a process of root keeps its own files", "root");
  register("an ordinary user", (args) => runSelf(PROBE, args), true);
} else {
  register("root", (args) => runSelf(PROBE, args), false);
  const obstacle = obstacleForUser(NOBODY, PROBE);
  if (obstacle !== undefined) skip("a process of an ordinary user loses its own files", obstacle);
  else register("an ordinary user", (args) => runSelfAs(NOBODY, PROBE, args), true);
}

function register(user: string, start: (args: readonly string[]) => Ended, loses: boolean): void {
  const result = (tracing: string) => {
    const { stdout, stderr, code } = start([tracing]);
    assert.is(code, 0, stderr);
    return JSON.parse(stdout);
  };
  test(`the report says which of its own files a process of ${user} can open`, () => {
    const fidelity = loses ? "narrower" : "exact";
    const after = loses ? ["/proc/self/status"] : ALL;
    assert.equal(result("closed"), { before: ALL, after, fidelities: [fidelity, fidelity] });
  });
  test(`a process of ${user} keeps its own files where tracing is left open`, () =>
    assert.equal(result("open"), { before: ALL, after: ALL, fidelities: ["exact", "exact"] }));
}

test.run();
