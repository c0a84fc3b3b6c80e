import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Architecture } from "./architecture.ts";
import { downloadClosure, openArchive } from "./archive.ts";
import { fingerprint } from "./checksum.ts";
import { output } from "./command.ts";
import { type GuestFile, guestFiles } from "./guest_file.ts";
import { progress } from "./progress.ts";
import { cacheFolder, replaceFolder } from "./repository.ts";
import { requirePrograms } from "./requirements.ts";

/**
 * The guest's userland does not depend on the machine: glibc and what the runtimes link to, a static shell for
 * init, and dynamically linked programs of the kind that users run in a sandbox.
 */
const SUITE = "bookworm";
const PACKAGES = [
  "busybox-static",
  "coreutils",
  "dash",
  "libatomic1",
  "libc-bin",
  "libc6",
  "libgcc-s1",
  "libstdc++6",
  "python3-minimal",
  "tar",
];

/** Of no use to a test, and half the size. */
const UNUSED = /^usr\/(?:share\/(?:doc|man|info|locale|lintian|bug|bash-completion|zsh)|lib\/locale)(?:\/|$)/;

/** Asking apt takes seconds, and every guest of a run gets the same. */
const known = new Map<string, Promise<GuestFile[]>>();

/** The userland of the guest with some more Debian packages and what they depend on. */
export function guestSystem(
  architecture: Architecture,
  packages: readonly string[] = [],
): Promise<GuestFile[]> {
  const key = [architecture, ...packages].join(" ");
  const system = known.get(key) ?? makeSystem(architecture, packages);
  known.set(key, system);
  return system;
}

async function makeSystem(architecture: Architecture, packages: readonly string[]): Promise<GuestFile[]> {
  await requirePrograms([{ program: "dpkg-deb", package: "dpkg" }]);
  const names = [...new Set([...PACKAGES, ...packages])].sort();
  const debs = await downloadClosure(await openArchive(SUITE, architecture), names);
  const key = fingerprint(debs.map((deb) => basename(deb)).sort().join("\n"));
  const parent = await cacheFolder("guest");
  const folder = join(parent, `${architecture}-${key}`);
  if (!existsSync(folder)) {
    const work = await mkdtemp(join(parent, "partial-"));
    await progress(`Unpacking the guest's system for ${architecture}`, unpack(debs, work));
    await replaceFolder(work, folder);
  }
  return guestFiles(folder, "", (name) => UNUSED.test(name));
}

async function unpack(debs: readonly string[], folder: string): Promise<void> {
  try {
    for (const name of ["bin", "sbin", "lib", "lib32", "lib64", "libx32"]) {
      await mkdir(join(folder, "usr", name), { recursive: true });
      await symlink(`usr/${name}`, join(folder, name));
    }
    for (const deb of debs) await output("dpkg-deb", ["--extract", deb, folder]);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
