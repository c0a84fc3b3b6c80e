/** Which kind of Worker: of `node:worker_threads`, or the global one of Bun and Deno. */
export type WorkerKind = "thread" | "web";

/** What a Worker is asked for. */
export interface Request {
  readonly id: number;
  readonly act: "readSync" | "readAsync" | "spawnSync" | "nativeOpen";
  readonly words: readonly string[];
}

/** What it answers: without `failure` it succeeded. */
export interface Answer {
  readonly id: number;
  readonly failure?: { readonly code?: string | undefined; readonly message: string };
}

/** The program of a Worker as text, so that starting it reads no file.
 *
 * @param nativeCalls URL of `native_calls`, which is loaded only when it is asked for
 */
export function workerProgram(kind: WorkerKind, nativeCalls: string): string {
  // The import is written here because the compiler would make it call a helper that the text does not have
  return `(${body})(${JSON.stringify(kind)}, () => import(${JSON.stringify(nativeCalls)}))`;
}

interface Port {
  postMessage(message: Answer): void;
  on(event: "message", handler: (request: Request) => void): void;
}

/** Becomes text: it may use no name from outside. */
function body(kind: WorkerKind, nativeCalls: () => Promise<typeof import("./native_calls.ts")>): void {
  const { readFileSync, promises } = process.getBuiltinModule("node:fs");
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const acts: Record<Request["act"], (...words: string[]) => unknown> = {
    readSync: (path) => readFileSync(path),
    async readAsync(path) {
      const results = await Promise.allSettled(Array.from({ length: 32 }, () => promises.readFile(path)));
      const failures = results.filter((result) => result.status === "rejected");
      if (failures.length === results.length) throw failures[0]?.reason;
      if (failures.length > 0) throw new Error(`${results.length - failures.length} of 32 succeeded`);
    },
    spawnSync(program, ...words) {
      const { error, status, stderr } = spawnSync(program, words, { stdio: ["ignore", "ignore", "pipe"] });
      if (error !== undefined) throw error;
      if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`);
    },
    async nativeOpen(path) {
      const { NATIVE_ACTS } = await nativeCalls();
      NATIVE_ACTS["nativeOpen"]?.(path);
    },
  };
  const web = globalThis as unknown as {
    onmessage: (event: { data: Request }) => void;
    postMessage(message: Answer): void;
  };
  const port = kind === "web"
    ? web
    : process.getBuiltinModule("node:worker_threads").parentPort as unknown as Port;
  const perform = async ({ id, act, words }: Request) => {
    try {
      await acts[act](...words);
      port.postMessage({ id });
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      port.postMessage({ id, failure: { code, message } });
    }
  };
  if (kind === "web") web.onmessage = (event) => void perform(event.data);
  else (port as Port).on("message", (request) => void perform(request));
}
