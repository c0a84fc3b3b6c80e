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
  if (!isExecutable(path)) {
    rmSync(folder, { recursive: true, force: true });
    throw new LockdownError(
      "SYSTEM",
      `Cannot start a launcher: this system executes neither memory files (vm.memfd_noexec is 2) nor files in ${
        quote(tmpdir())
      } (mounted noexec). Set TMPDIR to a folder where programs may lie, or name a file with the option "launcher"`,
    );
  }
  return { path, onDisk: true, release: () => rmSync(folder, { recursive: true, force: true }) };
}

const AT_FDCWD = -100;
const X_OK = 1;

/** Asks the kernel: the mode says nothing about a mount without execution. */
function isExecutable(path: string): boolean {
  const { system } = context();
  return system.attempt("faccessat", AT_FDCWD, system.pathAddress(path), X_OK) === 0;
}
