import { visible } from "../../text.ts";
import { childPlan, type ChildRequest } from "../child_plan.ts";
import { columns } from "../output.ts";
import { flagsOf, type Remedy, remedyOf } from "../remedy.ts";
import { type Act, judge } from "../verdict.ts";

/** Denials to explain at most: each takes plans that are made to try out its remedy. */
export const MOST_DENIALS = 200;

/** An act of a command that was refused. */
export interface Denial {
  readonly act: Act;
  /** An absolute path, `host:port` or `unix:/path`. */
  readonly thing: string;
  /** How it was tried, `openat` or `audit`. */
  readonly by: string;
}

/** A denial and what would allow it. */
export interface ExplainedDenial extends Denial {
  /** Left out where no single flag would. */
  readonly remedy?: Remedy;
}

/** Those of the refused acts that the plan refuses, each once, with what would allow them. What the file's mode or the
 * kernel refuses anyway is not among them. */
export function explainDenials(denials: readonly Denial[], request: ChildRequest): ExplainedDenial[] {
  const plan = childPlan(request);
  const explained = new Map<string, ExplainedDenial>();
  for (const denial of denials) {
    const { act, thing } = denial;
    try {
      const verdict = judge(act, thing, plan);
      // One file may have been tried by several names, one host by several addresses
      const key = `${act} ${verdict.subject}`;
      if (verdict.allowed || explained.has(key)) continue;
      const remedy = remedyOf(act, thing, verdict, request);
      explained.set(key, { ...denial, ...(remedy === undefined ? {} : { remedy }) });
    } catch {
      continue; // It is gone meanwhile, or its name is none we could write
    }
  }
  return [...explained.values()];
}

/** Denials for people, and the flags that would allow all of them, each once. */
export function denialLines(denials: readonly ExplainedDenial[]): string[] {
  const rows = denials.map(({ act, thing, remedy }) => ({
    start: [`  ${act}`, visible(thing)],
    flags: remedy === undefined ? [] : flagsOf(act, remedy),
  }));
  const all = new Set(rows.flatMap(({ flags }) => flags));
  return [
    ...columns(rows.map(({ start, flags }) => [...start, flags.join(" ") || "no single flag allows it"])),
    ...(all.size === 0
      ? []
      : [allowing(rows.every(({ flags }) => flags.length > 0)), `  ${[...all].join(" ")}`]),
  ];
}

function allowing(isAll: boolean): string {
  return isAll ? "All of it would be allowed by" : "The others would be allowed by";
}
