import { isWithin } from "../linux/paths.ts";
import { everyPlace, type Mounts, readMounts } from "./mounts.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import type { Grants } from "../permissions/permission_set.ts";
import { canonicalPath, lookFor, type Lookup } from "../linux/lookup.ts";

/** The folders of PATH, by who may put a program there. */
export interface SearchPath {
  /** Where a name is looked up. */
  readonly folders: readonly string[];
  /** Where it is not: the sandbox may write there, and what it plants would decide what the next start grants. */
  readonly passedOver: readonly string[];
  /** Whether writing is granted everywhere. Then no folder is passed over, since none would be left. */
  readonly writableEverywhere: boolean;
}

/** Splits PATH. A folder is passed over where it, or a symbolic link on the way to it, lies in what is granted for
 * writing and not denied.
 *
 * @param value of PATH; a relative folder in it is never searched
 * @param mounts called only if writing is granted somewhere. Default: those of this process
 */
export function searchPath(
  value: string | undefined,
  write: Pick<Grants<PathEntry>, "allowAll" | "allow" | "deny">,
  lookup: Lookup,
  mounts: () => Mounts | undefined = () => readMounts(lookup),
): SearchPath {
  const absolute = value?.split(":").filter((folder) => folder.startsWith("/")) ?? [];
  // What a pattern grants lies in its folder, and a deny that is one denies no folder whole
  const canonical = (entries: readonly PathEntry[]) =>
    entries.map(({ path, glob }) => canonicalPath(glob?.base ?? path, lookup));
  const named = canonical(write.allow);
  const writableEverywhere = write.allowAll || named.includes("/");
  if (writableEverywhere || named.length === 0) {
    return { folders: absolute, passedOver: [], writableEverywhere };
  }
  // A directory that is writable at one place is so wherever it is mounted
  const granted = everyPlace(named, mounts());
  const denied = canonical(write.deny.filter(({ glob }) => glob === undefined));
  const covers = (path: string) =>
    granted.some((above) => isWithin(path, above)) && !denied.some((above) => isWithin(path, above));
  const isPassedOver = (folder: string) => {
    const { links, end } = lookup.follow(folder);
    return [...links, end].some(covers);
  };
  const passedOver = absolute.filter(isPassedOver);
  return {
    folders: absolute.filter((folder) => !passedOver.includes(folder)),
    passedOver,
    writableEverywhere,
  };
}

/** Whether a path leads to the very program this process runs. Where the user has it lie in a folder that the sandbox may
 * write, nothing is left to be lost by trusting it. */
export function isOwnExecutable(path: string, lookup: Lookup): boolean {
  const own = lookFor(lookup, "/proc/self/exe");
  return own !== undefined && lookFor(lookup, path)?.path === own.path;
}
