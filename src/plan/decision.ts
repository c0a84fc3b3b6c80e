import type { NetEntry } from "../permissions/net_entry.ts";
import type { EntryName } from "./origin.ts";

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

/** An entry of the permissions and what was decided about it. */
export interface EntryDecision extends EntryName {
  readonly status: Status;
  readonly fidelity: Fidelity;
  /** Sentences on what differs, where something does. */
  readonly reason?: string;
  /** The first ABI that would enforce it exactly, where one would. */
  readonly abi?: number;
  /** Whether all that differs is what few programs do, and those that do are told by an error. */
  readonly minor?: true;
  /** Of an entry of `net`, what kind of address it is. */
  readonly address?: NetEntry["kind"];
}

/** The same for this kernel, once it is known what enforces it. */
export interface SettledDecision extends EntryDecision {
  /** Empty where nothing does. */
  readonly mechanisms: readonly Mechanism[];
}
