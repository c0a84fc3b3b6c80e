import { withVisibleTexts } from "../../text.ts";
import { type CommandLine, hasOption } from "../options.ts";
import { diagnose, type Diagnosis } from "./diagnosis.ts";
import { EXIT, UsageError } from "../errors.ts";
import { columns, paint, wrap } from "../output.ts";

/** `landlockdown doctor`. */
export function main(line: CommandLine): number {
  const [word] = line.words;
  if (word !== undefined) {
    throw new UsageError(`cannot use "${word}" here: doctor looks at this machine only`);
  }
  const diagnosis = diagnose();
  const text = hasOption(line, "json")
    ? JSON.stringify(diagnosis, null, 2)
    : textOf(withVisibleTexts(diagnosis)).join("\n");
  process.stdout.write(`${text}\n`);
  return diagnosis.usable ? EXIT.ok : EXIT.no;
}

function textOf({ usable, landlockdown, runtime, kernel, features, checks }: Diagnosis): string[] {
  const errata = kernel.errata.length === 0 ? "none" : kernel.errata.join(", ");
  return [
    usable ? paint("green", "Landlock can be used here") : paint("red", "Landlock can NOT be used here"),
    "",
    ...columns([
      ["landlockdown", landlockdown],
      [
        "runtime",
        [runtime.name, runtime.version, runtime.backend ?? "no way to call libc", runtime.libc ?? ""].join(
          " ",
        ),
      ],
      ["kernel", `Linux ${kernel.release}, ${kernel.architecture}`],
      ["Landlock", kernel.abi === null ? "unknown" : `ABI ${kernel.abi}, errata fixed: ${errata}`],
    ]),
    "",
    ...columns(features.map(({ abi, linux, what, available }) => [
      `  ${available ? paint("green", "yes") : paint("yellow", "no ")}`,
      `ABI ${abi}`,
      `Linux ${linux}`,
      what,
    ])),
    "",
    ...checks.flatMap(({ ok, what, remedy }) => [
      `  ${ok ? paint("green", "yes") : paint("yellow", "no ")}  ${what}`,
      ...(remedy === undefined ? [] : wrap(remedy, 7).map((line) => `       ${line}`)),
    ]),
  ];
}
