import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import process from "node:process";
import { output, run } from "./command.ts";
import { progress } from "./progress.ts";
import { cacheFolder, replaceFolder, repository } from "./repository.ts";
import { requirePrograms } from "./requirements.ts";
import { Unavailable } from "./unavailable.ts";

/**
 * The folder of an npm package in this version: as installed in the repository, or, for what npm installs
 * on another architecture only, unpacked in the cache. npm checks what it downloads.
 */
export async function npmPackage(name: string, version: string, file: string): Promise<string> {
  const installed = join(repository, "node_modules", name);
  if (versionIn(installed) === version && existsSync(join(installed, file))) return installed;

  const cache = await cacheFolder("npm");
  const folder = join(cache, `${name.replace("/", "+")}@${version}`);
  if (existsSync(join(folder, file))) return folder;
  await requirePrograms([{ program: "npm", package: "npm" }, { program: "tar", package: "tar" }]);
  // Unpacked aside and renamed, so that a folder which is there is whole.
  const work = await mkdtemp(join(cache, "partial-"));
  try {
    const tarball = await progress(`Downloading ${name}@${version}`, pack(name, version, work));
    const unpacked = join(work, "unpacked");
    await mkdir(unpacked);
    const unpack = output("tar", ["-xzf", tarball, "-C", unpacked, "--strip-components=1"]);
    await progress(`Unpacking ${name}@${version}`, unpack);
    await replaceFolder(unpacked, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function pack(name: string, version: string, folder: string): Promise<string> {
  const request = (range: string) =>
    run("npm", ["pack", "--loglevel=error", "--pack-destination", folder, `${name}@${range}`], {
      directory: repository,
    });
  let finished = await request(version);
  if (finished.stderr.includes("ETARGET")) {
    // A registry may not have caught up with every architecture: one patch behind tells as much about a kernel.
    const range = `>=${version.split(".").slice(0, 2).join(".")}.0 <${version}`;
    finished = await request(range);
    if (finished.code === 0) {
      process.stderr.write(`${name}@${version} is not to be had, taking the last before\n`);
    }
  }
  if (finished.code === 0) return join(folder, basename(finished.stdout.trim()));
  throw new Unavailable(`Cannot get ${name}@${version}: ${finished.stderr.trim().split("\n")[0] ?? ""}`);
}

/** The version of the package in this folder, or `undefined` when there is none. */
export function versionIn(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
  } catch {
    return undefined;
  }
}
