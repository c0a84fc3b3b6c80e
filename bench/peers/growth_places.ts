import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder with as many files as rules are wanted, and one with a file at every depth: `deep/deep/…/file`. */
export function makeFiles(folder: string, count: number, depth: number): string {
  mkdirSync(folder);
  for (let index = 0; index < count; index++) writeFileSync(join(folder, `file ${index}`), "");
  let place = folder;
  for (let at = 0; at < depth; at++) {
    place = join(place, "deep");
    mkdirSync(place);
    writeFileSync(join(place, "file"), "");
  }
  return folder;
}

/** A tree of so many files, a hundred in each folder, those in folders of ten. */
export function makeTree(folder: string, files: number): string {
  for (let leaf = 0; leaf < files / 100; leaf++) {
    const place = join(folder, `part ${Math.floor(leaf / 10)}`, `leaf ${leaf}`);
    mkdirSync(place, { recursive: true });
    for (let index = 0; index < 100; index++) writeFileSync(join(place, `file ${index}`), "");
  }
  return folder;
}

/** A git repository with so many small files, and beside it a folder for copies.
 *
 * @returns `undefined` where there is no git
 */
export function makeRepository(folder: string, files: number): string | undefined {
  const repository = join(folder, "repository");
  mkdirSync(join(folder, "copies"), { recursive: true });
  makeTree(repository, files);
  const identity = ["-c", "user.name=bench", "-c", "user.email=bench@localhost"];
  for (const args of [["init", "--quiet"], ["add", "."], [...identity, "commit", "--quiet", "-m", "files"]]) {
    const { status } = spawnSync("git", args, { cwd: repository, stdio: "ignore" });
    if (status !== 0) return undefined;
  }
  return repository;
}
