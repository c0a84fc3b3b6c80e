import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Display } from "./runner/display.ts";
import { Estimate } from "./runner/estimate.ts";
import { type Job, jobsFor } from "./runner/jobs.ts";
import { runJob } from "./runner/run_job.ts";
import { setUp } from "./setup.ts";
import { ROOT, testRuntimes } from "./support/runtimes.ts";

/** `npm test`: runs every `*.test.ts` in every runtime, each in a process of its own, and prints one line a run, what
 * failed, and the totals. Words that a path must contain narrow it down.
 *
 *   --runtime NAME    only this one, such as bun or "node 20"; may be repeated
 *   --without WORD    leave out files whose path contains it; may be repeated
 *   --no-setup        install and build nothing first */

const jobs = prepared(process.argv.slice(2));
const count = jobs.length;
const total = { passed: 0, failed: 0, skipped: 0 };
const running = new Map<Job, number>();
const estimate = new Estimate();
const workers = Math.min(availableParallelism(), count);
let ended = 0;
const display = new Display(() => ({
  ended,
  total: count,
  running: [...running.keys()],
  secondsLeft: secondsLeft(),
}));
await Promise.all(Array.from({ length: workers }, work));
display.end();
estimate.save();
const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** Gets everything ready for the jobs that the command line asks for; ends with an error where it asks for what is not
 * there. */
function prepared(args: string[]): Job[] {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        "runtime": { type: "string", multiple: true },
        "without": { type: "string", multiple: true },
        "no-setup": { type: "boolean" },
      },
    });
    const prepares = values["no-setup"] !== true;
    const choice = { wanted: values.runtime, words: positionals, without: values.without };
    if (prepares) setUp({ nodes: values.runtime?.some((name) => name.startsWith("node")) ?? true });
    const chosen = jobsFor(testRuntimes(), choice);
    if (prepares && chosen.some(({ runtime }) => runtime.compiled)) build();
    return chosen;
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Compiles what Node runs. */
function build(): void {
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

async function work(): Promise<void> {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    running.set(job, performance.now());
    const outcome = await runJob(job);
    running.delete(job);
    ended++;
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
    estimate.add(job, outcome.seconds);
    display.ended(job, outcome);
  }
}

function secondsLeft(): number | undefined {
  const now = performance.now();
  const begun = [...running].map(([job, begin]) => ({ job, seconds: (now - begin) / 1000 }));
  const seconds = estimate.secondsFor(jobs, begun);
  return seconds === undefined ? undefined : seconds / workers;
}
