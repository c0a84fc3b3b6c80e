import { nodeCommandLine } from "../flags/node/command_line.ts";
import { Sandbox } from "../sandbox/sandbox.ts";
import type { CommandLine } from "./command_line.ts";
import { CommandError, EXIT } from "./exit_code.ts";
import { runRuntime } from "./run_runtime.ts";

/** `landlockdown node`: becomes Node with the same command line. */
export function main({ words }: CommandLine): never {
  return runRuntime("node", words, (place, program) => nodeCommandLine(place, versionOf(program)));
}

/** What a flag means depends on the version. Only that Node knows it, and is asked in a sandbox: PATH may have led to
 * what an earlier command put there. */
function versionOf(program: string): string {
  const sandbox = new Sandbox({ run: [program] }, { compat: "best-effort" });
  const { stdout, stderr, error } = sandbox.spawnSync(program, ["--version"], {
    encoding: "utf8",
    timeout: 10_000,
  });
  sandbox.close();
  const version = /^v(\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
  if (version !== undefined) return version;
  throw new CommandError(
    `cannot tell the version of "${program}": ${
      error?.message ?? (stderr || "it prints none with --version")
    }. Is it Node?`,
    EXIT.failed,
  );
}
