import type { Act } from "./acts.ts";
import type { Run } from "./run_service.ts";

/** What became of an act in one run, a cell of the table. */
export interface Outcome {
  /** `skipped`: cannot work here even without lockdown. `unclear`: it did not work, and the kernel did not refuse.
   * `failed`: the service itself ended badly. */
  readonly state: "done" | "refused" | "skipped" | "unclear" | "failed";
  /** What the one who tried was told. */
  readonly message?: string;
}

/** An act without and with lockdown. */
export interface Comparison {
  readonly without: Outcome;
  readonly with: Outcome;
  /** Whether it shows what it should; `undefined` if skipped. */
  readonly holds: boolean | undefined;
}

/** How tar, Python and Node say that the kernel refuses: Landlock answers EACCES, and EXDEV to links between folders.
 * Not EPERM, which other parts of the kernel answer. */
const REFUSAL = /permission denied|cross-device link|\bEACCES\b|\bEXDEV\b/i;
/** Making a device takes a privilege that not even root has in most containers. */
const NO_PRIVILEGE = /operation not permitted/i;

/** Looks at an act in both runs. */
export function compare(act: Act, without: Run, locked: Run): Comparison {
  const [before, after] = [outcomeOf(act, without), outcomeOf(act, locked)];
  if (act.isHostile && before.state === "unclear" && NO_PRIVILEGE.test(before.message ?? "")) {
    return { without: skipped(before), with: skipped(after), holds: undefined };
  }
  const expected = act.isHostile ? "refused" : "done";
  return { without: before, with: after, holds: before.state === "done" && after.state === expected };
}

function outcomeOf(act: Act, run: Run): Outcome {
  if (run.result === undefined) return { state: "failed" };
  if (act.isDone(run)) return { state: "done" };
  const message = act.message(run, run.result);
  const isRefused = REFUSAL.test(message ?? "") || act.isRefused?.(run) === true;
  return { state: isRefused ? "refused" : "unclear", ...(message === undefined ? {} : { message }) };
}

function skipped({ message }: Outcome): Outcome {
  return message === undefined ? { state: "skipped" } : { state: "skipped", message };
}
