import { currentRuntime } from "../runtimes/mod.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import { System } from "./linux/system.ts";

/** The process we are in. */
export interface Context {
  readonly runtime: Runtime;
  readonly system: System;
}

let current: Context | undefined;

/** The runtime and the kernel below it; libc is loaded on the first call, not on import.
 *
 * @throws LockdownError `UNSUPPORTED_PLATFORM`, `FFI_UNAVAILABLE`
 * @throws TypeError if the permission for foreign functions was given back and this is no public call of ours
 */
export function context(): Context {
  const runtime = currentRuntime();
  current ??= { runtime, system: new System(runtime) };
  return current;
}
