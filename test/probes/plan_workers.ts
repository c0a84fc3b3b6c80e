/** Calls lockdown from inside Workers, as many at once as the first argument says; prints the errors, and whether
 * anything was applied. */
import { readFileSync } from "node:fs";
import { makeWorker } from "../acts/workers.ts";
import { type Failure, noNewPrivileges } from "./plan_act.ts";

/** What it prints. */
export interface WorkersDone {
  readonly errors: readonly (Failure | "none")[];
  readonly readable: boolean;
  readonly noNewPrivileges: string | undefined;
}

const MODULE = import.meta.url.replace(/test\/probes\/plan_workers\.(ts|js)$/, "mod.$1");
const PROGRAM = `
import("node:worker_threads").then(async ({ parentPort }) => {
  const { lockdown } = await import(${JSON.stringify(MODULE)});
  try {
    lockdown({});
    parentPort.postMessage("none");
  } catch ({ name, code, message }) {
    parentPort.postMessage({ name, code, message });
  }
});
`;

const workers = Array.from({ length: Number(process.argv[2]) }, () => makeWorker("thread", PROGRAM));
const errors = await Promise.all(workers.map((worker) =>
  new Promise<Failure | "none">((resolve, reject) => {
    worker.onMessage((message) => resolve(message as Failure | "none"));
    worker.onError(reject);
  })
));
const readable = readFileSync("/etc/hostname").length > 0;
console.log(JSON.stringify({ errors, readable, noNewPrivileges: noNewPrivileges() }));
for (const worker of workers) await worker.end();
