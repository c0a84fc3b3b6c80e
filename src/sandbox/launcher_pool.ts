import { context } from "../context.ts";
import { outside } from "../javascript/public_call.ts";
import { randomName } from "../linux/random_name.ts";
import { isTerminal } from "../linux/terminal.ts";
import { encodePlan } from "../launcher/encode.ts";
import { chosenDescriptor, chosenFile, type ChosenPlace } from "./chosen_place.ts";
import { type LauncherFile, launcherFile } from "./launcher_file.ts";
import { type LauncherPlan, NONCE_LENGTH } from "../launcher/policy.ts";
import type { SplitOptions } from "./sandbox_options.ts";
import type { ChildOptions, SandboxPlan, TemporaryFolder } from "./sandbox_plan.ts";
import type { SpawnArguments } from "./spawn_arguments.ts";
import { makeTemporaryFolder, removeTemporaryFolder } from "./temporary_folder.ts";
import { sealClass } from "../javascript/seal_class.ts";

/** What a command line needs of a launcher. */
export type Needs = Pick<SpawnArguments<unknown>, "descriptors" | "channel" | "inherited" | "otherUser">;

/** A launcher for one command. */
export interface Started {
  readonly path: string;
  /** Its first argument. */
  readonly nonce: string;
  /** To be called when the command has ended. */
  readonly done: () => void;
  /** The descriptor of a ruleset that must be the child's first after its own ones. */
  readonly ruleset?: number | undefined;
}

/** Does nothing, as is enough after most commands. */
export const NOTHING: () => void = () => {};

/** The launchers of one sandbox: made when they are needed, used again where that is possible, given back. */
export class Launchers {
  readonly #plan: SandboxPlan;
  readonly #tmp: boolean;
  /** Stands in every command line, so that it fails where another sandbox has its launcher by then: numbers of
   * descriptors are used again, and so is a chosen file. */
  readonly #nonce: string;
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
    this.#nonce = launcher === undefined ? randomNonce() : fingerprint(plan);
    if (launcher !== undefined) this.#place = chosenFile(launcher, plan.isWritable);
    else if (descriptor !== undefined) this.#place = chosenDescriptor(descriptor);
  }

  /** A launcher for a command that is started now. */
  start(needs: Needs): Started {
    this.#refuse(needs);
    const { system } = context();
    // The ruleset that children share is for those without a terminal
    const shares = !needs.inherited.some((fd) => isTerminal(system, fd));
    const ruleset = shares ? this.#plan.ruleset?.descriptor() : undefined;
    const nonce = this.#nonce;
    if (ruleset === undefined) return { ...this.#make(needs, false), nonce };
    return { path: this.#inMemory(needs, needs.descriptors), nonce, done: NOTHING, ruleset };
  }

  /** The path of a launcher for a command line that is used later, and its first argument. When such a command has ended nobody tells: its
   * temporary folder goes with the sandbox. */
  keep(needs: Needs): { path: string; nonce: string } {
    return { path: this.#make(needs, true).path, nonce: this.#nonce };
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

  #make(needs: Needs, keep: boolean): Omit<Started, "nonce"> {
    this.#refuse(needs);
    if (!this.#tmp) return { path: this.#withoutFolder(needs, keep), done: NOTHING };
    const folder = makeTemporaryFolder();
    this.#folders.add(folder);
    const removeFolder = () => {
      removeTemporaryFolder(folder);
      this.#folders.delete(folder);
    };
    try {
      const plan = this.#planFor({ ...closing(needs), temporary: folder });
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
    const plan = this.#plans.get(key) ?? this.#planFor(closing(needs));
    this.#plans.set(key, plan);
    return this.#place.put(plan, keep);
  }

  #inMemory(needs: Needs, ruleset?: number): string {
    const key = `${keyOf(needs)} ${ruleset}`;
    const file = this.#shared.get(key) ??
      launcherFile(this.#planFor({ ...closing(needs), ruleset }));
    this.#shared.set(key, file);
    return file.path;
  }

  #planFor(options: ChildOptions): LauncherPlan {
    return { ...this.#plan.launcherPlan(options), nonce: this.#nonce };
  }

  #refuse(needs: Needs): void {
    if (this.#closed) throw new TypeError("Cannot start a command in a closed Sandbox: make another");
    if (needs.otherUser && !(this.#place?.isFile ?? false)) throw unreachable();
  }
}

sealClass(Launchers);
const NONCE_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function nonceOf(bytes: ArrayLike<number>): string {
  return Array.from(bytes, (byte) => NONCE_CHARACTERS[byte % NONCE_CHARACTERS.length]).join("");
}

function randomNonce(): string {
  const digits = randomName(context().system);
  return nonceOf(
    Array.from({ length: NONCE_LENGTH }, (_, at) => parseInt(digits.slice(2 * at, 2 * at + 2), 16)),
  );
}

/** A launcher in a file is there for any process and for longer than its sandbox: its command lines hold as long as what
 * they grant is the same. */
function fingerprint(plan: SandboxPlan): string {
  const { runtime } = context();
  const content = encodePlan(plan.launcherPlan({ closeFrom: 3, channel: false }), runtime.architecture);
  const digest = outside(() =>
    process.getBuiltinModule("node:crypto").createHash("sha256").update(content).digest()
  );
  return nonceOf(digest.subarray(0, NONCE_LENGTH));
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
