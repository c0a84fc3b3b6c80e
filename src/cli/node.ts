import { nodeCommandLine } from "../../runtimes/node_command_line.ts";
import type { CommandLine } from "./command_line.ts";
import { CommandError, EXIT } from "./exit_code.ts";
import { runRuntime } from "./run_runtime.ts";

/** `landlockdown node`: becomes Node with the same command line. */
export function main({ words }: CommandLine): never {
  return runRuntime("node", words, (place, program) => nodeCommandLine(place, versionOf(program)));
}

/** What a flag means depends on the version. Only that Node knows it. */
function versionOf(program: string): string {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { stdout, stderr, error } = spawnSync(program, ["--version"], { encoding: "utf8", timeout: 10_000 });
  const version = /^v(\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
  if (version !== undefined) return version;
  throw new CommandError(
    `cannot tell the version of "${program}": ${
      error?.message ?? (stderr || "it prints none with --version")
    }. Is it Node?`,
    EXIT.failed,
  );
}
