import { currentRuntime } from "../runtimes/mod.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import { LockdownError } from "./errors.ts";
import { enforce } from "./enforce/enforce.ts";
import { expectedMethod, prepareThreads, type ThreadMethod } from "./enforce/method.ts";
import { resume } from "./enforce/restart.ts";
import { countThreads } from "./enforce/threads.ts";
import { namesOf } from "./landlock/abi.ts";
import type { Ruleset } from "./landlock/ruleset.ts";
import { type KernelInfo, landlockUnavailable, queryKernel } from "./landlock/kernel.ts";
import { parsePermissions } from "./permissions/permission_set.ts";
import type { Permissions } from "./permissions/permissions.ts";
import { CAPABILITY, hasCapability } from "./system/capabilities.ts";
import { workingDirectory } from "./system/files.ts";
import { System } from "./system/system.ts";
import { systemLookup } from "./translate/lookup.ts";
import { type LockdownOptions, type ResolvedOptions, resolveOptions } from "./translate/options.ts";
import { printable, type PrintableReport } from "./translate/print_report.ts";
import { type Plan, translate } from "./translate/translate.ts";

/** A plan as {@linkcode explain} returns it. */
export interface ExplainedPlan {
  /** Paths and what is allowed beneath them, in the kernel's names of access rights. */
  readonly rules: readonly ExplainedRule[];
  /** What became of each entry, on this kernel. */
  readonly report: PrintableReport;
}

/** Confines this process and everything it starts to what is granted: synchronous, irrevocable, for every thread.
 *
 * Reaches every thread of the process whatever the kernel: by `LANDLOCK_RESTRICT_SELF_TSYNC` on Landlock ABI 8
 * (Linux 7.0) and later, by a signal before. May be called again to grant less, up to the kernel's 16 layers.
 *
 * @param permissions what is granted; all else is denied
 * @param options how strict, and what to do about missing paths
 * @returns entry by entry what is enforced; print it
 * @throws TypeError or RangeError for a wrong argument, before anything is applied
 * @throws LockdownError if it cannot be applied; see its `code`
 *
 * @example
 * ```ts
 * import { lockdown } from "landlockdown";
 *
 * const report = lockdown({ read: ["."], run: ["true"] });
 * console.log(report.toString());
 * ```
 */
export function lockdown(permissions: Permissions, options?: LockdownOptions): PrintableReport {
  const resolved = resolveOptions(options);
  const { runtime, system } = machine();
  const directory = workingDirectory(system);
  const set = parsePermissions(permissions, directory);
  const again = { request: JSON.stringify([permissions, options, directory]) };
  const resumed = resume(system, again);
  if (resumed !== undefined) {
    dropForeignFunctions(runtime, permissions);
    return printable({ ...resumed, threads: { method: "reexec", count: countThreads(system) } });
  }
  const kernel = queryKernel(system);
  if (kernel.abi === 0) {
    if (!resolved.acceptNoLandlock) throw landlockUnavailable(kernel);
    return printable(planFor(runtime, system, set, resolved, kernel, "signal").report);
  }
  const readiness = prepareThreads(system, runtime, kernel, resolved.threads);
  const plan = planFor(runtime, system, set, resolved, kernel, readiness.method);
  if (resolved.compat === "strict") refuseInexact(plan);

  const threads = enforce(system, runtime, { plan, readiness, log: resolved.log, restart: again });
  const dropped = dropForeignFunctions(runtime, permissions);
  return printable({ ...plan.report, applied: true, threads, notes: [...plan.report.notes, ...dropped] });
}

/** The plan for this kernel and its report, with nothing applied.
 *
 * @throws the same errors as {@linkcode lockdown} for permissions that cannot be planned
 *
 * @example
 * ```ts
 * import { explain } from "landlockdown";
 *
 * const { rules, report } = explain({ read: ["."], net: ["localhost:8443"] });
 * console.log(rules.length, report.permissions.net.status);
 * ```
 */
export function explain(permissions: Permissions, options?: LockdownOptions): ExplainedPlan {
  const resolved = resolveOptions(options);
  const { runtime, system } = machine();
  const set = parsePermissions(permissions, workingDirectory(system));
  const kernel = queryKernel(system);
  const plan = planFor(runtime, system, set, resolved, kernel, expectedMethod(kernel, resolved.threads));
  return { rules: explainRules(plan.ruleset), report: printable(plan.report) };
}

/** What this kernel offers.
 *
 * @example
 * ```ts
 * import { kernel } from "landlockdown";
 *
 * const { abi, errata } = kernel();
 * console.log(`Landlock ABI ${abi}, errata fixed: 0x${errata.toString(16)}`);
 * ```
 */
export function kernel(): KernelInfo {
  return queryKernel(machine().system);
}

let current: { runtime: Runtime; system: System } | undefined;

function machine(): { runtime: Runtime; system: System } {
  if (current === undefined) {
    const runtime = currentRuntime();
    current = { runtime, system: new System(runtime) };
  }
  return current;
}

function planFor(
  runtime: Runtime,
  system: System,
  set: ReturnType<typeof parsePermissions>,
  options: ResolvedOptions,
  kernel: KernelInfo,
  method: ThreadMethod,
): Plan {
  return translate(set, options, {
    lookup: systemLookup(system),
    kernel,
    method,
    architecture: runtime.architecture,
    ownPaths: runtime.ownPaths(),
    pid: system.call("getpid", "getpid"),
    privileged: hasCapability(system, CAPABILITY.PERFMON) || hasCapability(system, CAPABILITY.SYS_ADMIN),
    searchPath: runtime.environment("PATH"),
    libraryPath: runtime.environment("LD_LIBRARY_PATH"),
  });
}

/** With `compat: "strict"`: throws unless all that was said holds exactly, and all that was not is closed as far as
 * any kernel could. */
function refuseInexact({ report }: Plan): void {
  const grants = report.grants
    .filter(({ status, fidelity }) => status !== "enforced" && fidelity !== "not a kernel matter")
    .map(({ effect, permission, entry, reason }) => `${effect} ${permission} "${entry}": ${reason}`);
  const gaps = report.gaps.map(({ act, abi }) => `${act} would stay possible (closed from ABI ${abi})`);
  const problems = [...grants, ...gaps];
  if (problems.length === 0) return;
  throw new LockdownError(
    "NOT_ENFORCEABLE",
    `Cannot enforce this strictly on Landlock ABI ${report.kernel.abi}:\n${
      problems.map((problem) => `  ${problem}`).join("\n")
    }\nGrant it more widely, use a newer kernel, or accept it with compat: "best-effort". Nothing was applied`,
  );
}

/** Native code called through FFI is confined like all else, but the runtime's own layer would not be: give the
 * permission back unless the app wants it. */
function dropForeignFunctions(runtime: Runtime, { ffi }: Permissions): string[] {
  if (ffi !== undefined && ffi !== false) return [];
  const dropped = runtime.dropForeignFunctions();
  return dropped === undefined ? [] : [`${dropped} was given back, keep it with ffi: true`];
}

/** One rule in the kernel's words. */
export interface ExplainedRule {
  /** A canonical path, or a port. */
  readonly subject: string | number;
  /** Names of access rights, for example `read_file`. */
  readonly access: readonly string[];
}

function explainRules(ruleset: Ruleset): ExplainedRule[] {
  return [
    ...ruleset.paths.map(({ path, access }) => ({ subject: path, access: namesOf("fs", access) })),
    ...ruleset.ports.map(({ port, access }) => ({ subject: port, access: namesOf("net", access) })),
  ];
}
