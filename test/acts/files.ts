import {
  appendFileSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import type { Act } from "./act.ts";

/** Files, on the calling thread. */
export const FILE_ACTS: Record<string, Act> = {
  readSync: (path) => readFileSync(path),
  listSync: (path) => readdirSync(path),
  writeSync: (path) => writeFileSync(path, "changed"),
  appendSync: (path) => appendFileSync(path, "more"),
  createSync: (path) => writeFileSync(path, "new", { flag: "wx" }),
  truncateSync: (path) => truncateSync(path),
  makeFolderSync: (path) => mkdirSync(path),
  removeFolderSync: (path) => rmdirSync(path),
  unlinkSync: (path) => unlinkSync(path),
  renameSync: (from, to) => renameSync(from, to),
  linkSync: (from, to) => linkSync(from, to),
  symlinkSync: (target, path) => symlinkSync(target, path),
  copySync: (from, to) => copyFileSync(from, to),
};
