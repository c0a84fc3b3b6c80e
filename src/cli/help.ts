import type { CommandLine } from "./options.ts";
import { type CommandName, COMMANDS, isCommandName, type OptionShape } from "./commands.ts";
import { EXIT, UsageError } from "./errors.ts";
import { columns, paint, wrap } from "./output.ts";

/** `landlockdown help`. */
export function main({ words }: CommandLine): number {
  const [name] = words;
  if (name !== undefined && !isCommandName(name)) {
    throw new UsageError(
      `cannot help with "${name}": there is no such subcommand, there are ${
        Object.keys(COMMANDS).join(", ")
      }`,
    );
  }
  return printHelp(name ?? "help");
}

/** Prints the help of a subcommand; of `help` itself, that of everything. */
export function printHelp(name: CommandName): number {
  process.stdout.write(`${(name === "help" ? overview() : helpOf(name)).join("\n")}\n`);
  return EXIT.ok;
}

function overview(): string[] {
  return [
    "Deno's permission flags, enforced by the Linux kernel (Landlock) for any command.",
    "",
    ...columns(
      Object.entries(COMMANDS).map(([name, { summary }]) => [`  ${paint("bold", name)}`, summary]),
    ),
    "",
    "The exit code is that of the command; 125 if landlockdown failed and nothing was run, 126 if the command",
    "cannot be executed, 127 if there is none of that name.",
    "",
    ...exampleLines(COMMANDS.run.examples),
    "",
    "landlockdown help SUBCOMMAND says more; --version prints the version.",
  ];
}

function helpOf(name: CommandName): string[] {
  const { summary, usage, options, permissions, details = [], examples } = COMMANDS[name];
  const rows = Object.entries(options).map((
    [option, shape],
  ) => [`  ${optionName(option, shape)}`, shape.help]);
  return [
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    "",
    `Usage: ${usage}`,
    ...details.flatMap((text) => ["", ...wrap(text)]),
    ...(permissions ? ["", "Permissions, as in Deno:", ...columns(PERMISSION_ROWS)] : []),
    ...(rows.length > 0 ? ["", "Options:", ...columns(rows)] : []),
    "",
    ...exampleLines(examples),
  ];
}

function optionName(name: string, { short, value }: OptionShape): string {
  return `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : `=${value}`}`;
}

function exampleLines(examples: readonly (readonly [string, string])[]): string[] {
  return [
    "Examples:",
    ...examples.flatMap(([command, meaning]) => [`  ${paint("bold", command)}`, `      ${meaning}`]),
  ];
}

const PERMISSION_ROWS: readonly string[][] = [
  ["  -R, --allow-read[=PATH,…]", "files and directories that may be read"],
  ["  -W, --allow-write[=PATH,…]", "those that may be written, created and deleted"],
  ["  -N, --allow-net[=HOST:PORT,…]", "ports to connect to; addresses of this machine may be listened on"],
  ["      --allow-run[=PROGRAM,…]", "programs that may be run"],
  ["  -E, --allow-env[=NAME,…]", "variables that pass"],
  ["      --allow-ffi[=PATH,…]", "native libraries that may be loaded"],
  ["  -A, --allow-all", "everything"],
  ["      --deny-…", "takes out of what is allowed; the most specific entry wins"],
];
