import { FS } from "../landlock/abi.ts";
import type { PathRule } from "../landlock/ruleset.ts";
import { isWithin, parent } from "../linux/paths.ts";
import { everyPlace, type Mounts } from "./mounts.ts";

/** Rights on a directory with which names in it can be made, removed and moved. */
const NAMES = FS.MAKE_REG | FS.MAKE_DIR | FS.MAKE_SYM | FS.MAKE_SOCK | FS.MAKE_FIFO | FS.REMOVE_FILE |
  FS.REMOVE_DIR;

/** Which names the confined can give to something else.
 *
 * Rules bind files, but entries are names: the next start, and each launcher, looks them up again. A name is pinned if
 * neither it nor that of any directory above it can be replaced; one that is not may lead to a moved file by then, or
 * to wherever a new symbolic link points. */
export interface Pins {
  /** The writable directory in which a canonical path can be replaced; `undefined` if it is pinned. */
  looseIn(path: string): string | undefined;
  /** Whether names in a directory can be changed. */
  isWritable(directory: string): boolean;
  /** A directory in which names can be changed, at or beneath a path or above it; `undefined` if there is none. */
  writableAround(path: string): string | undefined;
}

/** The pins that a set of rules leaves.
 *
 * @param mounts a directory that is writable at one place is so wherever it is mounted: rules bind it, not its name
 */
export function pinsOf(rules: readonly PathRule[], mounts?: Mounts | undefined): Pins {
  const named = rules.filter(({ isDirectory, access }) => isDirectory && (access & NAMES) !== 0n)
    .map(({ path }) => path);
  const writable = new Set(everyPlace(named, mounts));
  const above = (directory: string): string | undefined => {
    for (let at = directory;; at = parent(at)) {
      if (writable.has(at)) return at;
      if (at === "/") return undefined;
    }
  };
  return {
    looseIn: (path) => path === "/" || writable.size === 0 ? undefined : above(parent(path)),
    isWritable: (directory) => writable.size > 0 && above(directory) !== undefined,
    writableAround: (path) =>
      writable.size === 0 ? undefined : above(path) ?? [...writable].find((inside) => isWithin(inside, path)),
  };
}
