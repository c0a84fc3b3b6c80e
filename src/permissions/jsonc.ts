import { quote } from "./text.ts";

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

const STRING = /"(?:\\.|[^"\\])*"/;
const COMMENT = /\/\/[^\n\r]*|\/\*[^]*?\*\//;
/** A comma before a closing bracket; with what is before it where that is no value. */
const LAST_COMMA = /([[{,]\s*)?,(?=\s*[\]}])/;

/** Puts spaces where comments and trailing commas were, so that positions in messages stay right. */
function stripComments(text: string): string {
  const blank = (token: string) => token.replace(/[^\n\r]/g, " ");
  return text
    .replace(either(STRING, COMMENT), (token) => token.startsWith('"') ? token : blank(token))
    .replace(
      either(STRING, LAST_COMMA),
      (token, before) => token === "," && before === undefined ? " " : token,
    );
}

function either(one: RegExp, other: RegExp): RegExp {
  return new RegExp(`${one.source}|${other.source}`, "g");
}

/** Whether a value is an object, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
