import { FS, NET } from "../landlock/abi.ts";
import type { HostEntry, NetEntry, UnixEntry, VsockEntry } from "../permissions/net_entry.ts";
import type { Grants } from "../permissions/permission_set.ts";
import { carve } from "./carve.ts";
import { canonicalPath, type Lookup } from "../linux/lookup.ts";
import type { EntryDecision } from "./decision.ts";
import type { Contribution, Need, Origin, PlannedPortRule } from "./origin.ts";
import type { RuleTable } from "./rule_table.ts";

const ALL_NET: bigint = NET.BIND_TCP | NET.CONNECT_TCP | NET.BIND_UDP | NET.CONNECT_SEND_UDP;
const CLIENT: bigint = NET.CONNECT_TCP | NET.CONNECT_SEND_UDP;
const SERVER: bigint = NET.BIND_TCP | NET.BIND_UDP;
const DNS = 53;

/** What the net permission became. */
export interface NetworkPlan {
  /** Rights to handle: those no entry opens for every port. */
  readonly handled: bigint;
  /** Whether sockets with a path are to be restricted, `RESOLVE_UNIX`. */
  readonly handlesSockets: boolean;
  readonly ports: readonly PlannedPortRule[];
  readonly grants: readonly EntryDecision[];
  /** What is opened besides the entries: the name service, ports that the kernel picks. */
  readonly needs: readonly Need[];
}

const NAME_SERVICE: Need = {
  subject: "port 53",
  access: "connect",
  reason: "looking up the granted host names",
};
const PICKED_PORTS: Need = {
  subject: "UDP ports the kernel picks",
  access: "bind",
  reason: "a UDP client takes one at its first send",
};

/** Turns net entries into port rules: the kernel sees ports, never hosts.
 *
 * A remote host gives connect on its port, an address of this machine connect and bind. An entry without a port
 * leaves connect (and bind, if local) free on every port: 65,535 rules would say no more. Port 0 stands for any that
 * the system picks, to the kernel as to Deno.
 *
 * @param baseline whether to open what looking up names takes
 * @param restrictsUdp whether the kernel does
 */
export function translateNetwork(
  net: Grants<NetEntry>,
  { baseline, restrictsUdp }: { readonly baseline: boolean; readonly restrictsUdp: boolean },
  lookup: Lookup,
  rules: RuleTable,
): NetworkPlan {
  const canonical = (entry: UnixEntry) => canonicalPath(entry.path, lookup);
  const socketsDenied = net.deny.filter((entry) => entry.kind === "unix").map(canonical);
  if (net.allowAll) allowSocketsBut(socketsDenied, lookup, rules);
  const isDenied = (entry: NetEntry) =>
    entry.kind === "unix"
      ? socketsDenied.includes(canonical(entry))
      : net.deny.some((deny) => isSame(entry, deny));
  const allowed = net.allow.filter((entry) => !isDenied(entry));
  const hosts = allowed.filter((entry): entry is HostEntry => entry.kind === "host");
  let handled = net.allowAll ? 0n : ALL_NET;
  const ports = new Map<number, Contribution[]>();
  const open = (port: number, access: bigint, origin: Origin) =>
    ports.set(port, [...ports.get(port) ?? [], { origin, access }]);
  for (const entry of hosts) {
    const access = entry.local ? ALL_NET : CLIENT;
    const origin = originOf(entry);
    if (entry.port === undefined) handled &= ~access;
    else open(entry.port, entry.port === 0 ? SERVER : access, origin);
    // A UDP client takes a local port at its first send, which the kernel checks as binding port 0
    open(0, NET.BIND_UDP, origin);
  }
  for (const entry of allowed) if (entry.kind === "unix") grantSocket(entry, lookup, rules);
  const opensNames = baseline && hosts.some((entry) => entry.isName);
  if (opensNames) open(DNS, CLIENT, { need: NAME_SERVICE });

  const isOpen = (deny: HostEntry) =>
    net.allowAll || handled !== ALL_NET ||
    (deny.port === undefined ? hosts.length > 0 : ports.has(deny.port));
  return {
    handled,
    handlesSockets: !net.allowAll || socketsDenied.length > 0,
    ports: [...ports].map(([port, origins]) => ({
      port,
      access: origins.reduce((mask, { access }) => mask | access, 0n),
      origins,
    })),
    grants: [
      ...(net.allowAll ? [reportAll(net)] : []),
      ...net.allow.map((entry) =>
        allowed.includes(entry) ? reportAllowed(entry, lookup) : reportOverruled(entry)
      ),
      ...net.deny.map((entry) =>
        entry.kind === "vsock"
          ? reportVsock(entry, "deny")
          : reportDenied(entry, entry.kind === "host" && isOpen(entry))
      ),
    ],
    needs: [
      ...(opensNames ? [NAME_SERVICE] : []),
      ...(restrictsUdp && (handled & NET.BIND_UDP) !== 0n && hosts.length > 0 ? [PICKED_PORTS] : []),
    ],
  };
}

