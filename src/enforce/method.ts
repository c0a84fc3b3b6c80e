import { type CapabilitySets, keptCapabilities } from "../linux/capabilities.ts";
import type { Runtime } from "../../runtimes/runtime.ts";
import { LockdownError } from "../errors.ts";
import { masksOf, RESTRICT } from "../landlock/abi.ts";
import type { KernelInfo } from "../landlock/kernel.ts";
import type { System } from "../linux/system.ts";
import type { ThreadMethod } from "../plan/plan.ts";
import { obstacleToBroadcast } from "./broadcast.ts";
import { type Thread, ThreadList } from "./threads.ts";

/** The ways for the process we are in. */
export type OwnMethod = Exclude<ThreadMethod, "child">;

/** The threads as they are, and the way to reach them that was found to work. */
export interface Readiness {
  readonly method: OwnMethod;
  readonly threads: ThreadList;
  readonly described: readonly Thread[];
  /** Capabilities that every thread is to keep; `undefined` where none has any to lose. */
  readonly capabilities: CapabilitySets | undefined;
}

/** The way a kernel and the options suggest, before any thread has been looked at. */
export function expectedMethod(kernel: KernelInfo, threads: "auto" | "reexec"): OwnMethod {
  if (threads === "reexec") return "reexec";
  return (masksOf(kernel.abi).restrict & RESTRICT.TSYNC) !== 0 ? "tsync" : "signal";
}

/** Looks at every thread and finds a way to reach them all. Restricts nothing.
 *
 * @throws LockdownError `NOT_MAIN_THREAD`, `IO_URING_SQPOLL`, `THREADS_UNREACHABLE`
 */
export function prepareThreads(
  system: System,
  runtime: Runtime,
  kernel: KernelInfo,
  wanted: "auto" | "reexec",
): Readiness {
  checkMainThread(system);
  const threads = threadList(system);
  const described = threads.describeAll();
  const expected = expectedMethod(kernel, wanted);
  const kept = keptCapabilities(system);
  const capabilities = kept.isLess ? kept : undefined;
  if (capabilities !== undefined && expected !== "reexec") refuseDivergedCapabilities(described);
  // The kernel has no call that takes capabilities from all threads
  const needsSignal = expected === "signal" || (expected === "tsync" && capabilities !== undefined);
  const blocked = needsSignal && obstacleToBroadcast(system, runtime, threads, described) !== undefined;
  return { method: blocked ? "reexec" : expected, threads, described, capabilities };
}

/** A domain set from a Worker would leave the main thread to be restricted by signal, in the midst of whatever
 * it does, and two Workers could do it at the same time. */
function checkMainThread(system: System): void {
  if (system.attempt("gettid") === system.attempt("getpid")) return;
  throw new LockdownError(
    "NOT_MAIN_THREAD",
    "Cannot restrict the process from inside a Worker",
    { remedy: "Call lockdown() on the main thread: it covers every Worker" },
  );
}

let list: ThreadList | undefined;

function threadList(system: System): ThreadList {
  list ??= new ThreadList(system);
  return list;
}

/** A thread can only be told what to keep of what it has. */
function refuseDivergedCapabilities(threads: readonly Thread[]): void {
  const other = threads.find(({ capabilities }) => capabilities !== threads[0]?.capabilities);
  if (other === undefined) return;
  throw new LockdownError(
    "THREADS_UNREACHABLE",
    `Cannot take capabilities from every thread: thread ${other.id} has others than the rest`,
    {
      remedy: "Call lockdown() before any " +
        'thread changes its own, or pass threads: "reexec". Nothing was applied',
    },
  );
}
