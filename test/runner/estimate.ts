import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../support/runtimes.ts";
import type { Job } from "./jobs.ts";

const PATH = join(ROOT, ".cache/test_times.json");
/** So many jobs have to end before anything is said. */
const ENOUGH_JOBS = 4;
/** How much of a new time goes into the one that is kept. */
const SHARE = 0.5;

/** Estimates how long jobs will take: as long as last time on this machine, and slower or faster by as much as those that
 * have ended were; the first time, as long as those on average. */
export class Estimate {
  readonly #known: Readonly<Record<string, number>>;
  readonly #ended: { readonly job: Job; readonly seconds: number }[] = [];

  /**
   * @param known seconds that jobs took, by runtime and file; default: what {@linkcode save} has kept
   */
  constructor(known: Readonly<Record<string, number>> = readTimes()) {
    this.#known = known;
  }

  /** A job has ended. */
  add(job: Job, seconds: number): void {
    this.#ended.push({ job, seconds });
  }

  /** Seconds that jobs will take together, or `undefined` if too little is known.
   *
   * @param running jobs that have begun, and for how many seconds they have run
   */
  secondsFor(waiting: readonly Job[], running: readonly { job: Job; seconds: number }[]): number | undefined {
    const familiar = this.#ended.filter(({ job }) => keyOf(job) in this.#known);
    if (this.#ended.length < ENOUGH_JOBS) return undefined;
    const average = sum(this.#ended.map(({ seconds }) => seconds)) / this.#ended.length;
    const expected = sum(familiar.map(({ job }) => this.#known[keyOf(job)] ?? 0));
    const pace = expected === 0 ? 1 : sum(familiar.map(({ seconds }) => seconds)) / expected;
    const guess = (job: Job) =>
      keyOf(job) in this.#known ? (this.#known[keyOf(job)] as number) * pace : average;
    return sum(waiting.map(guess)) +
      sum(running.map(({ job, seconds }) => Math.max(guess(job) - seconds, 0)));
  }

  /** Keeps the times for the next run, if they can be kept. */
  save(): void {
    const times = { ...this.#known };
    for (const { job, seconds } of this.#ended) {
      const known = times[keyOf(job)] ?? seconds;
      times[keyOf(job)] = Number((known * (1 - SHARE) + seconds * SHARE).toFixed(2));
    }
    try {
      mkdirSync(dirname(PATH), { recursive: true });
      writeFileSync(PATH, JSON.stringify(times));
    } catch {
      // Only an estimate is lost
    }
  }
}

function readTimes(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(PATH, "utf8"));
  } catch {
    return {};
  }
}

function keyOf({ file, runtime }: Job): string {
  return `${runtime.name} ${file}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
