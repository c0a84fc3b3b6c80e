import { Worker } from "node:worker_threads";
import { lockdown } from "../../mod.ts";
import { keepMakingWorkers, readAFewTimes } from "../stress/nested.ts";
import type { Reading } from "../stress/reader.ts";
import { CLOSED, countsOf, FIRST_COUNTER, SIZE, STOP, WAYS } from "../stress/tally.ts";

/** What this program is to do, as JSON in its first argument. */
export interface Making {
  /** Files that a lockdown each closes, one after the other. */
  readonly secrets: readonly string[];
  /** Workers that make Workers without pause. */
  readonly makers: number;
  readonly confined: boolean;
}

/** What it prints. */
export interface Made {
  /** Reads of closed secrets. */
  readonly succeeded: number;
  readonly denied: number;
  /** Of each lockdown. */
  readonly milliseconds: readonly number[];
}

const WAY = "Worker of a Worker";
/** A Worker reads that often. */
const READS = 20;

const { secrets, makers, confined } = JSON.parse(process.argv[2] as string) as Making;
const tally = new Int32Array(new SharedArrayBuffer(SIZE * Int32Array.BYTES_PER_ELEMENT));
const layout = { closed: CLOSED, stop: STOP, first: FIRST_COUNTER };
const nestedWay = WAYS.indexOf(WAY);
const reading: Reading = { secrets, cat: "", layout, firstWay: 0, nestedWay, milliseconds: Infinity };
const text = `const { workerData } = process.getBuiltinModule("node:worker_threads");
  (${keepMakingWorkers})(workerData.tally, workerData.reading, ${JSON.stringify(String(readAFewTimes))});`;
const ends = Array.from({ length: makers }, () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(text, { eval: true, workerData: { tally, reading } });
    worker.on("error", reject);
    worker.on("exit", resolve);
  }));
Promise.all(ends).catch((error) => {
  console.error(error);
  process.exit(1);
});

const milliseconds: number[] = [];
for (let closed = 0; closed < secrets.length; closed++) {
  await untilRead(false);
  const begin = performance.now();
  if (confined) lockdown({ read: secrets.slice(closed + 1) });
  milliseconds.push(performance.now() - begin);
  Atomics.store(tally, CLOSED, closed + 1);
  await untilRead(true);
}
Atomics.store(tally, STOP, 1);
await Promise.all(ends);
console.log(JSON.stringify({ ...countsOf(tally, WAY, true), milliseconds } satisfies Made));

/** Waits until as many Workers have read once more as there are makers. */
async function untilRead(closed: boolean): Promise<void> {
  const count = () => {
    const { succeeded, denied } = countsOf(tally, WAY, closed);
    return succeeded + denied;
  };
  const earlier = count();
  while (count() < earlier + READS * makers) await new Promise((resolve) => setTimeout(resolve, 1));
}
