/** What a terminal acts on instead of showing it: controls, separators of lines, and what turns the direction of the text
 * around it. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** A value as it appears in messages: quoted, one line, not endless. */
export function quote(value: unknown): string {
  const json = typeof value === "string" ? JSON.stringify(value) : `"${textOf(value)}"`;
  const text = json.replace(UNSEEN, (character) => `\\u${codeOf(character, 4)}`);
  return text.length > 120 ? `${text.slice(0, 80)}…" (${text.length} characters)` : text;
}

/** Not what a function says of itself: that may be code of others. Of objects only copies without a prototype come here in
 * a public call. */
function textOf(value: unknown): string {
  if (typeof value === "function") return "[function]";
  if (Array.isArray(value)) return value.map((item) => item == null ? "" : textOf(item)).join();
  const isCopy = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
  return isCopy ? "[object Object]" : String(value);
}

/** A text that others chose, as it is printed: what would begin a line of its own or move the cursor is shown, not done. */
export function visible(text: string): string {
  return text.replace(
    UNSEEN,
    (character) => character < "\u0100" ? `\\x${codeOf(character, 2)}` : `\\u${codeOf(character, 4)}`,
  );
}

/** The same for every text in a value, whose keys are ours. */
export function withVisibleTexts<T>(value: T): T {
  const shown = (part: unknown): unknown => {
    if (typeof part === "string") return visible(part);
    if (Array.isArray(part)) return part.map(shown);
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, shown(inner)]));
  };
  return shown(value) as T;
}

function codeOf(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, "0");
}

/** Refuses what cannot be an entry of any permission.
 *
 * A line break or NUL is never meant: it comes from a list that was not split, and half of it might be granted.
 *
 * @throws TypeError
 */
export function checkText(text: unknown, name: string): string {
  if (typeof text !== "string") {
    throw new TypeError(`Cannot use ${quote(text)} in ${name} permission: every entry must be a string`);
  }
  if (text === "") {
    throw new TypeError(
      `Cannot use an empty entry in ${name} permission: leave it out, or write "." for the working directory`,
    );
  }
  if (/[\0\n\r]/.test(text)) {
    throw new TypeError(
      `Cannot use ${
        quote(text)
      } in ${name} permission: it contains a line break or NUL. Pass one entry a list item`,
    );
  }
  return text;
}
