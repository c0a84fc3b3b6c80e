/** `npm run fuzz:claims`: tries to make the report lie. Makes up trees, grants and denies, has a program inside try to
 * get around them, and compares what happened with what the report claims. See `docs/fuzzing.md`.
 *
 *   --cases N         how many; default 500
 *   --seconds N       stop after that time
 *   --seed N          of the first case; the others follow. Default: another one each day
 *   --runtime NAME    only this one, such as "node 20", bun; may be repeated
 *   --user NAME       only as root or nobody
 *   --way NAME        only spawn, argv, run, compile or lockdown; may be repeated
 *   --most N          reproductions to print of one kind; default 3
 *   --root FOLDER     another built checkout to try */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { hasCompiler } from "../support/compile_c.ts";
import { ROOT, testRuntimes } from "../support/runtimes.ts";
import { type Way, WAYS } from "./case.ts";
import type { DriverLine } from "./driver.ts";
import { type Job, makeBench, obstacleForNobody, runJob } from "./jobs.ts";
import { Results } from "./results.ts";

/** Cases that one process tries at the most. */
const MOST_IN_A_TURN = 500;

const { values } = parseArgs({
  options: {
    "cases": { type: "string", default: "500" },
    "seconds": { type: "string" },
    "seed": { type: "string" },
    "runtime": { type: "string", multiple: true },
    "user": { type: "string" },
    "way": { type: "string", multiple: true },
    "most": { type: "string", default: "3" },
    "root": { type: "string", default: process.env["FUZZ_ROOT"] ?? ROOT },
  },
});
const cases = wholeNumber("cases", values.cases);
const seconds = values.seconds === undefined ? Infinity : wholeNumber("seconds", values.seconds);
const seed = values.seed === undefined
  ? Math.floor(Date.now() / 86_400_000) * 1_000_000
  : wholeNumber("seed", values.seed);
const ways = WAYS.filter((way) => values.way === undefined || values.way.includes(way)) as Way[];
const root = resolve(values.root);
if (ways.length === 0) throw new RangeError(`Cannot use --way ${values.way}: pass one of ${WAYS.join(", ")}`);

const results = new Results();
if (!hasCompiler()) {
  results.skip("everything", "gcc");
} else {
  const jobs = chooseJobs();
  const bench = makeBench();
  if (!bench.binds) results.skip("bind mounts", "root and a mount namespace of its own");
  results.skip("folders in which case does not matter", "a file system made for that");
  const until = Date.now() + seconds * 1000;
  const started = Date.now();
  // A turn is short, so that time is shared evenly and every runtime has had its share whenever time is over
  const turns = turnsOf(jobs);
  let next = 0;
  const show = () => {
    if (process.stderr.isTTY) process.stderr.write(`\r${results.progress(cases, Date.now() - started)} `);
  };
  const work = async () => {
    for (let turn = turns[next++]; turn !== undefined && Date.now() < until; turn = turns[next++]) {
      const { job, first, count } = turn;
      const hear = (line: DriverLine) => {
        results.hear(job, line);
        show();
      };
      await runJob(
        job,
        {
          root,
          first,
          step: 1,
          count,
          until: until === Infinity ? Number.MAX_SAFE_INTEGER : until,
          ways,
          most: wholeNumber("most", values.most),
        },
        bench,
        hear,
        (seed, why) => results.breakdown(job, seed, why),
      );
    }
  };
  try {
    // Half of the time a driver waits for the kernel or for a process
    const workers = Math.min(2 * availableParallelism(), turns.length);
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    bench.close();
  }
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
}
console.log(results.text(root === ROOT ? "" : ` --root ${root}`));
process.exitCode = results.failed > 0 || results.passed === 0 ? 1 : 0;

interface Turn {
  readonly job: Job;
  readonly first: number;
  readonly count: number;
}

function turnsOf(jobs: readonly Job[]): Turn[] {
  const size = Math.max(1, Math.min(MOST_IN_A_TURN, Math.ceil(cases / jobs.length)));
  const turns: Turn[] = [];
  for (let at = 0; at < cases; at += size) {
    const job = jobs[turns.length % jobs.length] as Job;
    turns.push({ job, first: seed + at, count: Math.min(size, cases - at) });
  }
  return turns;
}

function chooseJobs(): Job[] {
  const runtimes = testRuntimes().filter(({ name }) =>
    values.runtime === undefined || values.runtime.some((wanted) => name.startsWith(wanted))
  );
  const isRoot = process.getuid?.() === 0;
  const jobs = runtimes.flatMap((runtime): Job[] => {
    if (!isRoot) return [{ runtime, user: "this user" }];
    const obstacle = obstacleForNobody(runtime, root);
    if (obstacle !== undefined) results.skip(`${runtime.name} as an ordinary user`, obstacle);
    return [
      { runtime, user: "root" },
      ...(obstacle === undefined ? [{ runtime, user: "nobody" } as const] : []),
    ];
  });
  if (!isRoot) results.skip("everything as root", "root");
  const chosen = jobs.filter(({ user }) => values.user === undefined || user === values.user);
  if (chosen.length === 0) {
    throw new RangeError("Cannot find a runtime of that name, or a user: see npm run fuzz:claims");
  }
  return chosen;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new RangeError(`Cannot use "${text}" as --${name}: pass a whole number`);
}
