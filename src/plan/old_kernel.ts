import type { KernelInfo } from "../landlock/kernel.ts";
import { abiOf } from "../landlock/abi.ts";
import type { EntryDecision, Fidelity, Status } from "./decision.ts";

/** What an old kernel does to entries that a newer one enforces as reported. */
interface Shortcoming {
  /** The first ABI without it. */
  readonly until: number;
  hits(grant: EntryDecision): boolean;
  readonly status: Status;
  readonly fidelity: Fidelity;
  readonly reason: string;
}

const isSocket = ({ address }: EntryDecision) => address === "unix";

/** The worst first. */
const SHORTCOMINGS: readonly Shortcoming[] = [
  {
    until: 1,
    hits: () => true,
    status: "unenforced",
    fidelity: "wider",
    reason: "This kernel offers no Landlock",
  },
  {
    until: abiOf("fs", "RESOLVE_UNIX"),
    hits: isSocket,
    status: "unenforced",
    fidelity: "wider",
    reason: "This kernel does not restrict sockets with a path",
  },
  {
    until: abiOf("net", "CONNECT_TCP"),
    hits: ({ permission, status }) => permission === "net" && status !== "unenforced",
    status: "unenforced",
    fidelity: "wider",
    reason: "This kernel restricts no network",
  },
  {
    until: abiOf("net", "CONNECT_SEND_UDP"),
    hits: (grant) =>
      grant.permission === "net" && grant.effect === "deny" && grant.status === "enforced" &&
      !isSocket(grant),
    status: "partial",
    fidelity: "wider",
    reason: "This kernel restricts TCP only: UDP stays possible",
  },
  {
    until: abiOf("fs", "TRUNCATE"),
    hits: ({ permission, effect, status }) =>
      permission === "write" && effect === "deny" && status === "enforced",
    status: "partial",
    fidelity: "wider",
    reason: "This kernel does not keep files from being emptied (truncate)",
  },
  {
    until: abiOf("fs", "REFER"),
    hits: ({ permission, effect, status }) =>
      permission === "write" && effect === "allow" && status === "enforced",
    status: "partial",
    fidelity: "narrower",
    reason: "This kernel denies moving and linking files between directories",
  },
];

/** The report of an entry, corrected by what this kernel cannot do. */
export function onKernel(grant: EntryDecision, kernel: KernelInfo): EntryDecision {
  if (grant.fidelity === "not a kernel matter") return grant;
  const found = SHORTCOMINGS.find(({ until, hits }) => kernel.abi < until && hits(grant));
  if (found === undefined) return grant;
  const { status, fidelity, reason, until } = found;
  return { ...grant, status, fidelity, reason, abi: until };
}
