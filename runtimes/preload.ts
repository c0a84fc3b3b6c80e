/** Node imports what `--import` names again in every Worker that it makes. */
interface WorkerThreads {
  readonly isMainThread: boolean;
  getEnvironmentData(key: string): unknown;
  setEnvironmentData(key: string, value: unknown): void;
}

const KEY = "landlockdown/auto";

/** Runs the preload entry's work, but not once more in the Workers of a process that it has confined. */
export function oncePerProcess(work: () => void): void {
  const threads = workerThreads();
  // Every Worker is handed this by the one that made it
  if (threads?.isMainThread === false && threads.getEnvironmentData(KEY) === true) return;
  work();
  threads?.setEnvironmentData(KEY, true);
}

/** Deno and Bun preload nothing in Workers. */
function workerThreads(): WorkerThreads | undefined {
  if ("Deno" in globalThis || "Bun" in globalThis) return undefined;
  return process.getBuiltinModule("node:worker_threads") as unknown as WorkerThreads;
}
