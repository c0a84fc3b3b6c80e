/** What confining a command costs: `npm run bench:spawn`. Each figure is the ratio of two medians over paired runs of
 * `spawnSync("/bin/true")`, bare and confined, taken in turns in one process. `--json` prints one object, `--runs N` sets
 * how many. */
import { execFileSync } from "node:child_process";
import { arch, cpus, release } from "node:os";
import { parseArgs, styleText } from "node:util";
import { programPath, testRuntimes } from "../test/support/runtimes.ts";
import type { SpawnSample } from "./spawn_child.ts";

const { values: options } = parseArgs({
  options: { json: { type: "boolean", default: false }, runs: { type: "string", default: "1000" } },
});
if (!/^[1-9]\d*$/.test(options.runs)) {
  throw new RangeError(`Cannot measure "${options.runs}" runs: pass a whole number from 1`);
}

const COLUMNS = ["sandbox", "argv", "100 rules", "1000 rules", "argv, 1000 rules"] as const;

const rows = testRuntimes().map((runtime) => {
  if (process.stderr.isTTY) process.stderr.write(`measuring ${runtime.name} …\r`);
  const program = programPath(runtime, "bench/spawn_child.ts");
  const printed = execFileSync(runtime.executable, [...runtime.arguments, program, options.runs], {
    encoding: "utf8",
  });
  return { runtime: runtime.name, ...(JSON.parse(printed) as SpawnSample) };
});
if (options.json) console.log(JSON.stringify({ kernel: release(), processor: cpus()[0]?.model, rows }));
else print();

function print(): void {
  const head = ["", "bare, ms", ...COLUMNS];
  const cells = rows.map(({ runtime, bare, ratios }) => [
    runtime,
    bare.toFixed(2),
    ...COLUMNS.map((name) => (ratios[name] as number).toFixed(2)),
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => (row[column] as string).length))
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number)
    ).join("  ");
  console.log(
    `spawnSync("/bin/true") confined : bare, medians of ${options.runs} paired runs, default baseline`,
  );
  console.log(`Linux ${release()}, ${arch()}, ${cpus().length} × ${cpus()[0]?.model}\n`);
  const underline = process.stdout.isTTY && !process.env["NO_COLOR"];
  console.log(underline ? styleText("underline", line(head)) : line(head));
  for (const row of cells) console.log(line(row));
  console.log(`
sandbox     sandbox.spawnSync()                        argv   the words of sandbox.argv(), its launcher builds the ruleset
100 rules   sandbox.spawnSync(), and 100 granted files besides the baseline; likewise 1000`);
}
