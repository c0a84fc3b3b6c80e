import { LockdownError } from "../errors.ts";
import { outside } from "../javascript/public_call.ts";
import { FS, NET } from "../landlock/abi.ts";
import type { Ruleset } from "../landlock/ruleset.ts";
import { readFile } from "../linux/content.ts";
import { EACCES, errnoName } from "../linux/errno.ts";
import {
  AF_INET,
  ALL_SEALS,
  AT_FDCWD,
  F_ADD_SEALS,
  F_DUPFD,
  F_GET_SEALS,
  F_SETFD,
  FD_CLOEXEC,
  MFD_ALLOW_SEALING,
  O_CLOEXEC,
  SIGPIPE,
  SIGXFSZ,
  SOCK_STREAM,
} from "../linux/flags.ts";
import { readLink } from "../linux/links.ts";
import { createMemoryFile } from "../linux/memory_file.ts";
import { isWithin } from "../linux/paths.ts";
import { processEnvironment } from "../linux/process.ts";
import { stringTable } from "../linux/string_table.ts";
import type { System } from "../linux/system.ts";
import { quote } from "../text.ts";
import type { Plan } from "../plan/plan.ts";
import { type Report, reportOf } from "../plan/report.ts";

/** What `lockdown()` was asked for, in words that stay the same when the program is started again. */
export interface Restart {
  /** Permissions, options and working directory as text. */
  readonly request: string;
}

/** What is passed to the program that is started again, in a sealed memory file. */
export interface Stage {
  readonly request: string;
  readonly canary: CanaryName;
  /** Whether the process is to be kept out of reach of what it starts. */
  readonly hidesMemory: boolean;
  /** Paths of the rules in force that lie in `/proc`. */
  readonly paths: readonly string[];
  readonly report: Report;
}

interface Handover {
  /** The process is the same before and after `execve`; a child that inherits the descriptor is not. */
  readonly pid: number;
  readonly startTime: string;
  readonly stages: readonly Stage[];
}

/** Where the handover is looked for: far above what a program has open, or lower where its limit does not allow
 * that. */
const FIRST_DESCRIPTORS: readonly number[] = [900, 200];
const DESCRIPTORS = 16;

const decoder = new TextDecoder();

/** Stages already taken over by calls of this run of the program. */
let taken = 0;

/** Restricts the main thread and starts the same program again: the new image is inside as a whole, since
 * `execve` ends all other threads. Does not return.
 *
 * @throws LockdownError `NOT_ENFORCEABLE` if nothing could prove afterwards that the domain is in force
 */
export function restart(system: System, plan: Plan, { request }: Restart, restrictMain: () => void): never {
  const canary = CANARIES.find((canary) => canary.isDenied(plan.ruleset) && canary.attempt(system) >= 0);
  if (canary === undefined) {
    throw new LockdownError(
      "NOT_ENFORCEABLE",
      "Cannot start the program again inside the sandbox: nothing that it denies was possible before, so that nothing " +
        "could prove afterwards that it is in force",
      {
        remedy:
          'Grant less than everything, start again in the first lockdown() alone, or pass threads: "auto"',
      },
    );
  }
  const program = readLink(system, "/proc/self/exe");
  const commandLine = readFile(system, "/proc/self/cmdline");
  // Setting a title overwrites the command line: the runtime would take the title for a program, or read one from
  // standard input
  const [ownName = ""] = decoder.decode(commandLine).split("\0");
  if (ownName !== outside(() => process.argv0)) {
    throw new LockdownError(
      "NOT_ENFORCEABLE",
      `Cannot start the program again: its command line was overwritten with ${quote(ownName)}`,
      {
        subject: ownName,
        remedy: "Set process.title after lockdown()",
      },
    );
  }
  const environment = processEnvironment(system);
  const [argv, envp] = [stringTable(system, commandLine), stringTable(system, environment)];
  // Only those that calls of this run have taken over: others are not ours, whoever left them
  const earlier = findHandover(system)?.handover.stages.slice(0, taken) ?? [];
  const stage = {
    request,
    canary: canary.name,
    hidesMemory: plan.hidesMemory,
    paths: plan.ruleset.paths.map(({ path }) => path).filter((path) => path.startsWith("/proc/")),
    report: reportOf(plan, { threads: { method: "reexec", count: 1 } }),
  };
  const stages = [...earlier, stage];
  passOn(system, { ...identity(system), stages });
  const path = system.buffer(program.length * 3 + 1);
  new TextEncoder().encodeInto(program, path.bytes);

  restrictMain();
  for (const fd of [0, 1, 2, ...inheritedChannel(decoder.decode(environment))]) {
    system.attempt("fcntl", fd, F_SETFD, 0);
  }
  // Ignored signals stay ignored across execve, and a runtime ignores these two
  for (const signal of [SIGPIPE, SIGXFSZ]) resetSignal(system, signal);
  const result = system.attempt("execve", path.address, argv.table.address, envp.table.address);
  throw new LockdownError(
    "MIXED_STATE",
    `Cannot start "${program}" again: ${
      errnoName(-result)
    }. The main thread is restricted and others are not`,
    { subject: program, remedy: "End this process" },
  );
}

