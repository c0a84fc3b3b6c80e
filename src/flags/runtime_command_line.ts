import { resolve } from "../linux/paths.ts";
import type { Permissions } from "../permissions/permissions.ts";
import type { FlagPlace } from "./flag_place.ts";
import type { OwnPaths } from "./own_paths.ts";

/** A runtime's command line, read before that runtime is started. */
export interface RuntimeCommandLine {
  /** What its permission flags grant to the program. */
  readonly permissions: Permissions;
  /** What the runtime reads for itself. */
  readonly ownPaths: OwnPaths;
  /** Variables that tell the runtime what to do, `NAME` or `PREFIX*`: without them it would be another one. */
  readonly variables: readonly string[];
}

/** Splits the words behind a runtime's name into its own options and the rest, which begins with the script.
 *
 * @param valued options that take the next word as their value, without the dashes for long ones: `import`, `-r`
 */
export function splitOptions(
  words: readonly string[],
  valued: readonly string[],
): { options: readonly string[]; rest: readonly string[] } {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === "--" || word === "-" || !word.startsWith("-")) {
      return { options: words.slice(0, at), rest: words.slice(word === "--" ? at + 1 : at) };
    }
    const name = word.startsWith("--") ? word.slice(2).replaceAll("_", "-") : word;
    if (valued.includes(name)) at++;
  }
  return { options: words, rest: [] };
}

/** The file a script stands for, an absolute path; `undefined` for one that is no file. */
export function scriptPath(script: string | undefined, place: FlagPlace): string | undefined {
  if (script === undefined || script === "-" || /^(?!file:)[a-z][a-z0-9+.-]*:/i.test(script)) {
    return undefined;
  }
  const path = script.startsWith("file:") ? decodeURIComponent(new URL(script).pathname) : script;
  const full = resolve(place.directory, path);
  const candidates = [full, ...["js", "ts", "mjs", "cjs"].map((ending) => `${full}.${ending}`)];
  return candidates.find((candidate) => place.readText(candidate) !== undefined);
}
