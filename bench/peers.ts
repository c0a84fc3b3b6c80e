/** What confining costs, compared with what else there is: `npm run bench:peers`. Words narrow it down to sections,
 * `startup inside service growth where`; `--quick` makes few runs
 * and installs nothing, `--json` prints one object, `--write` puts the
 * tables and pictures into `docs/`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { growth } from "./peers/growth.ts";
import { inside } from "./peers/inside.ts";
import type { Section, SectionResult } from "./peers/section.ts";
import { service } from "./peers/service.ts";
import { startup } from "./peers/startup.ts";
import { where } from "./peers/where.ts";
import { writeDocuments } from "./peers/write_documents.ts";
import { forbidInstalling } from "./support/installing.ts";
import { machine, machineLine } from "./support/machine.ts";
import { progress } from "./support/options.ts";
import { tableAsText } from "./support/table.ts";

const SECTIONS: readonly Section[] = [startup, inside, service, growth, where];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
for (const name of positionals) {
  if (SECTIONS.some((section) => section.name === name)) continue;
  const names = SECTIONS.map((section) => section.name).join(", ");
  throw new RangeError(`Cannot measure "${name}": the sections are ${names}`);
}
const chosen = SECTIONS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (options.write && (options.quick || chosen.length < SECTIONS.length)) {
  throw new RangeError(
    "Cannot write docs/benchmarks.md from a part: leave out --quick and the names of sections",
  );
}

if (options.quick) forbidInstalling();
const started = machine();
if (!options.json) console.log(machineLine());
const folder = mkdtempSync(join(tmpdir(), "landlockdown-bench-"));
try {
  const results: Record<string, SectionResult> = {};
  for (const section of chosen) {
    progress(section.name);
    try {
      const result = await section.measure({ quick: options.quick, folder });
      results[section.name] = result;
      if (!options.json) { for (const table of result.tables) console.log(`\n${tableAsText(table)}`); }
    } catch (error) {
      // The others took minutes
      console.error(`Cannot measure section "${section.name}":`, error);
      process.exitCode = 1;
    }
  }
  if (options.json) console.log(JSON.stringify({ machine: started, quick: options.quick, results }));
  if (options.write && process.exitCode === undefined) writeDocuments(results);
  else if (options.write) console.error("Wrote nothing to docs/: a section is missing");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
