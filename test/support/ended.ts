import type { ChildProcess } from "node:child_process";
import { HANGS_MILLISECONDS } from "./hangs.ts";
import type { Ended } from "./self.ts";

/** How to wait for a child. */
export interface Waiting {
  /** Milliseconds that it may print nothing. Default: {@linkcode HANGS_MILLISECONDS}. */
  readonly silence?: number;
  /** Called whenever it prints something. */
  readonly onProgress?: () => void;
}

/** Collects what a child prints until it ends. Kills it when it has printed nothing for too long, and then `signal` is
 * SIGKILL: a child that prints something now and then may take any time. */
export function untilEnded(child: ChildProcess, waiting: Waiting = {}): Promise<Ended> {
  const { silence = HANGS_MILLISECONDS, onProgress = () => {} } = waiting;
  const printed = { stdout: "", stderr: "" };
  let timer: ReturnType<typeof setTimeout>;
  const startCount = () => timer = setTimeout(() => child.kill("SIGKILL"), silence);
  startCount();
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (data) => {
      printed[name] += data;
      clearTimeout(timer);
      startCount();
      onProgress();
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, ...printed });
    });
  });
}
