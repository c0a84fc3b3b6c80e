import { existsSync } from "node:fs";
import { architectureOf } from "../../src/linux/architecture.ts";
import { libcPaths } from "../../runtimes/runtime.ts";
import type { LockdownOptions, Permissions } from "../../mod.ts";
import type { Step } from "../acts/act.ts";
import type { Job, Performed } from "../probes/act.ts";
import { runSelfAs } from "../support/as_user.ts";
import type { Places } from "./places.ts";
import { type Ended, runSelf, type SelfOptions } from "../support/self.ts";

/** How the program under test is started, and what it does before lockdown. */
export interface Start {
  /** Whether pools and Workers have been used before lockdown. */
  readonly warm: boolean;
  readonly options?: LockdownOptions;
  readonly user?: number | undefined;
  readonly self?: SelfOptions;
}

/** The scope of Landlock is tried, which without a filter in front of it lets a process reach its own sockets. */
const OPTIONS: LockdownOptions = { filter: { unixSockets: false } };

/** Performs steps in a process of their own, with lockdown or without. */
export function performAll(
  start: Start,
  permissions: Permissions | undefined,
  steps: readonly Step[],
  { readable, secret }: Places,
): Performed {
  const libc = libcPaths(architectureOf(process.arch) ?? "x86_64").find((path) => existsSync(path));
  const job: Job = {
    steps,
    ...(start.warm ? { warm: `${readable}/text`, imports: [`${secret}/modules/known.mjs`] } : {}),
    ...(permissions ? { lockdown: { permissions, options: { ...OPTIONS, ...start.options } } } : {}),
    ...(libc ? { libc } : {}),
  };
  const words = [JSON.stringify(job)];
  // Messages of libc are compared
  const options = { ...start.self, env: { ...start.self?.env, LC_ALL: "C" } };
  return read(
    start.user === undefined
      ? runSelf("test/probes/act.ts", words, options)
      : runSelfAs(start.user, "test/probes/act.ts", words, options),
  );
}

function read({ code, signal, stdout, stderr }: Ended): Performed {
  try {
    if (code !== 0) throw new Error(`exit code ${code}, signal ${signal}`);
    return JSON.parse(stdout) as Performed;
  } catch (error) {
    throw new Error(`The program under test failed: ${(error as Error).message}\n${stdout}${stderr}`);
  }
}
