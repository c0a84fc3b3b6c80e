import { closeSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/** The first program of that name in PATH that is machine code: PATH may begin with scripts that start another
 * program, which a sandbox would have to be told of as well. `undefined` if there is none. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(":").filter((folder) => folder.startsWith("/"));
  return folders.map((folder) => join(folder, name)).find(isElf);
}

function isElf(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    const fd = openSync(realpathSync(path), "r");
    const head = new Uint8Array(4);
    readSync(fd, head);
    closeSync(fd);
    return new TextDecoder().decode(head) === "\x7fELF";
  } catch {
    return false;
  }
}
