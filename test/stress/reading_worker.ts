import type { WorkerKind } from "../acts/worker_body.ts";
import { type AnyWorker, makeWorker } from "../acts/workers.ts";
import { keepMakingWorkers, readAFewTimes } from "./nested.ts";
import { type Reading, readOverAndOver } from "./reader.ts";

/** A Worker that reads until it is told to stop or its time is up. The promise ends when its thread has.
 *
 * @param nests whether it keeps making Workers itself
 */
export async function readInWorker(
  kind: WorkerKind,
  tally: Int32Array,
  reading: Reading,
  nests: boolean,
): Promise<void> {
  const program = `(${body})(${JSON.stringify(kind)}, ${readOverAndOver}, ${keepMakingWorkers})`;
  const worker: AnyWorker = makeWorker(kind, program);
  await new Promise<unknown>((resolve, reject) => {
    worker.onMessage(resolve);
    worker.onError(reject);
    worker.send({ tally, reading, nested: nests ? String(readAFewTimes) : undefined } satisfies Message);
  });
  await worker.end();
}

interface Port {
  postMessage(message: string): void;
  once(event: "message", handler: (message: Message) => void): void;
}

interface Message {
  readonly tally: Int32Array;
  readonly reading: Reading;
  /** Program of the Workers it makes. */
  readonly nested: string | undefined;
}

/** Becomes text: it may use no name from outside. */
function body(kind: WorkerKind, read: typeof readOverAndOver, nest: typeof keepMakingWorkers): void {
  const web = globalThis as unknown as {
    onmessage: (event: { data: Message }) => void;
    postMessage(message: string): void;
  };
  const port = kind === "web"
    ? web
    : process.getBuiltinModule("node:worker_threads").parentPort as unknown as Port;
  const start = async ({ tally, reading, nested }: Message) => {
    await Promise.all([read(tally, reading), nested && nest(tally, reading, nested)]);
    port.postMessage("done");
  };
  if (kind === "web") web.onmessage = (event) => void start(event.data);
  else (port as Port).once("message", (message) => void start(message));
}
