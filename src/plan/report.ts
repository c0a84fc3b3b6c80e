import { type ActName, ACTS, type OpenAct } from "../acts/catalogue.ts";
import { SCOPE } from "../landlock/abi.ts";
import type { KernelInfo } from "../landlock/kernel.ts";
import { PERMISSION_NAMES, type PermissionName } from "../permissions/permissions.ts";
import type { Fidelity, Mechanism, SettledDecision, Status } from "./decision.ts";
import type { Need } from "./origin.ts";
import { mechanismsOf } from "./mechanisms.ts";
import type { Plan } from "./plan.ts";

/** One entry of a permission and what became of it. */
export interface GrantReport {
  /** Which permission it belongs to. */
  readonly permission: PermissionName;
  /** As the user wrote it; `*` for `true`. */
  readonly entry: string;
  /** Whether it grants or takes out. */
  readonly effect: "allow" | "deny";
  /** How much of it the kernel enforces. */
  readonly status: Status;
  /** How that differs from what was said. */
  readonly fidelity: Fidelity;
  /** A sentence on what differs, where something does. */
  readonly reason?: string;
  /** The first ABI that would enforce it exactly, where one would. */
  readonly abi?: number;
  /** Whether all that differs is what few programs do, and those that do are told by an error. */
  readonly minor?: true;
  /** What enforces it; empty where nothing does. */
  readonly mechanisms: readonly Mechanism[];
}

/** An act that Landlock leaves open and the seccomp filter closes. */
export interface ClosureReport {
  /** Its name, for some the name of an option of `filter`. */
  readonly name: string;
  /** The permission it would need, `scope` where it is a matter of none. */
  readonly permission: PermissionName | "scope";
  /** What would be possible. */
  readonly act: string;
  /** Why it is closed. */
  readonly reason: string;
}

/** A permission in one line. */
export interface PermissionSummary {
  /** `all`, `none`, or how many entries are allowed. */
  readonly granted: "all" | "none" | number;
  /** The worst of its entries and gaps. */
  readonly status: Status;
  /** What enforces it; empty where nothing does. */
  readonly mechanisms: readonly Mechanism[];
}

/** How the threads of the process came into the domain. */
export interface ThreadsReport {
  /** `tsync`: by the kernel, atomically (ABI 8). `signal`: each thread restricted itself when asked to. `reexec`:
   * the program was started again inside. `none`: nothing was applied. */
  readonly method: "tsync" | "signal" | "reexec" | "none";
  /** Threads restricted, the calling one included. With `tsync` the kernel does not say: those that existed just
   * before. */
  readonly count: number;
}

/** What was decided and what of it holds, entry by entry. JSON-serialisable. */
export interface Report {
  /** Whether a restriction is in force: `false` in what `explain` returns, and on a kernel without Landlock. */
  readonly applied: boolean;
  /** The Landlock of this kernel. */
  readonly kernel: KernelInfo;
  /** How every thread was covered. */
  readonly threads: ThreadsReport;
  /** Each permission in one line. */
  readonly permissions: Readonly<Record<PermissionName, PermissionSummary>>;
  /** Every entry the user wrote, and what became of it. */
  readonly grants: readonly GrantReport[];
  /** Acts that remain possible but would not on a newer kernel, or with other grants. `compat: "strict"` refuses them. */
  readonly gaps: readonly OpenAct[];
  /** What neither Landlock nor the filter closes, whatever the kernel. */
  readonly limits: readonly OpenAct[];
  /** What Landlock leaves open and a seccomp filter closes. */
  readonly closed: readonly ClosureReport[];
  /** What is allowed besides, because programs need it. */
  readonly baseline: readonly Need[];
  /** Scopes in force: nothing outside can be reached by these means. */
  readonly scopes: readonly ("abstract_unix_socket" | "signal")[];
  /** Remarks a user should read. */
  readonly notes: readonly string[];
}

/** Result of a plan. */
export interface Application {
  readonly threads: ThreadsReport;
  /** Remarks that follow those of the plan. */
  readonly notes?: readonly string[];
}

/** The report of a plan: made last, and read by nobody who decides anything.
 *
 * @param application how it was applied; left out if it was not
 */
export function reportOf(plan: Plan, application?: Application): Report {
  const { kernel, decisions, gaps, limits, closed, needs, ruleset, notes } = plan;
  return {
    applied: application !== undefined,
    kernel,
    threads: application?.threads ?? { method: "none", count: 0 },
    permissions: summarize(plan),
    grants: decisions.map(grantReport),
    gaps,
    limits,
    closed: closed.map(closureReport),
    baseline: needs,
    scopes: [
      ...((ruleset.scoped & SCOPE.ABSTRACT_UNIX_SOCKET) !== 0n ? ["abstract_unix_socket" as const] : []),
      ...((ruleset.scoped & SCOPE.SIGNAL) !== 0n ? ["signal" as const] : []),
    ],
    notes: [...notes, ...application?.notes ?? []],
  };
}

function grantReport({ address: _address, ...grant }: SettledDecision): GrantReport {
  return grant;
}

function closureReport(name: ActName): ClosureReport {
  const { permission, act, closure } = ACTS[name];
  return { name, permission, act, reason: closure?.reason ?? "" };
}

function summarize(plan: Plan): Record<PermissionName, PermissionSummary> {
  return Object.fromEntries(PERMISSION_NAMES.map((name) => [name, summaryOf(name, plan)])) as Record<
    PermissionName,
    PermissionSummary
  >;
}

function summaryOf(name: PermissionName, plan: Plan): PermissionSummary {
  const { allowAll, allow } = plan.permissions[name];
  const mechanisms = mechanismsOf(name, plan);
  const statuses = plan.decisions.filter(({ permission }) => permission === name).map(({ status }) => status);
  const isHeldHere = name !== "env" && name !== "sys" && name !== "import" ||
    mechanisms.includes("environment");
  if (!isHeldHere) statuses.push("unenforced");
  else if (plan.kernel.abi === 0) statuses.push(allowAll ? "enforced" : "unenforced");
  else if (!allowAll && plan.gaps.some(({ permission }) => permission === name)) statuses.push("partial");
  return { granted: allowAll ? "all" : allow.length || "none", status: worst(statuses), mechanisms };
}

function worst(statuses: readonly Status[]): Status {
  if (statuses.length > 0 && statuses.every((status) => status === "unenforced")) return "unenforced";
  return statuses.every((status) => status === "enforced") ? "enforced" : "partial";
}
