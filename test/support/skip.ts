import { test } from "uvu";

/** Counts a test as skipped and says what it needs. */
export function skip(name: string, need: string): void {
  console.log(`skipped: "${name}" needs ${need}`);
  test.skip(name);
}
