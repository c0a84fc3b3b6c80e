import type { PathRule } from "../landlock/ruleset.ts";
import { parent } from "../linux/paths.ts";
import { everyPlace, type Mounts } from "./mounts.ts";
import { pinsOf } from "./pins.ts";

/** Tells where the kernel refuses to move files although both directories are writable: what is moved may gain no right
 * by it (`EXDEV`, `current_check_refer_path` in `security/landlock/fs.c`). */
export interface Moves {
  /** A writable directory that differs in rights from `directory`, or from another one in it; `undefined` if files can
   * be moved freely. */
  refusedNear(directory: string): string | undefined;
}

/** The moves that a set of rules refuses. */
export function movesOf(rules: readonly PathRule[], mounts: Mounts | undefined): Moves {
  const directories = rules.filter(({ isDirectory }) => isDirectory);
  const own = new Map<string, bigint>();
  for (const { path, access } of directories) {
    for (const place of everyPlace([path], mounts)) {
      own.set(place, (own.get(place) ?? 0n) | access);
    }
  }
  const pins = pinsOf(rules, mounts);
  const writable = [...own.keys()].filter((path) => pins.isWritable(path));
  return {
    refusedNear(directory) {
      const rights = rightsAt(directory, own);
      return writable.find((path) => path !== directory && rightsAt(path, own) !== rights);
    },
  };
}

/** All rights on a directory, its own and those it has from above. */
function rightsAt(directory: string, own: ReadonlyMap<string, bigint>): bigint {
  let rights = 0n;
  for (let at = directory;; at = parent(at)) {
    rights |= own.get(at) ?? 0n;
    if (at === "/") return rights;
  }
}
