import { LEAK_ACTS, type LeakAct } from "./acts.ts";
import { COLUMNS, type Measured } from "./measure.ts";

/** A table for one ABI: what each act came to, by its text and the name of the column. */
export type LeakTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A cell says `-` where the act is not possible bare either, so that nothing can be told. */
export function tableOf({ outcomes }: Measured): LeakTable {
  const bare = COLUMNS[0]?.name ?? "";
  return Object.fromEntries(LEAK_ACTS.map(({ name, text }) => {
    const possible = outcomes[bare]?.[name] === "OPEN";
    const cells = COLUMNS.map((column) => {
      const outcome = outcomes[column.name]?.[name] ?? "";
      return [column.name, possible || column.name === bare ? outcome : "-"];
    });
    return [text, Object.fromEntries(cells)];
  }));
}

/** The acts that are not possible on this machine without a sandbox either, and what stopped them. */
export function impossibleActs(table: LeakTable): (LeakAct & { outcome: string })[] {
  const bare = COLUMNS[0]?.name ?? "";
  return LEAK_ACTS.map((act) => ({ ...act, outcome: table[act.text]?.[bare] ?? "" }))
    .filter(({ outcome }) => outcome !== "OPEN");
}

/** The table in Markdown, aligned. */
export function printTable(table: LeakTable): string {
  const head = ["act", ...COLUMNS.map(({ name }) => name)];
  const rows = Object.entries(table).map((
    [text, cells],
  ) => [text, ...COLUMNS.map(({ name }) => cells[name] ?? "")]);
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length))
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** Reads a table that {@linkcode printTable} wrote. */
export function readTable(text: string): LeakTable {
  const rows = text.split("\n").filter((line) => line.startsWith("|"))
    .map((line) => line.slice(1, -1).split("|").map((cell) => cell.trim()));
  const [head = [], , ...body] = rows;
  return Object.fromEntries(body.map(([act = "", ...cells]) => [
    act,
    Object.fromEntries(cells.map((cell, index) => [head[index + 1] ?? "", cell])),
  ]));
}
