import { test } from "uvu";

/** Counts a test as skipped and says what it needs. */
export function skip(name: string, need: string): void {
  console.log(`skipped: "${name}" needs ${need}`);
  test.skip(name);
}

/** Counts several tests as skipped for one reason, in one line.
 *
 * @param names of the tests, each with what is special about it
 */
export function skipAll(what: string, names: readonly string[]): void {
  if (names.length === 0) return;
  console.log(`skipped: ${names.length} ${what}: ${names.join(", ")}`);
  for (const name of names) test.skip(name);
}
