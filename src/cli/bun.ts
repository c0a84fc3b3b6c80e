import { bunCommandLine } from "../flags/bun/command_line.ts";
import type { CommandLine } from "./command_line.ts";
import { runRuntime } from "./run_runtime.ts";

/** `landlockdown bun`: becomes Bun with the same command line. */
export function main({ words }: CommandLine): never {
  return runRuntime("bun", words, bunCommandLine);
}
