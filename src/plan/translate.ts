import type { Architecture, OwnPaths } from "../../runtimes/runtime.ts";
import { FS, masksOf, NET, NEWEST_ABI, SCOPE } from "../landlock/abi.ts";
import { ERRATUM_SIGNAL_BETWEEN_THREADS, isFixed, type KernelInfo } from "../landlock/kernel.ts";
import { lower, type PathRule, type Ruleset } from "../landlock/ruleset.ts";
import type { NetEntry } from "../permissions/net_entry.ts";
import type { PermissionSet } from "../permissions/permission_set.ts";
import { PERMISSION_NAMES, type PermissionName } from "../permissions/permissions.ts";
import { isBaselineLibrary, translateBaseline } from "./baseline.ts";
import { libraryPath } from "./library_path.ts";
import type { Instruction } from "../seccomp/instruction.ts";
import {
  closureReports,
  type Filtering,
  filterOf,
  isClosed,
  isHeldByFilter,
  mechanismsOf,
  planFilter,
} from "./filter.ts";
import { gapsOf, limitsOf } from "./limits.ts";
import { lookFor, type Lookup } from "./lookup.ts";
import { translateNetwork } from "./network.ts";
import { quote } from "../permissions/text.ts";
import { type Mounts, readMounts } from "./mounts.ts";
import { isBeneath } from "../linux/paths.ts";
import { judgePaths, judgePrograms, judgeSockets, type SocketEntry } from "./exactness.ts";
import { expandGlobs, foldGlobs } from "./globs.ts";
import { movesOf } from "./moves.ts";
import { pinsOf } from "./pins.ts";
import { onKernel } from "./old_kernel.ts";
import type { ResolvedOptions } from "./options.ts";
import {
  canonicalPath,
  type PathOutcome,
  READ,
  type TranslatedPaths,
  translatePaths,
  WRITE,
} from "./paths.ts";
import { RUN, translatePrograms } from "./programs.ts";
import { programFiles } from "./program_files.ts";
import type {
  BaselineReport,
  GapReport,
  GrantReport,
  Mechanism,
  PermissionSummary,
  PlannedGrant,
  Report,
  Status,
} from "./report.ts";
import { RuleTable } from "./rule_table.ts";
import { secondNames } from "./second_names.ts";

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

/** Everything decided, nothing applied. */
export interface Plan {
  /** For the kernel at hand; see `lower`. */
  readonly ruleset: Ruleset;
  /** Which paths of its rules the permissions ask for; the others are there for the baseline alone. */
  readonly granted: ReadonlySet<string>;
  /** Directories to make before the rules are added, with `missing: "create"`. */
  readonly create: readonly string[];
  /** The seccomp filter; `undefined` where there is nothing for it to close. */
  readonly filter: readonly Instruction[] | undefined;
  /** Whether this process is to be kept out of reach of what it starts. */
  readonly hidesMemory: boolean;
  readonly report: Report;
}

/** Decides what to restrict and explains it. Looks at the file system, changes nothing.
 *
 * @throws LockdownError `PATH_NOT_FOUND`, `PROGRAM_NOT_FOUND`, `TOO_MANY_RULES`
 */
