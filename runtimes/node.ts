import { ownData } from "../src/javascript/builtins.ts";
import { LockdownError } from "../src/errors.ts";
import { outside } from "../src/javascript/public_call.ts";
import { requireLinux } from "./platform.ts";
import { processEnvironment } from "./process_environment.ts";
import type { NodePermission, Runtime } from "./runtime.ts";

/** The part of `node:ffi` used here (Node 26.9 and later), declared by hand: older types do not know it. */
interface NodeFfi {
  readonly DynamicLibrary: new (path: string | null) => {
    getFunction(
      name: string,
      signature: { arguments: readonly string[]; return: string },
    ): (...values: (bigint | Uint8Array)[]) => bigint;
    getSymbol(name: string): bigint;
  };
  getInt32(pointer: bigint, offset: number): number;
}

/** The part of koffi used here. */
interface Koffi {
  load(path: null): { func(declaration: string): (...values: (number | Uint8Array)[]) => number | bigint };
  errno(): number;
}

interface DroppablePermission extends NodePermission {
  drop?(scope: string): void;
}

type Libc = Pick<Runtime, "backend" | "libc" | "syscall" | "addressOf">;

/** A symbol that only glibc has: Node runs on either library and does not say on which. */
const GLIBC_ONLY = "gnu_get_libc_version";

/** On it Node opens its inspector, also without `--inspect`. The number is the same on both architectures. */
const SIGUSR1 = 10;

/** Node's adapter: `node:ffi` where the runtime has it, else the package `koffi`. */
export function nodeRuntime(): Runtime {
  const architecture = requireLinux(process.platform, process.arch);
  const libc = nodeFfi() ?? koffi();
  const version = process.versions.node;
  const { permission } = process as { permission?: DroppablePermission };
  return {
    name: "node",
    version,
    architecture,
    handsOnRulesetsFrom: 1,
    ...libc,
    environment: processEnvironment(process),
    entry() {
      // argv[1] has no extension when the user left it out; such a path does not exist and is skipped later
      const entry = outside(() => process.argv[1]);
      return typeof entry === "string" && entry.startsWith("/") ? entry : undefined;
    },
    ranAhead: () => undefined,
    // A listener of the program has taken the place of Node's own handler
    debugSignal: () => outside(() => process.listenerCount("SIGUSR1")) > 0 ? undefined : SIGUSR1,
    flagFacts: () => ({
      runtime: "node",
      execArgv: outside(() => ownData(process.execArgv)),
      permission: permission && {
        has: (scope, reference) => outside(() => permission.has(scope, reference)),
      },
    }),
    dropForeignFunctions() {
      const scope = libc.backend === "koffi" ? "addon" : "ffi";
      const dropped = outside(() => {
        if (permission?.drop === undefined || !permission.has(scope)) return false;
        permission.drop(scope);
        return true;
      });
      return dropped ? `Node permission ${scope}` : undefined;
    },
  };
}

function nodeFfi(): Libc | undefined {
  const ffi = withoutWarning(() => process.getBuiltinModule("node:ffi")) as unknown as NodeFfi | undefined;
  if (ffi === undefined) return undefined;
  const integers = (count: number) => Array<string>(count).fill("int64");
  // A library handle holds one signature a symbol, so each function gets a handle. null is the process image
  const load = (name: string, parameters: readonly string[], result: string) => {
    try {
      return new ffi.DynamicLibrary(null).getFunction(name, { arguments: parameters, return: result });
    } catch (error) {
      throw new LockdownError(
        "FFI_UNAVAILABLE",
        "Cannot call libc through node:ffi: under --permission, run again with --allow-ffi",
        { cause: error },
      );
    }
  };
  const { getInt32 } = ffi;
  const syscall = load("syscall", integers(7), "int64");
  const errnoLocation = load("__errno_location", [], "pointer");
  const copy = load("memcpy", ["buffer", "buffer", "uint64"], "uint64");
  return {
    backend: "node:ffi",
    libc: succeeds(() => new ffi.DynamicLibrary(null).getSymbol(GLIBC_ONLY)) ? "glibc" : "musl",
    syscall(number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0) {
      const result = Number(
        syscall(BigInt(number), BigInt(a), BigInt(b), BigInt(c), BigInt(d), BigInt(e), BigInt(f)),
      );
      return result === -1 ? -getInt32(errnoLocation(), 0) : result;
    },
    addressOf: (bytes) => Number(copy(bytes, bytes, 0n)),
  };
}

function koffi(): Libc {
  let library: Koffi;
  try {
    const { createRequire } = process.getBuiltinModule("node:module");
    library = createRequire(import.meta.url)("koffi") as Koffi;
  } catch (error) {
    const denied = (error as { code?: string }).code?.startsWith("ERR_DLOPEN_DISABLED") ?? false;
    throw new LockdownError(
      "FFI_UNAVAILABLE",
      denied
        ? "Cannot load koffi: under --permission, run again with --allow-addons"
        : `Cannot call libc from Node ${process.versions.node}: install the package "koffi" (npm install koffi), or use Node 26.9 or later`,
      { cause: error },
    );
  }
  const image = library.load(null);
  const syscall = image.func(
    "int64_t syscall(int64_t, int64_t, int64_t, int64_t, int64_t, int64_t, int64_t)",
  );
  const { errno } = library;
  const copy = image.func("size_t memcpy(void *, void *, size_t)");
  return {
    backend: "koffi",
    libc: succeeds(() => image.func(`void *${GLIBC_ONLY}()`)) ? "glibc" : "musl",
    syscall(number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0) {
      const result = Number(syscall(number, a, b, c, d, e, f));
      return result === -1 ? -errno() : result;
    },
    addressOf: (bytes) => Number(copy(bytes, bytes, 0)),
  };
}

/** node:ffi announces that it is experimental; a library should not print that into its user's terminal. */
function withoutWarning<Result>(action: () => Result): Result {
  const emitWarning = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return action();
  } finally {
    process.emitWarning = emitWarning;
  }
}

function succeeds(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
