import { spawnSync } from "node:child_process";
import { programPath } from "./runtimes.ts";
import { type Ended, runtimeName, selfCommand, type SelfOptions } from "./self.ts";
import { HANGS_MILLISECONDS } from "./hangs.ts";

/** The user nobody, with no rights on any file but those open to all. */
export const NOBODY = 65534;

/** Runs a program of this repository as another user; only root may. */
export function runSelfAs(
  user: number,
  path: string,
  args: readonly string[],
  options: SelfOptions = {},
): Ended {
  const [command, words] = selfCommand(path, args, options);
  const result = spawnSync(command, words, {
    cwd: options.cwd ?? "/",
    env: { ...process.env, ...options.env },
    uid: user,
    gid: user,
    encoding: "utf8",
    timeout: options.timeout ?? HANGS_MILLISECONDS,
    killSignal: "SIGKILL",
    maxBuffer: 64 << 20,
  });
  if (result.error !== undefined) throw result.error;
  return { code: result.status, signal: result.signal, stdout: result.stdout, stderr: result.stderr };
}

/** What keeps another user from running the programs of this repository; `undefined` if nothing does. */
export function obstacleForUser(user: number, path: string): string | undefined {
  if (process.getuid?.() !== 0) return "root";
  const program = programPath({ compiled: runtimeName === "node" }, path);
  for (const file of [process.execPath, program]) {
    const { status } = spawnSync("head", ["-c", "1", file], { uid: user, gid: user, stdio: "ignore" });
    if (status !== 0) return `a repository and a runtime that every user can read ("${file}")`;
  }
  return undefined;
}
