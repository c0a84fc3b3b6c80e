import type { ChildProcess, SpawnOptions, SpawnSyncOptions, SpawnSyncReturns } from "node:child_process";
import type { Permissions } from "../permissions/permissions.ts";
import type { LockdownOptions } from "../translate/options.ts";
import { printable, type PrintableReport } from "../translate/print_report.ts";
import { collect, type ExecResult } from "./exec_result.ts";
import { type LauncherFile, launcherFile, writeLauncher } from "./launcher_file.ts";
import { planSandbox, type SandboxPlan } from "./sandbox_plan.ts";
import { type SpawnArguments, spawnArguments, splitArguments } from "./spawn_arguments.ts";

/** How strict, and how its launchers are found. */
export interface SandboxOptions extends Omit<LockdownOptions, "threads"> {
  /** Whether each child gets a temporary folder of its own, named in TMPDIR and removed when it has ended. Default
   * `false`. */
  readonly tmp?: boolean | undefined;
  /** A file to put the launcher in, for Deno's scoped `--allow-run=<file>`. Default: a sealed memory file. */
  readonly launcher?: string | undefined;
  /** The number of the launcher's descriptor, for Deno's scoped `--allow-run=/proc/self/fd/<number>`. Default: any. */
  readonly descriptor?: number | undefined;
}

/** Options of {@linkcode Sandbox.execFile}: those of spawn, and two limits. */
export interface ExecFileOptions extends SpawnOptions {
  /** Bytes of each stream to keep; a child that prints more is killed. Default 16 MiB. */
  readonly maxBuffer?: number;
}

const MAX_BUFFER = 16 * 1024 * 1024;

/** Permissions for commands that this process starts; it stays free itself.
 *
 * Each command begins as a launcher of a few kilobytes that restricts itself and then executes the command: there
 * is no moment at which the command runs unconfined. Inside a process under `lockdown()`, or another sandbox, it
 * can only narrow further. Made once, it can start any number of commands; paths are looked up when it is made.
 *
 * @example
 * ```ts
 * import { Sandbox } from "landlockdown";
 *
 * const sandbox = new Sandbox({ read: ["."], run: ["ls"] });
 * const { status, stdout } = sandbox.spawnSync("ls", ["."], { encoding: "utf8" });
 * console.log(status, stdout);
 * sandbox.close();
 * ```
 */
export class Sandbox {
  /** What became of each permission, on this kernel. */
  readonly report: PrintableReport;
  readonly #plan: SandboxPlan;
  readonly #options: SandboxOptions;
  readonly #held: Held = { launchers: new Map(), folders: new Set() };

  /** Decides everything and starts nothing.
   *
   * @throws TypeError or RangeError for a wrong argument
   * @throws LockdownError if a path or program is missing, Landlock is not available, or, with `compat: "strict"`,
   * something would not be enforced exactly
   */
  constructor(permissions: Permissions, options: SandboxOptions = {}) {
    const { tmp = false, launcher: _launcher, descriptor: _descriptor, ...planning } = options;
    this.#options = options;
    this.#plan = planSandbox(permissions, planning, tmp);
    this.report = printable(this.#plan.report);
    registry.register(this, this.#held, this);
  }

  /** Starts a command, with the arguments and the result of `spawn` of node:child_process. */
  spawn(command: string, args?: readonly string[] | SpawnOptions, options?: SpawnOptions): ChildProcess {
    const split = splitArguments(args, options);
    const prepared = spawnArguments(command, split.args, split.options);
    const { launcher, done } = this.#start(prepared);
    const { spawn } = process.getBuiltinModule("node:child_process");
    try {
      const child = spawn(launcher.path, prepared.words, prepared.options);
      child.once("exit", done);
      child.once("error", done);
      // What the caller started, not how
      return Object.assign(child, { spawnfile: command, spawnargs: [command, ...split.args] });
    } catch (error) {
      done();
      throw error;
    }
  }

  /** Runs a command to its end, with the arguments and the result of `spawnSync` of node:child_process. */
  spawnSync(
    command: string,
    args?: readonly string[] | SpawnSyncOptions,
    options?: SpawnSyncOptions,
  ): SpawnSyncReturns<string | Uint8Array> {
    const split = splitArguments(args, options);
    const prepared = spawnArguments(command, split.args, split.options);
    const { launcher, done } = this.#start(prepared);
    const { spawnSync } = process.getBuiltinModule("node:child_process");
    try {
      return spawnSync(launcher.path, prepared.words, prepared.options);
    } finally {
      done();
    }
  }

  /** Runs a command to its end and collects what it prints. */
  execFile(
    command: string,
    args: readonly string[] = [],
    options: ExecFileOptions = {},
  ): Promise<ExecResult> {
    const { timeout, maxBuffer = MAX_BUFFER, killSignal, ...rest } = options;
    const child = this.spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...rest });
    return collect(child, { timeout, maxBuffer, killSignal });
  }

