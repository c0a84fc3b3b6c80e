import { existsSync } from "node:fs";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import type { Architecture } from "./architecture.ts";
import { checksumFile } from "./checksum.ts";
import { output, run } from "./command.ts";
import { findMirror } from "./mirror.ts";
import { progress } from "./progress.ts";
import { cacheFolder } from "./repository.ts";
import { requirePrograms } from "./requirements.ts";
import { Unavailable } from "./unavailable.ts";

/**
 * One suite of Debian for one architecture, seen by an apt of its own: the lists and downloads lie in the
 * cache, the machine's packages are neither read nor changed, and no root is needed.
 *
 * apt does the checking: the signature of InRelease with the machine's keyring, the checksum of each index against
 * it, the checksum of each package against its index. It refuses what it cannot check.
 */
export interface Archive {
  readonly suite: string;
  readonly architecture: Architecture;
  readonly folder: string;
  readonly options: readonly string[];
}

/** A package as the index describes it. */
export interface PackageRecord {
  readonly name: string;
  readonly version: string;
  readonly size: number;
  readonly sha256: string;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;

/** Opens a suite; its index is fetched when it is missing or a day old, or when `refresh` says so. */
export async function openArchive(
  suite: string,
  architecture: Architecture,
  refresh = false,
): Promise<Archive> {
  await requirePrograms([{ program: "apt-get", package: "apt" }]);
  const { uri, keyring } = findMirror();
  const folder = await cacheFolder("apt", `${suite}-${architecture}`);
  for (const part of ["lists/partial", "archives/partial", "debs"]) {
    await mkdir(join(folder, part), { recursive: true });
  }
  const trust = keyring === undefined ? "" : `signed-by=${keyring} `;
  await writeFile(join(folder, "sources"), `deb [${trust}arch=${architecture}] ${uri} ${suite} main\n`);
  // An empty list of installed packages: dependencies are resolved for the guest, not for this machine.
  await writeFile(join(folder, "status"), "");

  const archive = { suite, architecture, folder, options: aptOptions(folder, architecture) };
  if (refresh || await isStale(join(folder, "updated"))) await update(archive);
  return archive;
}

/** The packages, in all their versions, whose names match. */
export async function findPackages(archive: Archive, pattern: RegExp): Promise<PackageRecord[]> {
  const names = (await output("apt-cache", [...archive.options, "pkgnames"])).split("\n")
    .filter((name) => pattern.test(name));
  if (names.length === 0) return [];
  const stanzas = await output("apt-cache", [...archive.options, "show", ...names]);
  return stanzas.split(/\n\n+/).filter((stanza) => stanza.trim() !== "").map(parseRecord);
}

/** Downloads one version of a package and returns the path of its .deb. */
export async function downloadPackage(archive: Archive, record: PackageRecord): Promise<string> {
  const folder = join(archive.folder, "debs");
  const version = record.version.replaceAll(":", "%3a");
  const path = join(folder, `${record.name}_${version}_${archive.architecture}.deb`);
  if (await checksumFile(path) === record.sha256) return path;
  const download = output("apt-get", [...archive.options, "download", `${record.name}=${record.version}`], {
    directory: folder,
  });
  await progress(`Downloading ${record.name} (${Math.ceil(record.size / 1e6)} MB)`, download);
  const checksum = await checksumFile(path);
  if (checksum === record.sha256) return path;
  throw new Error(`Checksum of ${record.name} is "${checksum}", its index says "${record.sha256}"`);
}

/** Downloads packages and all they depend on; returns the paths of the .debs. */
export async function downloadClosure(archive: Archive, names: readonly string[]): Promise<string[]> {
  const install = [...archive.options, "--no-install-recommends", "--yes", "install"];
  const plan = await output("apt-get", [...install, "--simulate", ...names]);
  const chosen = [...plan.matchAll(/^Inst (\S+) \((\S+) /gm)].map(([, name, version]) => ({ name, version }));
  const folder = join(archive.folder, "archives");
  const find = async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith(".deb"));
    return chosen.map(({ name, version }) =>
      files.find((file) => file.startsWith(`${name!.split(":")[0]}_${version!.replaceAll(":", "%3a")}_`))
    );
  };
  if ((await find()).includes(undefined)) {
    const label = `Downloading ${chosen.length} packages for ${archive.architecture}`;
    await progress(label, output("apt-get", [...install, "--download-only", ...names]));
  }
  return (await find()).map((file, index) => {
    if (file === undefined) throw new Error(`Package "${chosen[index]?.name}" was not downloaded`);
    return join(folder, file);
  });
}

function aptOptions(folder: string, architecture: Architecture): string[] {
  return [
    `APT::Architecture=${architecture}`,
    `APT::Architectures=${architecture}`,
    `APT::Sandbox::User=`,
    `Dir::State=${folder}`,
    `Dir::State::lists=${join(folder, "lists")}`,
    `Dir::State::status=${join(folder, "status")}`,
    `Dir::Cache=${folder}`,
    `Dir::Etc::sourcelist=${join(folder, "sources")}`,
    `Dir::Etc::sourceparts=-`,
    `Acquire::Languages=none`,
  ].flatMap((option) => ["-o", option]);
}

async function update(archive: Archive): Promise<void> {
  const stamp = join(archive.folder, "updated");
  const label = `Updating the index of ${archive.suite} for ${archive.architecture}`;
  const finished = await progress(label, run("apt-get", [...archive.options, "--error-on=any", "update"]));
  if (finished.code === 0) return await writeFile(stamp, "");
  const reason = finished.stderr.trim().split("\n").at(-1) ?? `exit code ${finished.code}`;
  if (!existsSync(stamp)) {
    throw new Unavailable(`Cannot get the index of Debian's ${archive.suite}: ${reason}`);
  }
  process.stderr.write(`Using the last index of ${archive.suite}, a new one is not to be had: ${reason}\n`);
}

async function isStale(stamp: string): Promise<boolean> {
  if (!existsSync(stamp)) return true;
  return Date.now() - (await stat(stamp)).mtimeMs > DAY_MILLISECONDS;
}

function parseRecord(stanza: string): PackageRecord {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(stanza)?.[1] ?? "";
  return {
    name: field("Package"),
    version: field("Version"),
    size: Number(field("Size")),
    sha256: field("SHA256"),
  };
}
