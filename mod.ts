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
import "./src/sealed_tables.ts";

export { LockdownError, type LockdownErrorCode } from "./src/errors.ts";
export type { KernelInfo } from "./src/landlock/kernel.ts";
export { explain, type ExplainedPlan, type ExplainedRule, kernel } from "./src/explain.ts";
export { lockdown } from "./src/lockdown.ts";
export { formatFlags, type FormatFlagsOptions } from "./src/permissions/format_flags.ts";
export { parseFlags } from "./src/permissions/parse_flags.ts";
export type {
  HidingPermission,
  Permission,
  PermissionName,
  Permissions,
  PermissionValue,
} from "./src/permissions/permissions.ts";
export type { PresetOptions } from "./src/presets/preset.ts";
export { type Preset, type Presets, presets } from "./src/presets/presets.ts";
export type { ExecResult } from "./src/spawn/exec_result.ts";
export { Sandbox } from "./src/spawn/sandbox.ts";
export type { ArgvOptions, ExecFileOptions, SandboxOptions } from "./src/spawn/sandbox_options.ts";
export type { FilterOptions, LockdownOptions, ScopeOptions } from "./src/translate/options.ts";
export type { Missing } from "./src/translate/paths.ts";
export type { PrintableReport } from "./src/translate/print_report.ts";
export type {
  BaselineReport,
  ClosureReport,
  Fidelity,
  GapReport,
  GrantReport,
  Mechanism,
  PermissionSummary,
  Report,
  Status,
  ThreadsReport,
} from "./src/translate/report.ts";
