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

/** For an entry that holds exactly. */
export function exact<Entry extends EntryName>(entry: Entry, reason?: string): Entry & EntryDecision {
  return { ...entry, status: "enforced", fidelity: "exact", ...(reason === undefined ? {} : { reason }) };
}

/** For an entry that permits less than it says. */
export function narrower<Entry extends EntryName>(entry: Entry, reason: string): Entry & EntryDecision {
  return { ...entry, status: "partial", fidelity: "narrower", reason };
}

/** For an entry that permits more than it says. */
export function wider<Entry extends EntryName>(entry: Entry, reason: string): Entry & EntryDecision {
  return { ...entry, status: "partial", fidelity: "wider", reason };
}

/** For an entry that has no effect in the kernel. */
export function unenforced<Entry extends EntryName>(
  entry: Entry,
  fidelity: Extract<Fidelity, "wider" | "not a kernel matter">,
  reason: string,
): Entry & EntryDecision {
  return { ...entry, status: "unenforced", fidelity, reason };
}

/** The same for this kernel, once it is known what enforces it. */
export interface SettledDecision extends EntryDecision {
  /** Empty where nothing does. */
  readonly mechanisms: readonly Mechanism[];
}
