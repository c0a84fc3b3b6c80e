import { setVariable } from "../../runtimes/start.ts";
import { context } from "../context.ts";
import { readFile } from "../system/files.ts";

/** Gives this process the PATH it was started with. A runtime may put a folder of its own in front, as Deno does, whose
 * `node` is Deno; the command gets the environment this process was started with, and programs must be looked up in the same. */
export function restoreSearchPath(): void {
  const variables = new TextDecoder().decode(readFile(context().system, "/proc/self/environ")).split("\0");
  const path = variables.find((variable) => variable.startsWith("PATH="));
  setVariable("PATH", path?.slice("PATH=".length));
}
