import { chmodSync, chownSync, copyFileSync, lstatSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../support/folder.ts";

/** Where acts happen: folders with the same content, and what surrounds them. */
export interface Places {
  /** Nothing in here is granted. */
  readonly secret: string;
  /** Granted for reading, and nothing else. */
  readonly readable: string;
  /** Granted for writing, and nothing else. */
  readonly writable: string;
  /** Granted for reading and writing: opening for both is one act. */
  readonly shared: string;
  /** A program in `readable` that may be run: a copy of the shell. */
  readonly program: string;
  remove(): void;
}

const FOLDERS = ["secret", "readable", "writable", "shared"];

/** Makes the folders anew, for a single run: acts use their files up.
 *
 * @param shell a program to copy
 * @param owner who may use them; the present user if left out
 */
export function makePlaces(shell: string, owner?: number): Places {
  const folder = makeFolder(Object.fromEntries(FOLDERS.flatMap(contentOf)));
  for (const name of FOLDERS) {
    for (const program of ["program", "ungranted"]) {
      copyFileSync(shell, folder.at(`${name}/${program}`));
      chmodSync(folder.at(`${name}/${program}`), 0o755);
    }
    symlinkSync(folder.at(`${name}/text`), folder.at(`readable/link-to-${name}`));
  }
  if (owner !== undefined) giveAway(folder.path, owner);
  return {
    secret: folder.at("secret"),
    readable: folder.at("readable"),
    writable: folder.at("writable"),
    shared: folder.at("shared"),
    program: folder.at("readable/program"),
    remove: () => folder.remove(),
  };
}

/** Every act that uses a file up has one of its own. */
function contentOf(folder: string): [name: string, content: string][] {
  const files = [
    "module.mjs",
    "modules/known.mjs",
    "modules/neighbour.mjs",
    "text",
    "unlink",
    "rename",
    "rename-2",
    "move",
    "link",
    "truncate",
    "truncate-natively",
  ];
  return [
    ...files.map((name): [string, string] => [`${folder}/${name}`, `export const here = "${folder}";\n`]),
    [`${folder}/inner/`, ""],
    [`${folder}/to-remove/`, ""],
  ];
}

function giveAway(path: string, owner: number): void {
  if (lstatSync(path).isSymbolicLink()) return;
  chownSync(path, owner, owner);
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path)) {
      giveAway(join(path, name), owner);
    }
  }
}

/** A folder that another user may neither enter nor list. */
export function makeLockedFolder(): { path: string; remove(): void } {
  const folder = makeFolder({ "bin/": "" });
  chmodSync(folder.path, 0o700);
  return folder;
}
