import type { PermissionName } from "./permissions.ts";

/** A value as it appears in messages: quoted, one line, not endless. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : `"${String(value)}"`;
  return text.length > 120 ? `${text.slice(0, 80)}…" (${text.length} characters)` : text;
}

/** Refuses what cannot be an entry of any permission.
 *
 * A line break or NUL is never meant: it comes from a list that was not split, and half of it might be granted.
 *
 * @throws TypeError
 */
export function checkText(text: unknown, name: PermissionName): string {
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
