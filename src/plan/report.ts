import type { KernelInfo } from "../landlock/kernel.ts";
import type { PermissionName } from "../permissions/permissions.ts";

/** How much of something the kernel enforces. */
export type Status = "enforced" | "partial" | "unenforced";

/** How what the kernel does compares with what was said. */
export type Fidelity =
  /** The same. */
  | "exact"
  /** Less is allowed than was granted. */
  | "narrower"
  /** More is allowed than was granted. */
  | "wider"
  /** The kernel has no say in it. */
  | "not a kernel matter";

/** By what means something is enforced: rules of Landlock, a filter of system calls, or an environment of its own. */
export type Mechanism = "landlock" | "seccomp" | "environment";

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
  /** What enforces it; empty where nothing does. */
  readonly mechanisms: readonly Mechanism[];
}

/** An entry before it is known what enforces it. */
export type PlannedGrant = Omit<GrantReport, "mechanisms">;

/** An act that nobody granted and this kernel cannot deny. */
export interface GapReport {
  /** The permission it would need, `scope` for signals and abstract sockets. */
  readonly permission: PermissionName | "scope";
  /** What stays possible. */
  readonly act: string;
  /** The first Landlock ABI that denies it; left out where none does. */
  readonly abi?: number;
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

/** Something allowed besides the user's grants. */
export interface BaselineReport {
  /** Path, or ports in words such as `port 53`. */
  readonly subject: string;
  /** What is allowed there. */
  readonly access: "read" | "list" | "read, write" | "read, execute" | "connect" | "bind";
  /** What needs it. */
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
  readonly gaps: readonly GapReport[];
  /** What neither Landlock nor the filter closes, whatever the kernel. */
  readonly limits: readonly GapReport[];
  /** What Landlock leaves open and a seccomp filter closes. */
  readonly closed: readonly ClosureReport[];
  /** What is allowed besides, because programs need it. */
  readonly baseline: readonly BaselineReport[];
  /** Scopes in force: nothing outside can be reached by these means. */
  readonly scopes: readonly ("abstract_unix_socket" | "signal")[];
  /** Remarks a user should read. */
  readonly notes: readonly string[];
}