  /** The command line that runs a command confined, for whatever takes one: `Deno.Command`, `Bun.spawn`, execa, a
   * configuration file. It can be used by this process until {@linkcode close}; the child gets descriptors 0 to 2.
   *
   * With the option `launcher` it names that file, and any process can use it.
   */
  argv(command: string, args: readonly string[] = []): string[] {
    const prepared = spawnArguments(command, args, {});
    // When such a command has ended nobody tells: its temporary folder goes with the sandbox
    const { launcher } = this.#start(prepared);
    return [launcher.path, ...prepared.words];
  }

  /** Gives back descriptors and temporary folders. Commands that run go on. */
  close(): void {
    registry.unregister(this);
    release(this.#held);
  }

  /** The same as {@linkcode close}, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  /** A launcher for one command, and what to do when it has ended. */
  #start({ descriptors, channel }: SpawnArguments<unknown>): { launcher: LauncherFile; done: () => void } {
    if (this.#options.tmp !== true) return { launcher: this.#shared(descriptors, channel), done: () => {} };
    const temporary = makeTemporaryFolder();
    const launcher = launcherFile(this.#plan.launcherPlan({ temporary, closeFrom: descriptors, channel }));
    const key = `${launcher.path} ${temporary}`;
    this.#held.folders.add(temporary);
    this.#held.launchers.set(key, launcher);
    const done = () => {
      launcher.release();
      removeFolder(temporary);
      this.#held.folders.delete(temporary);
      this.#held.launchers.delete(key);
    };
    return { launcher, done };
  }

  /** The launcher for all commands that get the same descriptors; made once. */
  #shared(closeFrom: number, channel: boolean): LauncherFile {
    const key = `${closeFrom} ${channel}`;
    const known = this.#held.launchers.get(key);
    if (known !== undefined) return known;
    const { launcher: path, descriptor } = this.#options;
    const plan = this.#plan.launcherPlan({ closeFrom, channel });
    const made = path === undefined
      ? launcherFile(plan, descriptor)
      : writeLauncher(path, plan, (path) => this.#plan.isWritable(path));
    this.#held.launchers.set(key, made);
    return made;
  }
}

/** What a sandbox must give back. */
interface Held {
  readonly launchers: Map<string, LauncherFile>;
  readonly folders: Set<string>;
}

/** A sandbox that is forgotten gives back what it held. */
const registry = new FinalizationRegistry<Held>(release);

function release({ launchers, folders }: Held): void {
  for (const launcher of launchers.values()) launcher.release();
  launchers.clear();
  for (const folder of folders) removeFolder(folder);
  folders.clear();
}

function makeTemporaryFolder(): string {
  const { mkdtempSync, realpathSync } = process.getBuiltinModule("node:fs");
  const { tmpdir } = process.getBuiltinModule("node:os");
  return mkdtempSync(`${realpathSync(tmpdir())}/landlockdown-tmp-`);
}

function removeFolder(path: string): void {
  process.getBuiltinModule("node:fs").rmSync(path, { recursive: true, force: true });
}
