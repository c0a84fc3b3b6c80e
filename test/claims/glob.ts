/** Whether it is a pattern rather than a name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}

/** Whether an absolute pattern matches a path: `*` within a name, `**` any number of folders. Names that begin with a
 * dot are matched only where the pattern says the dot. */
export function globMatches(pattern: string, path: string): boolean {
  return matches(pattern.split("/"), path.split("/"));
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === "**") {
    return matches(rest, path) ||
      (path.length > 0 && !(path[0] as string).startsWith(".") && matches(pattern, path.slice(1)));
  }
  return path.length > 0 && matchesName(first, path[0] as string) && matches(rest, path.slice(1));
}

function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(name);
}
