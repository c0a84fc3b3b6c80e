import { Worker } from "node:worker_threads";
import { type WebWorker, WorkerOfTheWeb } from "./globals.ts";
import type { WorkerKind } from "./worker_body.ts";

/** A Worker made from text, of either kind. */
export interface AnyWorker {
  send(message: unknown): void;
  onMessage(handler: (message: unknown) => void): void;
  onError(handler: (error: Error) => void): void;
  end(): Promise<void>;
}

/** Starts a Worker whose program is given as text: no file is read for it. */
export function makeWorker(kind: WorkerKind, program: string): AnyWorker {
  return kind === "thread" ? makeThread(program) : makeWeb(program);
}

function makeThread(program: string): AnyWorker {
  const worker = new Worker(program, { eval: true });
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (handler) => void worker.on("message", handler),
    onError: (handler) => void worker.on("error", handler),
    end: async () => void await worker.terminate(),
  };
}

function makeWeb(program: string): AnyWorker {
  if (WorkerOfTheWeb === undefined) throw new Error("There is no global Worker in this runtime");
  const url = `data:text/javascript,${encodeURIComponent(program)}`;
  const worker: WebWorker = new WorkerOfTheWeb(url, { type: "module" });
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (handler) => void (worker.onmessage = (event) => handler(event.data)),
    onError: (handler) => void (worker.onerror = ({ message }) => handler(new Error(message))),
    end: () => Promise.resolve(worker.terminate()),
  };
}
