import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import {
  lockdown,
  type LockdownError,
  type LockdownOptions,
  type Permissions,
  type Report,
} from "../../mod.ts";
import { ACTS } from "../acts/acts.ts";
import { outcomeOf } from "../acts/outcome.ts";

/** What this program is to do, as JSON in its first argument: one, or several in turn that are all to be refused. */
export interface Job {
  /** A file to read asynchronously before all else, so that the runtime has made its threads. */
  readonly warm?: string;
  /** Left out: no lockdown. */
  readonly permissions?: Permissions;
  readonly options?: LockdownOptions;
  /** Acts with their words, one after the other, whether lockdown succeeded or not. */
  readonly steps: readonly (readonly [act: string, ...words: string[]])[];
}

/** What it prints. */
export interface Done {
  /** For each step `ok`, or the name of the errno, or the failure's message. */
  readonly outcomes: readonly string[];
  readonly report?: Report;
  readonly error?: Failure;
  /** `0` or `1` as the kernel says, where it can be read. */
  readonly noNewPrivileges?: string;
}

/** An error as JSON. */
export interface Failure {
  readonly name: string;
  readonly code?: string;
  readonly message: string;
}

/** Does jobs and prints what came of each, a line for each. */
export async function performAll(jobs: Job | readonly Job[]): Promise<void> {
  for (const job of [jobs].flat()) await perform(job);
}

async function perform(job: Job): Promise<void> {
  if (job.warm !== undefined) await readFile(job.warm);
  const planned = plan(job);
  const outcomes: string[] = [];
  for (const [act, ...words] of job.steps) outcomes.push(await attempt(act, words));
  console.log(JSON.stringify({ ...planned, outcomes, noNewPrivileges: noNewPrivileges() }));
}

function plan({ permissions, options }: Job): Pick<Done, "report" | "error"> {
  if (permissions === undefined) return {};
  try {
    return { report: lockdown(permissions, options) };
  } catch (error) {
    return { error: failureOf(error) };
  }
}

/** What can be told of an error in JSON. */
export function failureOf(error: unknown): Failure {
  const { name, code, message } = error as LockdownError;
  return { name, message, ...(code === undefined ? {} : { code }) };
}

async function attempt(act: string, words: readonly string[]): Promise<string> {
  try {
    const perform = ACTS[act];
    if (perform === undefined) throw new Error(`There is no act "${act}"`);
    await perform(...words);
    return "ok";
  } catch (error) {
    return outcomeOf(error);
  }
}

/** As `/proc/self/status` has it. */
export function noNewPrivileges(): string | undefined {
  try {
    return /^NoNewPrivs:\s*(\d)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

if (process.argv[1]?.includes("plan_act")) await performAll(JSON.parse(process.argv[2] as string));
