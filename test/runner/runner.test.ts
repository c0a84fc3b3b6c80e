/** What `npm test` itself does: which jobs it runs, when it kills one, and how it estimates. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { TestRuntime } from "../support/runtimes.ts";
import { Estimate } from "./estimate.ts";
import { type Job, jobsFor } from "./jobs.ts";
import { runJob } from "./run_job.ts";

const runtime = (name: string, ...args: string[]): TestRuntime => ({
  name,
  executable: "/bin/sh",
  arguments: ["-c", ...args],
  compiled: false,
});
const runtimes = [runtime("node 20"), runtime("node 26"), runtime("bun")];
const job = (script: string): Job => ({ file: "test/none.test.ts", runtime: runtime("sh", script) });

test("jobs are files in runtimes", () => {
  assert.equal(
    jobsFor(runtimes, { wanted: ["node"], words: ["runner/runner"] }).map((
      { file, runtime },
    ) => [file, runtime.name]),
    [["test/runner/runner.test.ts", "node 20"], ["test/runner/runner.test.ts", "node 26"]],
  );
  assert.is(jobsFor(runtimes, { words: ["runner/runner"] }).length, 3);
});

test("a runtime or a word that fits nothing is an error that says what there is", () => {
  assert.throws(
    () => jobsFor(runtimes, { wanted: ["node", "nod26"] }),
    /"nod26".*one of "node 20", "node 26", "bun"/,
  );
  assert.throws(
    () => jobsFor(runtimes, { wanted: ["bun"], words: ["no such test"] }),
    /test file for "no such test"/,
  );
});

test("files can be left out, and a name that fits none is an error", () => {
  const files = (without: string[]) =>
    jobsFor(runtimes, { wanted: ["bun"], words: ["runner/"], without }).map(({ file }) => file);
  assert.ok(files([]).includes("test/runner/setup.test.ts"));
  assert.equal(files(["setup"]), files([]).filter((file) => !file.includes("setup")));
  assert.throws(() => files(["no such test"]), /test file for "no such test"/);
});

test("a file may take any time while it prints something, on either stream", async () => {
  const script = "for i in 1 2 3 4 5; do printf . >&$((i % 2 + 1)); sleep 0.5; done; exit 0";
  const { failed, output } = await runJob(job(script), 1_500);
  assert.equal([failed, output], [0, "....."]);
});

test("one that prints nothing is killed with all it has started, and has failed", async () => {
  const script = "sh -c 'echo $$; exec sleep 600' & wait";
  const { failed, passed, output } = await runJob(job(script), 500);
  assert.equal([failed, passed], [1, 0]);
  const [, pid] = /^(\d+)\n\nKilled: it printed nothing for/.exec(output) ?? [];
  assert.not(isRunning(Number(pid)));
});

test("what uvu prints is counted, and a bad end without a failed case is one", async () => {
  const print = (total: number, passed: number, skipped: number, end: number) =>
    runJob(
      job(
        `printf '\\n  Total:     ${total}\\n  Passed:    ${passed}\\n  Skipped:   ${skipped}\\n'; exit ${end}`,
      ),
    );
  const counts = async (...numbers: [number, number, number, number]) => {
    const { passed, failed, skipped } = await print(...numbers);
    return [passed, failed, skipped];
  };
  assert.equal(await counts(5, 5, 2, 0), [5, 0, 2]);
  assert.equal(await counts(5, 3, 0, 1), [3, 2, 0]);
  assert.equal(await counts(5, 5, 0, 1), [5, 1, 0]);
});

test("an estimate comes from what is known of each job, at today's pace, or from the average", () => {
  const named = (file: string): Job => ({ file, runtime: runtime("bun") });
  const estimate = new Estimate({ "bun a": 10, "bun b": 20, "bun c": 40 });
  assert.is(estimate.secondsFor([named("c")], []), undefined);
  estimate.add(named("a"), 20);
  estimate.add(named("b"), 40);
  estimate.add(named("new"), 1);
  estimate.add(named("newer"), 3);
  assert.is(estimate.secondsFor([named("c")], []), 80);
  assert.is(estimate.secondsFor([named("unknown")], []), 16);
  assert.is(estimate.secondsFor([], [{ job: named("c"), seconds: 30 }]), 50);
});

test.run();

/** Not if nobody has taken notice of its end yet. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
