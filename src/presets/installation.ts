import { context } from "../context.ts";
import { LockdownError } from "../errors.ts";
import { quote } from "../permissions/text.ts";
import { lookFor, type Lookup, systemLookup } from "../translate/lookup.ts";

/** A program and where it is installed. */
export interface Installation {
  /** The program's canonical path. */
  readonly program: string;
  /** The canonical path of `<prefix>/lib` where the program is `<prefix>/bin/…`. `undefined` if there is none, or the
   * baseline has it. */
  readonly library: string | undefined;
}

/** Finds a program that is machine code: what a version manager puts before it in PATH is a script, which would need
 * the whole version manager.
 *
 * @throws LockdownError `PROGRAM_NOT_FOUND`
 */
export function installationOf(name: string): Installation {
  const { runtime, system } = context();
  const lookup = systemLookup(system);
  try {
    const folders = runtime.environment("PATH")?.split(":").filter((folder) => folder.startsWith("/")) ?? [];
    const candidates = name.includes("/") ? [name] : folders.map((folder) => `${folder}/${name}`);
    for (const path of candidates) {
      const found = lookFor(lookup, path);
      if (found?.kind !== "file" || !found.executable || !isElf(found.path, lookup)) continue;
      return { program: found.path, library: libraryOf(found.path, lookup) };
    }
  } finally {
    lookup.close();
  }
  throw new LockdownError(
    "PROGRAM_NOT_FOUND",
    `Cannot find the program ${quote(name)}: install it, or pass its path as the option "program"`,
  );
}

function isElf(path: string, lookup: Lookup): boolean {
  // Not as Latin-1 text, which Node decodes with functions of Buffer that other code can replace
  return new TextDecoder().decode(lookup.read(path, 0, 4)) === "\x7fELF";
}

function libraryOf(program: string, lookup: Lookup): string | undefined {
  const prefix = /^(.*)\/bin\/[^/]+$/.exec(program)?.[1];
  if (prefix === undefined || prefix === "" || prefix === "/usr" || prefix === "/usr/local") return undefined;
  const found = lookFor(lookup, `${prefix}/lib`);
  return found?.kind === "directory" ? found.path : undefined;
}