export function translate(permissions: PermissionSet, options: ResolvedOptions, around: Surroundings): Plan {
  const { lookup, kernel } = around;
  const rules = new RuleTable();
  const libraries = libraryPath(lookup, around.architecture, around.libraryPath);
  const isReadable = (path: string) => options.baseline && isBaselineLibrary(path);
  const expand = (permission: "read" | "write" | "ffi") =>
    expandGlobs(permission, permissions[permission], options.missing, lookup);
  const expanded = { read: expand("read"), write: expand("write"), ffi: expand("ffi") };
  const isWritable = writableIn(expanded.write.grants, lookup);
  const mounts = readMounts(lookup);

  const programs = translatePrograms(
    {
      run: permissions.run,
      searchPath: around.searchPath,
      write: permissions.write,
      missing: options.missing,
      isReadable,
      isWritable,
    },
    lookup,
    libraries,
    rules,
  );
  const net = translateNetwork(permissions.net, options.baseline, lookup, rules);
  const sockets = socketsOf(permissions.net, lookup);
  const restart = around.method === "reexec"
    ? allowRestart(lookup, libraries, isReadable, isWritable, rules)
    : { baseline: [], fixed: [] };
  const paths = { missing: options.missing, alwaysDenied: [], mounts, isChild: around.method === "child" };
  const read = translatePaths(
    { ...paths, permission: "read", grants: expanded.read.grants, rights: READ },
    lookup,
    rules,
  );
  const ffi = translatePaths(
    {
      ...paths,
      permission: "ffi",
      grants: { ...expanded.ffi.grants, allowAll: false },
      rights: FS.READ_FILE,
    },
    lookup,
    rules,
  );
  const write = translatePaths(
    {
      ...paths,
      permission: "write",
      grants: expanded.write.grants,
      rights: WRITE,
      alwaysDenied: [...programs.fixed, ...restart.fixed],
    },
    lookup,
    rules,
  );
  const granted = rules.paths();
  const { reports: baseline, loose, notes: baselineNotes } = options.baseline
    ? translateBaseline(
      {
        ...around,
        connects: permissions.net.allowAll || permissions.net.allow.some(({ kind }) => kind === "host"),
        starts: around.method === "reexec" || around.method === "child",
        unreadable: expanded.read.grants.deny,
        unwritable: expanded.write.grants.deny,
        pins: pinsOf(rules.rules()),
      },
      lookup,
      rules,
    )
    : { reports: [], loose: [], notes: [] };
  if (net.opensNames) {
    baseline.push({ subject: "port 53", access: "connect", reason: "looking up the granted host names" });
  }
  if (net.opensPickedPorts && (masksOf(kernel.abi).net & NET.BIND_UDP) !== 0n) baseline.push(PICKED_PORTS);
  baseline.push(...restart.baseline);

  const scoped = (options.scopeAbstract ? SCOPE.ABSTRACT_UNIX_SOCKET : 0n) |
    (options.scopeSignals ? SCOPE.SIGNAL : 0n);
  const wanted: Ruleset = {
    handledFs: masksOf(NEWEST_ABI).fs & ~(net.handlesSockets ? 0n : FS.RESOLVE_UNIX),
    handledNet: net.handled,
    scoped,
    paths: withIdentities(
      rules.rules(),
      [
        ...[read, write, ffi].flatMap(({ outcomes }) =>
          outcomes.filter(({ grant }) => grant.effect === "allow")
        ),
        ...sockets,
      ],
      lookup,
      mounts,
    ),
    ports: net.ports,
  };
  const { ruleset, lost } = lower(wanted, kernel.abi);
  // Before ABI 8 each thread restricts itself and gets a domain of its own
  const perThread = around.method === "signal";
  const dropSignals = perThread && (ruleset.scoped & SCOPE.SIGNAL) !== 0n &&
    !isFixed(kernel, ERRATUM_SIGNAL_BETWEEN_THREADS);

  const isChild = around.method === "child";
  const { closed, open } = planFilter({
    permissions,
    options,
    net,
    abi: kernel.abi,
    executes: isChild || around.method === "reexec",
    filtering: around.filtering,
  });
  const hidesMemory = !isChild && closed.includes("tracing");
  const evidence = {
    rules: wanted.paths,
    pins: pinsOf(wanted.paths),
    names: secondNames(wanted.paths, mounts, lookup),
    moves: movesOf(wanted.paths),
    mounts,
    losesOwnFiles: hidesMemory && !around.isRoot,
  };
  const mechanisms = forEachPermission((permission) =>
    mechanismsOf(permission, closed, { abi: kernel.abi, filtersEnvironment: isChild })
  );

  const judge = (permission: "read" | "write" | "ffi", paths: TranslatedPaths, rights: bigint) =>
    foldGlobs(judgePaths(paths, rights, evidence), expanded[permission].globs, permission, rights, evidence);
  const enforceable = kernel.abi > 0;
  const planned: PlannedGrant[] = [
    ...judge("read", read, FS.READ_FILE),
    ...judge("write", write, WRITE),
    ...judgeSockets(net.grants, sockets, evidence),
    ...judgePrograms(programs, evidence),
    ...judge("ffi", ffi, FS.READ_FILE),
    ...environmentGrants(permissions.env, isChild),
    ...notKernelMatters(permissions),
  ];
  const grants = planned.map((grant): GrantReport => {
    if (isHeldByFilter(grant, closed)) return { ...heldExactly(grant), mechanisms: ["seccomp"] };
    // A launcher hands the environment on whatever the kernel
    if (grant.permission === "env" && isChild) return { ...grant, mechanisms: ["environment"] };
    const there = onKernel(grant, kernel);
    return { ...there, mechanisms: there.status === "unenforced" ? [] : mechanisms[grant.permission] };
  });
  const gaps = [
    ...gapsOf(lost.filter((right) => !isClosed(right, closed))),
    ...(dropSignals ? [SIGNAL_GAP] : []),
    ...(loose.length > 0 ? [looseGap(loose)] : []),
  ];
  const effective = dropSignals ? { ...ruleset, scoped: ruleset.scoped & ~SCOPE.SIGNAL } : ruleset;
  return {
    ruleset: effective,
    granted,
    create: [...new Set([...read.create, ...write.create, ...ffi.create])],
    filter: filterOf(closed, around.architecture),
    hidesMemory,
    report: {
      applied: false,
      kernel,
      threads: { method: "none", count: 0 },
      permissions: summarize(permissions, grants, gaps, enforceable, mechanisms),
      grants,
      gaps,
      limits: [...limitsOf(closed, isChild), ...open].filter(({ permission }) =>
        !isUnrestricted(permissions, permission)
      ),
      closed: closureReports(closed),
      baseline,
      scopes: scopeNames(effective.scoped),
      notes: [...(perThread && effective.scoped !== 0n ? [SIBLING_NOTE] : []), ...baselineNotes],
    },
  };
}

