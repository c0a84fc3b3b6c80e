import { quote } from "../text.ts";

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Reads JSON with comments and trailing commas. An empty text is `undefined`. Pure.
 *
 * @throws SyntaxError if it is none, with the path in its message
 */
export function parseJsonc(text: string, path: string): Json | undefined {
  const plain = stripComments(text);
  if (plain.trim() === "") return undefined;
  return parseJson(plain, path);
}

/** Reads JSON.
 *
 * @throws SyntaxError if it is none, with the path in its message
 */
export function parseJson(text: string, path: string): Json {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError(`Cannot parse ${quote(path)}: ${(cause as Error).message}`, { cause });
  }
}

/** Puts spaces where comments and trailing commas were, so that positions in messages stay right. In one pass: the text
 * may be anybody's. */
function stripComments(text: string): string {
  const blanks: (readonly [start: number, end: number])[] = [];
  // The last two characters that are neither space nor comment; a string counts as its quote
  let [before, last, comma] = ["", "", 0];
  let closes = true;
  for (let at = 0; at < text.length;) {
    const character = text[at] as string;
    if (character === '"') {
      const end = endOfString(text, at);
      if (end === undefined) break; // No JSON: the parser says so
      [before, last, at] = [last, character, end];
      continue;
    }
    const end = closes || text[at + 1] !== "*" ? endOfComment(text, at) : undefined;
    if (end !== undefined) {
      blanks.push([at, end]);
      at = end;
      continue;
    }
    // The next one would be looked for to the end of the text again
    if (character === "/" && text[at + 1] === "*") closes = false;
    if (!SPACE.test(character)) {
      const isTrailing = last === "," && before !== "" && !"[{,".includes(before);
      if ((character === "]" || character === "}") && isTrailing) blanks.push([comma, comma + 1]);
      if (character === ",") comma = at;
      [before, last] = [last, character];
    }
    at++;
  }
  return withBlanks(text, blanks.sort(([a], [b]) => a - b));
}

const SPACE = /\s/;
const LINE_END = /[\n\r]/g;

/** Behind the closing quote of the string that begins at `start`; `undefined` if there is none. */
function endOfString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return undefined;
}

/** Behind the comment that begins at `start`; `undefined` if none does. */
function endOfComment(text: string, start: number): number | undefined {
  if (text.startsWith("//", start)) {
    LINE_END.lastIndex = start;
    return LINE_END.exec(text)?.index ?? text.length;
  }
  const end = text.startsWith("/*", start) ? text.indexOf("*/", start + 2) : -1;
  return end < 0 ? undefined : end + 2;
}

function withBlanks(text: string, blanks: readonly (readonly [start: number, end: number])[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [start, end] of blanks) {
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\n\r]/g, " "));
    from = end;
  }
  return parts.join("") + text.slice(from);
}

/** Whether a value is an object, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
