import { readFile } from "./files.ts";
import type { System } from "./system.ts";

let first: Uint8Array | undefined;

/** The environment the process was started with, as `/proc/self/environ` has it. Read once: after `lockdown()` only root
 * may, see `hideMemory` in `src/enforce/hide_memory.ts`.
 *
 * @throws SystemCallError
 */
export function processEnvironment(system: System): Uint8Array {
  first ??= readFile(system, "/proc/self/environ");
  return first;
}
