import { isPermissionOption } from "../flags/deno/permission_options.ts";
import { looksLikePermissionFlag } from "../flags/permission_flags.ts";
import { type CommandName, COMMANDS, type CommandShape, type OptionShape } from "./commands.ts";
import { UsageError } from "./exit_code.ts";

/** A subcommand's words, taken apart. */
export interface CommandLine {
  readonly command: CommandName;
  readonly wantsHelp: boolean;
  /** Values of the options that are ours, by name; `true` for those without one. */
  readonly options: Readonly<Record<string, OptionValue | undefined>>;
  /** Permission flags as they were written. */
  readonly flags: readonly string[];
  /** Words without a dash; those of another program are the last words of the command line. */
  readonly words: readonly string[];
}

type OptionValue = string | boolean | readonly (string | boolean)[];

/** Tells our options from permission flags and from the words of the command that is to be run. Pure.
 *
 * @throws UsageError for an option that is none of both, or has no value or a wrong one
 */
export function readCommandLine(words: readonly string[], command: CommandName): CommandLine {
  const shape = COMMANDS[command];
  if (shape.operands === "all") {
    const wantsHelp = words.length === 0 || (words.length === 1 && words[0] === "--help");
    return { command, wantsHelp, options: {}, flags: [], words };
  }
  const own: string[] = [];
  const flags: string[] = [];
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === "--" || (shape.operands === "command" && !isOption(word))) {
      operands.push(...words.slice(word === "--" ? at + 1 : at));
      break;
    }
    if (!isOption(word)) {
      operands.push(word);
      continue;
    }
    if (word === "--help" || word === "-h") {
      return { command, wantsHelp: true, options: {}, flags, words: [] };
    }
    const option = findOption(word, shape);
    if (option !== undefined) {
      own.push(word);
      const next = words[at + 1];
      if (option.value !== undefined && !option.attached && next !== undefined && next !== "--") {
        own.push(next);
        at++;
      }
    } else if (shape.permissions && isPermissionWord(word)) flags.push(word);
    else throw unknownOption(word, command, shape);
  }
  return { command, wantsHelp: false, options: readOptions(own, shape), flags, words: operands };
}

/** The value of an option that takes one and stands there at most once. */
export function textOption({ options }: CommandLine, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** Whether an option without a value stands there. */
export function hasOption({ options }: CommandLine, name: string): boolean {
  return options[name] === true;
}

/** The values of an option that may stand there several times. */
export function listOption({ options }: CommandLine, name: string): readonly string[] {
  return (options[name] ?? []) as readonly string[];
}

function isOption(word: string): boolean {
  return word.startsWith("-") && word !== "-";
}

/** Deno's permissions have capital letters, our options small ones. */
function isPermissionWord(word: string): boolean {
  return /^-[A-Z]/.test(word) || looksLikePermissionFlag(word) ||
    isPermissionOption(word.slice(2).split("=")[0] as string);
}

/** The option a word begins with, and whether its value is in the same word. */
function findOption(
  word: string,
  { options }: CommandShape,
): OptionShape & { attached: boolean } | undefined {
  if (!word.startsWith("--")) {
    const option = Object.values(options).find(({ short }) => short === word[1]);
    return option && { ...option, attached: word.length > 2 };
  }
  const name = word.slice(2).split("=")[0] as string;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  return option && { ...option, attached: word.includes("=") };
}

/** Reads the words that are our options. */
function readOptions(words: readonly string[], shape: CommandShape): CommandLine["options"] {
  if (words.length === 0) return {};
  // Loaded only now: most command lines have none of them
  const { parseArgs } = process.getBuiltinModule("node:util");
  const options = Object.fromEntries(
    Object.entries(shape.options).map(([name, { short, value, multiple }]) => [name, {
      type: value === undefined ? "boolean" : "string",
      ...(short === undefined ? {} : { short }),
      ...(multiple === true ? { multiple } : {}),
    }]),
  ) as Parameters<typeof parseArgs>[0] extends { options?: infer Options } | undefined ? Options : never;
  let values: Record<string, OptionValue | undefined>;
  try {
    values = parseArgs({ args: [...words], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(`cannot use "${words.join(" ")}": ${(error as Error).message}`);
  }
  for (const [name, { choices, value }] of Object.entries(shape.options)) {
    const given = values[name];
    if (given === "") throw new UsageError(`cannot use an empty --${name}: write --${name}=${value}`);
    if (typeof given !== "string" || choices === undefined || choices.includes(given)) continue;
    throw new UsageError(`cannot use "--${name}=${given}": write one of ${choices.join(", ")}`);
  }
  return values;
}

function unknownOption(word: string, command: CommandName, { permissions }: CommandShape): UsageError {
  const remedy = permissions
    ? `there is no such option, landlockdown help ${command} lists them; write -- before a command that begins with a dash`
    : `there is no such option, landlockdown help ${command} lists them`;
  return new UsageError(`cannot use "${word}": ${remedy}`);
}
