import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import type { Folder } from "../support/folder.ts";
import { type Ended, runSelf, selfCommand, type SelfOptions } from "../support/self.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

/** Runs `landlockdown` with these words in the runtime we are in. */
export function landlockdown(words: readonly string[], options: SelfOptions = {}): Ended {
  return runSelf("cli.ts", words, options);
}

/** The same command line as a shell takes it. */
export function commandLine(words: readonly string[]): string {
  const [program, args] = selfCommand("cli.ts", words);
  return [program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
}

/** Runs a script in a shell, unconfined. */
export function shell(script: string, options: SelfOptions = {}): Ended {
  const { status, signal, stdout, stderr } = spawnSync("/bin/sh", ["-c", script], {
    encoding: "utf8",
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    timeout: HANGS_MILLISECONDS,
  });
  return { code: status, signal, stdout, stderr };
}

/** A PATH in which a program is found by this name. */
export function pathWith(folder: Folder, name: string, executable: string): string {
  const path = folder.at(`path/${name}`);
  mkdirSync(path, { recursive: true });
  rmSync(`${path}/${name}`, { force: true });
  symlinkSync(executable, `${path}/${name}`);
  return `${path}:${process.env["PATH"]}`;
}
