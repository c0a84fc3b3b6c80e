import type { Architecture } from "../linux/architecture.ts";
import { executable } from "../linux/elf.ts";
import { assemble } from "./assemble.ts";
import type { Program } from "./program.ts";

/** A static Linux executable that starts at the label `start` of a program.
 *
 * @param appended read-only data that follows the program at once: a label at its end is the address
 * @throws Error if the program has no such label, or as {@linkcode assemble} does
 */
export function assembleExecutable(
  program: Program,
  architecture: Architecture,
  appended?: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const { bytes: code, labels } = assemble(program, architecture);
  const entry = labels.get("start");
  if (entry === undefined) throw new Error('Cannot start at label "start": the program does not define it');
  return executable({ architecture, code, entry, ...(appended === undefined ? {} : { appended }) });
}
