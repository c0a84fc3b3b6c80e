/** Runs the probe: bare, in a process under lockdown(), or in a Sandbox. Argument: what to do, as JSON. Prints what the
 * probe printed and the report, as JSON. */
import { spawnSync, type SpawnSyncOptionsWithStringEncoding } from "node:child_process";
import { lockdown, type LockdownOptions, type Permissions, type Report, Sandbox } from "../../mod.ts";

/** What this program is to do. */
export interface Confinement {
  readonly way: "bare" | "lockdown" | "Sandbox";
  readonly permissions: Permissions;
  readonly options?: LockdownOptions;
  readonly probe: string;
  readonly words: readonly string[];
}

/** What it prints. */
export interface Tried {
  readonly output: string;
  readonly report?: Report;
}

const TEXT: SpawnSyncOptionsWithStringEncoding = { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] };

function run({ way, permissions, options = {}, probe, words }: Confinement): Tried {
  const report = way === "lockdown" ? lockdown(permissions, options) : undefined;
  if (way !== "Sandbox") {
    return { output: spawnSync(probe, words, TEXT).stdout, ...(report ? { report } : {}) };
  }
  const { threads: _threads, ...rest } = options;
  using sandbox = new Sandbox(permissions, rest);
  const { stdout } = sandbox.spawnSync(probe, words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { output: stdout as string, report: sandbox.report };
}

console.log(JSON.stringify(run(JSON.parse(process.argv[2] as string) as Confinement)));
