import { context } from "../context.ts";
import { LockdownError } from "../errors.ts";
import { quote } from "../permissions/text.ts";
import { launcher } from "./launcher.ts";
import type { LauncherPlan } from "./launcher_plan.ts";
import { sealedExecutable } from "./memory_file.ts";

/** A launcher that can be executed by its path. */
export interface LauncherFile {
  readonly path: string;
  /** Whether it is a file on disk because memory files cannot be executed here. */
  readonly onDisk: boolean;
  /** Gives the descriptor back, or removes the file. */
  release(): void;
}

/** Puts a launcher where a spawn can execute it: into a sealed memory file, or where `vm.memfd_noexec` forbids that
 * into a private file.
 *
 * @param descriptor a number the memory file should have
 * @throws LockdownError `SYSTEM`
 */
export function launcherFile(plan: LauncherPlan, descriptor?: number): LauncherFile {
  const { runtime, system } = context();
  const content = launcher(plan, runtime.architecture);
  const fd = sealedExecutable(system, content, descriptor);
  if (fd === undefined) return fileOnDisk(content);
  return {
    path: `/proc/self/fd/${fd}`,
    onDisk: false,
    release: () => void system.attempt("close", fd),
  };
}

function fileOnDisk(content: Uint8Array): LauncherFile {
  const { mkdtempSync, rmSync, writeFileSync } = process.getBuiltinModule("node:fs");
  const { tmpdir } = process.getBuiltinModule("node:os");
  const folder = mkdtempSync(`${tmpdir()}/landlockdown-`);
  const path = `${folder}/launcher`;
  writeFileSync(path, content, { mode: 0o500 });
  return { path, onDisk: true, release: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes a launcher to a path the user chose, for runtimes that must be told beforehand what they may run. It is
 * written beside it and renamed, so that it is never there by halves; a file with the very content is left alone.
 *
 * @param isWritable whether the sandbox may write a path: then a child could replace its own launcher
 * @throws LockdownError `NOT_ENFORCEABLE`
 */
export function writeLauncher(
  path: string,
  plan: LauncherPlan,
  isWritable: (path: string) => boolean,
): LauncherFile {
  const { runtime } = context();
  const { chmodSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } = process
    .getBuiltinModule("node:fs");
  const { dirname, join, basename, resolve } = process.getBuiltinModule("node:path");
  const full = resolve(path);
  mkdirSync(dirname(full), { recursive: true });
  const canonical = join(realpathSync(dirname(full)), basename(full));
  if (isWritable(canonical)) {
    throw new LockdownError(
      "NOT_ENFORCEABLE",
      `Cannot put the launcher at ${
        quote(path)
      }: the sandbox may write there and could replace it. Choose a path outside ` +
        "of what is granted for writing",
    );
  }
  const content = launcher(plan, runtime.architecture);
  if (!hasContent(canonical, content, readFileSync)) {
    const temporary = `${canonical}.${process.pid}`;
    writeFileSync(temporary, content, { mode: 0o755 });
    chmodSync(temporary, 0o755); // Whatever the umask
    renameSync(temporary, canonical);
  }
  return { path: canonical, onDisk: true, release: () => {} };
}

function hasContent(path: string, content: Uint8Array, read: (path: string) => Uint8Array): boolean {
  try {
    const found = read(path);
    return found.length === content.length && found.every((byte, index) => byte === content[index]);
  } catch {
    return false;
  }
}
