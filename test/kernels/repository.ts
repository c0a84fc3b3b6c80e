import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The root of the repository: the nearest folder above this file that holds deno.json. The compiled file lies
 * deeper, in `dist/`, which has none.
 */
export const repository: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** A folder below `.cache/kernels/` of the repository, made when missing. */
export async function cacheFolder(...names: string[]): Promise<string> {
  const folder = join(repository, ".cache", "kernels", ...names);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Puts a finished folder in its place; when another program was faster, its folder is as good. */
export async function replaceFolder(finished: string, place: string): Promise<void> {
  try {
    await rename(finished, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    await rm(finished, { recursive: true, force: true });
  }
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, "deno.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("Cannot find the repository: no deno.json above this file");
  return findRoot(parent);
}
