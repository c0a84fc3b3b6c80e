import { normalize } from "../linux/paths.ts";
import { quote } from "../text.ts";

/** An entry of the net permission, taken apart. */
export type NetEntry = HostEntry | UnixEntry | VsockEntry;

/** A host or a range of addresses, on one port or all. */
export interface HostEntry {
  readonly kind: "host";
  readonly text: string;
  /** Lower-case name, IPv4 or IPv6 address without brackets, `*.example.com`, or an IPv4 range `10.0.0.0/8`. */
  readonly host: string;
  /** 1 to 65535; 0, of this machine only, for any port that the system picks to listen on; `undefined` for every
   * port. */
  readonly port: number | undefined;
  /** Whether it names this machine, so that it may be listened on. */
  readonly local: boolean;
  /** Whether it must be looked up in the name service. */
  readonly isName: boolean;
}

/** A socket with a path, `unix:/run/x.sock`. */
export interface UnixEntry {
  readonly kind: "unix";
  readonly text: string;
  /** Absolute and lexically normalised. */
  readonly path: string;
}

/** A virtual machine's socket, `vsock:2:1024`. */
export interface VsockEntry {
  readonly kind: "vsock";
  readonly text: string;
}

const NAME = /^(\*\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
/** Letters an address is made of; what they add up to, `URL` decides. */
const IPV6 = /^[0-9a-f:.]+$/i;
const FORMS =
  'write "host:port", "host", "10.0.0.0/8:80", "[::1]:80", ":443", "unix:/path" or "vsock:cid:port"';

/** Takes an entry of the net permission apart, in Deno's grammar. Pure.
 *
 * @throws TypeError for what is not in the grammar
 * @throws RangeError for a number above 65535 as port, or for port 0 of another machine
 */
export function parseNetEntry(text: string): NetEntry {
  const scheme = /^[^/]*:\/\//.exec(text)?.[0];
  if (scheme !== undefined) throw invalid(text, `it is a URL, leave ${quote(scheme)} out`);
  if (text.startsWith("unix:")) return parseUnix(text);
  if (text.startsWith("vsock:")) return parseVsock(text);
  const split = splitPort(text);
  const host = parseHost(split.host, text);
  const port = split.port === undefined ? undefined : parsePort(split.port, text);
  if (port === 0 && !host.local) {
    throw new RangeError(
      `Cannot use ${
        quote(text)
      } in net permission: port 0 is for listening on a port that the system picks, and ` +
        `that goes with an address of this machine, write "localhost:0" or ":0"`,
    );
  }
  return { kind: "host", text, ...host, port };
}

function splitPort(text: string): { host: string; port: string | undefined } {
  const at = text.startsWith("[") ? text.indexOf(":", text.indexOf("]")) : text.indexOf(":");
  if (at < 0) return { host: text, port: undefined };
  if (!text.startsWith("[") && text.indexOf(":", at + 1) >= 0) {
    throw invalid(text, 'an IPv6 address needs brackets, as in "[::1]:80"');
  }
  return { host: text.slice(0, at), port: text.slice(at + 1) };
}

/** A TCP or UDP port. */
function parsePort(port: string, text: string): number {
  if (/^\d+-\d+$/.test(port)) throw invalid(text, "there are no port ranges, list each port");
  const problem = `port ${quote(port)} is not a number from 0 to 65535`;
  if (!/^\d+$/.test(port)) throw invalid(text, problem);
  const number = Number(port);
  if (number <= 65535) return number;
  throw new RangeError(`Cannot use ${quote(text)} in net permission: ${problem}`);
}

function parseHost(host: string, text: string): Pick<HostEntry, "host" | "local" | "isName"> {
  // Deno's short form ":443" means this machine, not any host
  if (host === "") return { host: "localhost", local: true, isName: false };
  if (host.startsWith("[")) return parseIpv6(host, text);
  if (host.includes("/")) return parseRange(host, text);
  const octets = IPV4.exec(host);
  if (octets !== null) {
    const address = checkIpv4(octets, text);
    return { host: address, local: isLocalIpv4(address), isName: false };
  }
  const name = host.toLowerCase().replace(/\.$/, "");
  if (!NAME.test(name)) throw invalid(text, FORMS);
  const local = name === "localhost" || name.endsWith(".localhost");
  return { host: name, local, isName: !local };
}

function parseIpv6(host: string, text: string): Pick<HostEntry, "host" | "local" | "isName"> {
  // A zone ("fe80::1%eth0") says where to send, not who is meant
  const address = host.slice(1, -1).replace(/%.*$/, "");
  const plain = host.endsWith("]") && IPV6.test(address);
  if (!plain || !URL.canParse(`http://[${address}]`)) throw invalid(text, FORMS);
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(canonical);
  if (mapped === null) {
    return { host: canonical, local: canonical === "::1" || canonical === "::", isName: false };
  }
  const [high, low] = [parseInt(mapped[1] as string, 16), parseInt(mapped[2] as string, 16)];
  const ipv4 = [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return parseHost(ipv4, text);
}

function parseRange(host: string, text: string): Pick<HostEntry, "host" | "local" | "isName"> {
  const at = host.indexOf("/");
  const octets = IPV4.exec(host.slice(0, at));
  const bits = host.slice(at + 1);
  if (octets === null || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) throw invalid(text, FORMS);
  const address = checkIpv4(octets, text);
  return { host: `${address}/${Number(bits)}`, local: isLocalIpv4(address), isName: false };
}

function checkIpv4(octets: RegExpExecArray, text: string): string {
  const numbers = octets.slice(1).map(Number);
  if (numbers.some((number) => number > 255)) {
    throw invalid(text, "an address has four numbers from 0 to 255");
  }
  return numbers.join(".");
}

/** The loopback network and "any address", which a server listens on. */
function isLocalIpv4(address: string): boolean {
  return address.startsWith("127.") || address === "0.0.0.0";
}

function parseUnix(text: string): UnixEntry {
  const path = text.slice("unix:".length);
  if (!path.startsWith("/")) throw invalid(text, 'a socket needs an absolute path, as in "unix:/run/x.sock"');
  return { kind: "unix", text, path: normalize(path) };
}

function parseVsock(text: string): VsockEntry {
  if (!/^vsock:(-1|\d+):\d+$/.test(text)) throw invalid(text, 'write "vsock:cid:port", as in "vsock:2:1024"');
  return { kind: "vsock", text };
}

function invalid(text: string, remedy: string): TypeError {
  return new TypeError(`Cannot use ${quote(text)} in net permission: ${remedy}`);
}
