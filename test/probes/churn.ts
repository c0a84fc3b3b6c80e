import { lockdown } from "../../mod.ts";
import { WorkerOfTheWeb } from "../acts/globals.ts";
import type { WorkerKind } from "../acts/worker_body.ts";
import { type Reading, readOverAndOver } from "../stress/reader.ts";
import { readInWorker } from "../stress/reading_worker.ts";
import { type Counts, countsOf, FIRST_COUNTER, LOCKED, SIZE, STOP, WAYS } from "../stress/tally.ts";

/** What this program is to do, as JSON in its first argument. */
export interface Churn {
  readonly secret: string;
  readonly cat: string;
  /** Milliseconds to go on once every way of reading has been tried, before lockdown and again afterwards. */
  readonly before: number;
  readonly after: number;
  /** Whether to lock down at all; without it every read succeeds. */
  readonly confined: boolean;
}

/** What it prints. */
export interface Churned {
  readonly tally: readonly number[];
  /** Threads that were restricted, and Workers that lived. */
  readonly threads: number;
  readonly workers: number;
}

const { secret, cat, before, after, confined } = JSON.parse(process.argv[2] as string) as Churn;
const tally = new Int32Array(new SharedArrayBuffer(SIZE * Int32Array.BYTES_PER_ELEMENT));
const layout = { locked: LOCKED, stop: STOP, first: FIRST_COUNTER };
const nestedWay = WAYS.indexOf("Worker of a Worker");
const reading: Reading = { secret, cat, layout, firstWay: 0, nestedWay, milliseconds: Infinity };
const kinds: readonly WorkerKind[] = WorkerOfTheWeb === undefined ? ["thread"] : ["thread", "web"];
/** Workers at a time. One ends and the next begins all the while. */
const SEATS = 3;
/** Making a Worker keeps the main thread of Deno busy for long. */
const BETWEEN_WORKERS_MILLISECONDS = 20;
let workers = 0;
/** Nothing takes this long. Says where it has come to; if that does not show either, the main thread hangs. */
const WATCHDOG_MILLISECONDS = 45_000;
const watchdog = setTimeout(() => {
  console.error("Stuck:", JSON.stringify([...tally]));
  process.exit(3);
}, WATCHDOG_MILLISECONDS);

const readers = Promise.all([
  readOverAndOver(tally, reading),
  ...Array.from({ length: SEATS }, (_, seat) => keepWorkersComing(seat)),
]);
readers.catch((error) => {
  console.error(error);
  process.exit(1);
});
await everyWay(({ succeeded }) => succeeded > 0, false);
await pause(before);
const threads = confined ? lockdown({ run: [cat] }).threads.count : 0;
Atomics.store(tally, LOCKED, 1);
await everyWay(({ succeeded, denied }) => succeeded + denied > 0, true);
await pause(after);
Atomics.store(tally, STOP, 1);
await readers;
clearTimeout(watchdog);
console.log(JSON.stringify({ tally: [...tally], threads, workers } satisfies Churned));

async function keepWorkersComing(seat: number): Promise<void> {
  while (Atomics.load(tally, STOP) === 0) {
    const kind = kinds[workers++ % kinds.length] as WorkerKind;
    // The first seat's Worker stays and makes Workers itself
    const milliseconds = seat === 0 ? Infinity : 5 + Math.random() * 20;
    const inWorker = { ...reading, firstWay: WAYS.indexOf("Worker, sync"), milliseconds };
    await readInWorker(kind, tally, inWorker, seat === 0);
    await pause(BETWEEN_WORKERS_MILLISECONDS);
  }
}

/** Waits until a condition holds for the counts of every way, of reads before lockdown or after. */
async function everyWay(holds: (counts: Counts) => boolean, afterwards: boolean): Promise<void> {
  while (!WAYS.every((way) => holds(countsOf(tally, way, afterwards)))) await pause(1);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
