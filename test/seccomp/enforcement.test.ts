/** The filter on the process itself: on every thread, added to by each lockdown, or refused with nothing applied. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { findProgram } from "../support/programs.ts";
import { runSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const PROBE = "test/probes/filtered.ts";

function run(...words: string[]): unknown {
  const { code, stdout, stderr } = runSelf(PROBE, words);
  assert.is(code, 0, stderr);
  return stdout === "" ? undefined : JSON.parse(stdout);
}

const tests: Record<string, () => void> = {
  "with nothing to run no execve gets through, and bare it does": () => {
    const program = findProgram("true") ?? "/bin/true";
    assert.is(run("execute", "bare", program), undefined);
    assert.equal(run("execute", "inside", program), { execve: -13 });
    // Landlock would let the path of a memory file through, and the kernel say that it does not exist
    assert.equal(run("execute", "bare", "/proc/self/fd/999"), { execve: -2 });
    assert.equal(run("execute", "inside", "/proc/self/fd/999"), { execve: -13 });
  },
  "each lockdown adds a filter, on every thread": () => {
    assert.equal(run("twice"), { counts: [[1], [2]] });
  },
  "a Sandbox inside needs memory files, and its error says so": () => {
    const { message } = run("nested") as { message: string };
    assert.match(message, "filter: { memoryFiles: false }");
    assert.equal(run("nested", "allowed"), { status: 0 });
  },
  "in a temporary folder modes can be changed": () => {
    assert.equal(run("temporary"), { status: 0 });
  },
  "a thread with a filter of its own is an error before anything is applied": () => {
    assert.equal(run("diverged"), { before: [0, 1], codes: ["THREADS_UNREACHABLE", "ok"] });
  },
};

for (const [name, check] of Object.entries(tests)) {
  if (kernel().abi === 0) skip(name, "a kernel with Landlock");
  else test(name, check);
}

test.run();
