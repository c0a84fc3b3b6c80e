/** Runs a shell script under lockdown() or in a Sandbox, or bare. Argument: what to do, as JSON. Prints how it ended. */
import { spawnSync, type SpawnSyncOptionsWithStringEncoding } from "node:child_process";
import { lockdown, type Permissions, Sandbox } from "../../mod.ts";

/** What this program is to do. */
export interface ScriptJob {
  readonly way: "bare" | "lockdown" | "Sandbox";
  readonly permissions: Permissions;
  readonly script: string;
  readonly directory: string;
}

/** What it prints. */
export interface ScriptEnd {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run({ way, permissions, script, directory }: ScriptJob): ScriptEnd {
  const options: SpawnSyncOptionsWithStringEncoding = { cwd: directory, encoding: "utf8" };
  const words = ["-ec", script];
  if (way === "lockdown") lockdown(permissions);
  if (way !== "Sandbox") return spawnSync("sh", words, options);
  using sandbox = new Sandbox(permissions);
  return sandbox.spawnSync("sh", words, options) as ScriptEnd;
}

const { status, stdout, stderr } = run(JSON.parse(process.argv[2] as string) as ScriptJob);
console.log(JSON.stringify({ status, stdout, stderr } satisfies ScriptEnd));
