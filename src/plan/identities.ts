import { isWithin } from "../linux/paths.ts";
import { lookFor, type Lookup } from "../linux/lookup.ts";
import type { Mounts } from "./mounts.ts";
import type { PlannedPathRule } from "./origin.ts";
import { pinsOf } from "./pins.ts";

/** An entry that is allowed, where it leads, and the symbolic links on the way. */
export interface AllowedPath {
  readonly path: string;
  readonly names: readonly string[];
}

/** Rules with the descriptors they were looked up with, and where their names can be given to something else, with what
 * they are meant for: a child of the same sandbox, and the kernel, then bind that or nothing.
 *
 * @param allowed a symbolic link on the way can be replaced although what it leads to cannot
 */
export function withIdentities(
  rules: readonly PlannedPathRule[],
  allowed: readonly AllowedPath[],
  lookup: Lookup,
  mounts: Mounts | undefined,
): PlannedPathRule[] {
  const pins = pinsOf(rules, mounts);
  const targets = allowed
    .filter(({ names }) => names.some((name) => pins.looseIn(name) !== undefined))
    .map(({ path }) => path);
  const isLoose = (path: string) =>
    pins.looseIn(path) !== undefined || targets.some((target) => isWithin(path, target));
  return rules.map((rule) => {
    const descriptor = lookup.descriptorOf?.(rule.path);
    const resolved = isLoose(rule.path) ? lookFor(lookup, rule.path) : undefined;
    if (resolved === undefined) return { ...rule, descriptor };
    // A file's number is its own as long as any name leads to it, and what may be read of a new one its maker knew. A
    // directory is a container: a new one with the old number could be filled. Overlays change the birth when they copy
    const isContainer = resolved.kind === "directory" && mounts?.isOverlay(rule.path) === false;
    const { inode, born } = resolved.identity;
    return { ...rule, descriptor, identity: { inode, born: isContainer ? born : 0n } };
  });
}
