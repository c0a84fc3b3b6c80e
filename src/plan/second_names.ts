import type { PathRule } from "../landlock/ruleset.ts";
import { fileName, isWithin, parent, PATH_MAX } from "../linux/paths.ts";
import { quote } from "../text.ts";
import { lookFor, type Lookup } from "../linux/lookup.ts";
import type { Mounts } from "./mounts.ts";

/** Entries of denied directories to look at while searching for files with other names, which takes about a tenth of a
 * second. Larger directories count as having some. */
export const MOST_LOOKED_AT = 10_000;

/** Searches for names under which what is denied can be reached although the rules leave it out. */
export interface SecondNames {
  /** Why a denied path may be reachable by another name through the rules that give `rights`, in a sentence;
   * `undefined` if every name is known to be closed.
   *
   * @param closed canonical paths that are known to get none of the rights, where other names of it may be
   */
  of(path: string, rights: bigint, closed: Iterable<string>): string | undefined;
  /** Whether a file at or beneath a path has several names, or may have. */
  areAt(path: string): boolean;
}

/** A search among the rules of one plan. */
export function secondNames(
  rules: readonly PathRule[],
  mounts: Mounts | undefined,
  lookup: Lookup,
): SecondNames {
  const known = new Map<bigint, Granting>();
  const grantingOf = (rights: bigint): Granting => {
    const granting = known.get(rights) ?? grantingRules(rules, rights, mounts);
    known.set(rights, granting);
    return granting;
  };
  return {
    of(path, rights, closed) {
      const granting = grantingOf(rights);
      const { directories, files } = granting;
      if (directories.length === 0 && files.length === 0) return undefined;
      if (mounts === undefined) {
        return "Whether it is mounted at a second place is unknown: /proc is not readable";
      }
      const overlay = mounts.unknownOverlays.find((point) =>
        !isWithin(path, point) &&
        directories.some((directory) => isWithin(point, directory) || isWithin(directory, point))
      );
      if (overlay !== undefined) {
        return `It may be a layer of the overlay at ${quote(overlay)}. Deny that as well`;
      }
      const granted = new Set([...directories, ...files]);
      const { files: linked, unknown } = linkedFiles(path, granted, lookup);
      // A file may be granted by its name, an unknown name may lie in a directory on the same device
      const mayLieInDirectory = isOnDeviceOf(granting, path, mounts);
      if (unknown !== undefined && mayLieInDirectory) return unknown;
      if (linked.size === 0) return undefined;
      const isDirectory = lookFor(lookup, path)?.kind === "directory";
      const isOpen = files.some((file) => linked.has(lookFor(lookup, file)?.inode ?? "")) ||
        mayLieInDirectory && hasUnknownName(linked, new Set(closed), mounts, lookup);
      if (!isOpen) return undefined;
      return isDirectory ? LINKED_INSIDE : LINKED;
    },
    areAt(path) {
      const { files, unknown } = linkedFiles(path, new Set(), lookup);
      return unknown !== undefined || files.size !== 0;
    },
  };
}

/** Paths of the rules that give a right, and the devices on which whole directories are granted. */
interface Granting {
  readonly directories: readonly string[];
  readonly files: readonly string[];
  readonly devices: ReadonlySet<string>;
}

function grantingRules(rules: readonly PathRule[], rights: bigint, mounts: Mounts | undefined): Granting {
  const granting = rules.filter(({ access }) => (access & rights) !== 0n);
  const paths = (directories: boolean) =>
    granting.filter(({ isDirectory }) => isDirectory === directories).map(({ path }) => path);
  const directories = paths(true);
  const devices = new Set(directories.flatMap((path) => [...mounts?.devicesBeneath(path) ?? []]));
  return { directories, files: paths(false), devices };
}

/** Whether a directory is granted on a device of what is at a path. What lies on an overlay lies on the device of a layer
 * too, and a file system without a mount in our root directory has no known device. */
function isOnDeviceOf({ directories, devices }: Granting, path: string, mounts: Mounts): boolean {
  if (directories.length === 0) return false;
  const own = mounts.deviceOf(path);
  return own === undefined || mounts.isOverlay(path) ||
    directories.some((directory) =>
      mounts.isOverlay(directory) || mounts.deviceOf(directory) === undefined
    ) ||
    [...mounts.devicesBeneath(path)].some((device) => devices.has(device));
}

