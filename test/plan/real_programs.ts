import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { bunExecutable, denoExecutable, testRuntimes } from "../support/runtimes.ts";
import { findProgram } from "../support/programs.ts";

/** Programs of this machine to try things with: of Debian and of JavaScript, small and of a hundred megabytes,
 * linked dynamically and statically. Only those that are here. */
export function realPrograms(): string[] {
  const names = ["tar", "python3", "python3.11", "git", "bash", "gcc", "busybox", "ldconfig"];
  const folders = ["/usr/bin/env", "/sbin/ldconfig", "/usr/lib/git-core/git"];
  const runtimes = [bunExecutable(), denoExecutable(), ...testRuntimes().map(({ executable }) => executable)];
  const found = [...names.map(findProgram), ...folders, ...runtimes].filter((path) => path !== undefined);
  return [...new Set(found.filter((path) => existsSync(path)).map((path) => realpathSync(path)))];
}

/** Whether a tool can be started here. */
export function has(tool: string): boolean {
  return spawnSync(tool, ["--version"], { stdio: "ignore" }).status === 0;
}

/** What a tool prints; an error if it fails. */
export function printed(tool: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(tool, words, { encoding: "utf8", maxBuffer: 64 << 20 });
  if (status !== 0) throw new Error(`${tool} ${words.join(" ")}: exit code ${status}\n${stderr}`);
  return stdout;
}
