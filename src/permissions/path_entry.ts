import type { PermissionName } from "./permissions.ts";
import { quote } from "./text.ts";

/** A path as given and as meant. */
export interface PathEntry {
  /** As the user wrote it. */
  readonly text: string;
  /** Absolute and lexically normalised; symbolic links not looked at. */
  readonly path: string;
}

/** PATH_MAX without the final NUL, in bytes. */
const LONGEST_PATH = 4095;

/** Makes a path absolute the way Deno does: `d/../d/./sub/` is `d/sub`; no globs, no `~`, no variables.
 *
 * @throws RangeError if it is longer than the kernel takes
 */
export function parsePathEntry(text: string, name: PermissionName, directory: string): PathEntry {
  const path = normalizePath(text.startsWith("/") ? text : `${directory}/${text}`);
  if (new TextEncoder().encode(path).length > LONGEST_PATH) {
    throw new RangeError(
      `Cannot use ${
        quote(text)
      } in ${name} permission: longer than ${LONGEST_PATH} bytes, which is the kernel's ` +
        `limit. Grant a directory further up`,
    );
  }
  return { text, path };
}

/** Resolves `.`, `..`, repeated and trailing slashes of an absolute path, by the text alone. */
export function normalizePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