/** What is said of an entry that holds to the letter. */
function heldExactly({ permission, entry, effect }: PlannedGrant): PlannedGrant {
  return { permission, entry, effect, status: "enforced", fidelity: "exact" };
}

/** Rules with the descriptors they were looked up with, and where their names can be given to something else, with what
 * they are meant for: a child of the same sandbox, and the kernel, then bind that or nothing.
 *
 * @param entries what was granted; a symbolic link on the way can be replaced although what it leads to cannot
 */
function withIdentities(
  rules: readonly PathRule[],
  entries: readonly Pick<PathOutcome, "path" | "names">[],
  lookup: Lookup,
  mounts: Mounts | undefined,
): PathRule[] {
  const pins = pinsOf(rules);
  const targets = entries
    .filter(({ names }) => names.some((name) => pins.looseIn(name) !== undefined))
    .map(({ path }) => path);
  const isLoose = (path: string) =>
    pins.looseIn(path) !== undefined || targets.some((target) => isBeneath(path, target));
  return rules.map((rule) => {
    const descriptor = lookup.descriptorOf?.(rule.path);
    const resolved = isLoose(rule.path) ? lookFor(lookup, rule.path) : undefined;
    if (resolved === undefined) return { ...rule, descriptor };
    // A file's number is its own as long as any name leads to it, and what may be read of a new one its maker knew. A
    // directory is a container: a new one with the old number could be filled. Overlays change the birth when they copy
    const isContainer = resolved.kind === "directory" && mounts?.isOverlay(rule.path) === false;
    const { inode, born } = resolved.identity;
    return { ...rule, descriptor, identity: { inode, born: isContainer ? born : 0n } };
  });
}

/** Where the entries for UNIX sockets lead. */
function socketsOf({ allow, deny }: PermissionSet["net"], lookup: Lookup): SocketEntry[] {
  const named = (effect: "allow" | "deny") => (entry: NetEntry): SocketEntry[] => {
    if (entry.kind !== "unix") return [];
    const { end, links } = lookup.follow(entry.path);
    return [{ text: entry.text, effect, path: end, names: links }];
  };
  return [...allow.flatMap(named("allow")), ...deny.flatMap(named("deny"))];
}

/** Whether a canonical path lies where writing is granted, whatever is denied in there. */
function writableIn({ allowAll, allow }: PermissionSet["write"], lookup: Lookup): (path: string) => boolean {
  if (allowAll) return () => true;
  let granted: readonly string[] | undefined;
  return (path) => {
    granted ??= allow.map((entry) => canonicalPath(entry.path, lookup));
    return granted.some((directory) => isBeneath(path, directory));
  };
}

const PICKED_PORTS: BaselineReport = {
  subject: "UDP ports the kernel picks",
  access: "bind",
  reason: "a UDP client takes one at its first send",
};

const SIGNAL_GAP: GapReport = {
  permission: "scope",
  act:
    "sending signals to other processes of the same user: this kernel's scope would also stop the runtime's own " +
    "threads from signalling each other (Landlock erratum 2, fixed in Linux 6.12.24)",
  abi: 8,
};

/** Said of baseline paths, as `allow` entries say it of theirs. */
function looseGap(paths: readonly string[]): GapReport {
  const names = paths.slice(0, 3).map(quote).join(", ");
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
  return {
    permission: "read",
    act:
      `reading, at a later start, what has been put in the place of ${names}${more}, which this program needs and can ` +
      "replace: deny writing there, or grant reading there",
  };
}

const SIBLING_NOTE =
  "On this kernel each thread has a Landlock domain of its own: a Worker made before lockdown and the " +
  "main thread cannot signal each other's children or reach each other's abstract sockets";

/** A runtime that starts itself again must be able to execute itself inside. */
function allowRestart(
  lookup: Lookup,
  libraries: ReturnType<typeof libraryPath>,
  isReadable: (path: string) => boolean,
  isWritable: (path: string) => boolean,
  rules: RuleTable,
): { baseline: readonly BaselineReport[]; fixed: readonly string[] } {
  const executable = lookup.resolve("/proc/self/exe");
  if (executable === undefined) return { baseline: [], fixed: [] };
  const files = programFiles(executable.path, lookup, libraries, () => undefined, isReadable, isWritable);
  for (const path of files.execute) rules.add(path, false, RUN);
  for (const path of files.read) rules.add(path, false, FS.READ_FILE);
  const reason = "the runtime itself, which is started again inside";
  const baseline = [...files.execute].map((path) => ({
    subject: path,
    access: "read, execute" as const,
    reason,
  }));
  return { baseline, fixed: [...files.execute, ...files.read, ...files.shared, ...files.links] };
}

