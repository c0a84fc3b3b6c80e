import { ownData } from "../javascript/builtins.ts";
import { context } from "../context.ts";
import { expectedMethod } from "../enforce/method.ts";
import { namesOf } from "../landlock/abi.ts";
import { type KernelInfo, queryKernel } from "../landlock/kernel.ts";
import type { Ruleset } from "../landlock/ruleset.ts";
import { requestedPermissions } from "../flags/own_permissions.ts";
import { parsePermissions } from "../permissions/permission_set.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { planHere } from "../plan/plan_here.ts";
import { reportOf } from "../plan/report.ts";
import { claimPublicCall } from "../javascript/public_call.ts";
import { listFilter } from "../seccomp/listing.ts";
import { pathReading } from "../plan/path_reading.ts";
import { type LockdownOptions, resolveOptions } from "../plan/options.ts";
import { printable, type PrintableReport } from "./print_report.ts";

const publicCall = claimPublicCall();

/** A plan as {@linkcode explain} returns it. */
export interface ExplainedPlan {
  /** Paths and what is allowed beneath them, in the kernel's names of access rights. */
  readonly rules: readonly ExplainedRule[];
  /** The seccomp filter, a line for each instruction; empty where there is nothing for it to close. */
  readonly filter: readonly string[];
  /** What became of each entry, on this kernel. */
  readonly report: PrintableReport;
}

/** One rule in the kernel's words. */
export interface ExplainedRule {
  /** A canonical path, or a port. */
  readonly subject: string | number;
  /** Names of access rights, for example `read_file`. */
  readonly access: readonly string[];
}

/** The plan for this kernel and its report, with nothing applied.
 *
 * @param granted as for {@linkcode lockdown}
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
export function explain(granted?: Permissions, options?: LockdownOptions): ExplainedPlan {
  const { length } = arguments;
  const given = ownData(granted);
  const chosen = ownData(options);
  return publicCall(() => planFor(given, chosen, length));
}

/** @param length how many arguments there were */
function planFor(
  given: Permissions | undefined,
  options: LockdownOptions | undefined,
  length: number,
): ExplainedPlan {
  // A flag may name what does not exist, the runtimes take that too
  const resolved = resolveOptions(given === undefined ? { missing: "skip", ...options } : options);
  const here = context();
  const { permissions, notes, literal } = requestedPermissions(given, length, here);
  const kernel = queryKernel(here.system);
  using planned = planHere(here, {
    permissions: parsePermissions(permissions, pathReading(here, literal)),
    options: resolved,
    kernel,
    method: expectedMethod(kernel, resolved.threads),
    notes,
  });
  const { ruleset, filter } = planned.plan;
  const listing = filter === undefined ? [] : listFilter(filter, here.runtime.architecture);
  return { rules: explainRules(ruleset), filter: listing, report: printable(reportOf(planned.plan)) };
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
  return publicCall(() => queryKernel(context().system));
}

function explainRules(ruleset: Ruleset): ExplainedRule[] {
  return [
    ...ruleset.paths.map(({ path, access }) => ({ subject: path, access: namesOf("fs", access) })),
    ...ruleset.ports.map(({ port, access }) => ({ subject: port, access: namesOf("net", access) })),
  ];
}
