/** What `lockdown()` costs: `npm run bench`. Each row is the median over fresh processes; "later" the median of ten more
 * calls in the same process, when everything is compiled. The yardstick is a `spawnSync("/bin/true")` measured in
 * that same process. `--json` prints one object, `--processes N` sets how many. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { arch, cpus, release, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, styleText } from "node:util";
import { programPath, ROOT, type TestRuntime, testRuntimes } from "../test/support/runtimes.ts";

type Sample = Record<string, number>;

/** One runtime's medians in milliseconds. */
interface Row {
  readonly runtime: string;
  readonly method: string;
  readonly medians: Sample;
}

const { values: options } = parseArgs({
  options: { json: { type: "boolean", default: false }, processes: { type: "string", default: "15" } },
});
const processes = Number(options.processes);
if (!Number.isInteger(processes) || processes < 1) {
  throw new RangeError(`Cannot measure in "${options.processes}" processes: pass a whole number from 1`);
}

const folder = mkdtempSync(join(tmpdir(), "landlockdown-bench-"));
try {
  install(folder);
  const rows = testRuntimes().map((runtime) => measure(runtime, folder));
  if (options.json) console.log(JSON.stringify({ kernel: release(), processor: cpus()[0]?.model, rows }));
  else print(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Copies the library to a folder of its own: from inside the repository its modules would count as the program's. */
function install(target: string): void {
  const library = join(target, "landlockdown");
  mkdirSync(library);
  mkdirSync(join(target, "node_modules"));
  for (const part of ["dist", "package.json"]) {
    cpSync(join(ROOT, part), join(library, part), {
      recursive: true,
      filter: (path) => !path.includes("dist/test"),
    });
  }
  for (const name of ["koffi", "@koromix"]) {
    symlinkSync(join(ROOT, "node_modules", name), join(target, "node_modules", name));
  }
}

function measure(runtime: TestRuntime, folder: string): Row {
  const library = join(folder, "landlockdown");
  const where = [join(library, "dist"), "js"];
  const run = (kind: string) => {
    const args = [...runtime.arguments, programPath(runtime, "bench/lockdown_child.ts"), ...where, kind];
    return JSON.parse(execFileSync(runtime.executable, args, { encoding: "utf8", cwd: folder }));
  };
  run("whole"); // Fills the runtime's caches
  if (process.stderr.isTTY) process.stderr.write(`measuring ${runtime.name} …\r`);
  const whole = Array.from({ length: processes }, () => run("whole"));
  const phases = Array.from({ length: processes }, () => run("phases"));
  return {
    runtime: runtime.name,
    method: whole[0].threads.method,
    medians: {
      ...mediansOf(whole, ["imported", "first", "later", "bare"]),
      ...mediansOf(phases, ["libc", "plan", "apply", "threads"]),
    },
  };
}

function mediansOf(samples: readonly Sample[], names: readonly string[]): Sample {
  return Object.fromEntries(names.map((name) => {
    const sorted = samples.map((sample) => sample[name] as number).sort((a, b) => a - b);
    return [name, sorted[sorted.length >> 1] as number];
  }));
}

function print(rows: readonly Row[]): void {
  const columns = ["imported", "first", "libc", "plan", "apply", "threads", "later", "bare"];
  const cells = rows.map(({ runtime, method, medians }) => [
    runtime,
    ...columns.map((name) => (medians[name] as number).toFixed(2)),
    ((medians["later"] as number) / (medians["bare"] as number)).toFixed(2),
    method,
  ]);
  const head = ["", ...columns, "later/bare", "method"];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => (row[column] as string).length))
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart(widths[column] as number)
    ).join("  ");
  const underline = process.stdout.isTTY && !process.env["NO_COLOR"];
  console.log(`lockdown({ read: ["."] }), default baseline, milliseconds, median of ${processes} processes`);
  console.log(`Linux ${release()}, ${arch()}, ${cpus().length} × ${cpus()[0]?.model}\n`);
  console.log(underline ? styleText("underline", line(head)) : line(head));
  for (const row of cells) console.log(line(row));
  console.log(`
imported  import of the package                    first    the first call, nothing compiled yet
libc      … of it loading libc through the runtime  plan     … looking up paths, deciding
apply     … ruleset and rules into the kernel       threads  … looking at all threads and restricting them
later     calls 2 to 11                             bare     spawnSync("/bin/true") in the same process`);
}
