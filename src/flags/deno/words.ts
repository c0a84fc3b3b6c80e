import { type CommandShape, commandShape, globalShape, isCommand } from "./options.ts";
import { type FoundOption, type ScannedWords, scanOptions } from "../scan_options.ts";
import { quote } from "../../text.ts";

/** Deno's command line, taken apart: what is Deno's and what is the program's. */
export interface DenoCommandLine {
  /** `run`, `test`, …; `run` and `repl` also where no command was written. */
  readonly command: string;
  /** Whether the command stood there in so many words. */
  readonly explicit: boolean;
  /** The script as written, or with `test` and `bench` the files. */
  readonly positionals: readonly string[];
  readonly options: readonly FoundOption[];
  /** The program's own arguments, `Deno.args`. */
  readonly arguments: readonly string[];
}

/** Takes Deno's command line apart. Pure.
 *
 * @param words the arguments after the program's own name
 * @throws SyntaxError for what Deno would refuse, or if it runs no program
 */
export function parseDenoCommandLine(words: readonly string[]): DenoCommandLine {
  // A shebang line with a carriage return at its end hands it over with the last flag
  const clean = words.map((word) => word.replace(/\r$/, ""));
  const at = commandIndex(clean);
  const name = at === undefined ? undefined : clean[at] as string;
  const shape = commandShape(name ?? "run");
  if (shape === undefined) {
    throw new SyntaxError(`Cannot read permission flags of "deno ${name}": it runs no program of its own`);
  }
  const scanned = scanOptions(at === undefined ? clean : withoutCommand(clean, at), shape);
  refuseInformation(scanned.options);
  return {
    ...described(name, scanned),
    options: scanned.options,
    positionals: scanned.positionals,
    arguments: scanned.rest,
  };
}

function described(
  name: string | undefined,
  { positionals, options }: ScannedWords,
): Pick<DenoCommandLine, "command" | "explicit"> {
  if (name !== undefined) return { command: name, explicit: true };
  const [script] = positionals;
  if (script === undefined) return { command: "repl", explicit: false };
  if (isCommand(script) && options.length > 0) {
    throw new SyntaxError(
      `Cannot use option ${quote(options[0]?.word)} before the command: write it after ${quote(script)}`,
    );
  }
  return { command: "run", explicit: false };
}

/** Where the command stands: only options that every command has may come before it. */
function commandIndex(words: readonly string[]): number | undefined {
  const shape = globalShape();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (!word.startsWith("-") || word === "-") return isCommand(word) ? at : undefined;
    const option = globalOption(word, shape);
    if (option === undefined) return undefined;
    // As Deno does it: the word after any of them that can have a value, also where that needs an equals sign
    const attached = word.startsWith("--") ? word.includes("=") : word.length > 2;
    if (option.arity !== "none" && !attached) at++;
  }
  return undefined;
}

function globalOption(word: string, shape: CommandShape): { arity: string } | undefined {
  if (!word.startsWith("--")) return shape.short.get(word[1] as string);
  return shape.long.get(word.slice(2).split("=")[0] as string);
}

/** The words without the command's name. */
function withoutCommand(words: readonly string[], at: number): string[] {
  return [...words.slice(0, at), ...words.slice(at + 1)];
}

function refuseInformation(options: readonly FoundOption[]): void {
  const found = options.find(({ name }) => name === "help" || name === "version");
  if (found === undefined) return;
  throw new SyntaxError(
    `Cannot read permission flags next to ${quote(found.word)}: Deno runs no program then`,
  );
}
