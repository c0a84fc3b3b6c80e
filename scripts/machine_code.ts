import { openingProgram } from "../src/cli/opening_program.ts";
import { restrictHandler } from "../src/enforce/restrict_handler.ts";
import { launcherProgram } from "../src/launcher/program/launcher.ts";
import { assemble, type Assembled } from "../src/machine/assemble.ts";
import { listingOf } from "../src/machine/listing.ts";
import type { Program } from "../src/machine/program.ts";
import type { Architecture } from "../src/linux/architecture.ts";

/** A program whose machine code the package carries. */
interface Carried {
  /** The file it is written in. */
  readonly source: string;
  /** Where its machine code goes, without `_x86_64.ts` and the like. */
  readonly target: string;
  /** Labels whose offsets are needed at run time. */
  readonly labels: readonly string[];
  readonly program: (architecture: Architecture) => Program;
}

/** All of them. */
const CARRIED: readonly Carried[] = [
  {
    source: "src/launcher/program/launcher.ts",
    target: "src/launcher/generated/launcher",
    labels: ["start"],
    program: launcherProgram,
  },
  {
    source: "src/enforce/restrict_handler.ts",
    target: "src/enforce/generated/restrict_handler",
    labels: ["handler", "restorer", "orders"],
    program: restrictHandler,
  },
  {
    source: "src/cli/opening_program.ts",
    target: "src/cli/generated/opening_program",
    labels: ["start"],
    program: openingProgram,
  },
];

/** A file that is written by `npm run listings`. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** For each program and architecture the module with its bytes, which is loaded, and a listing for readers. */
export function machineCodeFiles(): GeneratedFile[] {
  return CARRIED.flatMap(({ source, target, labels, program }) =>
    (["x86_64", "arm64"] as const).flatMap((architecture) => {
      const assembled = assemble(program(architecture), architecture);
      const path = `${target}_${architecture}`;
      const origin = `Written by \`npm run listings\` from \`${source}\``;
      return [
        { path: `${path}.ts`, content: moduleOf(assembled, labels, origin) },
        {
          path: `${path}.lst`,
          content: `# ${origin}: offset, bytes | assembly | why\n${listingOf(assembled)}\n`,
        },
      ];
    })
  );
}

function moduleOf({ bytes, labels }: Assembled, names: readonly string[], origin: string): string {
  const offsets = names.map((name) => `export const ${name.toUpperCase()}: number = ${labels.get(name)};\n`);
  return `// ${origin}, listed in the .lst file beside it

/** Where its labels are, in bytes. */
${offsets.join("")}
/** The machine code, in hexadecimal. */
export const CODE: string =
  "${Buffer.from(bytes).toString("hex")}";
`;
}
