import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";
import type { PermissionQuery, QueryPlace } from "../../src/permissions/query.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { probeScript } from "./ask_deno.ts";

/** A folder to start Deno in, with programs in a PATH of its own. */
export interface FlagPlace extends QueryPlace {
  readonly folder: Folder;
  readonly environment: Readonly<Record<string, string>>;
  /** The probe script, an absolute path. */
  readonly script: string;
}

/** Programs of the place. `plain` is no program: it may not be executed. */
const PROGRAMS = [
  "one/tool",
  "one/python3.11",
  "one/tool.sh",
  "two/tool",
  "two/other",
  "two/plain",
  "d/local",
];

/** Makes the place; the caller removes its folder. */
export function makePlace(questions: (folder: string) => readonly PermissionQuery[]): FlagPlace {
  const folder = makeFolder({ "one/plain": "", "one/directory/": "" });
  for (const path of PROGRAMS) folder.write(path, "#!/bin/sh\n", 0o755);
  const searchPath = [folder.at("one"), folder.at("two")];
  return {
    folder,
    directory: folder.path,
    environment: { PATH: searchPath.join(":") },
    script: folder.write("probe.js", probeScript(questions(folder.path))),
    findProgram: (name) => searchPath.map((path) => join(path, name)).find(isProgram),
  };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
