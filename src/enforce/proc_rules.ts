import { openPath } from "../linux/open.ts";
import type { System } from "../linux/system.ts";

const kept = new Set<string>();

/** Keeps rules on files of `/proc` in force. A rule binds an inode, and procfs makes a new one for the same path when
 * the old one has been evicted from memory (`new_inode` in `fs/proc`): the rule would be lost. An open descriptor
 * prevents the eviction; it is never closed. The root of `/proc` stays anyway. */
export function keepProcRules(system: System, paths: readonly string[]): void {
  for (const path of paths) {
    if (!path.startsWith("/proc/") || kept.has(path)) continue;
    openPath(system, path);
    kept.add(path);
  }
}
