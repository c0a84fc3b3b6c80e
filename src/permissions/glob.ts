/** Patterns in path entries: `*` and `?` stand for any characters and any one character of a name, `**` as a whole name for
 * any number of folders. There is no `[…]`, which is common in names of files. */

/** A pattern: where to look, and what for. */
export interface Glob {
  /** The folder to look in, absolute and normal. */
  readonly base: string;
  /** Parts of the pattern, one for each name beneath it. */
  readonly parts: readonly string[];
}

/** Whether a path, or a part of one, is a pattern. */
export function isGlob(text: string): boolean {
  return text.includes("*") || text.includes("?");
}

/** Whether a name matches one part of a pattern, without going back further than the last `*`: at most as many steps as
 * both lengths multiplied.
 *
 * @param hidden whether `*` and `?` stand for a dot at the beginning too
 */
export function matchesName(pattern: string, name: string, hidden: boolean): boolean {
  if (name.startsWith(".") && !hidden && !pattern.startsWith(".")) return false;
  let [at, from] = [0, 0];
  // Where the last star is, and how much of the name it stands for
  let [star, taken] = [-1, 0];
  while (from < name.length) {
    const character = pattern[at];
    if (character === "*") {
      [star, taken] = [at++, from];
    } else if (character !== undefined && (character === "?" || character === name[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++taken;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}

/** Whether a path, absolute and normal, matches a pattern. */
export function matchesPath({ base, parts }: Glob, path: string, hidden: boolean): boolean {
  const start = base === "/" ? "/" : `${base}/`;
  if (!path.startsWith(start)) return false;
  const names = path.slice(start.length).split("/");
  // Which parts of the pattern may come next, after each name: as many steps as both have parts, multiplied
  let next = afterFolders(new Set([0]), parts);
  for (const name of names) {
    const reached = new Set<number>();
    for (const index of next) {
      const part = parts[index];
      if (part === undefined) continue;
      if (part === "**") {
        if (hidden || !name.startsWith(".")) reached.add(index);
      } else if (matchesName(part, name, hidden)) reached.add(index + 1);
    }
    next = afterFolders(reached, parts);
  }
  return next.has(parts.length);
}

/** With what may come next if `**` stands for no folder at all. */
function afterFolders(indexes: Set<number>, parts: readonly string[]): Set<number> {
  for (const index of indexes) if (parts[index] === "**") indexes.add(index + 1);
  return indexes;
}
