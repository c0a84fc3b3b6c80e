import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../support/folder.ts";
import { ROOT } from "../support/runtimes.ts";

/** A program compiled from C, and how to remove it; no path without a compiler. */
export function compileReader(): { path: string | undefined; remove(): void } {
  const folder = makeFolder();
  chmodSync(folder.path, 0o755);
  const path = folder.at("read_file");
  const { status } = spawnSync("gcc", ["-O1", "-o", path, join(ROOT, "test/probes/read_file.c")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { path: status === 0 ? path : undefined, remove: () => folder.remove() };
}
