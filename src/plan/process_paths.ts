import { LockdownError } from "../errors.ts";
import type { PathEntry } from "../permissions/path_entry.ts";
import { quote } from "../text.ts";
import { lookFor, type Lookup } from "../linux/lookup.ts";

/** Whether a path lies in the folder that procfs has for a process: `/proc/self` and the links that lead there, such as
 * `/dev/fd` and `/etc/mtab`, mean another file in each process. */
export function isOfProcess(path: string): boolean {
  return /^\/proc\/(?:\d+|self|thread-self)(?:\/|$)/.test(path);
}

/** Refuses what would mean the file of this process while it is planned, and that of nobody, or of a stranger, when the
 * command runs.
 *
 * @param effect in words, `grant` or `deny`
 * @throws LockdownError `PATH_NOT_FOUND`
 */
export function refuseOfProcess(
  effect: "grant" | "deny",
  permission: string,
  entry: PathEntry,
  lookup: Lookup,
): void {
  const { end, links } = lookup.follow(entry.path);
  // Links in /proc itself, such as /proc/net, are followed by the kernel only
  const found = lookFor(lookup, entry.path)?.path ?? end;
  const name = [entry.path, ...links, end, found].find(isOfProcess);
  if (name === undefined) return;
  const isDescriptor = /^\/proc\/[^/]+\/(?:task\/\d+\/)?fd(?:\/|$)/.test(name);
  const remedy = isDescriptor
    ? "Leave it out: descriptors that a command is given need no permission"
    : effect === "deny"
    ? 'Deny "/proc" if no command is to look there'
    : permission === "read"
    ? "Leave it out: each command may read its own files in /proc"
    : 'Grant "/proc" if it may write those of every process of its user';
  throw new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot ${effect} ${permission} on ${quote(entry.text)}: it means another file in each process`,
    { subject: entry.text, remedy },
  );
}
