import type { Architecture } from "./architecture.ts";
import { writeCpio } from "./cpio.ts";
import type { GuestFile } from "./guest_file.ts";
import { GUEST_REPOSITORY, initFiles } from "./guest_init.ts";
import { guestSystem } from "./guest_system.ts";
import { repositoryFiles } from "./repository_files.ts";
import { findRuntimes, runtimeFiles } from "./runtimes.ts";

/** What a guest is made of, besides its kernel. */
export interface InitramfsOptions {
  readonly architecture: Architecture;
  /** More Debian packages, with what they depend on. */
  readonly packages?: readonly string[];
  /** More files; they win over those of the same path. */
  readonly files?: readonly GuestFile[];
}

/**
 * Writes an initramfs with system, runtimes, init and the repository as it is now; downloads what is missing. It
 * is not compressed: the guest would take longer to unpack it than the host takes to write it.
 */
export async function buildInitramfs(path: string, options: InitramfsOptions): Promise<void> {
  const { architecture } = options;
  writeCpio(path, [
    ...await guestSystem(architecture, options.packages),
    ...initFiles,
    ...await repositoryFiles(architecture),
    ...runtimeFiles(await findRuntimes(architecture), GUEST_REPOSITORY),
    ...options.files ?? [],
  ]);
}
