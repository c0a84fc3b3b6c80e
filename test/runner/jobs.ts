import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT, type TestRuntime } from "../support/runtimes.ts";

/** A test file in a runtime. */
export interface Job {
  readonly file: string;
  readonly runtime: TestRuntime;
}

/** Jobs for the runtimes whose name begins with one of `wanted`, all if that is undefined, and for the files whose path
 * contains one of `words`, all if there are none.
 *
 * @throws RangeError if something of that fits nothing
 */
export function jobsFor(
  runtimes: readonly TestRuntime[],
  wanted: readonly string[] | undefined,
  words: readonly string[],
): Job[] {
  for (const prefix of wanted ?? []) {
    if (runtimes.some(({ name }) => name.startsWith(prefix))) continue;
    const names = runtimes.map(({ name }) => `"${name}"`).join(", ");
    throw new RangeError(`Cannot run tests in "${prefix}": pass --runtime with one of ${names}`);
  }
  const chosen = runtimes.filter(({ name }) => wanted?.some((prefix) => name.startsWith(prefix)) ?? true);
  const files = testFiles(join(ROOT, "test"));
  for (const word of words) {
    if (files.some((file) => file.includes(word))) continue;
    throw new RangeError(`Cannot find a test file for "${word}": pass a part of the path of one below test/`);
  }
  return files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .flatMap((file) => chosen.map((runtime) => ({ file, runtime })));
}

function testFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name !== "node_modules")
    .map((name) => join(directory, name))
    .flatMap((path) =>
      statSync(path).isDirectory() ? testFiles(path) : path.endsWith(".test.ts") ? [relative(ROOT, path)] : []
    );
}
