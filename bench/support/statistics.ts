/** The value in the middle; of an even number the upper one of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that the given share of all values lies below, 0.99 for the 99th percentile. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError("Cannot take a quantile of no values: measure at least once");
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

/** Milliseconds an action takes. */
export function milliseconds(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** Runs each way in turns, every other time in reverse, and collects the milliseconds of each: whatever disturbs the
 * machine meanwhile disturbs all of them alike, and so does what the kernel still tidies up of the one before. The first
 * turn only warms up. */
export function byTurns<Way extends string>(
  ways: Readonly<Record<Way, () => unknown>>,
  turns: number,
): Record<Way, number[]> {
  const names = Object.keys(ways) as Way[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Way, number[]>;
  for (let turn = -1; turn < turns; turn++) {
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      const time = milliseconds(ways[name]);
      if (turn >= 0) times[name].push(time);
    }
  }
  return times;
}
