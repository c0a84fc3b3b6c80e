/** Starts itself again inside the sandbox and tells what is left of what it was started with. Every start writes a
 * line to standard error. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { lockdown, type LockdownOptions, type Permissions, type Report } from "../../mod.ts";
import { currentRuntime } from "../../runtimes/mod.ts";
import { System } from "../../src/linux/system.ts";
import { actingWorker } from "../acts/acting_worker.ts";
import { ACTS } from "../acts/acts.ts";
import { outcomeOf } from "../acts/outcome.ts";
import { type Failure, failureOf } from "./plan_act.ts";

/** What this program is to do, as JSON in its first argument. */
export interface RestartJob {
  /** One lockdown after the other. `@now` in an entry is another text on every start. */
  readonly lockdowns: readonly { readonly permissions: Permissions; readonly options?: LockdownOptions }[];
  /** A Worker that keeps the signal blocked by which threads are told to restrict themselves. */
  readonly deafWorker?: boolean;
  /** Acts with their words on the main thread and on a Worker. */
  readonly steps?: readonly (readonly [act: string, ...words: string[]])[];
  readonly workerSteps?: readonly (readonly [act: string, ...words: string[]])[];
  /** What the steps must come to, with commas between; else the exit code is 1. */
  readonly expected?: string;
  readonly exitCode?: number;
  /** The title the process gives itself first. */
  readonly title?: string;
}

/** What it prints. */
export interface Restarted {
  readonly reports: readonly Report[];
  readonly error?: Failure;
  readonly outcomes: readonly string[];
  readonly workerOutcomes: readonly string[];
  readonly words: readonly string[];
  readonly mark: string | undefined;
  readonly directory: string;
  readonly input: string;
}

console.error("started");
const [text, ...words] = process.argv.slice(2);
const job = JSON.parse((text as string).replaceAll("@now", `${performance.timeOrigin}`)) as RestartJob;
await readFile("/dev/null");
if (job.title !== undefined) process.title = job.title;
if (job.deafWorker) await startDeafWorker();

const reports: Report[] = [];
let error: Failure | undefined;
try {
  for (const { permissions, options } of job.lockdowns) reports.push(lockdown(permissions, options));
} catch (caught) {
  error = failureOf(caught);
}
const outcomes = await performAll(job.steps ?? [], (act, rest) => ACTS[act]?.(...rest));
const workerOutcomes = await performOnWorker(job.workerSteps ?? []);
if (job.expected !== undefined && outcomes.join() !== job.expected) {
  console.error(error, outcomes.join());
  process.exit(1);
}
const done: Restarted = {
  reports,
  ...(error === undefined ? {} : { error }),
  outcomes,
  workerOutcomes,
  words,
  mark: process.env["MARK"],
  directory: process.cwd(),
  input: readFileSync(0, "utf8"),
};
console.log(JSON.stringify(done));
// Node's own exit waits for a Worker that never answers
if (job.deafWorker) new System(currentRuntime()).attempt("exit_group", 0);
// Not exit(), which may cut off what was printed
process.exitCode = job.exitCode ?? 0;

async function performAll(
  steps: NonNullable<RestartJob["steps"]>,
  perform: (act: string, words: readonly string[]) => unknown,
): Promise<string[]> {
  const outcomes: string[] = [];
  for (const [act, ...rest] of steps) {
    try {
      await perform(act, rest);
      outcomes.push("ok");
    } catch (caught) {
      outcomes.push(outcomeOf(caught));
    }
  }
  return outcomes;
}

async function performOnWorker(steps: NonNullable<RestartJob["steps"]>): Promise<string[]> {
  if (steps.length === 0) return [];
  const worker = actingWorker("thread");
  const outcomes = await performAll(steps, (act, rest) => worker.perform(act, rest));
  await worker.end();
  return outcomes;
}

/** A Worker that blocks every signal past libc, which would leave out its own, and then sleeps in one system call:
 * an event loop puts the mask back. */
async function startDeafWorker(): Promise<void> {
  const { makeWorker } = await import("../acts/workers.ts");
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const module = (path: string) =>
    JSON.stringify(new URL(`../../${path}.${extension}`, import.meta.url).href);
  const worker = makeWorker(
    "thread",
    `Promise.all([
      import("node:worker_threads"),
      import(${module("runtimes/mod")}),
      import(${module("src/linux/system")}),
    ]).then(([{ parentPort }, { currentRuntime }, { System }]) => {
      const system = new System(currentRuntime());
      const [mask, time] = [system.buffer(8), system.buffer(16)];
      mask.view.setBigUint64(0, 2n ** 64n - 1n, true);
      time.view.setBigUint64(0, 600n, true);
      parentPort.postMessage(system.call("gettid", "gettid"));
      system.call("rt_sigprocmask", "mask", 0, mask.address, 0, 8);
      system.call("nanosleep", "ten minutes", time.address, 0);
    });`,
  );
  const id = await new Promise<unknown>((resolve, reject) => {
    worker.onMessage(resolve);
    worker.onError(reject);
  });
  const isDeaf = () => /^SigBlk:\s*f{8}/m.test(readFileSync(`/proc/self/task/${id}/status`, "utf8"));
  while (!isDeaf()) await new Promise((resolve) => setTimeout(resolve, 1));
}
