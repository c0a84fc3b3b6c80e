import { type ActName, ACTS as CATALOGUE } from "../acts/catalogue.ts";
import { context } from "../context.ts";
import { FS, masksOf, NET } from "../landlock/abi.ts";
import { isWithin, normalize, parent } from "../linux/paths.ts";
import { workingDirectory } from "../linux/process.ts";
import { type NetEntry, parseNetEntry } from "../permissions/net_entry.ts";
import { quote } from "../text.ts";
import { libraryPath } from "../plan/library_path.ts";
import { canonicalPath, lookFor, type Lookup, systemLookup } from "../linux/lookup.ts";
import { SOCKET_CLOSURES } from "../plan/mechanisms.ts";
import type { Contribution } from "../plan/origin.ts";
import type { Plan } from "../plan/plan.ts";
import { programFiles } from "../plan/program_files.ts";
import { RUN } from "../plan/programs.ts";
import { CommandError, EXIT, UsageError } from "./errors.ts";
import { findInPath } from "./programs.ts";

/** What one may ask about. */
export type Act = "read" | "write" | "run" | "connect" | "listen";

/** Every act. */
export const ACTS: readonly Act[] = ["read", "write", "run", "connect", "listen"];

/** A rule that gives an act's right, and what it was made for. */
export interface VerdictRule {
  readonly subject: string;
  readonly access: bigint;
  readonly origins: readonly Contribution[];
}

/** One thing an act takes, and what the ruleset says to it. */
export interface Verdict {
  readonly allowed: boolean;
  /** A canonical path, `port 443` or `unix:/path`. */
  readonly subject: string;
  /** The rules that give the right, or some of it. */
  readonly rules: readonly VerdictRule[];
  /** Why there is no rule and it is allowed nevertheless. */
  readonly unrestricted?: string;
  /** Why the filter denies it, whatever the rules. */
  readonly filtered?: string;
  /** The same for the other protocol, where an address is asked about without naming one: the kernel restricts each by
   * rights of its own, and older ones only TCP. */
  readonly udp?: Verdict;
}

/** Protocols that have ports. */
const PROTOCOLS = {
  tcp: { connect: NET.CONNECT_TCP, listen: NET.BIND_TCP },
  udp: { connect: NET.CONNECT_SEND_UDP, listen: NET.BIND_UDP },
} as const;

/** Whether a plan allows an act: the first thing it takes that is denied, else the thing itself. */
export function judge(act: Act, thing: string, plan: Plan): Verdict {
  const { ruleset } = plan;
  using lookup = systemLookup(context().system);
  if (act === "connect" || act === "listen") return judgeNetwork(act, thing, plan, lookup);
  if (act === "run") return judgeProgram(thing, ruleset, lookup);
  const path = absolute(thing);
  const needs = act === "read" ? readNeeds(path, lookup) : writeNeeds(path, lookup);
  return judgePath(needs.path, needs.access, ruleset);
}

function readNeeds(path: string, lookup: Lookup): { path: string; access: bigint } {
  const isDirectory = lookFor(lookup, path)?.kind === "directory";
  return { path: canonicalPath(path, lookup), access: isDirectory ? FS.READ_DIR : FS.READ_FILE };
}

/** Writing what does not exist means making it, which is a right on its directory. */
function writeNeeds(path: string, lookup: Lookup): { path: string; access: bigint } {
  const found = lookFor(lookup, path);
  if (found === undefined) {
    return { path: canonicalPath(parent(path), lookup), access: FS.MAKE_REG };
  }
  return { path: found.path, access: found.kind === "directory" ? FS.MAKE_REG : FS.WRITE_FILE };
}

function judgePath(path: string, access: bigint, ruleset: Plan["ruleset"]): Verdict {
  const needed = access & ruleset.handledFs;
  if (needed === 0n) {
    return { allowed: true, subject: path, rules: [], unrestricted: "this kernel does not restrict it" };
  }
  const rules = ruleset.paths
    .filter((rule) => isWithin(path, rule.path) && (rule.access & needed) !== 0n)
    .map(({ path, access, origins }) => ({ subject: path, access, origins }));
  const given = rules.reduce((mask, rule) => mask | rule.access, 0n);
  return { allowed: (needed & ~given) === 0n, subject: path, rules };
}

