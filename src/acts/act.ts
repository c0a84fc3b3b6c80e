import type { PermissionSet } from "../permissions/permission_set.ts";
import type { PermissionName } from "../permissions/permissions.ts";
import type { Refusal } from "../seccomp/refusal.ts";
import type { ActName } from "./catalogue.ts";

/** Something that a process can do and that a plan may have to prevent. Acts that Landlock has denied since its first ABI
 * are not in the catalogue: every plan denies them. */
export interface Act {
  /** Name of the act in reports. */
  readonly act: string;
  /** The permission it takes; `scope` where it is a matter of none. */
  readonly permission: PermissionName | "scope";
  /** The kernel's name of the Landlock right or scope that denies it, `connect_tcp`; `src/landlock/abi.ts` has its first
   * ABI. */
  readonly right?: string;
  /** How a seccomp filter closes it. */
  readonly closure?: Closure;
  /** Closures that close it as well: one of each list is needed. */
  readonly closedBy?: readonly (readonly ActName[])[];
  /** Whether a Sandbox keeps its commands from it by other means: they run in a process and a domain of their own. */
  readonly heldBySandbox?: true;
}

/** How and when a filter closes an act. */
export interface Closure {
  /** Why it is closed, or what a program does instead. */
  readonly reason: string;
  readonly refusals: readonly Refusal[];
  /** Whether nothing that was granted implies the act, and Landlock of this ABI leaves it possible. */
  readonly unwanted: (circumstances: Circumstances) => boolean;
  /** Whether closing it takes nothing away that was granted. Default always. */
  readonly closable?: (circumstances: Circumstances) => boolean;
  /** Another closure that includes it. */
  readonly within?: ActName;
  /** Whether users can switch it off: its name is an option of `filter`. */
  readonly switchable?: true;
  /** Whether other rows of the catalogue report it where it stays open. */
  readonly reportedElsewhere?: true;
}

/** Facts that decide which acts are closed. */
export interface Circumstances {
  readonly permissions: PermissionSet;
  /** Landlock's ABI. */
  readonly abi: number;
  /** `NET` rights that the ruleset handles. */
  readonly handledNet: bigint;
  /** Whether it restricts UNIX sockets with a path. */
  readonly handlesSockets: boolean;
  /** Whether a port may be listened on. */
  readonly listens: boolean;
  /** Whether abstract UNIX sockets of others are out of reach. */
  readonly scopesAbstract: boolean;
  /** Whether a program is still to be executed once the filter is in force. */
  readonly executes: boolean;
  /** Whether the process has an io_uring ring, which it will go on using. */
  readonly ringOpen: boolean;
  /** Whether folders are granted for writing that the permissions do not name. */
  readonly temporary: boolean;
  /** Whether the user left a closure on. */
  readonly isOn: (name: ActName) => boolean;
}

/** For acts that nobody who is confined may want. */
export const always = (): boolean => true;

/** A refusal of these calls whatever their arguments. */
export function refuse(errno: number, ...calls: Refusal["calls"]): Refusal {
  return { calls, errno };
}

/** Whether a permission grants nothing at all. */
export function grantsNone({ allowAll, allow }: { allowAll: boolean; allow: readonly unknown[] }): boolean {
  return !allowAll && allow.length === 0;
}
