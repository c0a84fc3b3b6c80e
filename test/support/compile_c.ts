import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./runtimes.ts";

/** What is needed for it. */
export const COMPILER = { command: "gcc", package: "gcc" };

/** Whether it is there. */
export function hasCompiler(): boolean {
  return spawnSync(COMPILER.command, ["--version"], { stdio: "ignore" }).error === undefined;
}

/** Compiles a C program of this repository to `to`; throws what the compiler says. */
export function compileC(source: string, to: string): void {
  const { error, status, stderr } = spawnSync("gcc", [
    "-O1",
    "-Wall",
    "-pthread",
    "-o",
    to,
    join(ROOT, source),
  ], {
    encoding: "utf8",
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`Cannot compile "${source}":\n${stderr}`);
}
