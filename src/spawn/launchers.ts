import { chosenDescriptor, chosenFile, type ChosenPlace } from "./chosen_place.ts";
import { type LauncherFile, launcherFile } from "./launcher_file.ts";
import type { LauncherPlan } from "./launcher_plan.ts";
import type { SplitOptions } from "./sandbox_options.ts";
import type { SandboxPlan, TemporaryFolder } from "./sandbox_plan.ts";
import type { SpawnArguments } from "./spawn_arguments.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "./temporary_folder.ts";

/** What a command line needs of a launcher. */
type Needs = Pick<SpawnArguments<unknown>, "descriptors" | "channel" | "otherUser">;

/** The launchers of one sandbox: made when they are needed, used again where that is possible, given back. */
export class Launchers {
  readonly #plan: SandboxPlan;
  readonly #tmp: boolean;
  /** Where they must be; `undefined` for anywhere. */
  readonly #place: ChosenPlace | undefined;
  readonly #plans = new Map<string, LauncherPlan>();
  readonly #shared = new Map<string, LauncherFile>();
  readonly #own = new Set<LauncherFile>();
  readonly #folders = new Set<TemporaryFolder>();
  #closed = false;

  /**
   * @throws LockdownError if the launchers cannot be where the options say
   */
  constructor(plan: SandboxPlan, { tmp, launcher, descriptor }: Omit<SplitOptions, "planning">) {
    this.#plan = plan;
    this.#tmp = tmp;
    if (launcher !== undefined) this.#place = chosenFile(launcher, plan.isWritable);
    else if (descriptor !== undefined) this.#place = chosenDescriptor(descriptor);
  }

  /** The path of a launcher for a command that is started now, and what to do when the command has ended.
   *
   * With a `ruleset` that descriptor must be the child's first after its own ones. */
  start(needs: Needs): { path: string; done: () => void; ruleset?: number } {
    this.#refuse(needs);
    const ruleset = this.#plan.ruleset?.descriptor();
    if (ruleset === undefined) return this.#make(needs, false);
    return { path: this.#inMemory(needs, needs.descriptors), done: () => {}, ruleset };
  }

  /** The path of a launcher for a command line that is used later. When such a command has ended nobody tells: its
   * temporary folder goes with the sandbox. */
  keep(needs: Needs): string {
    return this.#make(needs, true).path;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#plan.ruleset?.release();
    this.#place?.release();
    for (const file of [...this.#shared.values(), ...this.#own]) file.release();
    for (const folder of this.#folders) removeTemporaryFolder(folder);
    this.#shared.clear();
    this.#own.clear();
    this.#folders.clear();
  }

  #make(needs: Needs, keep: boolean): { path: string; done: () => void } {
    this.#refuse(needs);
    if (!this.#tmp) return { path: this.#withoutFolder(needs, keep), done: () => {} };
    const folder = makeTemporaryFolder();
    this.#folders.add(folder);
    const removeFolder = () => {
      removeTemporaryFolder(folder);
      this.#folders.delete(folder);
    };
    try {
      const plan = this.#plan.launcherPlan({ ...closing(needs), temporary: folder });
      if (this.#place !== undefined) return { path: this.#place.put(plan, keep), done: removeFolder };
      const file = launcherFile(plan);
      this.#own.add(file);
      const done = () => {
        if (this.#own.delete(file)) file.release();
        removeFolder();
      };
      return { path: file.path, done };
    } catch (error) {
      removeFolder();
      throw error;
    }
  }

  /** A launcher for all commands that get the same descriptors. */
  #withoutFolder(needs: Needs, keep: boolean): string {
    if (this.#place === undefined) return this.#inMemory(needs);
    const key = keyOf(needs);
    const plan = this.#plans.get(key) ?? this.#plan.launcherPlan(closing(needs));
    this.#plans.set(key, plan);
    return this.#place.put(plan, keep);
  }

  #inMemory(needs: Needs, ruleset?: number): string {
    const key = `${keyOf(needs)} ${ruleset}`;
    const file = this.#shared.get(key) ??
      launcherFile(this.#plan.launcherPlan({ ...closing(needs), ruleset }));
    this.#shared.set(key, file);
    return file.path;
  }

  #refuse(needs: Needs): void {
    if (this.#closed) throw new TypeError("Cannot start a command in a closed Sandbox: make another");
    if (needs.otherUser && !(this.#place?.isFile ?? false)) throw unreachable();
  }
}

function keyOf({ descriptors, channel }: Needs): string {
  return `${descriptors} ${channel}`;
}

/** Who changes its user may no longer look into /proc/self/fd (`set_dumpable` in `kernel/cred.c`). */
function unreachable(): TypeError {
  return new TypeError(
    'Cannot use option "uid" or "gid" with a launcher in memory, which another user cannot reach: make the Sandbox with ' +
      'the option "launcher", a path that this user can reach',
  );
}

function closing({ descriptors, channel }: Needs): { closeFrom: number; channel: boolean } {
  return { closeFrom: descriptors, channel };
}
