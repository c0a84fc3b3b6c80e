import { context } from "../context.ts";
import { bytesOfHex } from "../linux/bytes.ts";
import { executable } from "../linux/elf.ts";
import { executableFile, type LauncherFile, launcherFile } from "../sandbox/launcher_file.ts";
import { planSandbox, type TemporaryFolder } from "../sandbox/sandbox_plan.ts";
import { makeFolderForOnce } from "../sandbox/temporary_folder.ts";
import * as arm64 from "./generated/opening_program_arm64.ts";
import * as x86_64 from "./generated/opening_program_x86_64.ts";

/** Removes the folder "$2" when the process "$1" has ended. Nothing that ends or stops the command's process group
 * may end it before.
 *
 * What the command left running may still write there, swap folders for links, and folders may be closed to their own
 * user: so the launcher at descriptor 4 confines `rm` to the folder, the program at descriptor 3 opens what is closed
 * in the working directory, which is the folder whatever has its path by now, and all of it is tried a few times. */
const REMOVE_LATER = `trap "" HUP INT QUIT TERM TSTP
while kill -0 "$1"; do sleep 1; done
for delay in 0 1 1 1 2 2 2 4 4 4; do
  sleep "$delay"
  /proc/self/fd/4 rm -rf -- "$2"
  rmdir -- "$2" && exit
  find . -type d ! -perm -700 -exec /proc/self/fd/3 {} ";"
done`;

/** The shell must not look for its programs where the user does: the command may be allowed to write there, as npm is
 * in the `node_modules/.bin` of a script. The last one is for NixOS. */
const SYSTEM_PATH = "/usr/bin:/bin:/run/current-system/sw/bin";

/** Makes a temporary folder that is removed when this process, which will be the command by then, has ended.
 *
 * No process of ours stays as the command's parent to do it. A shell outside of the sandbox looks once a second; it
 * is nobody's child by then, so that the command does not meet a child it never started. */
export function makeTemporaryFolder(): TemporaryFolder {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { path, identity, descriptor } = makeFolderForOnce("landlockdown-tmp-");
  const opening = opener();
  const removing = confinedTo({ path, identity });
  // The shell is another process; by our number it finds what only we have open
  const descriptors = [opening, removing].map((file) => file.path.replace("self", `${process.pid}`));
  // No inherited streams: who reads the command's output to its end must not wait for the shell
  spawnSync("/bin/sh", [
    "-c",
    `exec 3< "$3" 4< "$4"; cd -P -- "$5" || exit; (${REMOVE_LATER}) &`,
    "sh",
    String(process.pid),
    path,
    ...descriptors,
    `/proc/${process.pid}/fd/${descriptor}`,
  ], {
    cwd: "/",
    env: { PATH: SYSTEM_PATH },
    stdio: "ignore",
  });
  opening.release();
  removing.release();
  context().system.attempt("close", descriptor);
  return { path, identity };
}

function opener(): LauncherFile {
  const { architecture } = context().runtime;
  const { CODE, START } = { x86_64, arm64 }[architecture];
  return executableFile(executable({ architecture, code: bytesOfHex(CODE), entry: START }));
}

/** A launcher for a program of the system that may change what is in a folder, and nothing else. */
export function confinedTo(temporary: TemporaryFolder): LauncherFile {
  const plan = planSandbox({ run: true }, { compat: "best-effort" });
  return launcherFile(plan.launcherPlan({ temporary, closeFrom: 3, channel: false }));
}
