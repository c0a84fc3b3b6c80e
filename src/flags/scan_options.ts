import type { CommandShape, OptionShape } from "./deno/options.ts";
import { looksLikePermissionFlag } from "./permission_flags.ts";
import { PERMISSION_NAMES } from "../permissions/permissions.ts";
import { quote } from "../text.ts";

/** An option as it was found. */
export interface FoundOption {
  /** Long name without dashes, whatever spelling was used. */
  readonly name: string;
  /** What came after `=`, or the next word; `undefined` if there was neither. */
  readonly value: string | undefined;
  /** The word it was found in. */
  readonly word: string;
}

/** A command line, taken apart. */
export interface ScannedWords {
  readonly options: readonly FoundOption[];
  /** The script, or with `deno test` the files. */
  readonly positionals: readonly string[];
  /** What is the program's own. */
  readonly rest: readonly string[];
}

/** Tells options from the script and its arguments, the way Deno does. Pure.
 *
 * @throws SyntaxError for an unknown option, or one whose value is missing or too much
 */
export function scanOptions(words: readonly string[], shape: CommandShape): ScannedWords {
  const options: FoundOption[] = [];
  const positionals: string[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at] as string;
    if (word === "--") {
      const rest = words.slice(shape.keepsDashes ? at : at + 1);
      return shape.positionals === "rest" ? takeRest(options, rest) : { options, positionals, rest };
    }
    if (word.startsWith("--")) at = scanLong(words, at, shape, options);
    else if (word.startsWith("-") && word.length > 1) at = scanShort(words, at, shape, options);
    else if (shape.positionals === "rest") return takeRest(options, words.slice(at));
    else {
      if (shape.positionals === "none") {
        throw new SyntaxError(`Cannot use ${quote(word)} here: only options are expected`);
      }
      positionals.push(word);
      at++;
      if (shape.positionals === "script") {
        const skipped = !shape.keepsDashes && words[at] === "--" ? at + 1 : at;
        return { options, positionals, rest: words.slice(skipped) };
      }
    }
  }
  return { options, positionals, rest: [] };
}

/** `deno x` hands its program everything from the first word on, but for the first `--`. */
function takeRest(options: readonly FoundOption[], words: readonly string[]): ScannedWords {
  const dashes = words.indexOf("--");
  const [script, ...rest] = words.filter((_, at) => at !== dashes);
  return { options, positionals: script === undefined ? [] : [script], rest };
}

function scanLong(
  words: readonly string[],
  at: number,
  shape: CommandShape,
  found: FoundOption[],
): number {
  const word = words[at] as string;
  const equals = word.indexOf("=");
  const name = word.slice(2, equals < 0 ? undefined : equals);
  const inline = equals < 0 ? undefined : word.slice(equals + 1);
  const option = shape.long.get(name);
  if (option === undefined) throw unknown(`--${name}`);
  if (inline !== undefined && option.arity === "none") {
    throw new SyntaxError(`Cannot use ${quote(word)}: "--${name}" takes no value, leave "=${inline}" out`);
  }
  const next = words[at + 1];
  const takesNext = inline === undefined &&
    (option.arity === "value" || (option.arity === "optional" && next?.startsWith("-") === false));
  if (takesNext && next === undefined) throw missing(`--${name}`);
  found.push({ name: option.name, value: takesNext ? next : inline, word });
  return takesNext ? at + 2 : at + 1;
}

/** Letters in one word: `-RW=d` is `-R` and `-W=d`, `-Rd` is `-R=d`. What follows a letter that may have a value
 * is that value, unless it starts with the letter of another option. */
function scanShort(
  words: readonly string[],
  at: number,
  shape: CommandShape,
  found: FoundOption[],
): number {
  const word = words[at] as string;
  const letters = [...word.slice(1)];
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index] as string;
    const option = shortOption(letter, shape);
    if (option === undefined) throw unknown(`-${letter}`);
    const next = letters[index + 1];
    const follows = letters.slice(index + 1).join("");
    const ends = next !== undefined &&
      (option.arity === "value" || (option.arity !== "none" && !shape.short.has(next)));
    if (ends) {
      found.push({ name: option.name, value: follows.replace(/^=/, ""), word });
      return at + 1;
    }
    if (option.arity === "value") {
      const value = words[at + 1];
      if (value === undefined) throw missing(`-${letter}`);
      found.push({ name: option.name, value, word });
      return at + 2;
    }
    found.push({ name: option.name, value: undefined, word });
  }
  return at + 1;
}

function shortOption(letter: string, shape: CommandShape): OptionShape | undefined {
  return shape.short.get(letter === "v" ? "V" : letter);
}

function unknown(option: string): SyntaxError {
  const remedy = looksLikePermissionFlag(option)
    ? `there are --allow-… and --deny-… for ${PERMISSION_NAMES.join(", ")}, and --ignore-… for read and env`
    : "Deno has none of that name";
  return new SyntaxError(`Cannot use option ${quote(option)}: ${remedy}`);
}

function missing(option: string): SyntaxError {
  return new SyntaxError(`Cannot use option ${quote(option)}: its value is missing, write "${option}=…"`);
}
