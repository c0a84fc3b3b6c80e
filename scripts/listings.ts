/** Writes the machine code that the package carries: `npm run listings`, with `--check` to compare only. */
import { readFileSync, writeFileSync } from "node:fs";
import { restrictHandler } from "../src/enforce/restrict_handler.ts";
import { assemble } from "../src/machine/assemble.ts";
import { listingOf } from "../src/machine/listing.ts";
import type { Program } from "../src/machine/program.ts";
import { launcherProgram } from "../src/launcher/program/launcher.ts";

const LISTINGS = [
  {
    file: "src/enforce/restrict_handler_code.ts",
    name: "RESTRICT_HANDLER",
    labels: ["handler", "restorer", "orders"],
    program: restrictHandler(),
    comment: "The signal handler of `restrict_handler.ts` in machine code.",
  },
  {
    file: "src/launcher/launcher_code.ts",
    name: "LAUNCHER",
    labels: ["start", "plan"],
    program: launcherProgram(),
    comment: "The launcher of `launcher_program.ts` in machine code.",
  },
];

let differences = 0;
for (const listing of LISTINGS) {
  const text = sourceOf(listing);
  if (process.argv.includes("--check")) {
    if (readFileSync(listing.file, "utf8") !== text) {
      console.error(`"${listing.file}" differs from its program: run npm run listings`);
      differences++;
    }
  } else {
    writeFileSync(listing.file, text);
    console.log(`wrote ${listing.file}`);
  }
}
process.exitCode = differences > 0 ? 1 : 0;

function sourceOf(
  { name, labels, program, comment }: {
    name: string;
    labels: readonly string[];
    program: Program;
    comment: string;
  },
): string {
  const architectures = (["x86_64", "arm64"] as const).map((architecture) => {
    const assembled = assemble(program, architecture);
    const places = labels.map((label) => `${label}: ${assembled.labels.get(label)}`).join(", ");
    return `  ${architecture}: {\n    labels: { ${places} },\n    listing: \`\n${
      listingOf(assembled).replaceAll(/[\\`$]/g, "\\$&")
    }\n\`,\n  },\n`;
  });
  const type = `Record<Architecture, Listing<${labels.map((label) => `"${label}"`).join(" | ")}>>`;
  return `import type { Architecture } from "../../runtimes/runtime.ts";
import type { Listing } from "../machine/listing.ts";

/** ${comment} Written by \`npm run listings\`; a test disassembles it. */
export const ${name}: ${type} = {
${architectures.join("")}};
`;
}