function notKernelMatters(permissions: PermissionSet): PlannedGrant[] {
  const reasons = {
    sys: "Landlock does not restrict reading facts about the system",
    import: "Where code is fetched from is decided in the runtime; its connections are a matter of net",
  };
  const reports: PlannedGrant[] = [];
  for (const [permission, reason] of Object.entries(reasons) as [keyof typeof reasons, string][]) {
    const { allowAll, allow, deny } = permissions[permission];
    const report = { permission, status: "unenforced", fidelity: "not a kernel matter", reason } as const;
    if (allowAll) reports.push({ ...report, entry: "*", effect: "allow" });
    reports.push(...allow.map(({ text }) => ({ ...report, entry: text, effect: "allow" as const })));
    reports.push(...deny.map(({ text }) => ({ ...report, entry: text, effect: "deny" as const })));
  }
  if (permissions.ffi.allowAll) {
    reports.push({
      permission: "ffi",
      entry: "*",
      effect: "allow",
      status: "partial",
      fidelity: "narrower",
      reason:
        "A library can be loaded where it may be read; what it does then is confined like everything else",
    });
  }
  return reports;
}

/** A process holds the environment it was started with; a child gets one of its own. */
function environmentGrants(
  { allowAll, allow, deny }: PermissionSet["env"],
  isChild: boolean,
): PlannedGrant[] {
  const grant = (entry: string, effect: "allow" | "deny"): PlannedGrant => {
    const base = { permission: "env", entry, effect } as const;
    if (!isChild) {
      return { ...base, status: "unenforced", fidelity: "not a kernel matter", reason: OWN_ENVIRONMENT };
    }
    if (effect === "deny" || !entry.includes("*")) return { ...base, status: "enforced", fidelity: "exact" };
    return { ...base, status: "partial", fidelity: "narrower", reason: CHILD_ENVIRONMENT };
  };
  return [
    ...(allowAll ? [grant("*", "allow")] : []),
    ...allow.map(({ text }) => grant(text, "allow")),
    ...deny.map(({ text }) => grant(text, "deny")),
  ];
}

const OWN_ENVIRONMENT =
  "Environment variables are memory of the process: the kernel has no say in reading them";
const CHILD_ENVIRONMENT =
  "Variables that make programs run other code, such as LD_PRELOAD, pass only by their own name";

function summarize(
  permissions: PermissionSet,
  grants: readonly GrantReport[],
  gaps: readonly GapReport[],
  enforceable: boolean,
  mechanisms: Readonly<Record<PermissionName, readonly Mechanism[]>>,
): Record<PermissionName, PermissionSummary> {
  const summary = (name: PermissionName): PermissionSummary => {
    const { allowAll, allow } = permissions[name];
    const by = mechanisms[name];
    const statuses = grants.filter((grant) => grant.permission === name).map((grant) => grant.status);
    const isHeldHere = name !== "env" && name !== "sys" && name !== "import" || by.includes("environment");
    if (!isHeldHere) statuses.push("unenforced");
    else if (!enforceable) statuses.push(allowAll ? "enforced" : "unenforced");
    else if (!allowAll && gaps.some((gap) => gap.permission === name)) statuses.push("partial");
    return { granted: allowAll ? "all" : allow.length || "none", status: worst(statuses), mechanisms: by };
  };
  return forEachPermission(summary);
}

function forEachPermission<Value>(valueOf: (name: PermissionName) => Value): Record<PermissionName, Value> {
  return Object.fromEntries(PERMISSION_NAMES.map((name) => [name, valueOf(name)])) as Record<
    PermissionName,
    Value
  >;
}

function worst(statuses: readonly Status[]): Status {
  if (statuses.length > 0 && statuses.every((status) => status === "unenforced")) return "unenforced";
  return statuses.every((status) => status === "enforced") ? "enforced" : "partial";
}

function isUnrestricted(permissions: PermissionSet, name: GapReport["permission"]): boolean {
  return name !== "scope" && permissions[name].allowAll && permissions[name].deny.length === 0;
}

function scopeNames(scoped: bigint): Report["scopes"] {
  return [
    ...((scoped & SCOPE.ABSTRACT_UNIX_SOCKET) !== 0n ? ["abstract_unix_socket" as const] : []),
    ...((scoped & SCOPE.SIGNAL) !== 0n ? ["signal" as const] : []),
  ];
}
