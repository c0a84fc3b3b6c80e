import type { Architecture } from "../src/linux/architecture.ts";

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

  /** The program's entry point, an absolute path; `undefined` for eval, stdin and compiled programs. */
  entry(): string | undefined;

  /** What a file in the working directory had the runtime run ahead of the program, and how to start without: a
   * sentence, or `undefined` if there was nothing. */
  ranAhead(): string | undefined;

  /** Facts needed to find the permission flags of this process. */
  flagFacts(): FlagFacts;

  /** The signal on which the runtime lets debuggers connect, and through them anybody run code in this process; `undefined`
   * if it has none, or if the program handles that signal itself. */
  debugSignal(): number | undefined;

  /** Gives the permission for foreign functions back to the runtime, where it has one, and says which. */
  dropForeignFunctions(): string | undefined;
}

/** The runtime's own permission flags, as it reports them. */
export type FlagFacts =
  | {
    readonly runtime: "deno";
    /** The URL of the entry point. */
    readonly mainModule: string;
    /** Whether this is a compiled program, whose flags nobody can see. */
    readonly isCompiled: boolean;
    /** The library that libc was called through: a grant for it alone is for landlockdown. */
    readonly libcPath: string;
    /** Asks Deno, in the shape of its permission descriptors. */
    isGranted(query: PermissionDescriptor): boolean;
  }
  | {
    readonly runtime: "node";
    /** Node's own arguments. */
    readonly execArgv: readonly string[];
    /** `undefined` where Node was started without `--permission`. */
    readonly permission: NodePermission | undefined;
  }
  | {
    readonly runtime: "bun";
    /** Bun's own arguments. */
    readonly execArgv: readonly string[];
  };

/** One of Deno's permission descriptors. */
export interface PermissionDescriptor {
  readonly name: string;
  readonly path?: string;
  readonly host?: string;
  readonly command?: string;
  readonly variable?: string;
  readonly kind?: string;
}

/** Node's own view of its permissions, `process.permission`. */
export interface NodePermission {
  has(scope: string, reference?: string): boolean;
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
