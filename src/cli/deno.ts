import { denoCommandLine } from "../flags/deno/command_line.ts";
import type { CommandLine } from "./command_line.ts";
import { runRuntime } from "./run_runtime.ts";

/** `landlockdown deno`: becomes Deno with the same command line. */
export function main({ words }: CommandLine): never {
  return runRuntime("deno", words, denoCommandLine);
}
