/** What the filter costs programs that make many system calls: `npm run bench:filter`. Each job runs bare, under
 * Landlock alone, and under Landlock and the filter, by turns, each in a child of one Sandbox launcher; a ratio is the
 * median of those between runs of one turn. Programs are timed from outside, with their start; calls by the program
 * that makes them, without. Other work on the machine disturbs all ways alike and blurs the ratios. `--rounds N` sets
 * how often. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Sandbox } from "../mod.ts";
import { compileC, COMPILER, hasCompiler } from "../test/support/compile_c.ts";
import { machineLine } from "./support/machine.ts";
import { countOption, progress } from "./support/options.ts";
import { median } from "./support/statistics.ts";
import { type Cell, tableAsText } from "./support/table.ts";

const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "15" } } });
const rounds = countOption(options.rounds, "rounds");

const FILES = 3000;
const CALLS = 200_000;

interface Job {
  readonly name: string;
  readonly command: string;
  /** What is measured: the whole command, or a call by the program that makes it, which prints the figure. */
  readonly unit: "ms" | "ns";
}

// What may be run may not be written, so the program has a folder of its own
const folder = mkdtempSync(join(tmpdir(), "landlockdown-bench-"));
const work = inMemory() ?? join(folder, "work");
const caller = join(folder, "system_calls");
const PROGRAMS: readonly Job[] = [
  { name: `find, ${FILES} files`, command: "find tree -newer tree/0/0", unit: "ms" },
  { name: "git status", command: "git -C tree status --short", unit: "ms" },
  { name: `cp -r, ${FILES} files`, command: "rm -rf copy && cp -r tree copy", unit: "ms" },
];
const KINDS: readonly Job[] = [
  ["getppid", "getppid"],
  ["read, 1 byte", "read"],
  ["openat and close", "openat"],
  ["ioctl", "ioctl"],
].map(([name = "", kind]) => ({ name, command: `${caller} ${kind} ${CALLS}`, unit: "ns" }));

try {
  mkdirSync(work, { recursive: true });
  makeFiles(join(work, "tree"));
  const compiles = hasCompiler();
  if (compiles) compileC("bench/native/system_calls.c", caller);
  const run = ["sh", "find", "git", "cp", "rm", ...(compiles ? [caller] : [])];
  const permissions = { read: ["/"], write: [work, "/dev/null"], run, env: true };
  using landlock = new Sandbox(permissions, { filter: false });
  using filtered = new Sandbox(permissions);
  const jobs = compiles ? [...PROGRAMS, ...KINDS] : PROGRAMS;
  const rows = jobs.map((job) => measure(job, landlock, filtered));
  console.log(machineLine());
  console.log(tableAsText({
    title: `what a job takes bare, and ratios; medians of ${rounds} rounds by turns`,
    columns: [
      { name: "" },
      { name: "bare", digits: 1 },
      { name: "" },
      { name: "Landlock / bare" },
      { name: "both / bare" },
      { name: "both / Landlock" },
    ],
    rows,
    notes: compiles ? [] : [`Single calls are left out: install the package ${COMPILER.package}`],
  }));
} finally {
  for (const path of [work, folder]) rmSync(path, { recursive: true, force: true });
}

/** A new folder in memory: waiting for a disk would hide what calls cost. `undefined` where none can be made. */
function inMemory(): string | undefined {
  try {
    return mkdtempSync("/dev/shm/landlockdown-bench-");
  } catch {
    return undefined;
  }
}

function makeFiles(tree: string): void {
  mkdirSync(tree);
  for (let index = 0; index < FILES; index++) {
    const parent = join(tree, `${index % 100}`);
    if (index < 100) mkdirSync(parent);
    writeFileSync(join(parent, `${index}`), "content\n");
  }
  figure(
    { name: "", command: "git -c init.defaultBranch=main init -q . && git add .", unit: "ms" },
    undefined,
    tree,
  );
}

/** A row of the table. */
function measure(job: Job, landlock: Sandbox, filtered: Sandbox): Cell[] {
  progress(job.name);
  const ways = [undefined, landlock, filtered] as const;
  const turns = Array.from({ length: rounds + 1 }, (_, turn) => {
    const figures: [bare: number, landlock: number, filtered: number] = [0, 0, 0];
    // Another way comes first in each turn
    for (let step = 0; step < ways.length; step++) {
      const way = (turn + step) % ways.length;
      figures[way] = figure(job, ways[way]);
    }
    return figures;
  }).slice(1); // The first only warms up
  const ratio = (of: number, to: number) =>
    median(turns.map((figures) => (figures[of] as number) / (figures[to] as number)));
  return [job.name, median(turns.map(([bare]) => bare)), job.unit, ratio(1, 0), ratio(2, 0), ratio(2, 1)];
}

/** Runs a job once. */
function figure({ command, unit }: Job, sandbox: Sandbox | undefined, cwd: string = work): number {
  const stdio: ("ignore" | "pipe" | "inherit")[] = ["ignore", unit === "ns" ? "pipe" : "ignore", "inherit"];
  const words = ["-c", command];
  const start = performance.now();
  const { status, stdout } = sandbox?.spawnSync("sh", words, { cwd, stdio }) ??
    spawnSync("sh", words, { cwd, stdio });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`"${command}" ends with ${status}`);
  return unit === "ms" ? milliseconds : Number(new TextDecoder().decode(stdout as Uint8Array));
}
