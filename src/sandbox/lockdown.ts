import { ownData } from "../javascript/builtins.ts";
import { type Context, context } from "../context.ts";
import { enforce } from "../enforce/enforce.ts";
import { hideMemory } from "../enforce/hide_memory.ts";
import { prepareThreads } from "../enforce/method.ts";
import { keepProcRules } from "../enforce/proc_rules.ts";
import { type Restart, resume, type Stage } from "../enforce/restart.ts";
import { countThreads } from "../enforce/threads.ts";
import { inexactText, LINE_VARIABLES } from "./inexact_lines.ts";
import { landlockUnavailable, queryKernel } from "../landlock/kernel.ts";
import { requestedPermissions } from "../flags/own_permissions.ts";
import { parsePermissions, type PermissionSet } from "../permissions/permission_set.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { planHere } from "../plan/plan_here.ts";
import { reportOf } from "../plan/report.ts";
import { claimGivingBack, claimPublicCall } from "../javascript/public_call.ts";
import { isTerminal } from "../linux/terminal.ts";
import { refuseInexact } from "./strict.ts";
import { pathReading } from "../plan/path_reading.ts";
import { type LockdownOptions, type ResolvedOptions, resolveOptions } from "../plan/options.ts";
import { printable, type PrintableReport } from "./print_report.ts";

const publicCall = claimPublicCall();
const giveBack = claimGivingBack();

/** Confines this process and everything it starts to what is granted: synchronous, irrevocable, for every thread.
 *
 * Reaches every thread of the process whatever the kernel: by `LANDLOCK_RESTRICT_SELF_TSYNC` on Landlock ABI 8
 * (Linux 7.0) and later, by a signal before. May be called again to grant less, up to the kernel's 16 layers.
 *
 * @param granted what is granted; all else is denied. Left out, it is what the runtime's own flags grant: those of
 * Deno, those of Node's `--permission`, or either kind on Bun's command line. Flags that allow everything are an error
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
export function lockdown(granted?: Permissions, options?: LockdownOptions): PrintableReport {
  const { length } = arguments;
  const given = ownData(granted);
  const chosen = ownData(options);
  let text = "";
  const report = publicCall(() => {
    const teller = chosen?.tell === true ? prepareToTell() : undefined;
    const report = confine(given, chosen, length);
    text = teller?.(report) ?? "";
    return report;
  });
  // Not by a file: Deno would ask for a permission
  if (text !== "") console.error(text.trimEnd());
  return report;
}

/** Asks beforehand for what decides about the lines: afterwards it may be out of reach. */
function prepareToTell(): (report: PrintableReport) => string {
  const { runtime, system } = context();
  const variables = new Map(LINE_VARIABLES.map((name) => [name, runtime.environment(name)]));
  const terminal = isTerminal(system, 2);
  return (report) => inexactText(report, (name) => variables.get(name), terminal);
}

/** @param length how many arguments there were */
function confine(
  given: Permissions | undefined,
  options: LockdownOptions | undefined,
  length: number,
): PrintableReport {
  const here = context();
  const { runtime, system } = here;
  const request = parse(given, options, length, here);
  const resumed = resume(system, request);
  if (resumed !== undefined) return continueInside(resumed, request, here);

  const kernel = queryKernel(system);
  const { compat, acceptNoLandlock, threads } = request.options;
  if (kernel.abi === 0 && !acceptNoLandlock) throw landlockUnavailable(kernel);
  const readiness = kernel.abi === 0 ? undefined : prepareThreads(system, runtime, kernel, threads);
  using planned = planHere(here, { ...request, kernel, method: readiness?.method ?? "signal" });
  const { plan } = planned;
  if (readiness === undefined) return printable(reportOf(plan));
  if (compat === "strict") refuseInexact(plan);
  const { log } = request.options;
  const covered = enforce(system, runtime, { plan, readiness, log, restart: request });
  return printable(reportOf(plan, { threads: covered, notes: dropForeignFunctions(request, here) }));
}

/** Arguments of a call. */
interface Request extends Restart {
  readonly permissions: PermissionSet;
  readonly options: ResolvedOptions;
  readonly notes: readonly string[];
}

function parse(
  given: Permissions | undefined,
  options: LockdownOptions | undefined,
  length: number,
  here: Context,
): Request {
  // A flag may name what does not exist, the runtimes take that too
  const resolved = resolveOptions(given === undefined ? { missing: "skip", ...options } : options);
  const { permissions, notes, literal } = requestedPermissions(given, length, here);
  const reading = pathReading(here, literal);
  return {
    permissions: parsePermissions(permissions, reading),
    options: resolved,
    notes,
    request: JSON.stringify([permissions, options, reading.directory]),
  };
}

/** The program has been started again inside: what a new image of it lacks is done again. */
function continueInside(stage: Stage, request: Request, here: Context): PrintableReport {
  const { runtime, system } = here;
  if (stage.hidesMemory) hideMemory(system, runtime);
  keepProcRules(system, stage.paths);
  dropForeignFunctions(request, here);
  return printable({ ...stage.report, threads: { method: "reexec", count: countThreads(system) } });
}

/** Native code called through FFI is confined like all else, but the runtime's own layer would not be: give the
 * permission back unless the app wants it. */
function dropForeignFunctions({ permissions: { ffi } }: Request, { runtime }: Context): string[] {
  if (ffi.allowAll || ffi.allow.length > 0) return [];
  const dropped = giveBack(() => runtime.dropForeignFunctions());
  return dropped === undefined ? [] : [`${dropped} was given back, keep it with ffi: true`];
}
