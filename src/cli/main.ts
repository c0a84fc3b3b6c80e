import { type CommandName, COMMANDS, isCommandName } from "./commands.ts";
import { type CommandLine, readCommandLine } from "./command_line.ts";
import { errorLine } from "./error_line.ts";
import { CommandError, EXIT, UsageError } from "./exit_code.ts";

/** A subcommand's own file; only the one that is used is loaded. */
const LOADERS: Readonly<Record<CommandName, () => Promise<{ main: Subcommand }>>> = {
  run: () => import("./run.ts"),
  deno: () => import("./deno.ts"),
  bun: () => import("./bun.ts"),
  node: () => import("./node.ts"),
  explain: () => import("./explain.ts"),
  why: () => import("./why.ts"),
  compile: () => import("./compile.ts"),
  inspect: () => import("./inspect.ts"),
  doctor: () => import("./doctor.ts"),
  help: () => import("./help.ts"),
  completions: () => import("./completions.ts"),
};

/** Those that become another program print nothing themselves. */
const BECOME_ANOTHER: readonly string[] = ["run", "deno", "bun", "node"];

/** Does what a subcommand is for and returns the exit code. Those that become another program do not return. */
export type Subcommand = (line: CommandLine) => number | Promise<number>;

/** Runs the command line and sets the exit code of this process.
 *
 * @param words the arguments after the program's own name
 */
export async function main(words: readonly string[]): Promise<void> {
  try {
    const code = await dispatch(words);
    // Not before: Deno loads its whole Node layer for the word `process`, and those who become another program never need it
    process.exitCode = code;
  } catch (error) {
    process.stderr.write(`landlockdown: ${errorLine(error)}\n`);
    process.exitCode = error instanceof CommandError ? error.exitCode : EXIT.failed;
  }
}

async function dispatch([name = "help", ...words]: readonly string[]): Promise<number> {
  if (name === "--version" || name === "-V") {
    await ignoreClosedOutput();
    const { version } = await import("./version.ts");
    process.stdout.write(`landlockdown ${version}\n`);
    return EXIT.ok;
  }
  const command = name === "--help" || name === "-h" ? "help" : name;
  if (!isCommandName(command)) {
    throw new UsageError(
      `cannot use "${command}" as subcommand: write one of ${
        Object.keys(COMMANDS).join(", ")
      }, as in landlockdown run --allow-read=. ls`,
    );
  }
  const line = readCommandLine(words, command);
  if (line.wantsHelp || !BECOME_ANOTHER.includes(command)) await ignoreClosedOutput();
  if (line.wantsHelp) {
    const { printHelp } = await import("./help.ts");
    return printHelp(command);
  }
  const { main } = await LOADERS[command]();
  return await main(line);
}

/** Loaded only by those who print. */
async function ignoreClosedOutput(): Promise<void> {
  const output = await import("./output.ts");
  output.ignoreClosedOutput();
}
