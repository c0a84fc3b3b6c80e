import { pathReading } from "../plan/path_reading.ts";
import { context } from "../context.ts";
import { LockdownError } from "../errors.ts";
import { parsePermissions } from "../permissions/permission_set.ts";
import type { Permission } from "../permissions/permissions.ts";
import { quote } from "../text.ts";
import { lookFor, type Lookup, systemLookup } from "../linux/lookup.ts";
import { isOwnExecutable, searchPath } from "../plan/search_path.ts";

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
 * @param name of the program, or its path
 * @param write what the sandbox may write: what lies there was perhaps put there to be granted
 * @throws LockdownError `PROGRAM_NOT_FOUND`
 */
export function installationOf(name: string, write: Permission): Installation {
  const { runtime, system } = context();
  using lookup = systemLookup(system);
  const found = name.includes("/")
    ? programAt(name, lookup)
    : findInstalled(name, runtime.environment("PATH"), write, lookup);
  if (found !== undefined) return { program: found, library: libraryOf(found, lookup) };
  throw new LockdownError(
    "PROGRAM_NOT_FOUND",
    `Cannot find the program ${quote(name)}`,
    {
      subject: name,
      remedy: {
        library: 'Install it, or pass its path as the option "program"',
        command: "Install it, or put its folder into PATH",
      },
    },
  );
}

function findInstalled(
  name: string,
  path: string | undefined,
  write: Permission,
  lookup: Lookup,
): string | undefined {
  const grants = parsePermissions({ write }, pathReading(context(), false)).write;
  const { folders, passedOver } = searchPath(path, grants, lookup);
  const first = (folders: readonly string[]) => {
    for (const folder of folders) {
      const found = programAt(`${folder}/${name}`, lookup);
      if (found !== undefined) return { folder, found };
    }
    return undefined;
  };
  const trusted = first(folders);
  if (trusted !== undefined) return trusted.found;
  const planted = first(passedOver);
  if (planted === undefined || isOwnExecutable(planted.found, lookup)) return planted?.found;
  throw new LockdownError(
    "PROGRAM_NOT_FOUND",
    `Cannot grant the program ${quote(name)}: of all folders of PATH it is only in ${
      quote(planted.folder)
    }, where writing is granted, so an earlier command may have put it there`,
    {
      subject: name,
      remedy: {
        library: 'If you mean that one, pass its path as the option "program"',
        command: "Deny writing that folder if you mean that one",
      },
    },
  );
}

/** The canonical path of a program of machine code. */
function programAt(path: string, lookup: Lookup): string | undefined {
  const found = lookFor(lookup, path);
  return found?.kind === "file" && found.executable && isElf(found.path, lookup) ? found.path : undefined;
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
