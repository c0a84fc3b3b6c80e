import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { makeFolder } from "../support/folder.ts";
import type { Ended } from "../support/self.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

/** Runs a command after the words of a setting, with a home and a temporary folder for it alone. */
export function runIn(words: readonly string[], command: readonly string[]): Ended {
  const folder = makeFolder();
  try {
    chmodSync(folder.path, 0o1777);
    const [program = "", ...args] = [...words, ...command];
    const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
      // Deno keeps what it transpiled below HOME
      env: { ...process.env, TMPDIR: folder.path, HOME: folder.path },
      encoding: "utf8",
      timeout: HANGS_MILLISECONDS,
      killSignal: "SIGKILL",
    });
    if (error !== undefined) throw error;
    return { code: status, signal, stdout, stderr };
  } finally {
    folder.remove();
  }
}

/** Why a setting cannot be had on this machine; `undefined` if it can. */
export function obstacle(words: readonly string[], proof: string): string | undefined {
  try {
    const { code, stderr } = runIn(words, ["sh", "-c", proof]);
    if (code === 0) return undefined;
    return `a machine where that can be set up (exit code ${code} ${stderr.trim().split("\n").at(-1) ?? ""})`;
  } catch (error) {
    return `a machine where that can be set up (${(error as Error).message})`;
  }
}
