import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A runtime that runs the tests, and how it is told to run a program. */
export interface TestRuntime {
  /** Name for the result table, for example `node 20`. */
  readonly name: string;
  readonly executable: string;
  /** Arguments before the program's path. */
  readonly arguments: readonly string[];
  /** Whether it needs the compiled program. */
  readonly compiled: boolean;
}

/** Root of the repository, also when this file runs from `dist/`. */
export const ROOT: string = rootOf(dirname(fileURLToPath(import.meta.url)));

function rootOf(directory: string): string {
  return existsSync(join(directory, "package.json")) ? directory : rootOf(dirname(directory));
}

const require = createRequire(join(ROOT, "package.json"));
const testNodes = createRequire(join(ROOT, "test/nodes/package.json"));
const machine = process.arch === "arm64" ? { deno: "arm64", bun: "aarch64" } : { deno: "x64", bun: "x64" };

/** Every runtime that is installed here: what `npm install` and `npm test` bring, and the Node they run on. */
export function testRuntimes(): TestRuntime[] {
  const nodeArguments = ["--disable-warning=ExperimentalWarning"];
  const denoArguments = ["run", "--allow-all", "--no-prompt", "--no-check"];
  const own = ownNode();
  const all: [name: string, executable: string | undefined, args: readonly string[], compiled: boolean][] = [
    [`node ${own?.version.split(".")[0]}`, own?.executable, nodeArguments, true],
    ["node 26", find(testNodes, [[`node26-${process.arch}`, "bin/node"]]), nodeArguments, true],
    ["bun", bunExecutable(), [], false],
    ["deno", denoExecutable(), denoArguments, false],
  ];
  return all.flatMap(([name, executable, args, compiled]) =>
    executable === undefined ? [] : [{ name, executable, arguments: args, compiled }]
  );
}

/** The Node that npm runs on: the one that runs this, or the first in PATH. */
function ownNode(): { readonly executable: string; readonly version: string } | undefined {
  if (!("Bun" in globalThis || "Deno" in globalThis)) {
    return { executable: process.execPath, version: process.versions.node };
  }
  const executable = (process.env["PATH"] ?? "").split(":").map((folder) => join(folder, "node")).find(
    existsSync,
  );
  if (executable === undefined) return undefined;
  const { stdout } = spawnSync(executable, ["--version"], { encoding: "utf8" });
  return { executable, version: stdout.slice(1).trim() };
}

/** Bun itself, not a script that starts it. Its package moves the program when its install script may run. */
export function bunExecutable(): string | undefined {
  return find(require, [[`@oven/bun-linux-${machine.bun}`, "bin/bun"], ["bun", "bin/bun.exe"]]);
}

/** Deno itself, not a script that starts it. */
export function denoExecutable(): string | undefined {
  return find(require, [[`@deno/linux-${machine.deno}-glibc`, "deno"]]);
}

/** An old Node whose io_uring makes polling threads; `undefined` where it is not installed. */
export function node20(): string | undefined {
  return find(testNodes, [[`node20-${process.arch}`, "bin/node"]]);
}

function find(from: NodeJS.Require, places: readonly [name: string, path: string][]): string | undefined {
  for (const [name, path] of places) {
    try {
      const executable = join(dirname(from.resolve(`${name}/package.json`)), path);
      if (existsSync(executable)) return executable;
    } catch {
      continue; // The package is not installed
    }
  }
  return undefined;
}

/** Path of a program of this repository for a runtime: the source, or what it was compiled to. */
export function programPath(runtime: Pick<TestRuntime, "compiled">, path: string): string {
  return runtime.compiled ? join(ROOT, "dist", path.replace(/\.ts$/, ".js")) : join(ROOT, path);
}
