import { styleText } from "node:util";
import type { Act, ActGroup } from "./acts.ts";
import type { Comparison, Outcome } from "./outcome.ts";
import type { Run } from "./run_service.ts";

type Style = Parameters<typeof styleText>[0];

/** A runtime's columns: for each act what became of it without and with lockdown. */
export interface Column {
  readonly title: string;
  readonly without: Run;
  readonly locked: Run;
  readonly comparisons: ReadonlyMap<Act, Comparison>;
}

/** What {@linkcode formatTable} makes a table of. */
export interface Table {
  /** What stands over the titles of the rows. */
  readonly corner: string;
  readonly groups: readonly ActGroup[];
  readonly columns: readonly Column[];
  readonly colours: boolean;
}

/** With these widths three runtimes fit into 80 characters: titles of acts have up to 25, words up to 7. */
const LABEL_WIDTH = 28;
const CELL_WIDTH = 8;
const COLUMN_WIDTH = 2 * CELL_WIDTH;

/** The table as lines. */
export function formatTable({ corner, groups, columns, colours }: Table): string[] {
  const style = (format: Style, text: string) =>
    colours ? styleText(format, text, { validateStream: false }) : text;
  const pad = (format: Style, text: string, width: number) =>
    style(format, text) + " ".repeat(Math.max(width - text.length, 0));
  const row = (label: string, cells: readonly string[]) => `${label}${cells.join(" ")}`.trimEnd();
  const lines = [
    row(pad("dim", corner, LABEL_WIDTH), columns.map(({ title }) => pad("bold", title, COLUMN_WIDTH))),
    row(
      " ".repeat(LABEL_WIDTH),
      columns.map(() => pad("dim", "without", CELL_WIDTH) + pad("dim", "with", CELL_WIDTH)),
    ),
  ];
  for (const { title, acts } of groups) {
    lines.push(style("bold", title));
    for (const act of acts) {
      const cells = columns.map(({ comparisons }) => {
        const { without, with: locked } = comparisons.get(act) as Comparison;
        return [without, locked].map((outcome) =>
          pad(styleOf(act, outcome), wordFor(act, outcome), CELL_WIDTH)
        ).join("");
      });
      lines.push(row(`  ${act.title}`.padEnd(LABEL_WIDTH), cells));
    }
  }
  return lines;
}

/** The word in a cell. */
export function wordFor(act: Act, { state }: Outcome): string {
  return state === "done" ? act.done : state;
}

function styleOf(act: Act, { state }: Outcome): Style {
  if (state === "skipped") return "dim";
  if (state === "unclear" || state === "failed") return "yellow";
  return (state === "done") === act.isHostile ? "red" : "green";
}
