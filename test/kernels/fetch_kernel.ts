import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Architecture } from "./architecture.ts";
import { type Archive, downloadPackage, findPackages, openArchive, type PackageRecord } from "./archive.ts";
import { checksumFile } from "./checksum.ts";
import { output, run } from "./command.ts";
import { kernelPackage } from "./kernel_package.ts";
import { progress } from "./progress.ts";
import { cacheFolder } from "./repository.ts";
import { requirePrograms } from "./requirements.ts";
import { findSeries } from "./series.ts";
import { Unavailable } from "./unavailable.ts";

/** A kernel on the disk of the host, ready to boot. */
export interface Kernel {
  readonly series: string;
  readonly architecture: Architecture;
  /** What `uname -r` says in it. */
  readonly release: string;
  /** The version of the Debian package. */
  readonly version: string;
  readonly vmlinuz: string;
  /** Whether it was there already. */
  readonly cached: boolean;
}

interface Found {
  readonly archive: Archive;
  readonly record: PackageRecord;
}

interface Note {
  readonly package: string;
  readonly release: string;
  readonly version: string;
  readonly sha256: string;
}

/** From 6.19 on the image is a package of its own beside this, and what was the image only depends on it. */
const META_PACKAGE_BYTES = 1_000_000;

/** Fetches the newest Debian kernel of a series, or takes it from the cache when that is the same one. */
export async function fetchKernel(
  name: string,
  architecture: Architecture,
  options: { readonly refresh?: boolean } = {},
): Promise<Kernel> {
  await requirePrograms([{ program: "dpkg-deb", package: "dpkg" }, { program: "tar", package: "tar" }]);
  const folder = await cacheFolder("kernel", `${name}-${architecture}`);
  const vmlinuz = join(folder, "vmlinuz");
  const noteFile = join(folder, "kernel.json");
  const note = await readNote(noteFile);
  const intact = note !== undefined && await checksumFile(vmlinuz) === note.sha256;
  const describe = ({ release, version }: Note, cached: boolean) => (
    { series: name, architecture, release, version, vmlinuz, cached }
  );

  let found: Found;
  try {
    found = await newestPackage(name, architecture, options.refresh ?? false);
  } catch (error) {
    // Offline, the kernel of the last time is as good as it was then.
    if (error instanceof Unavailable && intact) return describe(note, true);
    throw error;
  }
  const { record, archive } = found;
  if (intact && note.package === record.name && note.version === record.version) return describe(note, true);

  const deb = await downloadPackage(archive, record);
  await extractKernel(deb, vmlinuz);
  await rm(deb);
  const fetched: Note = {
    package: record.name,
    release: kernelPackage(name, architecture).exec(record.name)!.groups!["release"]!,
    version: record.version,
    sha256: (await checksumFile(vmlinuz))!,
  };
  await writeFile(noteFile, JSON.stringify(fetched, null, 2) + "\n");
  return describe(fetched, false);
}

async function newestPackage(name: string, architecture: Architecture, refresh: boolean): Promise<Found> {
  const pattern = kernelPackage(name, architecture);
  const all: Found[] = [];
  const reasons: string[] = [];
  for (const suite of findSeries(name).suites) {
    try {
      const archive = await openArchive(suite, architecture, refresh);
      all.push(...(await findPackages(archive, pattern)).map((record) => ({ archive, record })));
    } catch (error) {
      // A suite that has left the mirror takes its kernels with it, not those of the others.
      if (!(error instanceof Unavailable)) throw error;
      reasons.push(error.message);
    }
  }
  const images = all.filter(({ record }) => record.size > META_PACKAGE_BYTES);
  let best: Found | undefined;
  for (const candidate of images) {
    if (best === undefined || await isBetter(candidate.record, best.record)) best = candidate;
  }
  if (best !== undefined) return best;
  const reason = reasons.length > 0 ? `: ${reasons.join("; ")}` : "";
  throw new Unavailable(`No kernel package of series ${name} for ${architecture}${reason}`);
}

/** The newer version is better; of the same version, the smaller package. */
async function isBetter(candidate: PackageRecord, best: PackageRecord): Promise<boolean> {
  if (candidate.version === best.version) return candidate.size < best.size;
  return (await run("dpkg", ["--compare-versions", candidate.version, "gt", best.version])).code === 0;
}

async function extractKernel(deb: string, vmlinuz: string): Promise<void> {
  const partial = `${vmlinuz}.partial`;
  const script = `dpkg-deb --fsys-tarfile "$1" | tar -x -O --wildcards '*/vmlinuz*' > "$2"`;
  await progress("Unpacking the kernel", output("sh", ["-c", script, "sh", deb, partial]));
  const { size } = await stat(partial);
  if (size < META_PACKAGE_BYTES) throw new Error(`No kernel image in "${deb}"`);
  await rename(partial, vmlinuz);
}

async function readNote(file: string): Promise<Note | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Note;
  } catch {
    return undefined;
  }
}
