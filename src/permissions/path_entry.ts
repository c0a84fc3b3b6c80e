import { normalize, PATH_MAX, resolve } from "../linux/paths.ts";
import { type Glob, isGlob } from "./glob.ts";
import type { PermissionName } from "./permissions.ts";
import { quote } from "../text.ts";

/** A path as given and as meant. */
export interface PathEntry {
  /** As the user wrote it. */
  readonly text: string;
  /** Absolute and lexically normalised; symbolic links not looked at. */
  readonly path: string;
  /** Whether it comes from a runtime's own flags, where it may name anything. */
  readonly isLiteral?: true;
  /** The pattern it is, if it is one; see `glob.ts`. */
  readonly glob?: Glob;
}

/** How paths are read. */
export interface PathReading {
  /** The absolute path that relative paths start from. */
  readonly directory: string;
  /** Whether they are names of files and nothing else, as in a runtime's own flags: else `~` is the home folder, and `*`
   * and `?` make a pattern. Default `false`. */
  readonly literal?: boolean;
  /** The home folder. */
  readonly home?: () => string | undefined;
}

/** In bytes. */
const LONGEST_PATH = PATH_MAX - 1;
/** The most bytes of UTF-8 that one UTF-16 code unit becomes. */
const BYTES_OF_UNIT = 3;

/** Makes a path absolute the way Deno does: `d/../d/./sub/` is `d/sub`. Variables are not expanded.
 *
 * @throws TypeError for `~` where there is no home folder, and for that of another user
 * @throws RangeError if it is longer than the kernel takes
 */
export function parsePathEntry(text: string, name: PermissionName, reading: PathReading): PathEntry {
  const { directory, literal = false } = reading;
  const full = !literal && text.startsWith("~") ? inHome(text, name, reading) : text;
  const path = resolve(directory, full);
  if (path.length > LONGEST_PATH / BYTES_OF_UNIT && new TextEncoder().encode(path).length > LONGEST_PATH) {
    throw new RangeError(
      `Cannot use ${
        quote(text)
      } in ${name} permission: longer than ${LONGEST_PATH} bytes, which is the kernel's ` +
        `limit. Grant a directory further up`,
    );
  }
  if (literal) return { text, path, isLiteral: true };
  return isGlob(text) ? { text, path, glob: parseGlob(full, text, name, directory) } : { text, path };
}

/** Only what the user wrote is a pattern: the working directory may have such characters in its name. */
function parseGlob(full: string, text: string, name: PermissionName, directory: string): Glob {
  const names = full.split("/");
  const first = names.findIndex(isGlob);
  const parts = names.slice(first)
    .filter((part) => part !== "" && part !== ".")
    .filter((part, index, all) => part !== "**" || all[index - 1] !== "**");
  if (parts.includes("..")) {
    throw new TypeError(
      `Cannot use ${quote(text)} in ${name} permission: ".." cannot stand behind a wildcard`,
    );
  }
  const start = names.slice(0, first).join("/");
  return { base: normalize(full.startsWith("/") ? `${start}/` : `${directory}/${start}`), parts };
}

function inHome(text: string, name: PermissionName, { home }: PathReading): string {
  const subject = `Cannot use ${quote(text)} in ${name} permission`;
  if (text !== "~" && !text.startsWith("~/")) {
    throw new TypeError(
      `${subject}: "~" stands for your own home folder only, as in "~/x". Write the path out, or ${
        quote(`./${text}`)
      }`,
    );
  }
  const folder = home?.();
  if (folder?.startsWith("/") === true) return `${folder}${text.slice(1)}`;
  throw new TypeError(`${subject}: HOME is not set to an absolute path. Set it, or write the path out`);
}
