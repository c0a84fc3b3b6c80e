import { chmodSync, copyFileSync, existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { hostArchitecture, machineOf } from "../kernels/architecture.ts";
import { output } from "../kernels/command.ts";
import { npmPackage } from "../kernels/npm_package.ts";
import { isOnPath } from "../kernels/requirements.ts";
import { wantedVersion } from "../kernels/runtimes.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { ROOT } from "../support/runtimes.ts";

/** A root file system like Alpine's: musl is its only C library, and Bun is the build for musl. */
export interface MuslRoot {
  readonly folder: Folder;
  /** Words before a command that run it in there; the repository is at `/repository`. */
  readonly words: readonly string[];
  remove(): void;
}

/** A native program linked to musl, in the root. */
export const READER = "/bin/read_file";
const REPOSITORY = "/repository";
const GNU = process.arch === "arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
const LOADER = `/lib/ld-musl-${process.arch === "arm64" ? "aarch64" : "x86_64"}.so.1`;

/** Why there can be none on this machine; `undefined` if there can. */
export function obstacleToMusl(): string | undefined {
  if (process.getuid?.() !== 0) return "root";
  if (!isOnPath("musl-gcc") || !existsSync(LOADER)) return 'the package "musl-tools"';
  return undefined;
}

/** Makes one from Debian's musl, libstdc++ and a few symbols in between. */
export async function makeMuslRoot(): Promise<MuslRoot> {
  const bun = `@oven/bun-linux-${machineOf(hostArchitecture()).bun}-musl`;
  const version = wantedVersion("bun");
  if (version === undefined) throw new Error("The repository asks for no version of Bun");
  const source = join(await npmPackage(bun, version, "bin/bun"), "bin/bun");

  const folder = makeFolder(Object.fromEntries(
    ["bin/", "dev/", "lib/", "proc/", "repository/", "tmp/", "usr/lib/"].map((name) => [name, ""]),
  ));
  chmodSync(folder.path, 0o755);
  copyFileSync(realpathSync(LOADER), folder.at(LOADER));
  for (const library of ["libstdc++.so.6", "libgcc_s.so.1"]) {
    const places = [`/usr/lib/${GNU}/${library}`, `/lib/${GNU}/${library}`];
    copyFileSync(places.find(existsSync) ?? library, folder.at(`usr/lib/${library}`));
  }
  const shim = folder.at(
    process.arch === "arm64" ? "usr/lib/ld-linux-aarch64.so.1" : "usr/lib/ld-linux-x86-64.so.2",
  );
  await output("musl-gcc", ["-shared", "-fPIC", "-o", shim, join(ROOT, "test/settings/musl_shim.c")]);
  await output("musl-gcc", ["-o", folder.at(READER), join(ROOT, "test/probes/read_file.c")]);
  copyFileSync(source, folder.at("bin/bun"));
  chmodSync(folder.at("bin/bun"), 0o755);

  const mounts = [
    `mount --bind "${ROOT}" "${folder.at("repository")}"`,
    `mount -t proc proc "${folder.at("proc")}"`,
    `mount --rbind /dev "${folder.at("dev")}"`,
  ];
  return {
    folder,
    words: [
      "unshare",
      "--mount",
      "sh",
      "-ec",
      `${mounts.join("\n")}\nexec chroot "${folder.path}" "$@"`,
      "sh",
    ],
    remove: () => folder.remove(),
  };
}

/** The words that run a program of the repository in the root's Bun. */
export function bunCommand(program: string, words: readonly string[]): string[] {
  return ["/bin/bun", `${REPOSITORY}/${program}`, ...words];
}
