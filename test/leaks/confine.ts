/** Runs a probe: bare, under lockdown(), or in a Sandbox. Argument: what to do, as JSON. Prints what the probe printed
 * and the report, as JSON. */
import { spawnSync, type SpawnSyncOptionsWithStringEncoding } from "node:child_process";
import { lockdown, type LockdownOptions, type Permissions, type Report, Sandbox } from "../../mod.ts";
import { tryAll } from "./ffi/try_all.ts";

/** What this program is to do. */
export interface Confinement {
  readonly way: "bare" | "lockdown" | "Sandbox";
  readonly permissions: Permissions;
  readonly options?: LockdownOptions;
  /** What starts the probe. */
  readonly command: readonly [program: string, ...words: string[]];
  /** Its arguments. */
  readonly words: readonly string[];
  /** Whether it is the one through FFI, which this process can be itself. */
  readonly throughFfi: boolean;
}

/** What it prints. */
export interface Tried {
  readonly output: string;
  readonly report?: Report;
}

const TEXT: SpawnSyncOptionsWithStringEncoding = { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] };

function run({ way, permissions, options = {}, command, words, throughFfi }: Confinement): Tried {
  const report = way === "lockdown" ? lockdown(permissions, options) : undefined;
  const [program, ...args] = [...command, ...words] as [string, ...string[]];
  if (way !== "Sandbox") {
    const output = throughFfi ? tryAll(words) : spawnSync(program, args, TEXT).stdout;
    return { output, ...(report ? { report } : {}) };
  }
  const { threads: _threads, ...rest } = options;
  using sandbox = new Sandbox(permissions, rest);
  const { stdout } = sandbox.spawnSync(program, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { output: stdout as string, report: sandbox.report };
}

console.log(JSON.stringify(run(JSON.parse(process.argv[2] as string) as Confinement)));
