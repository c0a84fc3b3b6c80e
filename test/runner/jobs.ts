import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT, type TestRuntime } from "../support/runtimes.ts";

/** A test file in a runtime. */
export interface Job {
  readonly file: string;
  readonly runtime: TestRuntime;
}

/** What to run. */
export interface Choice {
  /** Beginnings of runtimes' names. Default all. */
  readonly wanted?: readonly string[] | undefined;
  /** Parts of the paths of test files. Default all. */
  readonly words?: readonly string[] | undefined;
  /** Parts of the paths of those to leave out. Default none. */
  readonly without?: readonly string[] | undefined;
}

/** The test files that are chosen, in the runtimes that are.
 *
 * @throws RangeError if something that is named fits nothing
 */
export function jobsFor(
  runtimes: readonly TestRuntime[],
  { wanted, words = [], without = [] }: Choice,
): Job[] {
  for (const prefix of wanted ?? []) {
    if (runtimes.some(({ name }) => name.startsWith(prefix))) continue;
    const names = runtimes.map(({ name }) => `"${name}"`).join(", ");
    throw new RangeError(`Cannot run tests in "${prefix}": pass --runtime with one of ${names}`);
  }
  const chosen = runtimes.filter(({ name }) => wanted?.some((prefix) => name.startsWith(prefix)) ?? true);
  const files = testFiles(join(ROOT, "test"));
  for (const word of [...words, ...without]) {
    if (files.some((file) => file.includes(word))) continue;
    throw new RangeError(`Cannot find a test file for "${word}": pass a part of the path of one below test/`);
  }
  return files
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .filter((file) => !without.some((word) => file.includes(word)))
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
