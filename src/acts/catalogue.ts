/** Every act that a plan may have to prevent and Landlock has not denied since its first ABI. What a filter closes, what the
 * report calls a gap or a limit, options and probes all read it: a new act is a row here and a probe in `test/leaks`. */
import { abiOf } from "../landlock/abi.ts";
import type { LostRight } from "../landlock/ruleset.ts";
import type { PermissionName } from "../permissions/permissions.ts";
import type { Act, Circumstances, Closure } from "./act.ts";
import { FILE_ACTS, type FileAct } from "./files.ts";
import { KERNEL_ACTS, type KernelAct } from "./kernel.ts";
import { NETWORK_ACTS, type NetworkAct } from "./network.ts";
import { PROCESS_ACTS, type ProcessAct } from "./processes.ts";
import { PROGRAM_ACTS, type ProgramAct } from "./programs.ts";

/** The name of an act. */
export type ActName = NetworkAct | ProgramAct | FileAct | KernelAct | ProcessAct;

/** All of them, by name. */
export const ACTS: Readonly<Record<ActName, Act>> = {
  ...NETWORK_ACTS,
  ...PROGRAM_ACTS,
  ...FILE_ACTS,
  ...PROCESS_ACTS,
  ...KERNEL_ACTS,
};

/** Names of all acts. */
export const ACT_NAMES: readonly ActName[] = Object.keys(ACTS) as ActName[];

/** Names of the acts that a filter can close. */
export const CLOSABLE_ACTS: readonly ActName[] = ACT_NAMES.filter((name) => ACTS[name].closure !== undefined);

/** How a filter closes an act that it can close. */
export function closureOf(name: ActName): Closure {
  const { closure } = ACTS[name];
  if (closure === undefined) throw new RangeError(`Cannot close "${name}" with a filter`);
  return closure;
}

/** An act that stays possible. */
export interface OpenAct {
  /** The permission it would need, `scope` for signals and abstract sockets. */
  readonly permission: PermissionName | "scope";
  /** The act that stays possible. */
  readonly act: string;
  /** The first Landlock ABI that denies it; left out where none does. */
  readonly abi?: number;
}

/** Acts that a filter closes, and acts left open that it closes in other circumstances. */
export interface Closing {
  readonly closed: readonly ActName[];
  readonly open: readonly ActName[];
}

/** Decides what a filter closes: what no permission implies, where Landlock does not deny it.
 *
 * @param available whether this process can install one
 */
export function closingFor(circumstances: Circumstances, available: boolean): Closing {
  const unwanted = CLOSABLE_ACTS.filter((name) => closureOf(name).unwanted(circumstances));
  const possible = unwanted.filter((name) =>
    available && circumstances.isOn(name) && (closureOf(name).closable?.(circumstances) ?? true)
  );
  const isCovered = (name: ActName) => {
    const { within } = closureOf(name);
    return within !== undefined && possible.includes(within);
  };
  return {
    closed: possible.filter((name) => !isCovered(name)),
    open: unwanted.filter((name) =>
      !possible.includes(name) && !isCovered(name) && closureOf(name).reportedElsewhere !== true
    ),
  };
}

/** Acts that Landlock of a newer ABI denies and nothing denies here. REFER has no row: without it moves are denied. */
export function gapsOf(lost: readonly LostRight[], closed: readonly ActName[]): OpenAct[] {
  return lost.flatMap(({ kind, name }) => {
    const row = Object.values(ACTS).find(({ right }) => right === name);
    if (row === undefined || isClosed(row, closed)) return [];
    return [{ permission: row.permission, act: row.act, abi: abiOf(kind, name.toUpperCase()) }];
  });
}

/** Acts that stay possible on every kernel so far: Landlock does not restrict them, and a filter cannot tell them from
 * what is granted.
 *
 * @param inSandbox whether the plan is for commands of a Sandbox
 */
export function limitsOf({ closed, open }: Closing, inSandbox: boolean): OpenAct[] {
  const never = Object.values(ACTS).filter((row) =>
    row.closure === undefined && row.right === undefined && !isClosed(row, closed) &&
    !(inSandbox && row.heldBySandbox === true)
  );
  return [...never, ...open.map((name) => ACTS[name])].map(({ permission, act }) => ({ permission, act }));
}

function isClosed({ closedBy }: Act, closed: readonly ActName[]): boolean {
  return closedBy !== undefined && closedBy.every((names) => names.some((name) => closed.includes(name)));
}
