/** Counters that every thread of the process under test adds to: 32-bit words in shared memory. */

/** Ways to read a secret file. */
export const WAYS = [
  "main thread, sync",
  "main thread, async",
  "main thread, child",
  "Worker, sync",
  "Worker, async",
  "Worker, child",
  "Worker of a Worker",
] as const;

/** What may become of a read. Any other failure ends the process. */
export const ENDS = ["succeeded", "denied"] as const;

/** How many secrets are closed: raised right after `lockdown()` has returned. */
export const CLOSED = 0;
/** Set when everybody should come to an end. */
export const STOP = 1;
/** The counters follow: for each way, those of secrets not yet closed, then those of closed ones. */
export const FIRST_COUNTER = 2;
/** Words in all. */
export const SIZE: number = FIRST_COUNTER + WAYS.length * 2 * ENDS.length;

/** How often each way ended how. */
export type Counts = Record<(typeof ENDS)[number], number>;

/** The counters of a way. */
export function countsOf(tally: ArrayLike<number>, way: (typeof WAYS)[number], after: boolean): Counts {
  const at = FIRST_COUNTER + (WAYS.indexOf(way) * 2 + (after ? 1 : 0)) * ENDS.length;
  return Object.fromEntries(ENDS.map((end, index) => [end, tally[at + index] ?? 0])) as Counts;
}
