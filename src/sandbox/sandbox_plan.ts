import { systemLookup } from "../linux/lookup.ts";
import { everyPlace, readMounts } from "../plan/mounts.ts";
import { type Context, context } from "../context.ts";
import { masksOf, RESTRICT } from "../landlock/abi.ts";
import { landlockUnavailable, queryKernel } from "../landlock/kernel.ts";
import type { LauncherPathRule, LauncherPlan } from "../launcher/policy.ts";
import { openFolderMaking } from "../linux/folders.ts";
import { isWithin } from "../linux/paths.ts";
import type { FileIdentity } from "../linux/status.ts";
import { parsePermissions } from "../permissions/permission_set.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { type LockdownOptions, type ResolvedOptions, resolveOptions } from "../plan/options.ts";
import { pathReading } from "../plan/path_reading.ts";
import { READ, WRITE } from "../plan/paths.ts";
import type { Plan } from "../plan/plan.ts";
import { type ChildTraits, type OpenPlan, planHere } from "../plan/plan_here.ts";
import { type Report, reportOf } from "../plan/report.ts";
import { encodeInstructions } from "../seccomp/instruction.ts";
import { childEnvironment } from "./child_environment.ts";
import { SharedRuleset } from "./shared_ruleset.ts";
import { refuseInexact } from "./strict.ts";

/** Decisions a Sandbox makes once, for every command it starts. */
export interface SandboxPlan {
  readonly report: Report;
  /** For children that get it among their streams; `undefined` where none is to be shared, there is no Landlock, or it
   * does not pay. */
  readonly ruleset: SharedRuleset | undefined;
  /** Whether a child may change a canonical path. */
  isWritable(path: string): boolean;
  /** The plan of a launcher.
   *
   * @param temporary a folder of the child's own, granted and named in TMPDIR
   * @param closeFrom the first descriptor the child does not get
   * @param channel whether it gets a channel to a parent that uses `fork()`
   * @param ruleset the descriptor under which the child finds the shared ruleset; without one it builds its own
   */
  launcherPlan(options: ChildOptions): LauncherPlan;
}

/** A folder of a child's own. */
export interface TemporaryFolder {
  /** Its canonical path. */
  readonly path: string;
  /** The folder that is granted, whatever has taken its place when the launcher runs. */
  readonly identity: FileIdentity;
}

/** Options that differ from child to child; see {@linkcode SandboxPlan.launcherPlan}. */
export interface ChildOptions {
  readonly temporary?: TemporaryFolder | undefined;
  readonly closeFrom: number;
  readonly channel: boolean;
  readonly ruleset?: number | undefined;
}

/** Plans for children, on this machine, with everything looked up now.
 *
 * @param children what is known of them, whether a ruleset is to be made that they share, and whether paths are names and
 * nothing else, as in a runtime's own flags
 * @throws LockdownError, TypeError, RangeError as `lockdown()` does
 */
export function planSandbox(
  permissions: Permissions,
  options: LockdownOptions,
  children: ChildTraits & { readonly shareRuleset?: boolean; readonly literalPaths?: boolean } = {},
): SandboxPlan {
  const resolved = resolveOptions(options);
  const here = context();
  const set = parsePermissions(permissions, pathReading(here, children.literalPaths ?? false));
  const kernel = queryKernel(here.system);
  if (kernel.abi === 0 && !resolved.acceptNoLandlock) throw landlockUnavailable(kernel);
  const planWith = (options: ResolvedOptions): OpenPlan => {
    const planned = planHere(here, { permissions: set, options, kernel, method: "child", children });
    if (resolved.compat === "strict") refuseInexact(planned.plan);
    return planned;
  };
  using planned = planWith(resolved);
  const { plan } = planned;
  for (const path of plan.create) {
    here.system.attempt("close", openFolderMaking(here.system, path, "refuse"));
  }
  const { ruleset } = plan;
  // Nothing is made where children may have put symbolic links since
  const later = { ...resolved, missing: resolved.missing === "create" ? "error" : resolved.missing } as const;
  const shares = children.shareRuleset === true && kernel.abi > 0 &&
    ruleset.paths.length >= here.runtime.handsOnRulesetsFrom;
  return {
    report: reportOf(plan),
    ruleset: shares ? new SharedRuleset(here.system, plan, () => planWith(later)) : undefined,
    isWritable(path) {
      using lookup = systemLookup(here.system);
      const mounts = readMounts(lookup);
      return ruleset.paths.some((rule) =>
        (rule.access & ruleset.handledFs & WRITE) !== 0n &&
        everyPlace([rule.path], mounts).some((place) => isWithin(path, place))
      );
    },
    launcherPlan: (child) => launcherPlan(child, plan, permissions.env !== undefined, resolved.log, here),
  };
}

function launcherPlan(
  { temporary, closeFrom, channel, ruleset: descriptor }: ChildOptions,
  { kernel, ruleset, filter, permissions: { env } }: Plan,
  namesVariables: boolean,
  log: boolean,
  { runtime }: Context,
): LauncherPlan {
  const rights = (access: bigint) => access & ruleset.handledFs;
  const passesHome = !namesVariables || env.allowAll || env.allow.some(({ text }) => text === "HOME");
  const home = homeFor(runtime.environment("HOME"), temporary?.path, ruleset.paths, rights(READ));
  const variables = {
    ...(home === undefined || !passesHome ? {} : { HOME: home }),
    ...(temporary === undefined ? {} : { TMPDIR: temporary.path, TMP: temporary.path, TEMP: temporary.path }),
  };
  const environment = childEnvironment(env, namesVariables, variables);
  const own = temporary === undefined ? [] : [{ ...temporary, access: rights(READ | WRITE) }];
  const restrictFlags = masksOf(kernel.abi).restrict & (log ? RESTRICT.LOG_NEW_EXEC_ON : 0);
  return {
    landlock: kernel.abi === 0
      ? { kind: "none" }
      : descriptor === undefined
      ? { kind: "build", restrictFlags, ruleset: { ...ruleset, paths: [...ruleset.paths, ...own] } }
      : { kind: "prebuilt", restrictFlags, descriptor },
    environment: channel ? { ...environment, pass: [...environment.pass, "NODE_CHANNEL_*"] } : environment,
    closeFrom,
    ...(filter === undefined ? {} : { filter: encodeInstructions(filter) }),
  };
}

/** Where the child's HOME points: to the real one if any of it may be read, else to the child's own folder, else to
 * a path that does not exist. A HOME that exists and cannot be read makes programs fail that could do without. */
function homeFor(
  home: string | undefined,
  temporary: string | undefined,
  rules: readonly LauncherPathRule[],
  read: bigint,
): string | undefined {
  const readable = home === undefined ||
    rules.some(({ path, access }) => (access & read) !== 0n && isWithin(home, path));
  return readable ? undefined : temporary ?? "/nonexistent";
}
