import { lookFor, type Lookup } from "./lookup.ts";

/** The first file of that name in PATH that is executable by its mode, like `execvp(3)`. */
export function findProgram(name: string, folders: readonly string[], lookup: Lookup): string | undefined {
  for (const folder of folders) {
    const path = `${folder}/${name}`;
    const resolved = lookFor(lookup, path);
    if (resolved?.kind === "file" && resolved.executable) return path;
  }
  return undefined;
}
