/** What the filter costs programs that make many system calls: `npm run bench:filter`. Each job runs bare, under
 * Landlock alone, and under Landlock and the filter, in turns, each in a child of one Sandbox launcher; a row is the
 * median of the ratios to the bare run beside it. Other work on the machine makes them upper bounds. `--rounds N`
 * sets how often. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { arch, cpus, release, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Sandbox } from "../mod.ts";
import { compileC } from "../test/support/compile_c.ts";

const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "15" } } });
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  throw new RangeError(`Cannot measure in "${options.rounds}" rounds: pass a whole number from 1`);
}

const FILES = 3000;
const WAYS = ["Landlock", "and filter"] as const;

const folder = mkdtempSync(join(tmpdir(), "landlockdown-bench-"));
// Not where the program lies: what may be run may not be written
const work = join(folder, "work");
const PROGRAMS = ["sh", "find", "git", "cp", "rm", join(folder, "system_calls")];
try {
  mkdirSync(work);
  makeFiles(join(work, "tree"));
  compileC("bench/native/system_calls.c", join(folder, "system_calls"));
  const jobs: readonly [name: string, command: string][] = [
    [`find, ${FILES} files`, "find tree -newer tree/0/0"],
    ["git status", "git -C tree status --short"],
    [`cp -r, ${FILES} files`, "rm -rf copy && cp -r tree copy"],
    ...["getppid", "read", "openat", "ioctl"].map((call): [string, string] => [
      `${call}, a million`,
      `../system_calls ${call}`,
    ]),
  ];
  const permissions = { read: ["/"], write: [work, "/dev/null"], run: PROGRAMS, env: true };
  using landlock = new Sandbox(permissions, { filter: false });
  using filtered = new Sandbox(permissions);
  console.log(
    `Linux ${release()}, ${arch()}, ${cpus().length} × ${cpus()[0]?.model}; median of ${rounds} rounds\n`,
  );
  console.log(`${"".padEnd(22)}${"bare ms".padStart(9)}${WAYS.map((way) => way.padStart(12)).join("")}`);
  for (const [name, command] of jobs) measure(name, command, [landlock, filtered]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function makeFiles(tree: string): void {
  mkdirSync(tree);
  for (let index = 0; index < FILES; index++) {
    const parent = join(tree, `${index % 100}`);
    if (index < 100) mkdirSync(parent);
    writeFileSync(join(parent, `${index}`), "content\n");
  }
  run("git -c init.defaultBranch=main init -q . && git add .", undefined, tree);
}

function measure(name: string, command: string, sandboxes: readonly Sandbox[]): void {
  const samples = Array.from(
    { length: rounds },
    () => [undefined, ...sandboxes].map((where) => run(command, where)),
  );
  const bare = samples.map(([bare = 0]) => bare);
  const ratios = sandboxes.map((_, index) =>
    samples.map((times) => (times[index + 1] ?? 0) / (times[0] ?? 1))
  );
  const cells = ratios.map((ratios) => median(ratios).toFixed(2).padStart(12));
  console.log(`${name.padEnd(22)}${median(bare).toFixed(1).padStart(9)}${cells.join("")}`);
}

/** Milliseconds. */
function run(command: string, sandbox: Sandbox | undefined, cwd: string = work): number {
  const spawn = (program: string, words: string[]) =>
    sandbox?.spawnSync(program, words, { cwd, stdio: ["ignore", "ignore", "inherit"] }) ??
      spawnSync(program, words, { cwd, stdio: ["ignore", "ignore", "inherit"] });
  const start = performance.now();
  const { status } = spawn("sh", ["-c", command]);
  if (status !== 0) throw new Error(`"${command}" ends with ${status}`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] as number;
}
