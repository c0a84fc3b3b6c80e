/** What the command line costs: `npm run bench:cli`. Each row compares a command with its floor, run by turns in fresh
 * processes: `landlockdown run /bin/true` with an empty start of the same runtime, a compiled box with bare
 * `/bin/true`. On a busy machine the ratios are upper bounds. `--json` prints one object, `--pairs N` sets how many. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, release, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, styleText } from "node:util";
import { ROOT, testRuntimes } from "../test/support/runtimes.ts";

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
const pairs = Number(options.pairs);
if (!Number.isInteger(pairs) || pairs < 1) {
  throw new RangeError(`Cannot measure "${options.pairs}" pairs: pass a whole number from 1`);
}

const CLI = join(ROOT, "dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "landlockdown-bench-"));
try {
  const rows = [...runtimeRows(), boxRow()];
  if (options.json) console.log(JSON.stringify({ kernel: release(), processor: cpus()[0]?.model, rows }));
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

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}

function print(rows: readonly Row[]): void {
  const head = ["", "floor", "ms", "floor ms", "ratio", "wanted"];
  const cells = rows.map(({ name, floor, ours, bare, ratio, wanted }) => [
    name,
    floor,
    ours.toFixed(1),
    bare.toFixed(1),
    ratio.toFixed(2),
    `≤ ${wanted}`,
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => (row[column] as string).length))
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => {
      const width = widths[column] as number;
      return column < 2 ? cell.padEnd(width) : cell.padStart(width);
    }).join("  ");
  const underline = process.stdout.isTTY && !process.env["NO_COLOR"];
  console.log(
    `medians of ${pairs} pairs by turns; load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`,
  );
  console.log(`Linux ${release()}, ${arch()}, ${cpus()[0]?.model}\n`);
  console.log(underline ? styleText("underline", line(head)) : line(head));
  for (const row of cells) console.log(line(row));
}
