/** Deno's permission flags, enforced by the Linux kernel: for every thread of a Deno, Bun or Node process and for
 * every native program it starts.
 *
 * @example
 * ```ts
 * import { lockdown } from "landlockdown";
 *
 * const report = lockdown({ read: ["."], run: ["true"] });
 * console.log(report.toString());
 * ```
 *
 * @module
 */
import "./src/sandbox/sealed_tables.ts";

export { type ErrorDetails, LockdownError, type LockdownErrorCode, type Remedy } from "./src/errors.ts";
export type { KernelInfo } from "./src/landlock/kernel.ts";
export { explain, type ExplainedPlan, type ExplainedRule, kernel } from "./src/sandbox/explain.ts";
export { lockdown } from "./src/sandbox/lockdown.ts";
export { formatFlags, type FormatFlagsOptions } from "./src/flags/format_flags.ts";
export { parseFlags } from "./src/flags/parse_flags.ts";
export type {
  HidingPermission,
  Permission,
  PermissionName,
  Permissions,
  PermissionValue,
} from "./src/permissions/permissions.ts";
export type { PresetOptions } from "./src/presets/preset.ts";
export { type Preset, type Presets, presets } from "./src/presets/presets.ts";
export type { ExecResult } from "./src/sandbox/exec_result.ts";
export { Sandbox } from "./src/sandbox/sandbox.ts";
export type { ArgvOptions, ExecFileOptions, SandboxOptions } from "./src/sandbox/sandbox_options.ts";
export type { FilterOptions } from "./src/acts/filter_options.ts";
export type { LockdownOptions, ScopeOptions } from "./src/plan/options.ts";
export type { Missing } from "./src/plan/path_entries.ts";
export type { PrintableReport } from "./src/sandbox/print_report.ts";
export type { OpenAct as GapReport } from "./src/acts/catalogue.ts";
export type { Fidelity, Mechanism, Status } from "./src/plan/decision.ts";
export type { Need as BaselineReport } from "./src/plan/origin.ts";
export type {
  ClosureReport,
  GrantReport,
  PermissionSummary,
  Report,
  ThreadsReport,
} from "./src/plan/report.ts";
