import { type NetEntry, parseNetEntry } from "./net_entry.ts";
import { quote } from "../text.ts";

/** A host as Deno compares them. */
export interface NetRule {
  readonly kind: "name" | "wildcard" | "address" | "vsock" | "range" | "unix";
  /** Name or canonical address, vsock's cid, `10.0.0.0/8`, or a socket's path. */
  readonly host: string;
  /** `undefined` for every port. */
  readonly port: number | undefined;
}

/** The order in which Deno looks at rules: with a port before those without, then by this, then by the text. That
 * is not the same as most specific first: of two ranges the one with the lower number comes first, of two
 * wildcards the one whose first label is shorter. */
const KINDS: readonly NetRule["kind"][] = ["name", "wildcard", "address", "vsock", "range", "unix"];

/** The rules an entry stands for: one, or for a bare port the three hosts that Deno puts there. */
export function netRules(entry: NetEntry): NetRule[] {
  if (entry.kind === "unix") return [{ kind: "unix", host: entry.path, port: undefined }];
  if (entry.kind === "vsock") {
    const [, cid = "", port = ""] = entry.text.split(":");
    return [{ kind: "vsock", host: cid === "-1" ? "4294967295" : String(Number(cid)), port: Number(port) }];
  }
  const { host, port, text } = entry;
  if (text.startsWith(":")) {
    return [
      { kind: "address", host: "0.0.0.0", port },
      { kind: "address", host: "127.0.0.1", port },
      { kind: "name", host: "localhost", port },
    ];
  }
  if (host.startsWith("*.")) return [{ kind: "wildcard", host: host.slice(2), port }];
  if (host.includes("/")) return [{ kind: "range", host, port }];
  // "010.1.1.1" is a name to Deno
  if (hasLeadingZero(text)) return [{ kind: "name", host: text.replace(/:.*/, ""), port }];
  return [{ kind: isAddress(host) ? "address" : "name", host, port }];
}

/** The host that is asked about. Unlike in a rule, port 0 is a port of every host.
 *
 * @throws TypeError or RangeError if it is none
 */
export function netQuery(text: string): NetRule {
  // A host, but no IPv6 address without brackets and no socket, in front of port 0
  const host = /^(\[.*\]|[^:]+):0+$/.exec(text)?.[1];
  const [rule] = netRules(parseNetEntry(host ?? text));
  if (rule === undefined || text === "" || text.startsWith(":")) {
    throw new TypeError(`Cannot ask for ${quote(text)}: it is no host`);
  }
  return host === undefined ? rule : { ...rule, port: 0 };
}

/** Whether a rule is about the host that is asked about. */
export function matchesHost(rule: NetRule, query: NetRule): boolean {
  if (rule.port !== undefined && rule.port !== query.port) return false;
  if (rule.kind === "wildcard") {
    return query.kind === "name" && (query.host === rule.host || query.host.endsWith(`.${rule.host}`));
  }
  if (rule.kind === "range") return query.kind === "address" && isInRange(query.host, rule.host);
  return rule.kind === query.kind && rule.host === query.host;
}

/** Which of two rules Deno looks at first; 0 if they are the same. */
export function compareRules(a: NetRule, b: NetRule): number {
  return Number(a.port === undefined) - Number(b.port === undefined) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareHosts(a, b) ||
    (a.port ?? 0) - (b.port ?? 0);
}

function compareHosts(a: NetRule, b: NetRule): number {
  if (a.host === b.host) return 0;
  if (a.kind === "wildcard") return compareLabels(a.host.split("."), b.host.split("."));
  if (a.kind !== "range") return a.host < b.host ? -1 : 1;
  const [address = "", bits] = a.host.split("/");
  const [other = "", otherBits] = b.host.split("/");
  return addressNumber(address) - addressNumber(other) || Number(bits) - Number(otherBits);
}

/** As names are compared in the packets of DNS: label by label, the shorter one first. */
function compareLabels(a: readonly string[], b: readonly string[]): number {
  for (const [index, label] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (label !== other) return label.length - other.length || (label < other ? -1 : 1);
  }
  return a.length - b.length;
}

function isInRange(address: string, range: string): boolean {
  if (address.includes(":")) return false;
  const [base = "", bits = "0"] = range.split("/");
  const size = 2 ** (32 - Number(bits));
  return Math.floor(addressNumber(address) / size) === Math.floor(addressNumber(base) / size);
}

function addressNumber(address: string): number {
  return address.split(".").reduce((number, octet) => number * 256 + Number(octet), 0);
}

function isAddress(host: string): boolean {
  return host.includes(":") || /^(\d+\.){3}\d+$/.test(host);
}

function hasLeadingZero(text: string): boolean {
  return /^(\d+\.){3}\d+(:|$)/.test(text) && /(^|\.)0\d/.test(text);
}