/** Data passed on for this request, if the program has been started again for it and the domain is in force.
 *
 * @throws LockdownError `NOT_ENFORCEABLE` if it was started again for other requests
 */
export function resume(system: System, { request }: Restart): Stage | undefined {
  const found = findHandover(system);
  const stage = found?.handover.stages[taken];
  if (found === undefined || stage === undefined) return undefined;
  if (stage.request !== request) {
    throw new LockdownError(
      "NOT_ENFORCEABLE",
      "Cannot resume after starting the program again: this time it asks for other permissions",
      {
        remedy: "Make the arguments of lockdown() the same on every start, without random or temporary names",
      },
    );
  }
  const canary = CANARIES.find(({ name }) => name === stage.canary) as Canary;
  if (canary.attempt(system) !== -EACCES) return undefined;
  // Children have no use for it; a further restart writes a new one
  system.attempt("fcntl", found.fd, F_SETFD, FD_CLOEXEC);
  taken++;
  return stage;
}

/** The handover of an earlier start and its descriptor. Not one that is left over from a process that was started
 * again and then spawned this one. */
function findHandover(system: System): { fd: number; handover: Handover } | undefined {
  const { pid, startTime } = identity(system);
  const candidates = FIRST_DESCRIPTORS.flatMap((first) =>
    Array.from({ length: DESCRIPTORS }, (_, at) => first + at)
  );
  for (const fd of candidates) {
    const seals = system.attempt("fcntl", fd, F_GET_SEALS, 0);
    // Where vm.memfd_noexec is 1 or 2 the kernel adds a seal of its own, F_SEAL_EXEC (mm/memfd.c)
    if (seals < 0 || (seals & ALL_SEALS) !== ALL_SEALS) continue;
    if (!readLink(system, `/proc/self/fd/${fd}`).startsWith("/memfd:landlockdown-handover")) continue;
    try {
      const text = new TextDecoder().decode(readDescriptor(system, fd));
      const handover = JSON.parse(text) as Handover;
      if (handover.pid === pid && handover.startTime === startTime) return { fd, handover };
    } catch {
      continue;
    }
  }
  return undefined;
}

function readDescriptor(system: System, fd: number): Uint8Array {
  const parts: number[] = [];
  for (let offset = 0;;) {
    const length = system.call(
      "pread64",
      "handover",
      fd,
      system.scratch.address,
      system.scratch.bytes.length,
      offset,
    );
    if (length === 0) return Uint8Array.from(parts);
    parts.push(...system.scratch.bytes.subarray(0, length));
    offset += length;
  }
}

/** Writes the handover into a sealed memory file that stays open across `execve`. */
function passOn(system: System, handover: Handover): void {
  const earlier = findHandover(system);
  if (earlier !== undefined) system.attempt("close", earlier.fd);
  const name = "landlockdown-handover";
  const made = createMemoryFile(system, name, MFD_ALLOW_SEALING);
  const fd = duplicate(system, made, name);
  system.attempt("close", made);
  const bytes = new TextEncoder().encode(JSON.stringify(handover));
  const buffer = system.buffer(bytes.length);
  buffer.bytes.set(bytes);
  system.call("pwrite64", name, fd, buffer.address, bytes.length, 0);
  system.call("fcntl", name, fd, F_ADD_SEALS, ALL_SEALS);
}

