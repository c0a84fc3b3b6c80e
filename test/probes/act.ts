import { lockdown, type LockdownOptions, type Permissions, type ThreadsReport } from "../../mod.ts";
import type { Place, Step } from "../acts/act.ts";
import { type ActingWorker, actingWorker } from "../acts/acting_worker.ts";
import { ACTS } from "../acts/acts.ts";
import { bun, deno } from "../acts/globals.ts";
import { loadLibc } from "../acts/native_calls.ts";
import { outcomeOf } from "../acts/outcome.ts";

/** What this program is to do, as JSON in its first argument. */
export interface Job {
  /** A file to read in every way there is before all else, so that all pools and Workers have started. */
  readonly warm?: string | undefined;
  /** Modules to import before. */
  readonly imports?: readonly string[];
  readonly lockdown?: { readonly permissions: Permissions; readonly options?: LockdownOptions } | undefined;
  readonly steps: readonly Step[];
  /** Path of the libc whose permission Deno is asked for, before and afterwards. */
  readonly libc?: string;
}

/** What it prints. */
export interface Performed {
  /** For each step `ok`, or the name of the errno, or the failure's message. */
  readonly outcomes: readonly string[];
  readonly threads?: ThreadsReport | undefined;
  /** States of Deno's ffi permission before lockdown and after: in general, and for the libc. */
  readonly ffi?: { readonly before: readonly string[]; readonly after: readonly string[] } | undefined;
}

const job = JSON.parse(process.argv[2] as string) as Job;
const workers = new Map<Place, ActingWorker>();
const before = ffiStates();

for (const place of ["thread before", "web before"] as const) await startWorker(place);
if (job.warm === undefined) loadLibc();
else await warmUp(job.warm);
for (const path of job.imports ?? []) await ACTS["importModule"]?.(path);
const threads = job.lockdown && lockdown(job.lockdown.permissions, job.lockdown.options).threads;
for (const place of ["thread after", "web after"] as const) await startWorker(place);

const outcomes: string[] = [];
for (const step of job.steps) outcomes.push(await perform(step));
for (const worker of workers.values()) await worker.end();
const performed: Performed = { outcomes, threads, ffi: before && { before, after: ffiStates() ?? [] } };
console.log(JSON.stringify(performed));

async function startWorker(place: Place): Promise<void> {
  if (!job.steps.some(({ on }) => on === place)) return;
  const worker = actingWorker(place.startsWith("web") ? "web" : "thread");
  workers.set(place, worker);
  // Its thread runs only when it has answered
  if (place.endsWith("before")) await worker.perform("readSync", [job.warm ?? "/dev/null"]);
}

async function warmUp(path: string): Promise<void> {
  loadLibc();
  const own = deno !== undefined ? ["denoRead"] : bun !== undefined ? ["bunFile"] : [];
  for (const act of ["readAsync", "readStream", ...own]) await ACTS[act]?.(path);
  for (const worker of workers.values()) await worker.perform("readAsync", [path]);
}

async function perform({ act, words, on }: Step): Promise<string> {
  try {
    if (on === "main") {
      const perform = ACTS[act];
      if (perform === undefined) throw new Error(`There is no act "${act}"`);
      await perform(...words);
    } else await workers.get(on)?.perform(act, words);
    return "ok";
  } catch (error) {
    return outcomeOf(error);
  }
}

function ffiStates(): string[] | undefined {
  if (deno === undefined || job.libc === undefined) return undefined;
  const { permissions } = deno;
  return [{ name: "ffi" as const }, { name: "ffi" as const, path: job.libc }].map((descriptor) =>
    permissions.querySync(descriptor).state
  );
}
