import { context } from "../context.ts";
import type { LauncherPlan } from "../launcher/policy.ts";
import { concatenate } from "../linux/bytes.ts";
import { readFile } from "../linux/content.ts";
import { errnoName } from "../linux/errno.ts";
import { F_SETFD } from "../linux/flags.ts";
import { stringTable } from "../linux/string_table.ts";
import { launcherFile } from "../sandbox/launcher_file.ts";
import { CommandError, EXIT } from "./errors.ts";

/** Becomes a launcher with this plan, and through it the command: no process of ours stays, so exit code, signals,
 * terminal and job control are the command's own. Does not return.
 *
 * The launcher is another program that restricts itself: the threads this runtime has do not matter, execve ends
 * them. Words and environment are passed on as the bytes this process got, also where they are not UTF-8.
 *
 * @param program the path of the command: the launcher must not go on looking for another one in PATH where the
 * sandbox denies this one
 * @param count how many words at the end of our command line are the command's
 */
export function replaceProcess(plan: LauncherPlan, program: string, count: number): never {
  const { system } = context();
  const { path } = launcherFile(plan);
  const words = lastStrings(readFile(system, "/proc/self/cmdline"), count);
  const nameEnd = words.indexOf(0) + 1;
  const argv = stringTable(
    system,
    concatenate([
      encode(path, "--argv0"),
      words.subarray(0, nameEnd),
      encode(program),
      words.subarray(nameEnd),
    ]),
  );
  const envp = stringTable(system, readFile(system, "/proc/self/environ"));
  // Node has the kernel close the standard streams on execve
  for (const fd of [0, 1, 2]) system.attempt("fcntl", fd, F_SETFD, 0);
  const result = system.attempt("execve", system.pathAddress(path), argv.table.address, envp.table.address);
  throw new CommandError(
    `cannot start the command: execve of the launcher failed with ${errnoName(-result)}`,
    EXIT.notExecutable,
  );
}

/** The last of zero-terminated strings. */
function lastStrings(text: Uint8Array, count: number): Uint8Array {
  let at = text.length;
  for (let left = count; left > 0; left--) at = text.lastIndexOf(0, at - 2) + 1;
  return text.subarray(at);
}

function encode(...texts: string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${text}\0`).join(""));
}
