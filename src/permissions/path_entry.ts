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
/** The most bytes of UTF-8 that one UTF-16 code unit becomes. */
const BYTES_OF_UNIT = 3;
/** What an absolute path has that is not normal: an empty name, `.` or `..`. */
const NOT_NORMAL = /\/(?:\.{0,2}(?:\/|$))/;

/** Makes a path absolute the way Deno does: `d/../d/./sub/` is `d/sub`; no globs, no `~`, no variables.
 *
 * @throws RangeError if it is longer than the kernel takes
 */
export function parsePathEntry(text: string, name: PermissionName, directory: string): PathEntry {
  const path = normalizePath(text.startsWith("/") ? text : `${directory}/${text}`);
  if (path.length > LONGEST_PATH / BYTES_OF_UNIT && new TextEncoder().encode(path).length > LONGEST_PATH) {
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
  if (!NOT_NORMAL.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
