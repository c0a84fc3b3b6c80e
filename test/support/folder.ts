import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A temporary folder with files in it, outside of what a sandboxed child could remove. */
export interface Folder {
  /** Canonical path. */
  readonly path: string;
  /** A path in it. */
  at(name: string): string;
  /** Makes a file, and the folders above it. */
  write(name: string, content?: string, mode?: number): string;
  remove(): void;
}

/** Makes a temporary folder; the caller removes it. Names that end in `/` become folders. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "landlockdown-test-")));
  const folder: Folder = {
    path,
    at: (name) => join(path, name),
    write(name, content = "", mode = 0o644) {
      const full = join(path, name);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content, { mode });
      return full;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  for (const [name, content] of Object.entries(files)) {
    if (name.endsWith("/")) mkdirSync(join(path, name), { recursive: true });
    else folder.write(name, content);
  }
  return folder;
}
