import { FS, NET } from "../landlock/abi.ts";
import type { HostEntry, NetEntry, UnixEntry } from "../permissions/net_entry.ts";
import type { Grants } from "../permissions/permission_set.ts";
import { carve } from "./carve.ts";
import { canonicalPath, type Lookup } from "../linux/lookup.ts";
import { type EntryDecision, exact, narrower, unenforced, wider } from "./decision.ts";
import type { Contribution, EntryName, Need, Origin, PlannedPortRule } from "./origin.ts";
import type { RuleTable } from "./rule_table.ts";

const ALL_NET: bigint = NET.BIND_TCP | NET.CONNECT_TCP | NET.BIND_UDP | NET.CONNECT_SEND_UDP;
const CLIENT: bigint = NET.CONNECT_TCP | NET.CONNECT_SEND_UDP;
const SERVER: bigint = NET.BIND_TCP | NET.BIND_UDP;
const DNS = 53;

/** The translated net permission. */
export interface NetworkPlan {
  /** Rights to handle: those no entry opens for every port. */
  readonly handled: bigint;
  /** Whether sockets with a path are to be restricted, `RESOLVE_UNIX`. */
  readonly handlesSockets: boolean;
  readonly ports: readonly PlannedPortRule[];
  readonly grants: readonly EntryDecision[];
  /** Further grants: the name service, ports that the kernel picks. */
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
      ...(net.allowAll ? [decideAll(net)] : []),
      ...net.allow.map((entry) =>
        allowed.includes(entry) ? decideAllowed(entry, lookup) : exact(
          nameOf(entry, "allow"),
          "The same entry is denied, and then the deny wins: nothing is opened",
        )
      ),
      ...net.deny.map((entry) => decideDenied(entry, isOpen)),
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
    rules.add(path, isDirectory, FS.RESOLVE_UNIX, [{ entry: EVERYTHING }], { mayVanish: listed });
  }
}

/** The socket itself: a rule on a directory would grant all sockets in it. */
function grantSocket(entry: UnixEntry, lookup: Lookup, rules: RuleTable): void {
  const resolved = lookup.resolve(entry.path);
  if (resolved?.kind === "other") rules.add(resolved.path, false, FS.RESOLVE_UNIX, [originOf(entry)]);
}

const EVERYTHING: EntryName = { permission: "net", entry: "*", effect: "allow" };

function nameOf({ text, kind }: NetEntry, effect: "allow" | "deny") {
  return { permission: "net", entry: text, effect, address: kind } as const;
}

function originOf({ text }: NetEntry): Origin {
  return { entry: { permission: "net", entry: text, effect: "allow" } };
}

function decideAll({ deny }: Grants<NetEntry>): EntryDecision {
  if (deny.length === 0) return exact(EVERYTHING);
  return deny.every((entry) => entry.kind === "unix")
    ? narrower(EVERYTHING, "Beside a denied socket, those that are made later cannot be reached")
    : wider(EVERYTHING, "What is denied inside it stays open, see there");
}

function decideAllowed(entry: NetEntry, lookup: Lookup): EntryDecision {
  const name = nameOf(entry, "allow");
  if (entry.kind === "vsock") return unenforced(name, "wider", NO_VSOCK);
  if (entry.kind === "host") return wider(name, `The kernel sees ports, not hosts: ${acts(entry)}`);
  const resolved = lookup.resolve(entry.path);
  if (resolved?.kind === "other") return exact(name);
  if (resolved !== undefined) {
    return narrower(name, `It is a ${resolved.kind}, not a socket: nothing is granted. Name each socket`);
  }
  return narrower(
    name,
    "The socket does not exist yet, and the kernel has no rule for a path that is not there (from ABI 9 on " +
      "it cannot be reached; grant it after the server has started)",
  );
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

const NO_VSOCK = "Landlock does not restrict vsock: every address can be reached";

function decideDenied(entry: NetEntry, isOpen: (entry: HostEntry) => boolean): EntryDecision {
  const name = nameOf(entry, "deny");
  if (entry.kind === "vsock") return unenforced(name, "wider", NO_VSOCK);
  if (entry.kind === "unix" || !isOpen(entry)) return exact(name);
  return unenforced(
    name,
    "wider",
    "Its port is open for another entry, and the kernel cannot tell hosts apart",
  );
}
