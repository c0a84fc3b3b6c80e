import { isPermissionOption } from "../flags/deno/permission_options.ts";
import { looksLikePermissionFlag } from "../flags/permission_flags.ts";
import { type CommandName, COMMANDS, type CommandShape, type OptionShape } from "./commands.ts";
import { UsageError } from "./errors.ts";

/** The words of a subcommand, sorted. */
export interface CommandLine {
  readonly command: CommandName;
  readonly wantsHelp: boolean;
  /** Values of the subcommand's own options, by name; `true` for those without one. */
  readonly options: Readonly<Record<string, string | true | readonly string[] | undefined>>;
  /** Permission flags as they were written. */
  readonly flags: readonly string[];
  /** Words without a dash; those of another program are the last words of the command line. */
  readonly words: readonly string[];
}

/** Sorts the words behind a subcommand into its own options, permission flags and the rest. Pure.
 *
 * @throws UsageError for an option that is neither, or has no value or a wrong one
 */
export function readCommandLine(words: readonly string[], command: CommandName): CommandLine {
  const shape = COMMANDS[command];
  if (shape.operands === "all") {
    const wantsHelp = words.length === 0 || (words.length === 1 && words[0] === "--help");
    return { command, wantsHelp, options: {}, flags: [], words };
  }
  const given: [name: string, value: string | undefined][] = [];
  const flags: string[] = [];
  const operands: string[] = [];
  let last = -1;
  for (const token of tokensOf(words, shape)) {
    // parseArgs splits "-RW" into two options: the word is one permission flag, or a mistake
    if (token.index === last) continue;
    last = token.index;
    const word = words[token.index] as string;
    if (token.kind === "option-terminator" || (token.kind === "positional" && shape.operands === "command")) {
      operands.push(...words.slice(token.kind === "positional" ? token.index : token.index + 1));
      break;
    }
    if (token.kind === "positional") operands.push(word);
    else if (token.name === "help" || token.name === "h") {
      return { command, wantsHelp: true, options: {}, flags, words: [] };
    } else if (Object.hasOwn(shape.options, token.name)) given.push([token.name, token.value]);
    else if (shape.permissions && isPermissionWord(word)) flags.push(word);
    else throw unknownOption(word, command, shape);
  }
  return { command, wantsHelp: false, options: checked(given, shape.options), flags, words: operands };
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

/** The words in their order, as `parseArgs` of `node:util` reads them. */
function tokensOf(words: readonly string[], { options }: CommandShape) {
  const { parseArgs } = process.getBuiltinModule("node:util");
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { short, value }]) => [name, {
      type: value === undefined ? "boolean" as const : "string" as const,
      ...(short === undefined ? {} : { short }),
    }]),
  );
  return parseArgs({ args: [...words], options: config, strict: false, tokens: true }).tokens;
}

/** Deno's permissions have capital letters, the command's own options small ones. */
function isPermissionWord(word: string): boolean {
  return /^-[A-Z]/.test(word) || looksLikePermissionFlag(word) ||
    isPermissionOption(word.slice(2).split("=")[0] as string);
}

function checked(
  given: readonly [name: string, value: string | undefined][],
  shapes: Readonly<Record<string, OptionShape>>,
): CommandLine["options"] {
  const options: Record<string, string | true | string[]> = {};
  for (const [name, value] of given) {
    const shape = shapes[name] as OptionShape;
    if (shape.value === undefined) {
      if (value !== undefined) throw new UsageError(`cannot use "--${name}=${value}": it takes no value`);
      options[name] = true;
      continue;
    }
    if (value === undefined || value === "") {
      throw new UsageError(`cannot use an empty --${name}: write --${name}=${shape.value}`);
    }
    if (shape.choices?.includes(value) === false) {
      throw new UsageError(`cannot use "--${name}=${value}": write one of ${shape.choices.join(", ")}`);
    }
    options[name] = shape.multiple === true ? [...(options[name] ?? []) as string[], value] : value;
  }
  return options;
}

function unknownOption(word: string, command: CommandName, { permissions }: CommandShape): UsageError {
  const remedy = permissions
    ? `there is no such option, landlockdown help ${command} lists them; write -- before a command that begins with a dash`
    : `there is no such option, landlockdown help ${command} lists them`;
  return new UsageError(`cannot use "${word}": ${remedy}`);
}
