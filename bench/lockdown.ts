/** What `lockdown()` costs: `npm run bench`. Each row is the median over fresh processes; "later" the median of ten more
 * calls in the same process, when everything is compiled. The yardstick is a `spawnSync("/bin/true")` measured in
 * that same process. `--json` prints one object, `--processes N` sets how many. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT, type TestRuntime, testRuntimes } from "../test/support/runtimes.ts";
import { machine, machineLine } from "./support/machine.ts";
import { measureIn } from "./support/measure_in.ts";
import { countOption, progress } from "./support/options.ts";
import { median } from "./support/statistics.ts";
import { tableAsText } from "./support/table.ts";

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
const processes = countOption(options.processes, "processes");

const folder = mkdtempSync(join(tmpdir(), "landlockdown-bench-"));
try {
  install(folder);
  const rows = testRuntimes().map((runtime) => measure(runtime, folder));
  if (options.json) console.log(JSON.stringify({ ...machine(), rows }));
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
  const where = [join(folder, "landlockdown/dist"), "js"];
  const run = (kind: string) =>
    measureIn<Sample & { threads: { method: string } }>(
      runtime,
      "bench/lockdown_child.ts",
      [...where, kind],
      {
        cwd: folder,
      },
    );
  run("whole"); // Fills the runtime's caches
  progress(runtime.name);
  const whole = Array.from({ length: processes }, () => run("whole"));
  const phases = Array.from({ length: processes }, () => run("phases"));
  return {
    runtime: runtime.name,
    method: (whole[0] as { threads: { method: string } }).threads.method,
    medians: {
      ...mediansOf(whole, ["imported", "first", "later", "bare"]),
      ...mediansOf(phases, ["libc", "plan", "apply", "threads"]),
    },
  };
}

function mediansOf(samples: readonly Record<string, unknown>[], names: readonly string[]): Sample {
  return Object.fromEntries(
    names.map((name) => [name, median(samples.map((sample) => sample[name] as number))]),
  );
}

function print(rows: readonly Row[]): void {
  const columns = ["imported", "first", "libc", "plan", "apply", "threads", "later", "bare"];
  console.log(machineLine());
  console.log(tableAsText({
    title: `lockdown({ read: ["."] }), default baseline, milliseconds, median of ${processes} processes`,
    columns: ["", ...columns, "later/bare", "method"].map((name) => ({ name })),
    rows: rows.map(({ runtime, method, medians }) => [
      runtime,
      ...columns.map((name) => medians[name] as number),
      (medians["later"] as number) / (medians["bare"] as number),
      method,
    ]),
    notes: [
      "imported  import of the package                    first    the first call, nothing compiled yet",
      "libc      … of it loading libc through the runtime  plan     … looking up paths, deciding",
      "apply     … ruleset and rules into the kernel       threads  … looking at all threads and restricting them",
      'later     calls 2 to 11                             bare     spawnSync("/bin/true") in the same process',
    ],
  }));
}
