import { setVariable } from "../../runtimes/start.ts";
import { context } from "../context.ts";
import { readFile } from "../system/files.ts";

/** What plans depend on. */
const VARIABLES = ["PATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "XDG_STATE_HOME"];

/** Gives this process the values of these variables that it was started with. A runtime may have changed them: put
 * a folder of its own in front of PATH, whose programs start that runtime, or set what an `.env` in the working directory
 * says. The command gets the environment this process was started with, and plans must be made with the same. */
export function restoreVariables(): void {
  const started = new TextDecoder().decode(readFile(context().system, "/proc/self/environ")).split("\0");
  for (const name of VARIABLES) {
    setVariable(name, started.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1));
  }
}
