/** Removes the folder "$2" when the process "$1" has ended. Nothing that ends or stops the command's process group
 * may end it before. */
const REMOVE_LATER = `trap "" HUP INT QUIT TERM TSTP
while kill -0 "$1" 2>/dev/null; do sleep 1; done
rm -rf -- "$2"`;

/** Makes a temporary folder that is removed when this process, which will be the command by then, has ended.
 *
 * No process of ours stays as the command's parent to do it. A shell outside of the sandbox looks once a second; it
 * is nobody's child by then, so that the command does not meet a child it never started. */
export function makeTemporaryFolder(): string {
  const { mkdtempSync, realpathSync } = process.getBuiltinModule("node:fs");
  const { tmpdir } = process.getBuiltinModule("node:os");
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const path = mkdtempSync(`${realpathSync(tmpdir())}/landlockdown-tmp-`);
  // No inherited streams: who reads the command's output to its end must not wait for the shell
  spawnSync("/bin/sh", ["-c", `(${REMOVE_LATER}) &`, "sh", String(process.pid), path], {
    cwd: "/",
    stdio: "ignore",
  });
  return path;
}
