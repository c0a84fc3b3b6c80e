import type { Context } from "../context.ts";
import { workingDirectory } from "../linux/process.ts";
import type { PathReading } from "../permissions/path_entry.ts";

/** How paths are read in this process.
 *
 * @param literal whether they are names and nothing else, as in a runtime's own flags
 */
export function pathReading({ runtime, system }: Context, literal: boolean): PathReading {
  return { directory: workingDirectory(system), literal, home: () => runtime.environment("HOME") };
}
