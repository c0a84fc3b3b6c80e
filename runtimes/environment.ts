import { processEnvironment } from "../src/linux/process.ts";
import { System } from "../src/linux/system.ts";
import type { Runtime } from "./runtime.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A variable from the environment the process was started with, for runtimes whose own API would prompt.
 * Later changes by the program do not show there.
 *
 * The others never become text: a snapshot of the heap, which `node:v8` makes without a permission, would show it. */
export function fromProcessEnvironment(runtime: Runtime, name: string): string | undefined {
  let bytes: Uint8Array;
  try {
    bytes = processEnvironment(new System(runtime));
  } catch {
    return undefined;
  }
  const prefix = encoder.encode(`${name}=`);
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0, start);
    const end = found < 0 ? bytes.length : found;
    if (begins(bytes, start, prefix)) return decoder.decode(bytes.subarray(start + prefix.length, end));
    start = end + 1;
  }
  return undefined;
}

function begins(bytes: Uint8Array, start: number, prefix: Uint8Array): boolean {
  for (let at = 0; at < prefix.length; at++) if (bytes[start + at] !== prefix[at]) return false;
  return true;
}
