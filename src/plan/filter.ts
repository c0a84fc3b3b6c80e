import type { Architecture } from "../../runtimes/runtime.ts";
import { NET } from "../landlock/abi.ts";
import type { LostRight } from "../landlock/ruleset.ts";
import type { PermissionSet } from "../permissions/permission_set.ts";
import type { PermissionName } from "../permissions/permissions.ts";
import { type ClosureName, CLOSURES } from "../seccomp/closures.ts";
import { compileFilter } from "../seccomp/compile.ts";
import type { Instruction } from "../seccomp/instruction.ts";
import type { NetworkPlan } from "./network.ts";
import type { FilterSwitches, ResolvedOptions } from "./options.ts";
import type { ClosureReport, GapReport, Mechanism, PlannedGrant } from "./report.ts";

/** What decides about the filter. */
export interface FilterInput {
  readonly permissions: PermissionSet;
  readonly options: ResolvedOptions;
  readonly net: NetworkPlan;
  readonly abi: number;
  /** Whether a program is still to be executed once the filter is in force. */
  readonly executes: boolean;
  readonly filtering: Filtering;
}

/** What the machine and the process say about filters. */
export interface Filtering {
  /** Whether the kernel takes one from us. */
  readonly available: boolean;
  /** Whether the process has an io_uring ring, which it will go on using. */
  readonly ringOpen: boolean;
  /** Whether folders are granted for writing that the permissions do not name. */
  readonly temporary: boolean;
}

/** What the filter closes, and what stays open that it could close in other circumstances. */
export interface FilterPlan {
  readonly closed: readonly ClosureName[];
  readonly open: readonly GapReport[];
}

/** When an act is to be closed. */
interface Matter {
  readonly permission: PermissionName | "scope";
  /** Whether nothing that was granted implies the act, and Landlock of this ABI leaves it possible. */
  readonly unwanted: (input: FilterInput) => boolean;
  /** Whether closing it takes nothing away that was granted. */
  readonly closable?: (input: FilterInput) => boolean;
  /** A closure that closes it as well. */
  readonly within?: ClosureName;
  /** Whether a right that Landlock of a newer ABI has stands for it in the report. */
  readonly isGap?: true;
}

const always = () => true;
const limitsNet = ({ permissions: { net } }: FilterInput) => !net.allowAll;
const limitsRun = ({ permissions: { run } }: FilterInput) => !run.allowAll || run.deny.length > 0;
const limitsWrite = ({ permissions: { write } }: FilterInput) => !write.allowAll || write.deny.length > 0;
const grantsNone = (grants: { allowAll: boolean; allow: readonly unknown[] }) =>
  !grants.allowAll && grants.allow.length === 0;
const grantsNet = (kind: "host" | "unix" | "vsock") => ({ permissions: { net } }: FilterInput) =>
  net.allow.some((entry) => entry.kind === kind);
const writesNothing = ({ permissions, filtering }: FilterInput) =>
  grantsNone(permissions.write) && !filtering.temporary;

const MATTERS: Readonly<Record<ClosureName, Matter>> = {
  internetSockets: {
    permission: "net",
    unwanted: (input) => limitsNet(input) && !grantsNet("host")(input),
    isGap: true,
  },
  otherProtocols: { permission: "net", unwanted: limitsNet, within: "internetSockets" },
  otherFamilies: { permission: "net", unwanted: limitsNet },
  vsock: { permission: "net", unwanted: (input) => limitsNet(input) && !grantsNet("vsock")(input) },
  netlink: { permission: "net", unwanted: limitsNet },
  fastOpen: {
    permission: "net",
    unwanted: ({ net }) => (net.handled & NET.CONNECT_TCP) !== 0n,
    within: "internetSockets",
  },
  listening: {
    permission: "net",
    unwanted: ({ net }) => (net.handled & NET.BIND_TCP) !== 0n,
    // Not if something may be listened on, a socket that is none of IP too
    closable: (input) =>
      !grantsNet("unix")(input) && !grantsNet("vsock")(input) &&
      input.net.ports.every(({ access }) => (access & NET.BIND_TCP) === 0n),
    within: "internetSockets",
  },
  unixSockets: {
    permission: "net",
    unwanted: ({ net, abi }) => net.handlesSockets && abi < 9,
    closable: (input) => limitsNet(input) && !grantsNet("unix")(input) && input.options.scopeAbstract,
    isGap: true,
  },
  execution: {
    permission: "run",
    unwanted: ({ permissions }) => grantsNone(permissions.run),
    closable: ({ executes }) => !executes,
    isGap: true,
  },
  memoryFiles: { permission: "run", unwanted: limitsRun, within: "execution" },
  metadata: { permission: "write", unwanted: limitsWrite, closable: writesNothing },
  inodeFlags: {
    permission: "write",
    unwanted: limitsWrite,
    closable: ({ permissions }) => !permissions.write.allowAll,
  },
  truncatingOpens: {
    permission: "write",
    unwanted: (input) => limitsWrite(input) && input.abi < 3,
    isGap: true,
  },
  truncation: {
    permission: "write",
    unwanted: (input) => limitsWrite(input) && input.abi < 3,
    closable: writesNothing,
    isGap: true,
  },
  ioUring: { permission: "scope", unwanted: always },
  ioUringOfBefore: {
    permission: "scope",
    unwanted: ({ options, filtering }) => isOn("ioUring", options) || filtering.ringOpen,
    closable: ({ options, filtering }) => isOn("ioUring", options) && !filtering.ringOpen,
  },
  tracing: { permission: "scope", unwanted: always },
  ipc: { permission: "scope", unwanted: always },
  keyrings: { permission: "scope", unwanted: always },
  userNamespaces: { permission: "scope", unwanted: always },
  bpf: { permission: "scope", unwanted: always },
  userfaultfd: { permission: "scope", unwanted: always },
  perfEvents: { permission: "scope", unwanted: always },
  terminalInput: { permission: "scope", unwanted: always },
  administration: { permission: "scope", unwanted: always },
};

