import { test } from "uvu";
import * as assert from "uvu/assert";
import { ACT_ROWS } from "./acts/act_rows.ts";
import { columnOf, differences, parseColumns, readDocument } from "./document.ts";
import type { Outcome } from "./matrix_case.ts";

const BLOCKED: Outcome = {
  name: "6.12",
  release: "6.12.1",
  abi: "6",
  errata: "0x0",
  threads: "signal",
  cells: Object.fromEntries(ACT_ROWS.map(({ act }) => [act, "blocked"])),
  checks: 1,
  failures: [],
  totalMilliseconds: 0,
};

test("a cell that changes is a difference, and so is one that is not tried", () => {
  const columns = new Map([["6.12", columnOf(BLOCKED)]]);
  assert.equal(differences(columns, BLOCKED), []);
  const { read: _untried, ...cells }: Outcome["cells"] = { ...BLOCKED.cells, "udp send": "open" };
  assert.equal(differences(columns, { ...BLOCKED, cells }), [
    '6.12, "reading a file" is ?, docs/kernels.md says blocked',
    '6.12, "sending UDP to a port" is open, docs/kernels.md says blocked',
  ]);
});

test("a column the document does not have is no difference", () => {
  assert.equal(differences(new Map(), BLOCKED), []);
});

test("the table is read whatever surrounds it", () => {
  const table = "\n\n|     | 6.1 | 7.3 |\n| --- | --- | --- |\n| a   | open | –  |\n\n";
  const text =
    `# Title\n<!-- Written by npm run test:kernels -- --write -->${table}<!-- End of the table -->\n`;
  assert.equal(
    parseColumns(text),
    new Map([["6.1", new Map([["a", "open"]])], ["7.3", new Map([["a", "–"]])]]),
  );
});

test("the document has the oldest and the newest kernel, and every act", () => {
  const columns = readDocument();
  for (const name of ["5.10", "6.1", "6.12", "7.2", "7.3", "7.3 off", "6.1 arm64", "7.3 arm64"]) {
    const titles = [...columns.get(name)?.keys() ?? []];
    assert.equal(titles.slice(2), ACT_ROWS.map(({ title }) => title), name);
  }
});

test.run();
