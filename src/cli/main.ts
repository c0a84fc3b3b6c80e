import { restoreEnvironment } from "../../runtimes/start.ts";
import { type CommandName, COMMANDS, isCommandName } from "./commands.ts";
import { type CommandLine, readCommandLine } from "./options.ts";
import { CommandError, errorLine, EXIT, printError, UsageError } from "./errors.ts";

/** Does what a subcommand is for and returns the exit code. Those that become another program do not return. */
export type Subcommand = (line: CommandLine) => number | Promise<number>;

/** Subcommands that become another program and print nothing themselves. */
const BECOMING = ["run", "deno", "bun", "node"] as const;

/** Runs the command line and sets the exit code of this process.
 *
 * @param words the arguments after the program's own name
 */
export async function main(words: readonly string[]): Promise<void> {
  try {
    await restoreEnvironment();
    const code = await dispatch(words);
    // Not before: Deno loads its whole Node layer for the word `process`, and those who become another program never need it
    process.exitCode = code;
  } catch (error) {
    printError(`landlockdown: ${errorLine(error)}\n`);
    process.exitCode = error instanceof CommandError ? error.exitCode : EXIT.failed;
  }
}

async function dispatch([name = "help", ...words]: readonly string[]): Promise<number> {
  if (name === "--version" || name === "-V") {
    const { version } = await printing();
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
  if (line.wantsHelp) return (await printing()).printHelp(command);
  const subcommand: Subcommand = isBecoming(command)
    ? (await import("./becoming.ts"))[command]
    : (await printing())[command];
  return await subcommand(line);
}

/** What only those who print load. */
async function printing() {
  const loaded = await import("./printing.ts");
  loaded.ignoreClosedOutput();
  return loaded;
}

function isBecoming(command: CommandName): command is typeof BECOMING[number] {
  return (BECOMING as readonly string[]).includes(command);
}