/** A program takes more than itself: its interpreters and libraries. */
function judgeProgram(thing: string, ruleset: Plan["ruleset"], lookup: Lookup): Verdict {
  const { runtime } = context();
  const found = findInPath(thing, lookup);
  if (found === undefined) {
    throw new CommandError(`cannot find ${quote(thing)}: install it or write its path`, EXIT.notFound);
  }
  const program = canonicalPath(absolute(found), lookup);
  const libraries = libraryPath(lookup, runtime.architecture, runtime.environment("LD_LIBRARY_PATH"));
  const files = programFiles(program, lookup, libraries, (name) => findInPath(name, lookup), () => false);
  const verdicts = [
    judgePath(program, RUN, ruleset),
    ...[...files.execute].map((path) => judgePath(path, RUN, ruleset)),
    ...[...files.read, ...files.left].map((path) => judgePath(path, FS.READ_FILE, ruleset)),
  ];
  return verdicts.find(({ allowed }) => !allowed) ?? verdicts[0] as Verdict;
}

function absolute(path: string): string {
  return normalize(path.startsWith("/") ? path : `${workingDirectory(context().system)}/${path}`);
}

/** A thing may begin with "tcp:" or "udp:". Without that the answer is TCP's, and UDP's is in it. */
function judgeNetwork(act: "connect" | "listen", thing: string, plan: Plan, lookup: Lookup): Verdict {
  const [, named, address = thing] = /^(tcp|udp):(.+)$/i.exec(thing) ?? [];
  const judgeBy = (protocol: keyof typeof PROTOCOLS) => judgeProtocol(act, address, protocol, plan, lookup);
  if (named !== undefined) return judgeBy(named.toLowerCase() as keyof typeof PROTOCOLS);
  const verdict = judgeBy("tcp");
  return parseNetEntry(address).kind === "host" ? { ...verdict, udp: judgeBy("udp") } : verdict;
}

function judgeProtocol(
  act: "connect" | "listen",
  thing: string,
  protocol: keyof typeof PROTOCOLS,
  plan: Plan,
  lookup: Lookup,
): Verdict {
  const entry = parseNetEntry(thing);
  // UDP has no listen(2)
  const closures: readonly ActName[] = act === "listen" && protocol === "tcp"
    ? [SOCKET_CLOSURES[entry.kind], "listening"]
    : [SOCKET_CLOSURES[entry.kind]];
  const closed = plan.closed.find((name) => closures.includes(name));
  const verdict = judgeAddress(thing, entry, { act, protocol }, plan, lookup);
  if (closed === undefined) return verdict;
  const { subject } = verdict;
  return { allowed: false, subject, rules: [], filtered: `a seccomp filter closes ${CATALOGUE[closed].act}` };
}

function judgeAddress(
  thing: string,
  entry: NetEntry,
  { act, protocol }: { act: "connect" | "listen"; protocol: keyof typeof PROTOCOLS },
  { ruleset, kernel }: Plan,
  lookup: Lookup,
): Verdict {
  const right = PROTOCOLS[protocol][act];
  if (entry.kind === "unix") {
    const verdict = judgePath(canonicalPath(entry.path, lookup), FS.RESOLVE_UNIX, ruleset);
    return { ...verdict, subject: `unix:${verdict.subject}` };
  }
  if (entry.kind === "vsock") {
    return { allowed: true, subject: thing, rules: [], unrestricted: "Landlock does not restrict vsock" };
  }
  const { port } = entry;
  if (port === undefined) {
    throw new UsageError(`cannot tell about "${thing}" without a port: write "${thing}:443", say`);
  }
  const subject = `port ${port}`;
  if ((ruleset.handledNet & right) === 0n) {
    const name = protocol.toUpperCase();
    const isUnknown = (masksOf(kernel.abi).net & right) === 0n;
    const unrestricted = `every ${name} port is open${
      isUnknown ? `: this kernel does not restrict ${name}` : ""
    }`;
    return { allowed: true, subject, rules: [], unrestricted };
  }
  const rules = ruleset.ports
    .filter((rule) => rule.port === port && (rule.access & right) !== 0n)
    .map(({ access, origins }) => ({ subject, access, origins }));
  return { allowed: rules.length > 0, subject, rules };
}
