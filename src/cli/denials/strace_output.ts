import { parent, resolve } from "../../linux/paths.ts";
import type { Act } from "../verdict.ts";
import { type Denial, MOST_DENIALS } from "./denial.ts";

/** System calls in whose failures a denial shows. The question mark: not every architecture has each. */
const TRACED =
  "open openat openat2 creat truncate execve execveat mkdir mkdirat rmdir unlink unlinkat rename " +
  "renameat renameat2 link linkat symlink symlinkat mknod mknodat connect bind sendto sendmsg chdir fchdir";

/** The argument for `strace -e`. */
export const TRACE_EXPRESSION: string = `trace=${TRACED.split(" ").map((name) => `?${name}`).join(",")}`;

/** Errors with which Landlock refuses; EXDEV where something may not be moved between directories. */
const REFUSED = /^-1 (EACCES|EPERM|EXDEV) /;

/** How a process ended. */
const EXITED = /^\+\+\+ (?:exited with (\d+)|killed by (?:SIGRT_(\d+)|(\w+))(?: \(core dumped\))?) \+\+\+$/;
/** The kernel's first real-time signal, strace's SIGRT_0. */
const FIRST_REAL_TIME_SIGNAL = 32;
/** A line is as long as what a command passes to a call. */
const LONGEST_LINE = 1 << 20;

/** What `strace -f -y -q -o` writes, read as it comes. However much that is, little of it is kept. */
export class StraceTrace {
  /** Refused acts, each once, the first {@linkcode MOST_DENIALS} and one more. */
  readonly denials: Denial[] = [];
  /** Of the command itself, once it has ended; as shells have it, where a signal ended it. */
  exitCode: number | undefined;
  /** The command: what is traced first. */
  #command: string | undefined;
  /** The beginning of a line whose end is still to come. */
  #line = "";
  readonly #known = new Set<string>();
  readonly #directory: string;
  readonly #directories = new Map<string, string>();
  readonly #begun = new Map<string, string>();

  /** @param directory where the command was started */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Whether anything was traced at all. */
  get hasBegun(): boolean {
    return this.#command !== undefined;
  }

  /** The next part of the text. */
  take(text: string): void {
    const [first = "", ...others] = text.split("\n");
    this.#line = (this.#line + first).slice(0, LONGEST_LINE);
    for (const next of others) {
      this.#takeLine(this.#line);
      this.#line = next;
    }
  }

  #takeLine(line: string): void {
    const [, process, rest = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (process === undefined) return;
    this.#command ??= process;
    const exited = EXITED.exec(rest);
    if (exited === null) return this.#takeCall(process, rest);
    this.#directories.delete(process);
    this.#begun.delete(process);
    if (process === this.#command) this.exitCode = exitCodeOf(exited);
  }

  /** Calls of several processes interrupt each other: `open("x" <unfinished ...>` and later `<... open resumed>) = 3`. */
  #takeCall(process: string, text: string): void {
    const unfinished = /^(.*) <unfinished \.\.\.>$/.exec(text)?.[1];
    if (unfinished !== undefined) {
      this.#begun.set(process, unfinished);
      return;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1];
    const whole = resumed === undefined ? text : `${this.#begun.get(process) ?? ""}${resumed}`;
    const [, call, args = "", result = ""] = /^(\w+)\((.*)\)\s+= (-?\d.*)$/.exec(whole) ?? [];
    if (call === undefined) return;
    const here = /AT_FDCWD<([^<>]*)>/.exec(args)?.[1] ?? this.#directories.get(process) ?? this.#directory;
    const moves = call.endsWith("chdir") && result.startsWith("0");
    this.#directories.set(process, moves ? newDirectory(args, here) : here);
    if (!REFUSED.test(result)) return;
    for (const denial of denialsOf(call, args, here)) this.#keep(denial);
  }

  #keep(denial: Denial): void {
    const key = `${denial.act} ${denial.thing}`;
    if (this.#known.has(key) || this.#known.size > MOST_DENIALS) return;
    this.#known.add(key);
    this.denials.push(denial);
  }
}