/** Decides what the filter closes: what no permission implies, where Landlock does not do it. */
export function planFilter(input: FilterInput): FilterPlan {
  const names = Object.keys(MATTERS) as ClosureName[];
  const unwanted = names.filter((name) => MATTERS[name].unwanted(input));
  const possible = unwanted.filter((name) =>
    input.filtering.available && input.abi > 0 && isOn(name, input.options) &&
    (MATTERS[name].closable?.(input) ?? true)
  );
  const isCovered = (name: ClosureName) => possible.includes(MATTERS[name].within as ClosureName);
  const open = unwanted.filter((name) =>
    !possible.includes(name) && !isCovered(name) && MATTERS[name].isGap !== true
  );
  return {
    closed: possible.filter((name) => !isCovered(name)),
    open: open.map((name) => ({ permission: MATTERS[name].permission, act: CLOSURES[name].act })),
  };
}

/** Whether the options leave a closure on. */
function isOn(name: ClosureName, { filter }: ResolvedOptions): boolean {
  return filter !== false && filter[name as keyof FilterSwitches] !== false;
}

/** The filter that closes all these; `undefined` if there is nothing to close. */
export function filterOf(
  closed: readonly ClosureName[],
  architecture: Architecture,
): Instruction[] | undefined {
  if (closed.length === 0) return undefined;
  return compileFilter(closed.flatMap((name) => CLOSURES[name].refusals), architecture);
}

/** Closures as the report has them. */
export function closureReports(closed: readonly ClosureName[]): ClosureReport[] {
  return closed.map((name) => {
    const { act, reason } = CLOSURES[name];
    return { name, permission: MATTERS[name].permission, act, reason };
  });
}

/** What closes an act that a right stands for; all of them are needed. */
const CLOSED_RIGHTS: Readonly<Record<string, readonly (readonly ClosureName[])[]>> = {
  truncate: [["truncatingOpens"], ["truncation"]],
  resolve_unix: [["unixSockets"]],
  abstract_unix_socket: [["unixSockets"]],
  bind_tcp: [["internetSockets", "listening"]],
  connect_tcp: [["internetSockets"]],
  bind_udp: [["internetSockets"]],
  connect_send_udp: [["internetSockets"]],
};

/** Whether the filter denies all that a right which this kernel lacks would have denied. */
export function isClosed(right: LostRight, closed: readonly ClosureName[]): boolean {
  const needed = CLOSED_RIGHTS[right.name];
  return needed !== undefined && needed.every((names) => names.some((name) => closed.includes(name)));
}

/** Whether the filter enforces an entry by itself: a deny of what cannot even be made. */
export function isHeldByFilter(grant: PlannedGrant, closed: readonly ClosureName[]): boolean {
  if (grant.permission !== "net" || grant.effect !== "deny") return false;
  if (grant.entry.startsWith("unix:")) return closed.includes("unixSockets");
  if (grant.entry.startsWith("vsock:")) return closed.includes("vsock");
  return closed.includes("internetSockets");
}

/** By what means a permission is enforced. */
export function mechanismsOf(
  permission: PermissionName,
  closed: readonly ClosureName[],
  { abi, filtersEnvironment }: { readonly abi: number; readonly filtersEnvironment: boolean },
): Mechanism[] {
  if (permission === "env") return filtersEnvironment ? ["environment"] : [];
  if (permission === "sys" || permission === "import") return [];
  const landlock = abi >= (permission === "net" ? 4 : 1);
  const seccomp = closed.some((name) => MATTERS[name].permission === permission);
  return [...(landlock ? ["landlock" as const] : []), ...(seccomp ? ["seccomp" as const] : [])];
}
