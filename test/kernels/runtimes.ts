import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Architecture, hostArchitecture, machineOf } from "./architecture.ts";
import type { GuestFile } from "./guest_file.ts";
import { npmPackage, versionIn } from "./npm_package.ts";
import { repository } from "./repository.ts";

/** A JavaScript runtime for the guest. */
export interface Runtime {
  /** The command in the guest: `node20`, `bun` and so on. */
  readonly name: string;
  /** The version the repository asks for, or the nearest to be had. */
  readonly version: string;
  readonly source: string;
  /** Where the repository keeps it: the folder of its npm package, and its path therein. */
  readonly folder: string;
  readonly file: string;
}

/**
 * Node in every version of `test/nodes`, Bun and Deno in the versions of `package.json`, for the given
 * architecture.
 */
export async function findRuntimes(architecture: Architecture): Promise<Runtime[]> {
  const { node, bun } = machineOf(architecture);
  const nodes = Object.entries(readManifest("test/nodes/package.json").optionalDependencies ?? {}).sort()
    .filter(([alias]) => alias.endsWith(`-${node}`));
  const runtimes: Runtime[] = [];
  for (const [alias, specifier] of nodes) {
    const [, packageName = "", version = ""] = /^npm:([^@]+)@(.+)$/.exec(specifier) ?? [];
    runtimes.push(
      await findRuntime(architecture, {
        name: alias.slice(0, -`-${node}`.length),
        version,
        packageName,
        folder: `test/nodes/node_modules/${alias}`,
        file: "bin/node",
      }),
    );
  }
  for (
    const [name, packageName, file] of [
      ["bun", `@oven/bun-linux-${bun}`, "bin/bun"],
      ["deno", `@deno/linux-${node}-glibc`, "deno"],
    ] as const
  ) {
    const version = wantedVersion(name) ?? "latest";
    runtimes.push(
      await findRuntime(architecture, {
        name,
        version,
        packageName,
        folder: `node_modules/${packageName}`,
        file,
      }),
    );
  }
  return runtimes;
}

/**
 * The runtimes as files of the guest, where the repository has them on any machine, and links to them on the
 * PATH. The lowest Node is also `node`.
 */
export function runtimeFiles(runtimes: readonly Runtime[], guestRepository: string): GuestFile[] {
  return runtimes.flatMap(({ name, version, source, folder, file }, index) => {
    const path = `${guestRepository}/${folder}/${file}`;
    const link = (place: string): GuestFile => ({ path: place, target: path });
    return [
      { path, source, mode: 0o755 },
      { path: `${guestRepository}/${folder}/package.json`, content: JSON.stringify({ name, version }) },
      link(`/usr/bin/${name}`),
      ...(index === 0 ? [link("/usr/bin/node")] : []),
      ...(folder.startsWith("node_modules/") ? [link(`${guestRepository}/node_modules/.bin/${name}`)] : []),
    ];
  });
}

/** The version of a package that the repository asks for. */
export function wantedVersion(name: string): string | undefined {
  return readManifest("package.json").devDependencies?.[name];
}

async function findRuntime(
  architecture: Architecture,
  wanted: Omit<Runtime, "source"> & { readonly packageName: string },
): Promise<Runtime> {
  const { name, version, packageName, folder, file } = wanted;
  const here = architecture === hostArchitecture();
  // Bun's installer may move its program out of the platform's package.
  const places = [`${folder}/${file}`, ...(name === "bun" ? ["node_modules/bun/bin/bun.exe"] : [])];
  const place = places.map((path) => join(repository, path)).find((path) => existsSync(path));
  if (here && place !== undefined && versionIn(join(repository, folder)) === version) {
    return { name, version, source: place, folder, file };
  }
  const unpacked = await npmPackage(packageName, version, file);
  return { name, version: versionIn(unpacked) ?? version, source: join(unpacked, file), folder, file };
}

interface Manifest {
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(repository, path), "utf8")) as Manifest;
}
