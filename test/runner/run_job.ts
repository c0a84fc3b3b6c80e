import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";
import { programPath } from "../support/runtimes.ts";
import type { Job } from "./jobs.ts";

/** What came of a job. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly output: string;
  readonly seconds: number;
}

/** A test file prints something for every test. It starts programs that count as hanging earlier than this. */
const SILENCE_MILLISECONDS = HANGS_MILLISECONDS * 1.5;

/** Runs a test file in a process of its own, and kills it with all it has started once it has printed nothing for too
 * long. */
export function runJob({ file, runtime }: Job, silence: number = SILENCE_MILLISECONDS): Promise<Outcome> {
  const child = spawn(runtime.executable, [...runtime.arguments, programPath(runtime, file)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const begin = performance.now();
  let output = "";
  let killed = false;
  const kill = () => {
    killed = true;
    output += `\nKilled: it printed nothing for ${Math.round(silence / 1000)} seconds\n`;
    // Those that wait for others first: they would go on when these end
    for (const pid of [child.pid as number, ...descendants(child.pid as number)]) endProcess(pid);
  };
  let timer = setTimeout(kill, silence);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (data) => {
      output += data;
      clearTimeout(timer);
      timer = setTimeout(kill, silence);
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({
        ...countsOf(output, killed ? null : code),
        output,
        seconds: (performance.now() - begin) / 1000,
      });
    });
  });
}

/** uvu prints "Total", "Passed" and "Skipped"; a file that ends badly without a failed case counts as one. */
function countsOf(output: string, code: number | null): Pick<Outcome, "passed" | "failed" | "skipped"> {
  const number = (word: string) => Number(new RegExp(`^\\s+${word}:\\s+(\\d+)`, "m").exec(output)?.[1] ?? 0);
  const [all, passed, skipped] = [number("Total"), number("Passed"), number("Skipped")];
  const failed = all - passed; // uvu leaves skipped cases out of "Total"
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

/** Ids of all processes that a process has started, those they have started, and so on. */
function descendants(pid: number): number[] {
  const parents = new Map(
    readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), parentOf(name)]),
  );
  const below = (parent: number): number[] =>
    [...parents].filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in parentheses and may contain any character
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself
  }
}
