import { context } from "../context.ts";
import { launcher } from "../launcher/executable.ts";
import type { LauncherPlan } from "../launcher/policy.ts";
import { sealedExecutable } from "../launcher/sealed_file.ts";
import { unnamedExecutable } from "../launcher/unnamed_file.ts";
import { F_DUPFD_CLOEXEC, O_CLOEXEC } from "../linux/flags.ts";

/** Out of the way of the small numbers that a spawn with extra streams uses. */
const FIRST = 64;
/** Not the number that was free last: a command line that outlived its sandbox shall fail, not find another's. */
const NUMBERS = 128;
let count = 0;

/** A program of ours that can be executed by its path. */
export interface LauncherFile {
  readonly path: string;
  /** Whether it is a memory file; if not, one without a name on disk, because memory files cannot be executed here. */
  readonly inMemory: boolean;
  /** Gives the descriptor back, and with it the file. */
  release(): void;
}

/** Puts a launcher where a spawn can execute it.
 *
 * @param descriptor a number it should have, for those who must name it beforehand
 * @throws LockdownError `SYSTEM`
 */
export function launcherFile(plan: LauncherPlan, descriptor?: number): LauncherFile {
  return executableFile(launcher(plan, context().runtime.architecture), descriptor);
}

/** Puts an executable where a spawn can execute it and nobody can change it: into a sealed memory file, or where
 * `vm.memfd_noexec` forbids that into a file without a name. It goes with this process.
 *
 * @throws LockdownError `SYSTEM`
 */
export function executableFile(content: Uint8Array, descriptor?: number): LauncherFile {
  const { runtime, system } = context();
  const sealed = sealedExecutable(system, content);
  const made = sealed ?? unnamedExecutable(system, content, runtime.environment("TMPDIR") ?? "/tmp");
  const fd = descriptor === undefined
    ? system.call("fcntl", "launcher", made, F_DUPFD_CLOEXEC, FIRST + count++ % NUMBERS)
    : system.call("dup3", `descriptor ${descriptor}`, made, descriptor, O_CLOEXEC);
  system.attempt("close", made);
  return {
    path: `/proc/self/fd/${fd}`,
    inMemory: sealed !== undefined,
    release: () => void system.attempt("close", fd),
  };
}
