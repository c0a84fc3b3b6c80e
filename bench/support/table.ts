import { styleText } from "node:util";

/** A table of measurements. Its numbers are rounded only where it is shown. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  /** As many cells a row as there are columns; `null` where there is nothing to say. */
  readonly rows: readonly (readonly Cell[])[];
  /** What the reader must know, and what was left out and why. */
  readonly notes?: readonly string[];
}

/** A column; of its numbers so many digits after the point are shown. Default 2. */
export interface Column {
  readonly name: string;
  readonly digits?: number;
}

export type Cell = string | number | null;

/** As text for a terminal: the first column to the left, all others to the right. */
export function tableAsText({ title, columns, rows, notes = [] }: Table): string {
  const head = columns.map(({ name }) => name);
  const cells = rows.map((row) => row.map((cell, at) => cellAsText(cell, columns[at])));
  const widths = head.map((name, at) =>
    Math.max(name.length, ...cells.map((row) => (row[at] as string).length))
  );
  const line = (row: readonly string[]) =>
    row.map((cell, at) => at === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[at] as number))
      .join("  ");
  const underlined = process.stdout.isTTY && !process.env["NO_COLOR"];
  const heading = underlined ? styleText("underline", line(head)) : line(head);
  return [title, "", heading, ...cells.map(line), ...(notes.length > 0 ? ["", ...notes] : [])].join("\n");
}

/** As Markdown. */
export function tableAsMarkdown({ title, columns, rows, notes = [] }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const escaped = (text: string) => text.replaceAll("|", "\\|");
  return [
    `### ${title}`,
    "",
    line(columns.map(({ name }) => escaped(name))),
    line(columns.map((_, at) => at === 0 ? "---" : "--:")),
    ...rows.map((row) => line(row.map((cell, at) => escaped(cellAsText(cell, columns[at]))))),
    "",
    ...notes.map((note) => `- ${note}`),
  ].join("\n").trimEnd();
}

function cellAsText(cell: Cell, column: Column | undefined): string {
  if (cell === null) return "";
  return typeof cell === "string" ? cell : cell.toFixed(column?.digits ?? 2);
}
