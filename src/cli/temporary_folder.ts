import { context } from "../context.ts";
import { assemble } from "../machine/assemble.ts";
import { executable } from "../machine/elf.ts";
import { sealedExecutable } from "../spawn/memory_file.ts";
import { openingProgram } from "./opening_program.ts";

/** Removes the folder "$2" when the process "$1" has ended. Nothing that ends or stops the command's process group
 * may end it before.
 *
 * What the command left running may still write there, and folders may be closed to their own user: those are opened
 * by the program at "$3", and all of it is tried a few times. */
const REMOVE_LATER = `trap "" HUP INT QUIT TERM TSTP
while kill -0 "$1"; do sleep 1; done
for delay in 0 1 1 1 2 2 2 4 4 4; do
  sleep "$delay"
  rm -rf -- "$2" && exit
  find "$2" -type d ! -perm -700 -exec /proc/self/fd/3 {} ";"
done`;

/** The shell must not look for its programs where the user does: the command may be allowed to write there, as npm is
 * in the `node_modules/.bin` of a script. The last one is for NixOS. */
const SYSTEM_PATH = "/usr/bin:/bin:/run/current-system/sw/bin";

/** Makes a temporary folder that is removed when this process, which will be the command by then, has ended.
 *
 * No process of ours stays as the command's parent to do it. A shell outside of the sandbox looks once a second; it
 * is nobody's child by then, so that the command does not meet a child it never started. */
export function makeTemporaryFolder(): string {
  const { mkdtempSync, realpathSync } = process.getBuiltinModule("node:fs");
  const { tmpdir } = process.getBuiltinModule("node:os");
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { runtime: { architecture }, system } = context();
  const program = executable(assemble(openingProgram(architecture), architecture), { entry: "start" });
  // Where memory files cannot be executed, closed folders stay
  const opening = sealedExecutable(system, program);
  const path = mkdtempSync(`${realpathSync(tmpdir())}/landlockdown-tmp-`);
  const opener = `/proc/${process.pid}/fd/${opening}`;
  // No inherited streams: who reads the command's output to its end must not wait for the shell
  spawnSync("/bin/sh", [
    "-c",
    `[ -r "$3" ] && exec 3< "$3"; (${REMOVE_LATER}) &`,
    "sh",
    String(process.pid),
    path,
    opener,
  ], {
    cwd: "/",
    env: { PATH: SYSTEM_PATH },
    stdio: "ignore",
  });
  if (opening !== undefined) system.attempt("close", opening);
  return path;
}
