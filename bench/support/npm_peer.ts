import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../test/support/runtimes.ts";
import { mayInstall } from "./installing.ts";

/** A package of somebody else's, installed. */
export interface NpmPeer {
  /** Its folder. */
  readonly path: string;
}

/** Where what the benchmarks install or build is kept between runs. */
export const CACHE: string = join(ROOT, ".cache/bench");

const versions = new Map<string, string>();

/** Names and versions of all packages that were asked for and are there. */
export function npmPeerVersions(): string[] {
  return [...versions].map(([name, version]) => `${name} ${version}`);
}

/** Installs a package by its name, in a folder of its own: it is no dependency of ours. Its install script may run.
 *
 * @returns `undefined` where that fails
 */
export function npmPeer(name: string): NpmPeer | undefined {
  const folder = join(CACHE, name.replaceAll(/[^a-z0-9]+/g, "-").replace(/^-/, ""));
  const path = join(folder, "node_modules", name);
  if (!existsSync(path) && mayInstall()) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ allowScripts: { [name]: true } }));
    const args = ["install", "--no-audit", "--no-fund", "--no-package-lock", name];
    spawnSync("npm", args, { cwd: folder, stdio: "ignore", timeout: 120_000 });
  }
  if (!existsSync(path)) return undefined;
  const { version } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  versions.set(name, version);
  return { path };
}
