import type { PathRule } from "../landlock/ruleset.ts";
import { quote } from "../permissions/text.ts";
import { isBeneath, parentOf } from "./beneath.ts";
import { lookFor, type Lookup } from "./lookup.ts";
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
}

/** A search among the rules of one plan. */
export function secondNames(
  rules: readonly PathRule[],
  mounts: Mounts | undefined,
  lookup: Lookup,
): SecondNames {
  const devices = new Map<bigint, Set<string>>();
  /** Devices on which whole directories are granted: only there can an unknown name be open. */
  const devicesOf = (rights: bigint): Set<string> => {
    const known = devices.get(rights);
    if (known !== undefined) return known;
    const found = new Set<string>();
    for (const { path, isDirectory, access } of rules) {
      if (!isDirectory || (access & rights) === 0n) continue;
      for (const device of mounts?.devicesBeneath(path) ?? []) found.add(device);
    }
    devices.set(rights, found);
    return found;
  };
  const isGranted = (path: string, rights: bigint) =>
    rules.some((rule) =>
      (rule.access & rights) !== 0n && (isBeneath(path, rule.path) || isBeneath(rule.path, path))
    );
  return {
    of(path, rights, closed) {
      const granting = rules.some(({ isDirectory, access }) => isDirectory && (access & rights) !== 0n);
      if (!granting) return undefined;
      if (mounts === undefined) {
        return "Whether it is mounted at a second place is unknown: /proc is not readable";
      }
      const overlay = mounts.unknownOverlays.find((point) =>
        !isBeneath(path, point) && isGranted(point, rights)
      );
      if (overlay !== undefined) {
        return `It may be a layer of the overlay at ${quote(overlay)}. Deny that as well`;
      }
      const device = mounts.deviceOf(path);
      if (device !== undefined && !devicesOf(rights).has(device)) return undefined;
      return search(path, closed, lookup);
    },
  };
}

function search(path: string, closed: Iterable<string>, lookup: Lookup): string | undefined {
  const resolved = lookFor(lookup, path);
  if (resolved === undefined || resolved.path !== path) return undefined;
  const wanted = new Map<string, { links: number; readonly names: Set<string> }>();
  const note = (name: string, inode: string, links: number): void => {
    const entry = wanted.get(inode) ?? { links, names: new Set<string>() };
    // One name may be reached through two mounts: the directory and the last part tell
    entry.names.add(`${lookFor(lookup, parentOf(name))?.inode}/${name.slice(name.lastIndexOf("/") + 1)}`);
    wanted.set(inode, entry);
  };
  if (resolved.kind === "directory") {
    if (!eachLinkedFile(path, lookup, note)) return TOO_MANY;
  } else if (resolved.links > 1) note(path, resolved.inode, resolved.links);
  if (wanted.size === 0) return undefined;
  for (const name of closed) {
    const other = lookFor(lookup, name);
    if (other !== undefined && wanted.has(other.inode)) note(name, other.inode, other.links);
  }
  const open = [...wanted.values()].some(({ links, names }) => names.size < links);
  if (!open) return undefined;
  return resolved.kind === "directory" ? LINKED_INSIDE : LINKED;
}

/** Tells of every file with several names beneath a directory.
 *
 * @returns whether it came to the end
 */
function eachLinkedFile(
  directory: string,
  lookup: Lookup,
  tell: (path: string, inode: string, links: number) => void,
): boolean {
  const waiting = [directory];
  let looked = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entries = lookup.statuses(at);
    // What cannot be listed by whoever plans may be listed inside, by the same user: never
    for (const { name, kind, inode, links } of entries ?? []) {
      if (++looked > MOST_LOOKED_AT) return false;
      const path = `${at === "/" ? "" : at}/${name}`;
      if (kind === "directory") waiting.push(path);
      else if (links > 1) tell(path, inode, links);
    }
  }
  return true;
}

const REMEDY = "Remove the other names, or deny them as well";
const LINKED = `The file has other names (hard links), and one may lie where this is granted. ${REMEDY}`;
const LINKED_INSIDE =
  `Files in it have other names (hard links), and some may lie where this is granted. ${REMEDY}`;
const TOO_MANY =
  `It contains more than ${MOST_LOOKED_AT} entries: whether files among them have other names (hard links) where this ` +
  "is granted is not looked up. Deny a smaller directory, or grant less around it";
