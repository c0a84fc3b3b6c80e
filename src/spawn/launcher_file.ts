import { context } from "../context.ts";
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
