import { isOpen } from "../src/javascript/public_call.ts";
import { bunRuntime, isBun } from "./bun.ts";
import { denoRuntime, isDeno } from "./deno.ts";
import { nodeRuntime } from "./node.ts";
import type { Runtime } from "./runtime.ts";

let current: Runtime | undefined;

/** The runtime we are on, with libc loaded; made once.
 *
 * Deno and Bun both pretend to be Node, so they are asked first, and by capability rather than by version.
 *
 * @throws LockdownError `UNSUPPORTED_PLATFORM` or `FFI_UNAVAILABLE`
 * @throws TypeError if the permission for foreign functions was given back and this is no public call of ours
 */
export function currentRuntime(): Runtime {
  if (!isOpen()) {
    throw new TypeError(
      "Cannot make system calls here: the permission for foreign functions was given back. Call the functions that " +
        "landlockdown exports",
    );
  }
  current ??= isDeno() ? denoRuntime() : isBun() ? bunRuntime() : nodeRuntime();
  return current;
}