/** Entries equal in specificity: then the deny wins. */
function isSame(allow: NetEntry, deny: NetEntry): boolean {
  if (allow.kind !== "host" || deny.kind !== "host") return allow.text === deny.text;
  return allow.host === deny.host && allow.port === deny.port;
}

/** Every socket with a path but the denied ones. */
function allowSocketsBut(denied: readonly string[], lookup: Lookup, rules: RuleTable): void {
  if (denied.length === 0) return;
  const marks = denied.map((path) => ({ path, allow: false }));
  const carved = carve([{ path: "/", allow: true }, ...marks], lookup);
  for (const { path, isDirectory, listed } of carved.grants) {
    rules.add(path, isDirectory, FS.RESOLVE_UNIX, EVERYTHING, { mayVanish: listed });
  }
}

/** The socket itself: a rule on a directory would grant all sockets in it. */
function grantSocket(entry: UnixEntry, lookup: Lookup, rules: RuleTable): void {
  const resolved = lookup.resolve(entry.path);
  if (resolved?.kind === "other") rules.add(resolved.path, false, FS.RESOLVE_UNIX, [originOf(entry)]);
}

const EVERYTHING: readonly Origin[] = [{ entry: { permission: "net", entry: "*", effect: "allow" } }];

function originOf({ text }: NetEntry): Origin {
  return { entry: { permission: "net", entry: text, effect: "allow" } };
}

function reportAll(net: Grants<NetEntry>): EntryDecision {
  const base = { permission: "net", entry: "*", effect: "allow" } as const;
  if (net.deny.length === 0) return { ...base, status: "enforced", fidelity: "exact" };
  if (net.deny.every((entry) => entry.kind === "unix")) {
    const reason = "Beside a denied socket, those that are made later cannot be reached";
    return { ...base, status: "partial", fidelity: "narrower", reason };
  }
  const reason = "What is denied inside it stays open, see there";
  return { ...base, status: "partial", fidelity: "wider", reason };
}

function reportAllowed(entry: NetEntry, lookup: Lookup): EntryDecision {
  const base = { permission: "net", entry: entry.text, effect: "allow", address: entry.kind } as const;
  if (entry.kind === "vsock") return reportVsock(entry, "allow");
  if (entry.kind === "unix") {
    const resolved = lookup.resolve(entry.path);
    if (resolved?.kind === "other") return { ...base, status: "enforced", fidelity: "exact" };
    if (resolved !== undefined) {
      const reason = `It is a ${resolved.kind}, not a socket: nothing is granted. Name each socket`;
      return { ...base, status: "partial", fidelity: "narrower", reason };
    }
    return {
      ...base,
      status: "partial",
      fidelity: "narrower",
      reason:
        "The socket does not exist yet, and the kernel has no rule for a path that is not there (from ABI 9 on " +
        "it cannot be reached; grant it after the server has started)",
    };
  }
  return {
    ...base,
    status: "partial",
    fidelity: "wider",
    reason: `The kernel sees ports, not hosts: ${acts(entry)}`,
  };
}

function acts({ port, local }: HostEntry): string {
  if (port === 0) return "a port that the system picks can be listened on, at every address of this machine";
  const where = port === undefined ? "every port" : `port ${port}`;
  return local
    ? `${where} can be listened on, and reached on any host`
    : `${where} can be reached on any host. It cannot be listened on, that takes an entry such as "localhost${
      port === undefined ? "" : `:${port}`
    }"`;
}

function reportVsock(entry: VsockEntry, effect: "allow" | "deny"): EntryDecision {
  return {
    permission: "net",
    entry: entry.text,
    effect,
    address: "vsock",
    status: "unenforced",
    fidelity: "wider",
    reason: "Landlock does not restrict vsock: every address can be reached",
  };
}

function reportOverruled(entry: NetEntry): EntryDecision {
  return {
    permission: "net",
    entry: entry.text,
    effect: "allow",
    address: entry.kind,
    status: "enforced",
    fidelity: "exact",
    reason: "The same entry is denied, and then the deny wins: nothing is opened",
  };
}

function reportDenied(entry: NetEntry, open: boolean): EntryDecision {
  const base = { permission: "net", entry: entry.text, effect: "deny", address: entry.kind } as const;
  if (!open) return { ...base, status: "enforced", fidelity: "exact" };
  return {
    ...base,
    status: "unenforced",
    fidelity: "wider",
    reason: "Its port is open for another entry, and the kernel cannot tell hosts apart",
  };
}
