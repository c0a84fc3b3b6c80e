import type { Runtime } from "../../runtimes/runtime.ts";
import { LockdownError } from "../errors.ts";
import { masksOf, RESTRICT } from "../landlock/abi.ts";
import { createRuleset, restrictSelf } from "../landlock/calls.ts";
import { makeDirectories } from "../system/files.ts";
import { E2BIG, type System, SystemCallError } from "../system/system.ts";
import type { ThreadsReport } from "../translate/report.ts";
import type { Plan } from "../translate/translate.ts";
import { broadcast } from "./broadcast.ts";
import type { Readiness } from "./method.ts";
import { keepProcRules } from "./proc_rules.ts";
import { type Restart, restart } from "./restart.ts";

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
  const { plan, readiness: { method, threads, described } } = enforcement;
  for (const path of plan.create) makeDirectories(system, path);
  const ruleset = createRuleset(system, plan.ruleset);
  const { abi } = plan.report.kernel;
  const flags = enforcement.log ? masksOf(abi).restrict & RESTRICT.LOG_NEW_EXEC_ON : 0;
  const restrictMain = () => restrict(system, ruleset, flags, abi);
  try {
    keepProcRules(system, plan.ruleset.paths.map((rule) => rule.path));
    if (method === "reexec") restart(system, plan, enforcement.restart, restrictMain);
    if (method === "tsync") {
      restrict(system, ruleset, flags | RESTRICT.TSYNC, abi);
      return { method, count: described.length };
    }
    return {
      method,
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
