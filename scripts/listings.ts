/** Writes the machine code that the package carries: `npm run listings`, with `--check` to compare only. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { machineCodeFiles } from "./machine_code.ts";

for (const { path, content } of machineCodeFiles()) {
  if (!process.argv.includes("--check")) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } else if (!existsSync(path) || readFileSync(path, "utf8") !== content) {
    console.error(`"${path}" differs from its program: run npm run listings`);
    process.exitCode = 1;
  }
}
