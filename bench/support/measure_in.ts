import { execFileSync } from "node:child_process";
import { programPath, type TestRuntime, testRuntimes } from "../../test/support/runtimes.ts";

/** How a program is started in a runtime. */
export interface Measuring {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Before the runtime's own arguments. */
  readonly runtimeArguments?: readonly string[];
}

/** Runs a program of this repository in a runtime and reads the JSON it prints. */
export function measureIn<Result>(
  runtime: TestRuntime,
  program: string,
  args: readonly string[],
  { env = {}, cwd, runtimeArguments = [] }: Measuring = {},
): Result {
  const words = [...runtime.arguments, ...runtimeArguments, programPath(runtime, program), ...args];
  const printed = execFileSync(runtime.executable, words, {
    encoding: "utf8",
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(printed);
}

/** One of each kind: the newest Node, Bun, Deno. */
export function oneOfEach(): TestRuntime[] {
  const all = testRuntimes();
  const node = all.findLast(({ name }) => name.startsWith("node"));
  return all.filter((runtime) => runtime === node || !runtime.name.startsWith("node"));
}

/** The runtime of the name given, or the one that is here. */
export function runtimeNamed(name: string): TestRuntime {
  const found = oneOfEach().find((runtime) => runtime.name.startsWith(name));
  if (found === undefined) {
    throw new Error(`Cannot measure in "${name}": run npm install, then npm test once`);
  }
  return found;
}
