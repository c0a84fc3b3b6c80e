import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ACT_ROWS } from "./acts/act_rows.ts";
import type { Cell } from "./acts/judge.ts";
import type { Outcome } from "./matrix_case.ts";
import { repository } from "./repository.ts";

/** The document with the table, relative to the repository. */
export const DOCUMENT = "docs/kernels.md";

const BEGIN = "<!-- Written by npm run test:kernels -- --write -->";
const END = "<!-- End of the table -->";
const MARKS: Record<Cell, string> = { "blocked": "blocked", "open": "open", "not applicable": "–" };
const ABI_ROW = "Landlock ABI";
const THREADS_ROW = "threads are reached by";

/** The table as it stands in a document: cells by column, then by row title. */
export type Columns = Map<string, Map<string, string>>;

/** Every row of a column, as the document writes them. */
export function columnOf({ abi, threads, cells }: Outcome): Map<string, string> {
  return new Map([
    [ABI_ROW, abi],
    [THREADS_ROW, threads === "none" ? "–" : threads],
    ...ACT_ROWS.map(({ act, title }): [string, string] => {
      const cell = cells[act];
      return [title, cell === undefined ? "?" : MARKS[cell]];
    }),
  ]);
}

/** Reads the table of a document. */
export function parseColumns(text: string): Columns {
  const [, table = ""] = new RegExp(`${BEGIN}(.*)${END}`, "s").exec(text) ?? [];
  const [head = [], , ...rows] = table.trim().split("\n").map((line) =>
    line.split("|").slice(1, -1).map((cell) => cell.trim())
  );
  return new Map(
    head.slice(1).filter((name) => name !== "").map((name, column) => [
      name,
      new Map(rows.map((row) => [row[0] ?? "", row[column + 1] ?? ""])),
    ]),
  );
}

/** Every cell that is not what the document says. Columns it does not have are no difference. */
export function differences(columns: Columns, outcome: Outcome): string[] {
  const documented = columns.get(outcome.name);
  if (documented === undefined) return [];
  const found = columnOf(outcome);
  const titles = new Set([...documented.keys(), ...found.keys()]);
  return [...titles].filter((title) => documented.get(title) !== found.get(title)).map((title) =>
    `${outcome.name}, "${title}" is ${found.get(title) ?? "not tried"}, ${DOCUMENT} says ${
      documented.get(title) ?? "nothing"
    }`
  );
}

/** The document's table. */
export function readDocument(): Columns {
  return parseColumns(readFileSync(join(repository, DOCUMENT), "utf8"));
}

/** Puts the columns of these outcomes into the document's table; columns of other kernels stay. */
export function writeDocument(outcomes: readonly Outcome[]): void {
  const path = join(repository, DOCUMENT);
  const text = readFileSync(path, "utf8");
  const columns = parseColumns(text);
  for (const outcome of outcomes) {
    if (outcome.skipped === undefined) columns.set(outcome.name, columnOf(outcome));
  }
  const titles = [ABI_ROW, THREADS_ROW, ...ACT_ROWS.map(({ title }) => title)];
  const rows = [
    ["", ...columns.keys()],
    ...titles.map((title) => [title, ...[...columns.values()].map((column) => column.get(title) ?? "?")]),
  ];
  const start = text.indexOf(BEGIN) + BEGIN.length;
  writeFileSync(path, `${text.slice(0, start)}\n\n${markdown(rows)}\n\n${text.slice(text.indexOf(END))}`);
}

/** A table as the formatter wants it. */
function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0))
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
