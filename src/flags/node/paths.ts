import { resolve } from "../../linux/paths.ts";
import type { PermissionValue } from "../../permissions/permissions.ts";
import { quote } from "../../text.ts";

/** Names of the entries of a directory; `undefined` if it cannot be listed. */
export type ListDirectory = (path: string) => readonly string[] | undefined;

/** What is needed to resolve Node's paths. */
export interface NodePathsPlace {
  readonly directory: string;
  readonly listDirectory?: ListDirectory;
}

/** Turns Node's paths into entries. `*` is everything, and elsewhere the beginning of a name: what comes after it
 * does not count. A comma is part of the name.
 *
 * @throws TypeError for the beginning of a name when no directory can be listed
 */
export function nodePaths(
  paths: readonly string[],
  permission: "read" | "write",
  place: NodePathsPlace,
): { value: PermissionValue; notes: string[] } {
  const entries = new Set<string>();
  const notes: string[] = [];
  for (const path of paths) {
    // Node looks at nothing that comes after it
    if (path === "*") return { value: true, notes: [] };
    const full = resolve(place.directory, path);
    const star = full.indexOf("*");
    if (star < 0) {
      entries.add(full);
      if (full.includes(",")) notes.push(commaNote(permission, path));
      continue;
    }
    const slash = full.lastIndexOf("/", star);
    const parent = full.slice(0, slash) || "/";
    const start = full.slice(slash + 1, star);
    if (start === "") entries.add(parent);
    else {
      for (const name of namesIn(parent, start, path, place)) {
        entries.add(`${parent === "/" ? "" : parent}/${name}`);
      }
      notes.push(
        `${permission} of ${
          quote(path)
        } is granted for what is called so now: names that are made later in ` +
          `${quote(parent)} are not covered`,
      );
    }
  }
  return { value: [...entries], notes };
}

function namesIn(parent: string, start: string, path: string, { listDirectory }: NodePathsPlace): string[] {
  const names = listDirectory?.(parent);
  if (names !== undefined) return names.filter((name) => name.startsWith(start)).sort();
  throw new TypeError(
    `Cannot use ${quote(path)}: the directory ${quote(parent)} cannot be listed, write the names out`,
  );
}

function commaNote(permission: string, path: string): string {
  return `Node takes ${
    quote(path)
  } for one path, with the comma in it. Write --allow-fs-${permission} once for each`;
}
