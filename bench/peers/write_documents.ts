import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { denoExecutable, ROOT, testRuntimes } from "../../test/support/runtimes.ts";
import { barsAsSvg } from "../support/bars.ts";
import { commandPath, versionOf } from "../support/commands.ts";
import { machineLine } from "../support/machine.ts";
import { tableAsMarkdown } from "../support/table.ts";
import type { SectionResult } from "./section.ts";

const HEADINGS: Readonly<Record<string, string>> = {
  startup: "Start of one command",
  inside: "From inside a program",
  service: "A service",
  growth: "How it grows",
  where: "Where time goes",
};

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench:peers -- --write\`; nothing here was measured in another way. To repeat it on your
machine:

\`\`\`sh
npm install && npm test            # brings the other runtimes
npm run bench:peers                # prints these tables, in about ten minutes; as root it installs what it compares with
npm run bench:peers -- --quick     # only to see that it works
npm run bench:peers -- startup     # or inside, service, growth, where
npm run bench:peers -- --json      # all figures, not rounded
\`\`\`

A ratio compares medians of runs that were made by turns: what disturbs the machine disturbs both. Milliseconds
belong to this machine, do not compare them with others.
`;

/** Writes `docs/benchmarks.md` and its pictures. */
export function writeDocuments(results: Readonly<Record<string, SectionResult>>): void {
  const docs = join(ROOT, "docs");
  for (const name of readdirSync(docs)) if (/^benchmarks_.*\.svg$/.test(name)) rmSync(join(docs, name));
  const sections = Object.entries(results).map(([name, { tables, chart }]) => {
    const parts = [`## ${HEADINGS[name]}`];
    if (chart !== undefined) {
      const picture = `benchmarks_${name}.svg`;
      writeFileSync(join(docs, picture), barsAsSvg(chart.title, chart.bars));
      parts.push(`![${chart.title}](${picture})`);
    }
    return [...parts, ...tables.map(tableAsMarkdown)].join("\n\n");
  });
  const versions = [
    ...testRuntimes().map(({ name, executable }) => `${name}: ${versionOf(executable)}`),
    ...["bwrap", "firejail", "hyperfine", "setpriv"].flatMap((name) => {
      const command = commandPath(name);
      return command === undefined ? [] : [versionOf(command)];
    }),
  ];
  const machine = [`Measured on: ${machineLine()}`, ...versions].map((line) => `- ${line}`).join("\n");
  const page = join(docs, "benchmarks.md");
  writeFileSync(
    page,
    `${[INTRODUCTION + "\n" + machine, ...sections].join("\n\n")}\n`,
  );
  const deno = denoExecutable();
  if (deno !== undefined) spawnSync(deno, ["fmt", "--quiet", docs], { cwd: ROOT, stdio: "inherit" });
}