/** Files by inode, and the names found of each. */
type LinkedFiles = Map<string, { readonly links: number; readonly names: Set<string> }>;

/** The files with several names at or beneath a path, but for what is granted in there, and why there may be more. */
function linkedFiles(
  path: string,
  granted: ReadonlySet<string>,
  lookup: Lookup,
): { files: LinkedFiles; unknown?: string } {
  const resolved = lookFor(lookup, path);
  const files: LinkedFiles = new Map();
  if (resolved === undefined || resolved.path !== path) return { files };
  if (resolved.kind !== "directory") {
    if (resolved.links > 1) note(files, path, resolved.inode, resolved.links, lookup);
    return { files };
  }
  const unknown = eachLinkedFile(
    path,
    granted,
    lookup,
    (name, inode, links) => note(files, name, inode, links, lookup),
  );
  return { files, ...(unknown === undefined ? {} : { unknown }) };
}

/** Remembers a name. One may be reached through two mounts: the directory it lies in and its last part tell. */
function note(files: LinkedFiles, path: string, inode: string, links: number, lookup: Lookup): void {
  const file = files.get(inode) ?? { links, names: new Set<string>() };
  file.names.add(`${lookFor(lookup, parent(path))?.inode}/${fileName(path)}`);
  files.set(inode, file);
}

function hasUnknownName(
  files: LinkedFiles,
  closed: ReadonlySet<string>,
  mounts: Mounts,
  lookup: Lookup,
): boolean {
  for (const path of closed) {
    const other = lookFor(lookup, path);
    if (other === undefined || !files.has(other.inode)) continue;
    // A symbolic link is no name of the file, nor is a place at which it is mounted
    if (other.path === path && !mounts.isPoint(path)) {
      note(files, path, other.inode, other.links, lookup);
    }
    // One of its names may be mounted at a second place, as a file
    if (mounts.otherPlaces(path).some((place) => !closed.has(place))) return true;
  }
  return [...files.values()].some(({ links, names }) => names.size < links);
}

/** Tells of every file with several names beneath a directory.
 *
 * @returns why there may be more
 */
function eachLinkedFile(
  directory: string,
  granted: ReadonlySet<string>,
  lookup: Lookup,
  tell: (path: string, inode: string, links: number) => void,
): string | undefined {
  const waiting = [directory];
  let [looked, isAllSeen] = [0, true];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const listing = lookup.statuses(at);
    // What is in there may have a name elsewhere all the same
    if (listing === undefined || listing.undecodable > 0) isAllSeen = false;
    for (const { name, kind, inode, links } of listing?.entries ?? []) {
      if (++looked > MOST_LOOKED_AT) return TOO_MANY;
      const path = `${at === "/" ? "" : at}/${name}`;
      if (granted.has(path)) continue;
      if (isTooLong(path)) {
        isAllSeen = false;
        continue;
      }
      if (kind === "directory") waiting.push(path);
      else if (links > 1) tell(path, inode, links);
    }
  }
  return isAllSeen ? undefined : UNSEEN;
}

/** Whether the kernel takes no such path: who may write can make directories deeper than that. */
function isTooLong(path: string): boolean {
  return path.length >= PATH_MAX / 3 && new TextEncoder().encode(path).length >= PATH_MAX;
}

const REMEDY = "Remove the other names, or deny them as well";
const LINKED = `The file has other names (hard links), and one may lie where this is granted. ${REMEDY}`;
const LINKED_INSIDE =
  `Files in it have other names (hard links), and some may lie where this is granted. ${REMEDY}`;
const TOO_MANY =
  `It contains more than ${MOST_LOOKED_AT} entries: whether files among them have other names (hard links) where this ` +
  "is granted is not looked up. Deny a smaller directory, or grant less around it";
const UNSEEN =
  "It contains directories that cannot be listed, names that are not UTF-8 or paths that are too long: whether files in there have " +
  "other names (hard links) where this is granted is unknown. Deny a smaller directory, or grant less around it";
