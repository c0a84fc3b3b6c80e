import type { ChildProcess, spawn, SpawnOptions, spawnSync, SpawnSyncOptions } from "node:child_process";
import { ownData } from "../javascript/builtins.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { claimPublicCall } from "../javascript/public_call.ts";
import { printable, type PrintableReport } from "./print_report.ts";
import { collect, type ExecResult } from "./exec_result.ts";
import { Launchers, type Needs, NOTHING, type Started } from "./launcher_pool.ts";
import {
  type ArgvOptions,
  checkLimit,
  type ExecFileOptions,
  type SandboxOptions,
  splitOptions,
} from "./sandbox_options.ts";
import { planSandbox } from "./sandbox_plan.ts";
import { spawnArguments, splitArguments, withDescriptor, withoutInherited } from "./spawn_arguments.ts";
import { sealClass } from "../javascript/seal_class.ts";

const publicCall = claimPublicCall();
const MAX_BUFFER = 16 * 1024 * 1024;

/** Permissions for commands that this process starts; it stays free itself.
 *
 * Each command begins as a launcher of a few kilobytes that restricts itself and then executes the command: there
 * is no moment at which the command runs unconfined. Inside a process under `lockdown()`, or another sandbox, it
 * can only narrow further. Made once, it can start any number of commands; paths are looked up when it is made.
 *
 * Its functions can be handed on by themselves, such as `sandbox.spawn` to zx.
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
  readonly #launchers: Launchers;

  /** Decides everything and starts nothing.
   *
   * @throws TypeError or RangeError for a wrong argument
   * @throws LockdownError if a path or program is missing, Landlock is not available, the launcher cannot be where it
   * should be, or, with `compat: "strict"`, something would not be enforced exactly
   */
  constructor(permissions: Permissions, options: SandboxOptions = {}) {
    const granted = ownData(permissions);
    const chosen = ownData(options);
    const { report, launchers } = publicCall(() => {
      const { planning, ...launching } = splitOptions(chosen);
      const { tmp, launcher, descriptor } = launching;
      // A folder of the child's own is a rule of its own; and one place has room for one launcher only
      const shareRuleset = !tmp && launcher === undefined && descriptor === undefined;
      const plan = planSandbox(granted, planning, { temporaryFolders: tmp, shareRuleset });
      const launchers = new Launchers(plan, launching);
      registry.register(this, launchers, launchers);
      return { report: printable(plan.report), launchers };
    });
    this.report = report;
    this.#launchers = launchers;
  }

  /** Starts a command: `spawn` of node:child_process, with its arguments and its result.
   *
   * A command that does not exist is no `error` event: the launcher ends with 127. */
  readonly spawn: typeof spawn = ((
    command: string,
    args?: readonly string[] | SpawnOptions,
    options?: SpawnOptions,
  ): ChildProcess => {
    const split = splitArguments(args, options);
    const prepared = spawnArguments(command, split.args, split.options);
    const { path, nonce, done, ruleset } = this.#start(prepared);
    const { spawn } = process.getBuiltinModule("node:child_process");
    try {
      const child = spawn(path, [nonce, ...prepared.words], withDescriptor(prepared, ruleset));
      if (ruleset !== undefined) (child.stdio as unknown[]).splice(prepared.descriptors);
      // What was not started has no exit; and a listener for its error would hide that nobody else listens
      if (child.pid === undefined) done();
      else child.once("exit", done);
      // What the caller started, not how
      return Object.assign(child, { spawnfile: command, spawnargs: [command, ...split.args] });
    } catch (error) {
      done();
      throw error;
    }
  }) as typeof spawn;

  /** Runs a command to its end: `spawnSync` of node:child_process, with its arguments and its result. */
  readonly spawnSync: typeof spawnSync = ((
    command: string,
    args?: readonly string[] | SpawnSyncOptions,
    options?: SpawnSyncOptions,
  ) => {
    const split = splitArguments(args, options);
    const prepared = spawnArguments(command, split.args, split.options);
    const { path, nonce, done, ruleset } = this.#start(prepared);
    const { spawnSync } = process.getBuiltinModule("node:child_process");
    try {
      const result = spawnSync(path, [nonce, ...prepared.words], withDescriptor(prepared, ruleset));
      if (ruleset !== undefined) result.output?.splice(prepared.descriptors);
      return result;
    } finally {
      done();
    }
  }) as typeof spawnSync;

  /** Runs a command to its end and collects what it prints; a failing command is a result, not an error.
   *
   * @throws RangeError for a wrong limit
   * @throws Error if it could not be started, or an `AbortSignal` in the options ended it
   */
  readonly execFile = async (
    command: string,
    args: readonly string[] = [],
    options: ExecFileOptions = {},
  ): Promise<ExecResult> => {
    const { timeout = 0, maxBuffer = MAX_BUFFER, killSignal = "SIGTERM", ...rest } = withoutInherited(
      options,
    );
    const limits = {
      timeout: checkLimit("timeout", timeout),
      maxBuffer: checkLimit("maxBuffer", maxBuffer),
      killSignal,
    };
    return await collect(this.spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...rest }), limits);
  };

  /** The command line that runs a command confined, for whatever takes one: `Deno.Command`, `Bun.spawn`, execa, a
   * configuration file. This process can use it any number of times, until {@linkcode close}.
   *
   * The command gets descriptors 0 to 2, and with `stdio` in the options as many as that names, a channel to this
   * process among them. With the option `launcher` of the sandbox the command line names that file, and any process
   * can use it.
   */
  readonly argv = (command: string, args: readonly string[] = [], options: ArgvOptions = {}): string[] => {
    const prepared = spawnArguments(command, args, options);
    const plain = plainNeeds(prepared);
    const { path, nonce } = publicCall(() => {
      const kept = this.#launchers.keep(plain);
      // Nobody but the caller knows how long it is needed
      registry.unregister(this.#launchers);
      return kept;
    });
    return [path, nonce, ...prepared.words];
  };

  /** Gives back descriptors and temporary folders. Commands that run go on; none can be started any more. */
  close(): void {
    publicCall(() => {
      registry.unregister(this.#launchers);
      this.#launchers.close();
    });
  }

  /** See `Launchers`. What it returns to be done later is a call of its own. */
  #start(needs: Needs): Started {
    const plain = plainNeeds(needs);
    const { path, nonce, done, ruleset } = publicCall(() => this.#launchers.start(plain));
    return { path, nonce, done: done === NOTHING ? done : () => publicCall(done), ruleset };
  }

  /** The same as {@linkcode close}, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}

sealClass(Sandbox);

/** A sandbox that is forgotten gives back what it held. */
const registry = new FinalizationRegistry<Launchers>((launchers) => publicCall(() => launchers.close()));

/** Of a command's needs nothing but numbers and booleans: the options of spawn they were read from are not ours. */
function plainNeeds({ descriptors, channel, inherited, otherUser }: Needs): Needs {
  return {
    descriptors: +descriptors,
    channel: channel === true,
    inherited: [+(inherited[0] ?? -1), +(inherited[1] ?? -1), +(inherited[2] ?? -1)],
    otherUser: otherUser !== false,
  };
}
