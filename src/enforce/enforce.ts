import type { Runtime } from "../../runtimes/runtime.ts";
import { LockdownError } from "../errors.ts";
import { masksOf, RESTRICT } from "../landlock/abi.ts";
import { createRuleset, restrictSelf } from "../landlock/calls.ts";
import { makeDirectories, openPath } from "../system/files.ts";
import { E2BIG, type System, SystemCallError } from "../system/system.ts";
import type { ResolvedOptions } from "../translate/options.ts";
import type { ThreadsReport } from "../translate/report.ts";
import type { Plan } from "../translate/translate.ts";
import { broadcast, obstacleToBroadcast } from "./broadcast.ts";
import { type Restart, restart } from "./restart.ts";
import { ThreadList } from "./threads.ts";

/** Puts a plan in force on every thread of this process, or throws.
 *
 * All that can fail is tried before the first thread is restricted. Does not return when the program is started
 * again inside the domain.
 *
 * @throws LockdownError
 */
export function enforce(
  system: System,
  runtime: Runtime,
  plan: Plan,
  options: ResolvedOptions,
  again: Restart,
): ThreadsReport {
  checkMainThread(system);
  const threads = threadList(system);
  const described = threads.ids().ids.map((id) => threads.describe(id)).filter((thread) =>
    thread !== undefined
  );
  for (const path of plan.create) makeDirectories(system, path);
  const ruleset = createRuleset(system, plan.ruleset);
  const { abi } = plan.report.kernel;
  const known = masksOf(abi).restrict;
  const flags = options.log ? known & RESTRICT.LOG_NEW_EXEC_ON : 0;
  try {
    keepProcAlive(system);
    if (options.threads === "reexec") {
      restart(system, plan, again, () => restrict(system, ruleset, flags, abi));
    }
    if ((known & RESTRICT.TSYNC) !== 0) {
      restrict(system, ruleset, flags | RESTRICT.TSYNC, abi);
      return { method: "tsync", count: described.length };
    }
    const obstacle = obstacleToBroadcast(system, runtime, described);
    if (obstacle !== undefined) restart(system, plan, again, () => restrict(system, ruleset, flags, abi));
    const restrictMain = () => restrict(system, ruleset, flags, abi);
    return {
      method: "signal",
      count: broadcast({ system, runtime, threads, described, ruleset, flags, restrictMain }),
    };
  } finally {
    system.attempt("close", ruleset);
  }
}

function restrict(system: System, ruleset: number, flags: number, abi: number): void {
  try {
    restrictSelf(system, ruleset, flags, abi);
  } catch (error) {
    if (!(error instanceof SystemCallError) || error.errno !== E2BIG) throw error;
    throw new LockdownError(
      "TOO_MANY_LAYERS",
      "Cannot restrict this process further: the kernel's 16 Landlock layers are in force already. Call lockdown() " +
        "fewer times, or with all restrictions at once. Nothing was applied",
      { cause: error },
    );
  }
}

/** A domain set from a Worker would leave the main thread to be restricted by signal, in the midst of whatever
 * it does, and two Workers could do it at the same time. */
function checkMainThread(system: System): void {
  if (system.attempt("gettid") === system.attempt("getpid")) return;
  throw new LockdownError(
    "NOT_MAIN_THREAD",
    "Cannot restrict the process from inside a Worker: call lockdown() on the main thread. It covers every Worker",
  );
}

let list: ThreadList | undefined;

function threadList(system: System): ThreadList {
  list ??= new ThreadList(system);
  return list;
}

let procIsKept = false;

/** Keeps this process's folder in `/proc` in memory. A rule binds an inode, and procfs makes a new one for the
 * same folder when the old one has been evicted; an open descriptor prevents that. It is never closed. */
function keepProcAlive(system: System): void {
  if (procIsKept) return;
  openPath(system, "/proc/self");
  procIsKept = true;
}
