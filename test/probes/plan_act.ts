import {
  lockdown,
  type LockdownError,
  type LockdownOptions,
  type Permissions,
  type Report,
} from "../../mod.ts";
import { ACTS } from "../acts/acts.ts";
import { outcomeOf } from "../acts/outcome.ts";

/** What this program is to do, as JSON in its first argument. */
export interface Job {
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
  readonly error?: { readonly name: string; readonly code?: string; readonly message: string };
}

const job = JSON.parse(process.argv[2] as string) as Job;
const planned = plan();
const outcomes: string[] = [];
for (const [act, ...words] of job.steps) outcomes.push(await perform(act, words));
console.log(JSON.stringify({ ...planned, outcomes }));

function plan(): Omit<Done, "outcomes"> {
  if (job.permissions === undefined) return {};
  try {
    return { report: lockdown(job.permissions, job.options) };
  } catch (error) {
    const { name, code, message } = error as LockdownError;
    return { error: { name, message, ...(code === undefined ? {} : { code }) } };
  }
}

async function perform(act: string, words: readonly string[]): Promise<string> {
  try {
    const perform = ACTS[act];
    if (perform === undefined) throw new Error(`There is no act "${act}"`);
    await perform(...words);
    return "ok";
  } catch (error) {
    return outcomeOf(error);
  }
}
