/** What a process holds after ten thousand commands in a sandbox, bare for comparison: `spawn_leaks [--count 10000]`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { programPath, testRuntimes } from "../test/support/runtimes.ts";

const { values } = parseArgs({ options: { count: { type: "string", default: "10000" } } });
const folder = mkdtempSync(join(tmpdir(), "landlockdown-bench-"));
const columns = ["descriptors", "memfds", "temporaryFolders", "residentKibibytes"] as const;

console.log(`${values.count} × spawnSync("true"): before → after\n`);
for (const runtime of testRuntimes()) {
  for (const how of ["bare", "sandbox", "tmp"]) {
    const program = programPath(runtime, "test/probes/spawn_many.ts");
    const output = execFileSync(runtime.executable, [...runtime.arguments, program, values.count, how], {
      encoding: "utf8",
      env: { ...process.env, TMPDIR: folder },
    });
    const { before, after } = JSON.parse(output);
    const cells = columns.map((name) => `${name} ${before[name]} → ${after[name]}`);
    console.log([runtime.name.padEnd(8), how.padEnd(8), ...cells].join("  "));
  }
}
rmSync(folder, { recursive: true, force: true });
