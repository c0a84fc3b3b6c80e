import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { programPath } from "./runtimes.ts";
import { HANGS_MILLISECONDS } from "./hangs.ts";

/** The runtime this test file runs in. */
export type RuntimeName = "deno" | "bun" | "node";

/** Which runtime we are in. */
export const runtimeName: RuntimeName = "Deno" in globalThis ? "deno" : "Bun" in globalThis ? "bun" : "node";

/** What a program printed and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to start a program of this repository. */
export interface SelfOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string | undefined>;
  /** Flags of the runtime, instead of those that allow everything. */
  readonly flags?: readonly string[];
  /** Another executable of the same runtime. */
  readonly executable?: string;
  /** Milliseconds. Default: {@linkcode HANGS_MILLISECONDS}. */
  readonly timeout?: number;
}

/** The command line that runs a program of this repository in the runtime we are in. */
export function selfCommand(
  path: string,
  args: readonly string[],
  options: SelfOptions = {},
): [string, string[]] {
  return fileCommand(programPath({ compiled: runtimeName === "node" }, path), args, options);
}

function fileCommand(program: string, args: readonly string[], options: SelfOptions): [string, string[]] {
  const flags = options.flags ?? DEFAULT_FLAGS[runtimeName];
  const start = runtimeName === "deno" ? ["run", "--no-prompt", "--no-check"] : [];
  return [options.executable ?? process.execPath, [...start, ...flags, program, ...args]];
}

const DEFAULT_FLAGS: Record<RuntimeName, readonly string[]> = {
  deno: ["--allow-all"],
  bun: [],
  node: ["--disable-warning=ExperimentalWarning"],
};

/** Runs a program of this repository to its end, in the runtime we are in and in a process of its own: lockdown
 * cannot be undone. */
export function runSelf(path: string, args: readonly string[], options: SelfOptions = {}): Ended {
  return run(selfCommand(path, args, options), options);
}

/** Runs any program to its end, in the runtime we are in. */
export function runFile(path: string, args: readonly string[], options: SelfOptions = {}): Ended {
  return run(fileCommand(path, args, options), options);
}

/** Runs a command line to its end. */
export function run(
  [command, words]: readonly [string, readonly string[]],
  options: SelfOptions = {},
): Ended {
  const result = spawnSync(command, words, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: "utf8",
    timeout: options.timeout ?? HANGS_MILLISECONDS,
    killSignal: "SIGKILL",
    maxBuffer: 64 << 20,
  });
  if (result.error !== undefined) throw result.error;
  return { code: result.status, signal: result.signal, stdout: result.stdout, stderr: result.stderr };
}

/** Starts a program of this repository and leaves it running; the caller ends it. */
export function startSelf(path: string, args: readonly string[], options: SelfOptions = {}): ChildProcess {
  return start(selfCommand(path, args, options), options);
}

/** Starts any program and leaves it running; the caller ends it. */
export function startFile(path: string, args: readonly string[], options: SelfOptions = {}): ChildProcess {
  return start(fileCommand(path, args, options), options);
}

function start([command, words]: [string, string[]], options: SelfOptions): ChildProcess {
  return spawn(command, words, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env } as NodeJS.ProcessEnv,
  });
}
