/** What the command line costs: `npm run bench:cli`. Each row compares a command with its floor, run by turns in fresh
 * processes: `landlockdown run /bin/true` with an empty start of the same runtime, the single file with one of Bun, which
 * is in it, a compiled box with bare `/bin/true`. On a busy machine the ratios are upper bounds. `--json` prints one object, `--pairs N` sets how many. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bunExecutable, ROOT, testRuntimes } from "../test/support/runtimes.ts";
import { machine, machineLine } from "./support/machine.ts";
import { countOption } from "./support/options.ts";
import { median } from "./support/statistics.ts";
import { tableAsText } from "./support/table.ts";

type Command = readonly [program: string, ...args: string[]];

interface Row {
  readonly name: string;
  readonly floor: string;
  /** Medians in milliseconds. */
  readonly ours: number;
  readonly bare: number;
  /** Median of the ratios of the pairs. */
  readonly ratio: number;
  /** What the ratio should be at most. */
  readonly wanted: number;
}

const { values: options } = parseArgs({
  options: { json: { type: "boolean", default: false }, pairs: { type: "string", default: "31" } },
});
const pairs = countOption(options.pairs, "pairs");

const CLI = join(ROOT, "dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "landlockdown-bench-"));
try {
  const rows = [...runtimeRows(), singleFileRow(), boxRow()];
  if (options.json) console.log(JSON.stringify({ ...machine(), rows }));
  else print(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function runtimeRows(): Row[] {
  const empty = join(folder, "empty.js");
  writeFileSync(empty, "");
  return testRuntimes().map(({ name, executable, arguments: args }) => {
    const floor: Command = name === "deno" ? [executable, ...args, empty] : [executable, "-e", "0"];
    return measure({
      name: `run /bin/true, ${name}`,
      ours: [executable, ...args, CLI, "run", "/bin/true"],
      floor: name === "deno" ? "deno run empty.js" : `${name.split(" ")[0]} -e 0`,
      bare: floor,
      wanted: name === "bun" ? 2.5 : 1.3,
    });
  });
}

function singleFileRow(): Row {
  const bun = bunExecutable();
  if (bun === undefined) throw new Error("Cannot make the single file: Bun is missing, run npm install");
  const single = join(folder, "single");
  const made = spawnSync(bun, [join(ROOT, "scripts/single_file.ts"), single], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`Cannot make the single file: ${made.stderr}`);
  return measure({
    name: "run /bin/true, single file",
    ours: [single, "run", "/bin/true"],
    floor: "bun -e 0",
    bare: [bun, "-e", "0"],
    wanted: 2.5,
  });
}

function boxRow(): Row {
  const box = join(folder, "box");
  const compiled = spawnSync(process.execPath, [CLI, "compile", "--allow-run=/bin/true", "-o", box], {
    encoding: "utf8",
  });
  if (compiled.status !== 0) throw new Error(`Cannot compile a box: ${compiled.stderr}`);
  return measure({
    name: "compiled box",
    ours: [box, "/bin/true"],
    floor: "/bin/true",
    bare: ["/bin/true"],
    wanted: 1.25,
  });
}

function measure(
  { name, ours, floor, bare, wanted }: {
    name: string;
    ours: Command;
    floor: string;
    bare: Command;
    wanted: number;
  },
): Row {
  const samples = Array.from({ length: pairs + 2 }, () => ({ ours: time(ours), bare: time(bare) })).slice(2);
  return {
    name,
    floor,
    ours: median(samples.map((sample) => sample.ours)),
    bare: median(samples.map((sample) => sample.bare)),
    ratio: median(samples.map((sample) => sample.ours / sample.bare)),
    wanted,
  };
}

function time([program, ...args]: Command): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`Cannot measure ${program} ${args.join(" ")}: ${stderr}`);
  return milliseconds;
}

function print(rows: readonly Row[]): void {
  console.log(machineLine());
  console.log(tableAsText({
    title: `medians of ${pairs} pairs by turns`,
    columns: [
      { name: "" },
      { name: "floor" },
      { name: "ms", digits: 1 },
      { name: "floor ms", digits: 1 },
      { name: "ratio" },
      { name: "wanted" },
    ],
    rows: rows.map(({ name, floor, ours, bare, ratio, wanted }) => [
      name,
      floor,
      ours,
      bare,
      ratio,
      `≤ ${wanted}`,
    ]),
  }));
}
