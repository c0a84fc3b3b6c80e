import type { Architecture } from "../linux/architecture.ts";
import type { OwnPaths } from "../flags/own_paths.ts";
import {
  type ActName,
  type Closing,
  closingFor,
  closureOf,
  gapsOf,
  limitsOf,
  type OpenAct,
} from "../acts/catalogue.ts";
import { FS, masksOf, NET, NEWEST_ABI, SCOPE } from "../landlock/abi.ts";
import { ERRATUM_SIGNAL_BETWEEN_THREADS, isFixed, type KernelInfo } from "../landlock/kernel.ts";
import { lower, type Ruleset } from "../landlock/ruleset.ts";
import type { PermissionSet } from "../permissions/permission_set.ts";
import { quote } from "../text.ts";
import { compileFilter } from "../seccomp/compile.ts";
import type { Instruction } from "../seccomp/instruction.ts";
import { translateBaseline } from "./baseline.ts";
import type { SettledDecision } from "./decision.ts";
import { type Requested, translateEntries } from "./entries.ts";
import { evidenceOf } from "./exactness.ts";
import { withIdentities } from "./identities.ts";
import type { Lookup } from "../linux/lookup.ts";
import { settle } from "./mechanisms.ts";
import type { ResolvedOptions } from "./options.ts";
import type { Need, PlannedPathRule, PlannedPortRule } from "./origin.ts";
import { pinsOf } from "./pins.ts";
import { RuleTable } from "./rule_table.ts";

/** How every thread comes into the domain. */
export type ThreadMethod = "tsync" | "signal" | "reexec" | "child";

/** The process and machine a plan is for. */
export interface Surroundings {
  readonly lookup: Lookup;
  readonly kernel: KernelInfo;
  /** How threads will come into the domain; `child` for a plan that a new process applies to itself. */
  readonly method: ThreadMethod;
  readonly architecture: Architecture;
  readonly ownPaths: OwnPaths;
  /** Whether a terminal is among the standard streams, or may be among a child's. */
  readonly mayHaveTerminal: boolean;
  /** Whether the process belongs to root: its own files in /proc stay open to it once it is not dumpable. */
  readonly isRoot: boolean;
  /** Values of PATH and LD_LIBRARY_PATH. */
  readonly searchPath: string | undefined;
  readonly libraryPath: string | undefined;
  readonly filtering: Filtering;
}

/** Facts about the machine and the process that filters depend on. */
export interface Filtering {
  /** Whether the kernel takes one from us. */
  readonly available: boolean;
  /** Whether the process has an io_uring ring, which it will go on using. */
  readonly ringOpen: boolean;
  /** Whether folders are granted for writing that the permissions do not name. */
  readonly temporary: boolean;
}

/** Everything decided, nothing applied. The report is made from it by `reportOf`. */
export interface Plan {
  readonly kernel: KernelInfo;
  readonly permissions: PermissionSet;
  /** Whether it is for a new process. */
  readonly isChild: boolean;
  /** For the kernel at hand, see `lower`; each rule with what it was made for. */
  readonly ruleset: Ruleset<PlannedPathRule, PlannedPortRule>;
  /** Requested access that needs no rule, because other rules grant it. */
  readonly covered: readonly PlannedPathRule[];
  /** The seccomp filter; `undefined` where there is nothing for it to close. */
  readonly filter: readonly Instruction[] | undefined;
  /** Acts that the filter closes. */
  readonly closed: readonly ActName[];
  /** The decision about each entry. */
  readonly decisions: readonly SettledDecision[];
  /** Access allowed without an entry. */
  readonly needs: readonly Need[];
  /** Acts that stay possible and would not on a newer kernel, or with other grants. */
  readonly gaps: readonly OpenAct[];
  /** Acts that stay possible on every kernel. */
  readonly limits: readonly OpenAct[];
  /** Remarks a user should read. */
  readonly notes: readonly string[];
  /** Directories to make before the rules are added, with `missing: "create"`. */
  readonly create: readonly string[];
  /** Whether this process is to be kept out of reach of what it starts. */
  readonly hidesMemory: boolean;
}

/** Decides what to restrict. Looks at the file system, changes nothing.
 *
 * @param notes remarks to begin with
 * @throws LockdownError `PATH_NOT_FOUND`, `PROGRAM_NOT_FOUND`, `TOO_MANY_RULES`
 */
export function plan(
  permissions: PermissionSet,
  options: ResolvedOptions,
  around: Surroundings,
  notes: readonly string[] = [],
): Plan {
  const { kernel, lookup, method } = around;
  const isChild = method === "child";
  const rules = new RuleTable();
  const requested = translateEntries(permissions, options, around, rules);
  const baseline = addBaseline(permissions, requested, options, around, rules);
  const wanted = rulesetOf(rules, requested, options, lookup);
  const { ruleset, lost } = lower(wanted, kernel.abi);
  const scoped = usableScopes(ruleset.scoped, around);
  const closing = closingOf(permissions, requested, options, around);
  const { closed } = closing;
  const hidesMemory = !isChild && closed.includes("tracing");

  const evidence = evidenceOf(wanted.paths, requested.mounts, hidesMemory && !around.isRoot, lookup);
  const means = { kernel, closed, isChild };
  const isHere = ({ permission }: OpenAct) => permission === "scope" || isLimited(permissions[permission]);
  return {
    kernel,
    permissions,
    isChild,
    ruleset: { ...ruleset, scoped },
    covered: lower({ ...wanted, paths: rules.covered() }, kernel.abi).ruleset.paths,
    filter: filterOf(closed, around.architecture),
    closed,
    decisions: requested.judge(evidence, isChild).map((decision) => settle(decision, means)),
    needs: [...baseline.needs, ...requested.needs],
    gaps: [...gapsOf(lost, closed), ...scopeGaps(ruleset.scoped, scoped), ...looseGaps(baseline.loose)],
    limits: limitsOf(closing, isChild).filter(isHere),
    notes: [...notes, ...siblingNotes(method, scoped), ...baseline.notes],
    create: requested.create,
    hidesMemory,
  };
}