function exitCodeOf([, code, realTime, name]: readonly (string | undefined)[]): number {
  if (code !== undefined) return Number(code);
  const { signals } = process.getBuiltinModule("node:os").constants;
  return 128 +
    (realTime === undefined
      ? signals[name as NodeJS.Signals] ?? 0
      : FIRST_REAL_TIME_SIGNAL + Number(realTime));
}

function newDirectory(args: string, here: string): string {
  const [path] = pathsOf(args, here);
  return path ?? /<([^<>]*)>/.exec(args)?.[1] ?? here;
}

function denialsOf(call: string, args: string, here: string): Denial[] {
  const denial = (act: Act, thing: string): Denial => ({ act, thing, by: call });
  if (call === "connect" || call.startsWith("send")) {
    return addressOf(args, here).map((thing) => denial("connect", thing));
  }
  if (call === "bind") return listenedOn(args).map((thing) => denial("listen", thing));
  const paths = pathsOf(args, here);
  if (call.startsWith("exec")) return paths.slice(0, 1).map((path) => denial("run", path));
  if (call.startsWith("open")) {
    return paths.flatMap((path) => actsOfOpening(args).map((act) => denial(act, path)));
  }
  // A symbolic link's target is only text
  const named = call.startsWith("symlink") ? paths.slice(-1) : paths;
  // Making and removing are rights on the directory
  const isContent = call === "truncate" || call === "creat";
  return named.map((path) => denial("write", isContent ? path : parent(path)));
}

function actsOfOpening(args: string): Act[] {
  if (args.includes("O_RDWR")) return ["read", "write"];
  return [/O_WRONLY|O_CREAT|O_TRUNC/.test(args) ? "write" : "read"];
}

/** The strings among the arguments as absolute paths, each relative to the descriptor before it. */
function pathsOf(args: string, here: string): string[] {
  const beforeLists = args.split(/, \[/)[0] as string;
  // A path may be full of digits and angle brackets: each is looked at a few times at the most
  return [...beforeLists.matchAll(/(?:\d{1,10}<([^<>]*)>, )?"((?:[^"\\]|\\.)*)"(\.\.\.)?/g)]
    .filter(([, , text, isCut]) => text !== "" && isCut === undefined)
    .map(([, folder, text = ""]) => resolve(folder ?? here, unescape(text)));
}

/** strace writes what is not printable as `\n` or in octal. */
function unescape(text: string): string {
  const bytes: number[] = [];
  for (const [token] of text.matchAll(/\\[0-7]{1,3}|\\.|[^\\]/gsu)) {
    if (/^\\[0-7]/.test(token)) bytes.push(Number.parseInt(token.slice(1), 8));
    else bytes.push(...new TextEncoder().encode(ESCAPES[token] ?? token.replace(/^\\/, "")));
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\n": "\n",
  "\\t": "\t",
  "\\r": "\r",
  "\\v": "\v",
  "\\f": "\f",
};

/** Where a socket's address leads, as an entry of the net permission. */
function addressOf(args: string, here: string): string[] {
  const port = /sin6?_port=htons\((\d+)\)/.exec(args)?.[1];
  const address = /sin_addr=inet_addr\("([^"]+)"\)/.exec(args)?.[1] ??
    /inet_pton\(AF_INET6, "([^"]+)"/.exec(args)?.[1];
  if (port !== undefined && address !== undefined) {
    return [address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`];
  }
  const socket = /sun_path="((?:[^"\\]|\\.)*)"/.exec(args)?.[1];
  if (socket === undefined || socket === "") return [];
  return [`unix:${resolve(here, unescape(socket))}`];
}

/** A port of this machine; port 0, any, cannot be granted. */
function listenedOn(args: string): string[] {
  const port = /sin6?_port=htons\((\d+)\)/.exec(args)?.[1];
  return port === undefined || port === "0" ? [] : [`localhost:${port}`];
}
