import type { Report } from "../../src/plan/report.ts";
import type { Ended } from "../support/self.ts";
import { LEAK_ACTS } from "./acts.ts";
import type { Confinement, Tried } from "./confine.ts";
import { type Place, POLICIES, type Policy } from "./place.ts";
import type { Probe } from "./probes.ts";

/** A way to be confined and what is granted there. */
export interface Column {
  readonly name: string;
  readonly way: Confinement["way"];
  readonly policy: Policy;
}

/** All there are; the first is no sandbox. */
export const COLUMNS: readonly Column[] = [
  { name: "bare", way: "bare", policy: "nothing" },
  ...(["lockdown", "Sandbox"] as const).flatMap((way) =>
    POLICIES.map((policy): Column => ({ name: `${way}, ${policy}`, way, policy }))
  ),
];

/** What came of each act, by the name of the column and that of the act: `OPEN`, an errno, or the signal that ended it. */
export interface Measured {
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By the name of the column. */
  readonly reports: Readonly<Record<string, Report>>;
}

/** Has a probe try everything in every column.
 *
 * @param start runs `confine.ts` in a runtime
 */
export function measure(
  place: Place,
  probe: Probe,
  start: (words: readonly string[]) => Ended,
): Measured {
  const outcomes: Record<string, Record<string, string>> = {};
  const reports: Record<string, Report> = {};
  for (const { name, way, policy } of COLUMNS) {
    const job: Confinement = {
      way,
      permissions: place.permissions(policy, probe.needs(way)),
      command: probe.command,
      words: [...probe.words, ...place.fresh(probe)],
      throughFfi: probe.throughFfi,
    };
    const { code, stdout, stderr } = start([JSON.stringify(job)]);
    if (code !== 0) throw new Error(`The probe cannot be run, ${name}: ${stderr}${stdout}`);
    const { output, report } = JSON.parse(stdout) as Tried;
    outcomes[name] = Object.fromEntries(
      output.trim().split("\n").map((line) => line.split(" ") as [string, string]),
    );
    const missing = LEAK_ACTS.filter(({ name: act }) => outcomes[name]?.[act] === undefined);
    if (missing.length > 0) {
      throw new Error(`The probe did not try ${missing.map(({ name }) => name)}: ${stderr}`);
    }
    const hung = LEAK_ACTS.filter(({ name: act }) => outcomes[name]?.[act] === "SIGALRM");
    if (hung.length > 0) {
      throw new Error(`An act of the probe hangs, ${name}: ${hung.map(({ name }) => name)}`);
    }
    if (report !== undefined) reports[name] = report;
  }
  return { outcomes, reports };
}
