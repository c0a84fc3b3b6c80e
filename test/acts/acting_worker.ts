import { type Answer, type Request, type WorkerKind, workerProgram } from "./worker_body.ts";
import { makeWorker } from "./workers.ts";

/** Of the source, or of what it was compiled to. */
const NATIVE_CALLS = import.meta.url.replace("acting_worker", "native_calls");

/** A Worker that performs acts when asked. */
export interface ActingWorker {
  perform(act: string, words: readonly string[]): Promise<void>;
  end(): Promise<void>;
}

/** Starts one. */
export function actingWorker(kind: WorkerKind): ActingWorker {
  const worker = makeWorker(kind, workerProgram(kind, NATIVE_CALLS));
  const waiting = new Map<number, (failure?: Error) => void>();
  worker.onMessage((message) => {
    const { id, failure } = message as Answer;
    const settle = waiting.get(id);
    waiting.delete(id);
    settle?.(failure && Object.assign(new Error(failure.message), { code: failure.code }));
  });
  worker.onError((error) => {
    for (const settle of waiting.values()) settle(error);
  });
  let last = 0;
  return {
    perform: (act, words) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, (failure) => failure === undefined ? resolve() : reject(failure));
        worker.send({ id, act: act as Request["act"], words } satisfies Request);
      }),
    end: () => worker.end(),
  };
}
