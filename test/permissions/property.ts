import fc from "fast-check";

// The same cases on every run: a test that fails once in a while helps nobody
fc.configureGlobal({ seed: 20261122, numRuns: 500 });

/** Runs a property on many random values. */
export function forAll<Value>(
  values: fc.Arbitrary<Value>,
  check: (value: Value) => void,
  runs?: number,
): void {
  fc.assert(fc.property(values, check), runs === undefined ? {} : { numRuns: runs });
}

export { fc };
