import type { Permissions } from "../src/permissions/permissions.ts";

/** What differs between Deno, Bun and Node, and nothing else. One object a runtime implements it. */
export interface Runtime {
  /** The runtime's own name. */
  readonly name: "deno" | "bun" | "node";
  /** Its version, for example `2.9.6`. */
  readonly version: string;
  /** How we reach libc, for reports and error messages. */
  readonly backend: "Deno.dlopen" | "bun:ffi" | "node:ffi" | "koffi";
  /** Processor, in the words of the kernel's ABI. */
  readonly architecture: Architecture;
  /** The C library of this process. It decides which signal it keeps for itself (see `enforce/broadcast.ts`). */
  readonly libc: "glibc" | "musl";

  /** Calls the kernel on the current thread through libc's `syscall(2)`.
   *
   * Every argument is an integer; pointers come from {@linkcode Runtime.addressOf}. Returns the result, or
   * the negated errno. libc reports an error as -1 and errno; errno is read at once, before any other call. */
  syscall(number: number, a?: number, b?: number, c?: number, d?: number, e?: number, f?: number): number;

  /** From how many path rules on it pays to hand a child a ruleset that is there already, rather than have it build its
   * own. Some spawns fork for a further descriptor, copying the page tables, which takes as long as some hundred rules. */
  readonly handsOnRulesetsFrom: number;

  /** The address of the first byte. Only for a view on an `ArrayBuffer` of its own: those never move, small
   * typed arrays without one may live on a moving heap. */
  addressOf(bytes: Uint8Array<ArrayBuffer>): number;

  /** An environment variable of this process, read without a permission prompt: `undefined` where the runtime
   * would have to ask. */
  environment(name: string): string | undefined;

  /** Files of the running program and the runtime that later imports need. */
  ownPaths(): OwnPaths;

  /** What a file in the working directory had the runtime run ahead of the program, and how to start without: a
   * sentence, or `undefined` if there was nothing. */
  ranAhead(): string | undefined;

  /** What the flags this process was started with grant, checked with the runtime where it can be asked.
   *
   * @throws LockdownError `FLAGS_UNKNOWN` if there are none or they cannot be known
   * @throws SyntaxError, TypeError or RangeError for flags that are none
   */
  ownPermissions(place: FlagPlace): FlagPermissions;

  /** The signal on which the runtime lets debuggers connect, and through them anybody run code in this process; `undefined`
   * if it has none, or if the program handles that signal itself. */
  debugSignal(): number | undefined;

  /** Gives the permission for foreign functions back to the runtime, where it has one, and says which. */
  dropForeignFunctions(): string | undefined;
}

/** What flags grant. */
export interface FlagPermissions {
  readonly permissions: Permissions;
  /** Sentences about what in the flags has no counterpart in permissions. */
  readonly notes: readonly string[];
}

/** What it takes to understand flags: where they were given, and the files they name. */
export interface FlagPlace {
  /** The working directory, an absolute path. */
  readonly directory: string;
  /** The arguments the process was started with, its own name first. */
  readonly commandLine: readonly string[];
  /** A variable of the environment the process was started with. */
  environment(name: string): string | undefined;
  /** The text of a file; `undefined` if there is none. */
  readText(path: string): string | undefined;
  /** The names in a directory; `undefined` if there is none. */
  listDirectory(path: string): readonly string[] | undefined;
  /** The first program of that name in PATH. */
  findProgram(name: string): string | undefined;
}

/** Processor architectures we have system call numbers and machine code for. */
export type Architecture = "x86_64" | "arm64";

/** Paths a runtime reads for itself after start; not all need exist. */
export interface OwnPaths {
  /** The program's entry point, an absolute path; `undefined` for eval, stdin and compiled programs. */
  readonly entry: string | undefined;
  /** Whether imports fail unless the folders of the modules can be listed. */
  readonly listsFolders: boolean;
  /** Names of files in the folders above the program that the runtime refuses to start without, if they exist. */
  readonly startFiles: readonly string[];
  /** Folders where the runtime caches modules, with the reason for each. */
  readonly caches: readonly { readonly path: string; readonly reason: string }[];
}

/** The architecture of a runtime that names it `x64`, `x86_64`, `arm64` or `aarch64`; `undefined` otherwise. */
export function architectureOf(name: string): Architecture | undefined {
  if (name === "x64" || name === "x86_64") return "x86_64";
  if (name === "arm64" || name === "aarch64") return "arm64";
  return undefined;
}

/** Where shared C libraries lie, the most common place first. Scoped `--allow-ffi` must name one of them. */
export function libcPaths(architecture: Architecture): readonly string[] {
  const name = architecture === "x86_64" ? "x86_64" : "aarch64";
  return [
    `/lib/${name}-linux-gnu/libc.so.6`,
    `/usr/lib/${name}-linux-gnu/libc.so.6`,
    "/lib64/libc.so.6",
    "/usr/lib64/libc.so.6",
    "/usr/lib/libc.so.6",
    "/lib/libc.so.6",
    `/lib/ld-musl-${name}.so.1`,
  ];
}
