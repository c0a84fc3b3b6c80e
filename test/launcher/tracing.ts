import { spawnSync } from "node:child_process";

/** What keeps strace from working here; `undefined` if nothing does. */
export function obstacleForStrace(): string | undefined {
  const { error, status, stderr } = spawnSync("strace", ["-o", "/dev/null", "true"], { encoding: "utf8" });
  if (error !== undefined) return "strace, install the package strace";
  return status === 0 ? undefined : `strace to be allowed: ${stderr.trim()}`;
}
