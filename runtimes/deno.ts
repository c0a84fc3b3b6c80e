import { LockdownError } from "../src/errors.ts";
import { outside } from "../src/javascript/public_call.ts";
import { fromProcessEnvironment } from "./environment.ts";
import { requireLinux } from "./platform.ts";
import { libcPaths, type PermissionDescriptor, type Runtime } from "./runtime.ts";

/** The part of Deno's API used here. Declared by hand so that one source tree type-checks in every runtime. */
interface DenoApi {
  readonly version: { readonly deno: string };
  readonly build: { readonly os: string; readonly arch: string; readonly standalone?: boolean };
  readonly mainModule: string;
  readonly env: { get(name: string): string | undefined };
  readonly permissions: {
    querySync(descriptor: PermissionDescriptor): { readonly state: string };
    revokeSync(descriptor: PermissionDescriptor): unknown;
  };
  dlopen<Name extends string>(
    path: string,
    symbols: Record<Name, { name?: string; parameters: readonly string[]; result: string }>,
  ): { readonly symbols: Record<Name, (...values: (number | Uint8Array)[]) => number | bigint> };
}

const deno = (globalThis as { Deno?: DenoApi }).Deno;
/** As they are now: other code can replace what `Deno` holds. */
const querySync = deno?.permissions?.querySync?.bind(deno.permissions);
const revokeSync = deno?.permissions?.revokeSync?.bind(deno.permissions);
const getVariable = deno?.env?.get?.bind(deno.env);

/** Whether this is Deno: whether it can load native libraries the way Deno does. */
export function isDeno(): boolean {
  return typeof deno?.dlopen === "function";
}

const INTEGER = "i64";

/** Only integers and `buffer` parameters: with a scoped `--allow-ffi=<libc>` Deno refuses pointer objects. */
const SYMBOLS = {
  syscall: { parameters: Array<string>(7).fill(INTEGER), result: INTEGER },
  errnoLocation: { name: "__errno_location", parameters: [], result: "usize" },
  /** `memcpy` from a native address into a buffer: the way to read errno without pointer objects. */
  read: { name: "memcpy", parameters: ["buffer", "usize", "usize"], result: "usize" },
  /** `memcpy(b, b, 0)` returns the address of `b`. */
  address: { name: "memcpy", parameters: ["buffer", "buffer", "usize"], result: "usize" },
};

/** Deno's adapter. Needs `--allow-ffi`, or `--allow-ffi=<path of libc>` and nothing else. */
export function denoRuntime(): Runtime {
  const api = deno as DenoApi;
  const { mainModule, build } = api;
  const architecture = requireLinux(build.os, build.arch);
  const { library, path } = openLibc(api, libcPaths(architecture));
  const { syscall, errnoLocation, read, address } = library.symbols;
  const errno = new Int32Array(new ArrayBuffer(4));
  const errnoBytes = new Uint8Array(errno.buffer);
  const environment = (name: string): string | undefined => {
    if (!isGranted({ name: "env", variable: name })) return fromProcessEnvironment(runtime, name);
    return outside(() => getVariable?.(name));
  };

  const runtime: Runtime = {
    name: "deno",
    version: api.version.deno,
    backend: "Deno.dlopen",
    // A fork takes about two milliseconds more, a rule eight microseconds
    handsOnRulesetsFrom: 300,
    debugSignal: () => undefined,
    architecture,
    libc: path.includes("musl") ? "musl" : "glibc",
    syscall(number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0) {
      const result = Number(syscall(number, a, b, c, d, e, f));
      if (result !== -1) return result;
      read(errnoBytes, Number(errnoLocation()), 4);
      return -(errno[0] as number);
    },
    addressOf: (bytes) => Number(address(bytes, bytes, 0)),
    environment,
    entry: () => entryPath(mainModule),
    ranAhead: () => undefined,
    flagFacts: () => ({
      runtime: "deno",
      mainModule,
      isCompiled: build.standalone === true,
      libcPath: path,
      isGranted,
    }),
    dropForeignFunctions() {
      return outside(() => {
        if (!isGranted({ name: "ffi", path })) return undefined;
        // Without a path this takes back the whole permission; symbols that are bound keep working
        revokeSync?.({ name: "ffi" });
        revokeSync?.({ name: "ffi", path });
        return "Deno permission ffi";
      });
    },
  };
  return runtime;
}

function isGranted(query: PermissionDescriptor): boolean {
  return outside(() => querySync?.(query).state === "granted");
}

function openLibc(api: DenoApi, paths: readonly string[]) {
  // A bare name reaches the dynamic loader only with unscoped --allow-ffi; with a list it would be a file in
  // the working directory (denoland/deno#29246)
  const unscoped = isGranted({ name: "ffi" });
  const candidates = unscoped ? ["libc.so.6", ...paths] : paths;
  let failure: unknown;
  for (const path of candidates) {
    // Asking first: dlopen on a path that is not granted would prompt on a terminal
    if (!unscoped && !isGranted({ name: "ffi", path })) continue;
    try {
      return { library: api.dlopen(path, SYMBOLS), path };
    } catch (error) {
      failure = error;
    }
  }
  throw new LockdownError(
    "FFI_UNAVAILABLE",
    `Cannot reach libc from Deno: run again with --allow-ffi=${
      paths[0]
    } (or where libc lies on this system: ` +
      `one of ${paths.join(", ")}). The permission is given back after lockdown`,
    { cause: failure },
  );
}

function entryPath(url: string): string | undefined {
  return url.startsWith("file://") ? decodeURIComponent(new URL(url).pathname) : undefined;
}
