import { createReadStream, readFile } from "node:fs";
import { copyFile, readFile as readPromise, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Act } from "./act.ts";
import { outcomeOf } from "./outcome.ts";

/** More than any runtime has pool threads, so that each of them gets some. */
const AT_ONCE = 64;

/** Files, on the threads that a runtime keeps for slow calls. */
export const ASYNC_FILE_ACTS: Record<string, Act> = {
  readAsync: (path) => manyTimes(() => readPromise(path)),
  readCallback: (path) => manyTimes(() => readByCallback(path)),
  readStream: (path) => manyTimes(() => readByStream(path)),
  writeAsync: (path) => manyTimes(() => writeFile(path, "changed")),
  copyAsync: (from, to) => copyFile(from, to),
  importModule: (path) => import(pathToFileURL(path).href),
  fetchFile: async (path) => await (await fetch(pathToFileURL(path))).text(),
};

/** Does it often enough at once that every pool thread takes part; fails if one of them fails, and says so if they
 * do not agree. */
export async function manyTimes(act: () => Promise<unknown>): Promise<void> {
  const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, act));
  const failures = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
  if (failures.length === 0) return;
  const names = new Set(failures.map(outcomeOf));
  if (failures.length === AT_ONCE && names.size === 1) throw failures[0];
  throw new Error(`${AT_ONCE - failures.length} of ${AT_ONCE} succeeded, others: ${[...names].join(", ")}`);
}

function readByCallback(path: string): Promise<unknown> {
  return new Promise((resolve, reject) =>
    readFile(path, (error, data) => error === null ? resolve(data) : reject(error))
  );
}

function readByStream(path: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    createReadStream(path).on("error", reject).on("end", resolve).resume();
  });
}