function addBaseline(
  permissions: PermissionSet,
  { expanded, mounts }: Requested,
  options: ResolvedOptions,
  around: Surroundings,
  rules: RuleTable,
): Pick<ReturnType<typeof translateBaseline>, "needs" | "loose" | "notes"> {
  if (!options.baseline) return { needs: [], loose: [], notes: [] };
  const input = {
    ...around,
    connects: permissions.net.allowAll || permissions.net.allow.some(({ kind }) => kind === "host"),
    starts: around.method === "reexec" || around.method === "child",
    unreadable: expanded.read.deny,
    unwritable: expanded.write.deny,
    pins: pinsOf(rules.rules(), mounts),
  };
  return translateBaseline(input, around.lookup, rules);
}

/** Rights restricted on the newest known kernel. */
function rulesetOf(
  rules: RuleTable,
  { net, allowed, mounts }: Requested,
  options: ResolvedOptions,
  lookup: Lookup,
): Ruleset<PlannedPathRule, PlannedPortRule> {
  return {
    handledFs: masksOf(NEWEST_ABI).fs & ~(net.handlesSockets ? 0n : FS.RESOLVE_UNIX),
    handledNet: net.handled,
    scoped: (options.scopeAbstract ? SCOPE.ABSTRACT_UNIX_SOCKET : 0n) |
      (options.scopeSignals ? SCOPE.SIGNAL : 0n),
    paths: withIdentities(rules.rules(), allowed, lookup, mounts),
    ports: net.ports,
  };
}

function closingOf(
  permissions: PermissionSet,
  { net }: Requested,
  { filter, scopeAbstract }: ResolvedOptions,
  { kernel: { abi }, method, filtering }: Surroundings,
): Closing {
  return closingFor({
    permissions,
    abi,
    handledNet: net.handled,
    handlesSockets: net.handlesSockets,
    listens: net.ports.some(({ access }) => (access & NET.BIND_TCP) !== 0n),
    scopesAbstract: scopeAbstract,
    executes: method === "child" || method === "reexec",
    ringOpen: filtering.ringOpen,
    temporary: filtering.temporary,
    isOn: (name) => filter !== false && (filter as Readonly<Record<string, boolean>>)[name] !== false,
  }, filtering.available && abi > 0);
}

/** The filter that closes all these; `undefined` if there is nothing to close. */
function filterOf(closed: readonly ActName[], architecture: Architecture): Instruction[] | undefined {
  if (closed.length === 0) return undefined;
  return compileFilter(closed.flatMap((name) => closureOf(name).refusals), architecture);
}

/** Before ABI 8 each thread restricts itself and gets a domain of its own: there a kernel without the fix for erratum 2
 * would keep the runtime's threads from signalling each other. */
function usableScopes(scoped: bigint, { kernel, method }: Surroundings): bigint {
  const breaksThreads = method === "signal" && !isFixed(kernel, ERRATUM_SIGNAL_BETWEEN_THREADS);
  return breaksThreads ? scoped & ~SCOPE.SIGNAL : scoped;
}

function scopeGaps(possible: bigint, used: bigint): OpenAct[] {
  return possible === used ? [] : [SIGNAL_GAP];
}

const SIGNAL_GAP: OpenAct = {
  permission: "scope",
  act:
    "sending signals to other processes of the same user: this kernel's scope would also stop the runtime's own " +
    "threads from signalling each other (Landlock erratum 2, fixed in Linux 6.12.24)",
  abi: 8,
};

/** For paths of the baseline what `allow` entries say of theirs. */
function looseGaps(paths: readonly string[]): OpenAct[] {
  if (paths.length === 0) return [];
  const names = paths.slice(0, 3).map(quote).join(", ");
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
  return [{
    permission: "read",
    act:
      `reading, at a later start, what has been put in the place of ${names}${more}, which this program needs and can ` +
      "replace: deny writing there, or grant reading there",
  }];
}

function siblingNotes(method: ThreadMethod, scoped: bigint): string[] {
  return method === "signal" && scoped !== 0n ? [SIBLING_NOTE] : [];
}

const SIBLING_NOTE =
  "On this kernel each thread has a Landlock domain of its own: a Worker made before lockdown and the " +
  "main thread cannot signal each other's children or reach each other's abstract sockets";

function isLimited({ allowAll, deny }: { allowAll: boolean; deny: readonly unknown[] }): boolean {
  return !allowAll || deny.length > 0;
}
