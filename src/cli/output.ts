/** What the command's text looks like: aligned, and coloured on a terminal only. */

import { EXIT, printError } from "./errors.ts";

type Colour = "bold" | "dim" | "green" | "red" | "yellow";

/** Has this process go on to its own exit code where nobody reads any more what it prints, as under `| head`, and end
 * with one line where it cannot be written. */
export function ignoreClosedOutput(): void {
  process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") return;
    printError(`landlockdown: cannot write to standard output: ${message}\n`);
    process.exit(EXIT.failed);
  });
}

/** A text in a colour, where standard output is a terminal and `NO_COLOR` does not say otherwise. */
export function paint(colour: Colour, text: string): string {
  if (!process.stdout.isTTY || process.env["NO_COLOR"] || process.env["TERM"] === "dumb") return text;
  // Whether to colour is decided above: styleText does so itself from Node 22.13 on, and before takes two arguments
  const { styleText } = process.getBuiltinModule("node:util");
  return styleText(colour, text, { validateStream: false });
}

/** Columns as wide as their widest cell; the last one is wrapped at the width of the terminal. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  return columnsByRow(rows).flat();
}

/** The same, with the lines of each row kept apart. */
export function columnsByRow(rows: readonly (readonly string[])[]): string[][] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from(
    { length: count - 1 },
    (_, column) => Math.max(...rows.map((row) => visibleLength(row[column] ?? ""))),
  );
  const indent = widths.reduce((sum, width) => sum + width + 2, 0);
  return rows.map((row) => {
    const head = widths.map((width, column) => {
      const cell = row[column] ?? "";
      return cell + " ".repeat(width - visibleLength(cell) + 2);
    }).join("");
    const [first = "", ...more] = wrap(row[count - 1] ?? "", indent);
    return [(head + first).trimEnd(), ...more.map((line) => " ".repeat(indent) + line)];
  });
}

/** Breaks a text into lines between words. On a terminal they fit it, in a file or pipe they are as long as they are. */
export function wrap(text: string, indent = 0): string[] {
  const width = process.stdout.isTTY ? Math.max((process.stdout.columns ?? 80) - indent, 30) : Infinity;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && visibleLength(last) + 1 + visibleLength(word) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

function visibleLength(text: string): number {
  return process.getBuiltinModule("node:util").stripVTControlCharacters(text).length;
}