function duplicate(system: System, made: number, name: string): number {
  for (const first of FIRST_DESCRIPTORS) {
    const fd = system.attempt("fcntl", made, F_DUPFD, first);
    if (fd >= first && fd < first + DESCRIPTORS) return fd;
    if (fd >= 0) system.attempt("close", fd);
  }
  throw new LockdownError(
    "SYSTEM",
    `Cannot keep the "${name}" open across execve: no free descriptor`,
    { remedy: "Raise the limit of open files (ulimit -n)" },
  );
}

/** Process id and start time in clock ticks since boot: together unique, and unchanged by `execve`. */
function identity(system: System): { pid: number; startTime: string } {
  const stat = new TextDecoder().decode(readFile(system, "/proc/self/stat"));
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { pid: system.call("getpid", "getpid"), startTime: fields[19] as string };
}

/** The descriptor of the channel to a parent that used `fork()`. Node closes it, and the three standard streams,
 * on execve. */
function inheritedChannel(environment: string): number[] {
  const channel = /(?:^|\0)NODE_CHANNEL_FD=(\d+)(?:\0|$)/.exec(environment)?.[1];
  return channel === undefined ? [] : [Number(channel)];
}

function resetSignal(system: System, signal: number): void {
  const defaultAction = system.buffer(32);
  system.attempt("rt_sigaction", signal, defaultAction.address, 0, 8);
}

type CanaryName = "list /" | "write /proc/self/comm" | "bind port 0";

/** An act that succeeds outside a domain and fails inside with EACCES. */
interface Canary {
  readonly name: CanaryName;
  /** Whether a ruleset denies it. */
  isDenied(ruleset: Ruleset): boolean;
  /** Tries it: zero or more, or the negated errno. */
  attempt(system: System): number;
}

const CANARIES: readonly Canary[] = [
  {
    name: "list /",
    isDenied: (ruleset) => denies(ruleset, FS.READ_DIR, "/"),
    attempt: (system) => openAndClose(system, "/", 0),
  },
  {
    name: "write /proc/self/comm",
    isDenied: (ruleset) => denies(ruleset, FS.WRITE_FILE, "/proc"),
    attempt: (system) => openAndClose(system, "/proc/self/comm", 1),
  },
  {
    name: "bind port 0",
    isDenied: ({ handledNet, ports }) =>
      (handledNet & NET.BIND_TCP) !== 0n &&
      !ports.some(({ port, access }) => port === 0 && (access & NET.BIND_TCP) !== 0n),
    attempt: bindPort0,
  },
];

/** Whether a right is handled and no rule gives it on a path, above it or beneath it. */
function denies(ruleset: Ruleset, right: bigint, path: string): boolean {
  const related = ruleset.paths.filter((rule) =>
    isWithin(path, rule.path) || (path !== "/" && isWithin(rule.path, path))
  );
  return (ruleset.handledFs & right) !== 0n && related.every((rule) => (rule.access & right) === 0n);
}

function openAndClose(system: System, path: string, flags: number): number {
  const fd = system.attempt("openat", AT_FDCWD, system.pathAddress(path), flags | O_CLOEXEC, 0);
  if (fd >= 0) system.attempt("close", fd);
  return fd;
}

function bindPort0(system: System): number {
  const SOCKADDR_SIZE = 16;
  const fd = system.attempt("socket", AF_INET, SOCK_STREAM, 0);
  if (fd < 0) return fd;
  const address = system.scratch;
  address.bytes.fill(0, 0, SOCKADDR_SIZE);
  address.view.setUint16(0, AF_INET, true);
  address.view.setUint32(4, 0x7f000001); // 127.0.0.1 in network byte order
  const result = system.attempt("bind", fd, address.address, SOCKADDR_SIZE);
  system.attempt("close", fd);
  return result;
}
