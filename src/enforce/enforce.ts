import type { Runtime } from "../../runtimes/runtime.ts";
import { LockdownError } from "../errors.ts";
import { masksOf, RESTRICT } from "../landlock/abi.ts";
import { createRuleset, restrictSelf } from "../landlock/calls.ts";
import { setCapabilities } from "../linux/capabilities.ts";
import { E2BIG, errnoName } from "../linux/errno.ts";
import { openFolderMaking } from "../linux/folders.ts";
import { type System, SystemCallError } from "../linux/system.ts";
import type { Plan } from "../plan/plan.ts";
import type { ThreadsReport } from "../plan/report.ts";
import { installFilter } from "../seccomp/install.ts";
import type { Instruction } from "../seccomp/instruction.ts";
import { broadcast } from "./broadcast.ts";
import { hideMemory } from "./hide_memory.ts";
import type { Readiness } from "./method.ts";
import { keepProcRules } from "./proc_rules.ts";
import { type Restart, restart } from "./restart.ts";
import type { Thread } from "./threads.ts";

/** What {@linkcode enforce} puts in force, and how. */
export interface Enforcement {
  readonly plan: Plan;
  readonly readiness: Readiness;
  /** Whether the audit log shows denials of programs started later. */
  readonly log: boolean;
  readonly restart: Restart;
}

/** Puts a plan in force on every thread of this process, or throws.
 *
 * All that can fail is tried before the first thread is restricted. Does not return when the program is started
 * again inside the domain.
 *
 * @throws LockdownError
 */
export function enforce(system: System, runtime: Runtime, enforcement: Enforcement): ThreadsReport {
  const { plan, readiness: { method, threads, described, capabilities } } = enforcement;
  const { filter } = plan;
  if (filter !== undefined && method !== "reexec") refuseDivergedFilters(described);
  for (const path of plan.create) {
    system.attempt("close", openFolderMaking(system, path, "refuse"));
  }
  const ruleset = createRuleset(system, plan.ruleset);
  const { abi } = plan.kernel;
  const flags = enforcement.log ? masksOf(abi).restrict & RESTRICT.LOG_NEW_EXEC_ON : 0;
  const restrictMain = () => {
    restrict(system, ruleset, flags, abi);
    if (capabilities !== undefined) setCapabilities(system, capabilities);
  };
  try {
    keepProcRules(system, plan.ruleset.paths.map((rule) => rule.path));
    if (method === "reexec") {
      restart(system, plan, enforcement.restart, () => {
        restrictMain();
        if (filter !== undefined) filterThreads(system, filter, "calling");
      });
    }
    let count = described.length;
    const others = { system, runtime, threads, described, flags, capabilities };
    if (method === "signal") count = broadcast({ ...others, ruleset, restrictMain });
    else {
      restrict(system, ruleset, flags | RESTRICT.TSYNC, abi);
      if (capabilities !== undefined) {
        const dropMain = () => setCapabilities(system, capabilities);
        count = broadcast({ ...others, ruleset: undefined, restrictMain: dropMain });
      }
    }
    // Last: of the two Landlock can fail although all was checked, when its layers are used up, and does so first
    if (filter !== undefined) filterThreads(system, filter, "all");
    if (plan.hidesMemory) hideMemory(system, runtime);
    return { method, count };
  } finally {
    system.attempt("close", ruleset);
  }
}

/** The kernel takes a filter for all threads only if none has one that the calling thread does not have. */
function refuseDivergedFilters(threads: readonly Thread[]): void {
  const other = threads.find(({ filters }) => filters !== threads[0]?.filters);
  if (other === undefined) return;
  throw new LockdownError(
    "THREADS_UNREACHABLE",
    `Cannot install a seccomp filter on every thread: thread ${other.id} has ${other.filters} of its own and others ` +
      `have ${threads[0]?.filters}`,
    {
      remedy: 'Call lockdown() before any thread installs one, pass threads: "reexec", or do without: ' +
        "filter: false. Nothing was applied",
    },
  );
}

function filterThreads(system: System, filter: readonly Instruction[], threads: "calling" | "all"): void {
  try {
    installFilter(system, filter, threads);
  } catch (error) {
    if (!(error instanceof SystemCallError)) throw error;
    throw new LockdownError(
      "MIXED_STATE",
      `Cannot install the seccomp filter: ${errnoName(error.errno)}. The Landlock rules are in force already`,
      { remedy: "End this process", cause: error },
    );
  }
}

function restrict(system: System, ruleset: number, flags: number, abi: number): void {
  try {
    restrictSelf(system, ruleset, flags, abi);
  } catch (error) {
    if (!(error instanceof SystemCallError) || error.errno !== E2BIG) throw error;
    throw new LockdownError(
      "TOO_MANY_LAYERS",
      "Cannot restrict this process further: the kernel's 16 Landlock layers are in force already",
      {
        remedy: "Call lockdown() fewer times, or with all restrictions at once. Nothing was applied",
        cause: error,
      },
    );
  }
}
