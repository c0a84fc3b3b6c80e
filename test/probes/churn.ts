import { lockdown } from "../../mod.ts";
import { WorkerOfTheWeb } from "../acts/globals.ts";
import type { WorkerKind } from "../acts/worker_body.ts";
import { type Reading, readOverAndOver } from "../stress/reader.ts";
import { readInWorker } from "../stress/reading_worker.ts";
import { CLOSED, type Counts, countsOf, FIRST_COUNTER, SIZE, STOP, WAYS } from "../stress/tally.ts";

/** What this program is to do, as JSON in its first argument. */
export interface Churn {
  /** Files that a lockdown each closes, one after the other. */
  readonly secrets: readonly string[];
  readonly cat: string;
  /** Milliseconds to go on at the most once every way of reading has been tried, before each lockdown. */
  readonly pause: number;
  /** Whether to lock down at all; without it every read succeeds. */
  readonly confined: boolean;
}

/** What it prints at the end. Before that, a dot on standard error at each sign of progress. */
export interface Churned {
  readonly tally: readonly number[];
  /** Calls of lockdown, threads they restricted in all, and Workers that lived. */
  readonly lockdowns: number;
  readonly threads: number;
  readonly workers: number;
}

const { secrets, cat, pause: longest, confined } = JSON.parse(process.argv[2] as string) as Churn;
const tally = new Int32Array(new SharedArrayBuffer(SIZE * Int32Array.BYTES_PER_ELEMENT));
const layout = { closed: CLOSED, stop: STOP, first: FIRST_COUNTER };
const nestedWay = WAYS.indexOf("Worker of a Worker");
const reading: Reading = { secrets, cat, layout, firstWay: 0, nestedWay, milliseconds: Infinity };
const kinds: readonly WorkerKind[] = WorkerOfTheWeb === undefined ? ["thread"] : ["thread", "web"];
/** Workers at a time. One ends and the next begins all the while. */
const SEATS = 2;
/** Making a Worker keeps the main thread of Deno busy for long. */
const BETWEEN_WORKERS_MILLISECONDS = 20;
let workers = 0;
/** How long there may be no progress; less than until whoever waits for us gives up, to say where it has come to. If
 * that does not show either, the main thread hangs. */
const SILENCE_MILLISECONDS = 5 * 60_000;
let watchdog: ReturnType<typeof setTimeout> | undefined;
progress();

const readers = Promise.all([
  readOverAndOver(tally, reading),
  ...Array.from({ length: SEATS }, (_, seat) => keepWorkersComing(seat)),
]);
readers.catch((error) => {
  console.error(error);
  process.exit(1);
});
let threads = 0;
for (let closed = 0; closed < secrets.length; closed++) {
  await everyWayAgain(false, ({ succeeded }) => succeeded);
  await pause(Math.random() * longest);
  if (confined) threads += lockdown({ run: [cat], read: secrets.slice(closed + 1) }).threads.count;
  Atomics.store(tally, CLOSED, closed + 1);
  progress();
  await everyWayAgain(true, ({ succeeded, denied }) => succeeded + denied);
}
Atomics.store(tally, STOP, 1);
await readers;
clearTimeout(watchdog);
const lockdowns = confined ? secrets.length : 0;
console.log(JSON.stringify({ tally: [...tally], lockdowns, threads, workers } satisfies Churned));

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

/** Waits until every way was tried once more, on secrets not yet closed or on closed ones. */
async function everyWayAgain(closed: boolean, count: (counts: Counts) => number): Promise<void> {
  const counts = () => WAYS.map((way) => count(countsOf(tally, way, closed)));
  const earlier = counts();
  let missing: number = WAYS.length;
  while (missing > 0) {
    await pause(1);
    const still = counts().filter((number, way) => number === earlier[way]).length;
    if (still < missing) progress();
    missing = still;
  }
}

/** A step was made: the watchdog starts anew, and so does that of whoever reads. */
function progress(): void {
  process.stderr.write(".");
  clearTimeout(watchdog);
  watchdog = setTimeout(() => {
    console.error("Stuck:", JSON.stringify([...tally]));
    process.exit(3);
  }, SILENCE_MILLISECONDS);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
