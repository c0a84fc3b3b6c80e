import { ownData } from "../src/javascript/builtins.ts";
import { LockdownError } from "../src/errors.ts";
import { outside } from "../src/javascript/public_call.ts";
import { requireLinux } from "./platform.ts";
import { processEnvironment } from "./process_environment.ts";
import { libcPaths, type Runtime } from "./runtime.ts";

/** The part of `bun:ffi` used here, declared by hand: a static import would break the other runtimes. */
interface BunFfi {
  dlopen<Name extends string>(
    path: string,
    symbols: Record<Name, { readonly args: readonly string[]; readonly returns: string }>,
  ): { readonly symbols: Record<Name, (...values: number[]) => number> };
  ptr(view: Uint8Array): number;
  readonly read: { i32(pointer: number, offset: number): number };
}

interface BunApi {
  readonly version: string;
  readonly main: string;
  /** Its size is 0 where there is none. */
  file(path: string): { readonly size: number };
}

interface BunImportMeta {
  /** Every module that has run so far, by its path. */
  readonly require: { readonly cache: Readonly<Record<string, unknown>> };
}

const bun = (globalThis as { Bun?: BunApi }).Bun;

/** Whether this is Bun. */
export function isBun(): boolean {
  return bun !== undefined;
}

// `i64_fast` gives a plain number while it is exact; addresses and results of system calls always are
const SYMBOLS = {
  syscall: { args: Array<string>(7).fill("i64"), returns: "i64_fast" },
  __errno_location: { args: [], returns: "ptr" },
};

/** Bun's adapter. Needs no permission: Bun has none. */
export function bunRuntime(): Runtime {
  const api = bun as BunApi;
  const architecture = requireLinux(process.platform, process.arch);
  const ffi = process.getBuiltinModule("bun:ffi") as unknown as BunFfi | undefined;
  if (ffi === undefined) {
    throw new LockdownError(
      "FFI_UNAVAILABLE",
      `Cannot load "bun:ffi": this is Bun ${api.version}`,
      { subject: "bun:ffi", remedy: "Use Bun 1.4 or later" },
    );
  }
  const { library, path } = openLibc(ffi, libcPaths(architecture));
  const { syscall, __errno_location: errnoLocation } = library.symbols;
  const { ptr, read: { i32 } } = ffi;
  const environment = processEnvironment(process);

  return {
    name: "bun",
    version: api.version,
    backend: "bun:ffi",
    handsOnRulesetsFrom: 1,
    debugSignal: () => undefined,
    architecture,
    libc: path.includes("musl") ? "musl" : "glibc",
    syscall(number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0) {
      const result = syscall(number, a, b, c, d, e, f);
      return result === -1 ? -i32(errnoLocation(), 0) : result;
    },
    addressOf: (bytes) => ptr(bytes),
    environment,
    // Under `bun -e` main is a made-up name such as "/app/[eval]"
    entry: () => api.main.endsWith("]") ? undefined : api.main,
    ranAhead,
    flagFacts: () => ({ runtime: "bun", execArgv: outside(() => ownData(process.execArgv)) }),
    dropForeignFunctions: () => undefined,
  };
}

/** What the `preload` of a bunfig.toml names, also for a program in a single file: of the modules that have run when we
 * start, the first that is not ours. A preload on the command line is the user's own. */
function ranAhead(): string | undefined {
  // Not with node:fs, which takes Bun milliseconds to load
  if ((bun as BunApi).file("bunfig.toml").size === 0) return undefined;
  const ownFolder = decodeURIComponent(new URL("..", import.meta.url).pathname);
  const { cache } = (import.meta as unknown as BunImportMeta).require;
  const module = Object.keys(cache).find((path) => !path.startsWith(ownFolder));
  return module === undefined
    ? undefined
    : `"bunfig.toml" in this directory had Bun run "${module}" first. Start landlockdown with Node or Deno, or as a ` +
      "single file that reads none (docs/command_line.md)";
}

function openLibc(ffi: BunFfi, paths: readonly string[]) {
  const musl = paths.at(-1)?.slice("/lib/ld-".length);
  let failure: unknown;
  for (const path of ["libc.so.6", `libc.${musl}`, ...paths]) {
    try {
      return { library: ffi.dlopen(path, SYMBOLS), path };
    } catch (error) {
      failure = error;
    }
  }
  throw new LockdownError(
    "FFI_UNAVAILABLE",
    `Cannot load libc in Bun: tried "libc.so.6" and ${paths.join(", ")}`,
    {
      cause: failure,
    },
  );
}
