/** What the benchmarks calculate and draw with. */
import { writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { barsAsSvg } from "../../bench/support/bars.ts";
import { hotspots } from "../../bench/support/cpu_profile.ts";
import { countOption } from "../../bench/support/options.ts";
import { byTurns, median, quantile } from "../../bench/support/statistics.ts";
import { type Table, tableAsMarkdown, tableAsText } from "../../bench/support/table.ts";
import { makeFolder } from "../support/folder.ts";

test("a median is the value in the middle, whatever the order, and leaves its list as it was", () => {
  const values = [9, 1, 10, 2, 3];
  assert.is(median(values), 3);
  assert.equal(values, [9, 1, 10, 2, 3]);
  assert.is(median([2, 1]), 2);
  assert.is(quantile(Array.from({ length: 100 }, (_, index) => index), 0.99), 99);
  assert.throws(() => median([]), /no values/);
});

test("ways are run by turns, every other time in reverse, and the first turn does not count", () => {
  const order: string[] = [];
  const times = byTurns({ a: () => order.push("a"), b: () => order.push("b") }, 2);
  assert.is(order.join(""), "baabba");
  assert.is(times.a.length, 2);
  assert.is(times.b.length, 2);
});

test("a count is a whole number from 1", () => {
  assert.is(countOption("20", "runs"), 20);
  for (const wrong of ["0", "-1", "1.5", "", "ten"]) {
    assert.throws(() => countOption(wrong, "runs"), /whole number/);
  }
});

const TABLE: Table = {
  title: "Title",
  columns: [{ name: "" }, { name: "ms", digits: 1 }, { name: "a|b" }],
  rows: [["first", 1.26, 10], ["2nd", 12, null]],
  notes: ["a note"],
};

test("a table for the terminal has its numbers one below the other", () => {
  assert.is(
    tableAsText(TABLE),
    "Title\n\n         ms    a|b\nfirst   1.3  10.00\n2nd    12.0       \n\na note",
  );
});

test("a table in Markdown has as many cells in every line", () => {
  const lines = tableAsMarkdown(TABLE).split("\n").filter((line) => line.startsWith("|"));
  assert.is(lines.length, 4);
  for (const line of lines) assert.is(line.split(/(?<!\\)\|/).length, 5, line);
});

test("bars are as long as the logarithm of what they show, and names cannot break the picture", () => {
  const svg = barsAsSvg("a < b", [
    { name: "one & only", value: 10, ours: true },
    { name: "other", value: 100, ours: false },
  ]);
  const lengths = [...svg.matchAll(/<rect x=.* width="([\d.]+)"/g)].map(([, length]) => Number(length));
  assert.is(lengths.length, 2);
  assert.ok(Math.abs((lengths[1] as number) / (lengths[0] as number) - 2) < 0.01);
  assert.match(svg, "one &amp; only");
  assert.match(svg, "a &lt; b");
});

test("a profile gives each function its own share", () => {
  const folder = makeFolder();
  const node = (id: number, functionName: string) => ({
    id,
    callFrame: { functionName, url: "file:///a/b.js" },
  });
  writeFileSync(
    folder.at("x.cpuprofile"),
    JSON.stringify({
      nodes: [node(1, "slow"), node(2, "fast"), node(3, "slow")],
      samples: [1, 2, 3],
      timeDeltas: [50, 20, 30],
    }),
  );
  assert.equal(hotspots(folder.path, 1), [{ name: "slow, b.js", share: 0.8 }]);
  folder.remove();
});

test.run();
