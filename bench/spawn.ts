/** What confining a command costs: `npm run bench:spawn`. Each figure is the ratio of two medians over paired runs of
 * `spawnSync("/bin/true")`, bare and confined, taken in turns in one process. `--json` prints one object, `--runs N` sets
 * how many. */
import { parseArgs } from "node:util";
import { testRuntimes } from "../test/support/runtimes.ts";
import type { SpawnSample } from "./spawn_child.ts";
import { machine, machineLine } from "./support/machine.ts";
import { measureIn } from "./support/measure_in.ts";
import { countOption, progress } from "./support/options.ts";
import { tableAsText } from "./support/table.ts";

const { values: options } = parseArgs({
  options: { json: { type: "boolean", default: false }, runs: { type: "string", default: "1000" } },
});
countOption(options.runs, "runs");

const COLUMNS = [
  "launcher",
  "with a filter",
  "sandbox",
  "argv",
  "100 rules",
  "1000 rules",
  "argv, 1000 rules",
] as const;

const rows = testRuntimes().map((runtime) => {
  progress(runtime.name);
  return {
    runtime: runtime.name,
    ...measureIn<SpawnSample>(runtime, "bench/spawn_child.ts", [options.runs]),
  };
});
if (options.json) console.log(JSON.stringify({ ...machine(), rows }));
else print();

function print(): void {
  console.log(machineLine());
  console.log(tableAsText({
    title: `spawnSync("/bin/true") confined : bare, medians of ${options.runs} paired runs, default baseline`,
    columns: ["", "bare, ms", ...COLUMNS].map((name) => ({ name })),
    rows: rows.map(({ runtime, bare, ratios }) => [
      runtime,
      bare,
      ...COLUMNS.map((name) => ratios[name] as number),
    ]),
    notes: [
      "launcher    one that restricts nothing: the floor       with a filter   the same with a filter of one instruction",
      "sandbox     sandbox.spawnSync()                        argv   the words of sandbox.argv(), its launcher builds the ruleset",
      "100 rules   sandbox.spawnSync(), and 100 granted files besides the baseline; likewise 1000",
    ],
  }));
}
