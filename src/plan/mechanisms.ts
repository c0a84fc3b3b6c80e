import { type ActName, ACTS } from "../acts/catalogue.ts";
import type { KernelInfo } from "../landlock/kernel.ts";
import type { PermissionName } from "../permissions/permissions.ts";
import type { EntryDecision, Mechanism, SettledDecision } from "./decision.ts";
import { onKernel } from "./old_kernel.ts";

/** Facts that decide how a permission is enforced. */
interface Means {
  readonly kernel: KernelInfo;
  /** Acts that the filter closes. */
  readonly closed: readonly ActName[];
  /** Whether the plan is for a new process, which gets an environment of its own. */
  readonly isChild: boolean;
}

/** By what means a permission is enforced. */
export function mechanismsOf(permission: PermissionName, { kernel, closed, isChild }: Means): Mechanism[] {
  if (permission === "env") return isChild ? ["environment"] : [];
  if (permission === "sys" || permission === "import") return [];
  const landlock = kernel.abi >= (permission === "net" ? 4 : 1);
  const seccomp = closed.some((name) => ACTS[name].permission === permission);
  return [...(landlock ? ["landlock" as const] : []), ...(seccomp ? ["seccomp" as const] : [])];
}

/** The decision about an entry, limited to this kernel's abilities, with the mechanisms that enforce it. */
export function settle(decision: EntryDecision, means: Means): SettledDecision {
  const { permission, entry, effect, address } = decision;
  if (isHeldByFilter(decision, means.closed)) {
    const held = { permission, entry, effect, ...(address === undefined ? {} : { address }) };
    return { ...held, status: "enforced", fidelity: "exact", mechanisms: ["seccomp"] };
  }
  const mechanisms = mechanismsOf(permission, means);
  // A launcher hands the environment on whatever the kernel
  if (permission === "env" && means.isChild) return { ...decision, mechanisms };
  const settled = onKernel(decision, means.kernel);
  return { ...settled, mechanisms: settled.status === "unenforced" ? [] : mechanisms };
}

/** Acts that close every socket of an address family. */
export const SOCKET_CLOSURES: Readonly<Record<NonNullable<EntryDecision["address"]>, ActName>> = {
  host: "internetSockets",
  unix: "unixSockets",
  vsock: "vsock",
};

/** Whether the filter enforces an entry by itself: a deny of what cannot even be made. */
function isHeldByFilter({ effect, address }: EntryDecision, closed: readonly ActName[]): boolean {
  return effect === "deny" && address !== undefined && closed.includes(SOCKET_CLOSURES[address]);
}
