import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { parseArgs, styleText } from "node:util";
import { programPath, ROOT, type TestRuntime, testRuntimes } from "./support/runtimes.ts";

/** Runs every `*.test.ts` in every runtime, each in a process of its own, and prints one line a run, what failed,
 * and the totals. `--runtime bun` and words that a path must contain narrow it down. */

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly output: string;
}

const DEADLINE_MILLISECONDS = 15 * 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runtime: { type: "string", multiple: true } },
});
const runtimes = testRuntimes().filter(({ name }) =>
  values.runtime === undefined || values.runtime.some((wanted) => name.startsWith(wanted))
);
const files = testFiles(join(ROOT, "test"))
  .filter((file) => positionals.length === 0 || positionals.some((word) => file.includes(word)));
const jobs = files.flatMap((file) => runtimes.map((runtime) => ({ file, runtime })));
const total = { passed: 0, failed: 0, skipped: 0 };
await Promise.all(Array.from({ length: availableParallelism() }, work));
const { passed, failed, skipped } = total;
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    const started = Date.now();
    const outcome = await run(job.file, job.runtime);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
    print(job.file, job.runtime, outcome, (Date.now() - started) / 1000);
  }
}

function testFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name !== "node_modules")
    .map((name) => join(directory, name))
    .flatMap((path) =>
      statSync(path).isDirectory() ? testFiles(path) : path.endsWith(".test.ts") ? [path] : []
    )
    .map((path) => path.startsWith("/") ? relative(ROOT, path) : path);
}

function run(file: string, runtime: TestRuntime): Promise<Outcome> {
  const program = programPath(runtime, file);
  const child = spawn(runtime.executable, [...runtime.arguments, program], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (data) => output += data);
  child.stderr.on("data", (data) => output += data);
  const timer = setTimeout(() => child.kill("SIGKILL"), DEADLINE_MILLISECONDS);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(outcomeOf(output, code));
    });
  });
}

/** uvu prints "Total", "Passed" and "Skipped"; a file that ends badly without a failed case counts as one. */
function outcomeOf(output: string, code: number | null): Outcome {
  const number = (word: string) => Number(new RegExp(`^\\s+${word}:\\s+(\\d+)`, "m").exec(output)?.[1] ?? 0);
  const [all, passed, skipped] = [number("Total"), number("Passed"), number("Skipped")];
  const failed = all - passed; // uvu leaves skipped cases out of "Total"
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, output };
}

function print(file: string, runtime: TestRuntime, outcome: Outcome, seconds: number): void {
  const { passed, failed, skipped, output } = outcome;
  const mark = failed > 0
    ? styleText("red", "failed")
    : skipped > 0
    ? styleText("yellow", "passed")
    : "passed";
  const counts = `${passed} passed${failed > 0 ? `, ${failed} failed` : ""}${
    skipped > 0 ? `, ${skipped} skipped` : ""
  }`;
  console.log(`${mark}  ${runtime.name.padEnd(8)} ${file.padEnd(44)} ${counts}  ${seconds.toFixed(1)} s`);
  const skips = output.split("\n").filter((line) => /^skipped\b/i.test(line));
  if (skips.length > 0) console.log(skips.map((line) => `        ${line}`).join("\n"));
  if (failed > 0) console.log(output.replace(/^/gm, "    "));
}
