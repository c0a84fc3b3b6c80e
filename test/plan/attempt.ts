import * as assert from "uvu/assert";
import type { LockdownOptions, Permissions } from "../../mod.ts";
import { UNNAMED } from "../acts/outcome.ts";
import type { Done, Job } from "../probes/plan_act.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { type Ended, runSelf, type SelfOptions } from "../support/self.ts";

/** An act of `test/acts`, what it should come to inside, and its words. `@` at the start of a word is the folder. */
export type Step = readonly [act: string, expected: string, ...words: string[]];

/** What is granted, and what then works and what does not. */
export interface Attempt {
  /** What is there: files by name, with their content; `/` at the end makes a folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Makes what cannot be said as text. */
  readonly prepare?: (folder: Folder) => void;
  /** At the start of an entry, `@` is the folder. */
  readonly permissions: Permissions;
  readonly options?: LockdownOptions;
  readonly steps: readonly Step[];
  /** How the process is started. */
  readonly start?: SelfOptions;
}

/** Tries acts in a process of their own: first without lockdown, where all must succeed, then inside, where each must
 * come to what is expected of it. Files are made anew for each. Returns what the second process told. */
export function attempt(attempt: Attempt): Done {
  const bare = perform(attempt, false);
  assert.equal(bare.outcomes, attempt.steps.map(() => "ok"), `without lockdown: ${describe(attempt)}`);
  const done = perform(attempt, true);
  assert.is(done.error, undefined, done.error?.message ?? "");
  const expected = attempt.steps.map(([, expected]) => expected);
  assert.equal(
    done.outcomes.map((outcome, index) => named(outcome, expected[index])),
    expected,
    describe(attempt),
  );
  return done;
}

/** Deno tells no errno when a program may not be started, Bun none when no socket may be made. */
function named(outcome: string, expected: string | undefined): string {
  return outcome === UNNAMED && expected === "EACCES" ? expected : outcome;
}

function perform({ files, prepare, permissions, options, steps, start }: Attempt, inside: boolean): Done {
  const folder = makeFolder(files);
  try {
    prepare?.(folder);
    const job = {
      ...(inside ? { permissions, ...(options === undefined ? {} : { options }) } : {}),
      steps: steps.map(([act, , ...words]) => [act, ...words] as const),
    };
    return run(JSON.parse(JSON.stringify(job).replace(/"@(?=[/"])/g, `"${folder.path}`)) as Job, start);
  } finally {
    folder.remove();
  }
}

/** Gives a job to the probe and reads its answer. */
export function run(job: Job, start?: SelfOptions): Done {
  return answerOf(runSelf("test/probes/plan_act.ts", [JSON.stringify(job)], start));
}

/** What the probe printed of one job; an error if it did not get that far. */
export function answerOf(ended: Ended): Done {
  return answersOf(ended).at(-1) as Done;
}

/** What the probe printed, job by job. */
export function answersOf({ code, signal, stdout, stderr }: Ended): Done[] {
  if (code !== 0) throw new Error(`exit code ${code}, signal ${signal}: ${stderr}${stdout}`);
  return stdout.trim().split("\n").filter((line) => line.startsWith("{")).map((line) =>
    JSON.parse(line) as Done
  );
}

function describe({ steps }: Attempt): string {
  return steps.map((step) => step.join(" ")).join(", ");
}
