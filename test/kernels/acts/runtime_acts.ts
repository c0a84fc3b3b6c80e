import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { type ActingWorker, actingWorker } from "../../acts/acting_worker.ts";
import { ASYNC_FILE_ACTS } from "../../acts/async_files.ts";
import { outcomeOf } from "../../acts/outcome.ts";
import type { Outcomes } from "./findings.ts";
import type { ActPlaces } from "./places.ts";

/** What the runtime itself prepares before it is confined. */
export interface Prepared {
  readonly worker: ActingWorker;
  /** A descriptor of a file that is not granted. */
  readonly descriptor: number;
}

/** Starts the pool threads and a Worker, and opens a file. */
export async function prepare({ secret }: ActPlaces): Promise<Prepared> {
  const worker = actingWorker("thread");
  // Its thread runs only when it has answered
  await worker.perform("readAsync", [`${secret}/file`]);
  await ASYNC_FILE_ACTS["readAsync"]?.(`${secret}/file`);
  return { worker, descriptor: openSync(`${secret}/file`, "r") };
}

/** Tries the acts that need a runtime and its threads. */
export async function performRuntimeActs(
  { secret, granted }: ActPlaces,
  { worker, descriptor }: Prepared,
): Promise<Outcomes> {
  const late = actingWorker("thread");
  const read = (path: string) => ASYNC_FILE_ACTS["readAsync"]?.(path);
  const acts: Record<string, () => unknown> = {
    "main thread": () => readFileSync(`${secret}/file`),
    "pool threads": () => read(`${secret}/file`),
    "worker before": () => worker.perform("readAsync", [`${secret}/file`]),
    "worker after": () => late.perform("readAsync", [`${secret}/file`]),
    "opened before": () => readSync(descriptor, new Uint8Array(1), 0, 1, 0),
    "granted pool threads": () => read(`${granted}/file`),
  };
  const outcomes: Record<string, string> = {};
  for (const [name, act] of Object.entries(acts)) {
    try {
      await act();
      outcomes[name] = "ok";
    } catch (error) {
      outcomes[name] = outcomeOf(error);
    }
  }
  await late.end();
  return outcomes;
}

/** Ends what was prepared. */
export async function release({ worker, descriptor }: Prepared): Promise<void> {
  await worker.end();
  closeSync(descriptor);
}
