import { spawnSync } from "node:child_process";
import { accessSync, closeSync, constants, openSync, readSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** A program of this machine that unpacks. */
export interface Tool {
  readonly path: string;
  /** For the table, for example `GNU tar 1.34`. */
  readonly title: string;
}

/** The `tar` that a service would start, if it is GNU tar: others have other options. */
export function findTar(): Tool | undefined {
  const path = inPath("tar")[0];
  const version = path === undefined
    ? undefined
    : /^tar \(GNU tar\) (\S+)/.exec(output(path, "--version"))?.[1];
  return path === undefined || version === undefined ? undefined : { path, title: `GNU tar ${version}` };
}

/** The first Python in PATH that is a program: version managers put a script before it that looks for it anew on
 * each start, in folders that are nobody's business. */
export function findPython(): Tool | undefined {
  // The real path, since a virtual environment consists of a link to it and packages that are not needed here
  const path = inPath("python3").map((path) => realpathSync(path)).find(isElf);
  const version = path === undefined ? undefined : /^Python (\S+)/.exec(output(path, "--version"))?.[1];
  return path === undefined || version === undefined
    ? undefined
    : { path, title: `Python ${version} tarfile` };
}

function inPath(name: string): string[] {
  const folders = (process.env["PATH"] ?? "").split(":").filter((folder) => folder.startsWith("/"));
  return folders.map((folder) => join(folder, name)).filter((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function isElf(path: string): boolean {
  const head = Buffer.alloc(4);
  const file = openSync(path, "r");
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.toString("latin1") === "\x7fELF";
}

function output(path: string, ...args: string[]): string {
  return spawnSync(path, args, { encoding: "utf8" }).stdout ?? "";
}
