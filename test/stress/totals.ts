import type { Churned } from "../probes/churn.ts";
import { type Counts, countsOf, ENDS, WAYS } from "./tally.ts";

/** What many processes have counted together. */
export interface Totals {
  readonly processes: number;
  readonly lockdowns: number;
  readonly threads: number;
  readonly workers: number;
  readonly ways: readonly { readonly way: string; readonly before: Counts; readonly after: Counts }[];
}

/** Adds up. */
export function totalsOf(results: readonly Churned[]): Totals {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const tally = (results[0]?.tally ?? []).map((_, index) =>
    sum(results.map(({ tally }) => tally[index] ?? 0))
  );
  return {
    processes: results.length,
    lockdowns: sum(results.map(({ lockdowns }) => lockdowns)),
    threads: sum(results.map(({ threads }) => threads)),
    workers: sum(results.map(({ workers }) => workers)),
    ways: WAYS.map((way) => ({
      way,
      before: countsOf(tally, way, false),
      after: countsOf(tally, way, true),
    })),
  };
}

/** Reads of a secret that succeeded although they started after it was closed. */
export function leaksOf({ ways }: Totals): number {
  return ways.reduce((leaks, { after }) => leaks + after.succeeded, 0);
}

/** The totals as aligned lines. */
export function printTotals(totals: Totals): string {
  const { processes, lockdowns, threads, workers, ways } = totals;
  const row = (name: string, cells: readonly (string | number)[]) =>
    `  ${name.padEnd(20)}${cells.map((cell) => String(cell).padStart(18)).join("")}`;
  const counts = (counts: Counts) => ENDS.map((end) => counts[end]);
  return [
    `${lockdowns} lockdowns in ${processes} processes, ${threads} threads restricted, ${workers} Workers lived, ` +
    `${leaksOf(totals)} leaks`,
    row("not yet closed", ENDS),
    ...ways.map(({ way, before }) => row(way, counts(before))),
    row("closed", ENDS),
    ...ways.map(({ way, after }) => row(way, counts(after))),
  ].join("\n");
}
