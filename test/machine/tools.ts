/** Finds the programs that check emitted code from outside, and runs it. */
import { spawn, spawnSync } from "node:child_process";
import console from "node:console";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { test } from "uvu";
import { type Architecture, architectureOf } from "../../src/linux/architecture.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

/** Both, for tests that run once for each. */
export const ARCHITECTURES: readonly Architecture[] = ["x86_64", "arm64"];

/** A program, and the Debian package it is in. */
export interface Tool {
  readonly command: string;
  readonly package: string;
}

/** How this architecture is called in the names of programs and packages, and by objdump. */
const NAMES = {
  x86_64: { prefix: "x86_64-linux-gnu", package: "binutils-x86-64-linux-gnu", qemu: "qemu-x86_64-static" },
  arm64: { prefix: "aarch64-linux-gnu", package: "binutils-aarch64-linux-gnu", qemu: "qemu-aarch64-static" },
};

const HOST = architectureOf(process.arch);

/** A program of binutils for an architecture. */
export function binutils(name: "objdump" | "readelf", architecture: Architecture): Tool {
  if (architecture === HOST) return { command: name, package: "binutils" };
  return { command: `${NAMES[architecture].prefix}-${name}`, package: NAMES[architecture].package };
}

/** What runs executables of an architecture; nothing on a machine of that kind. */
export function emulator(architecture: Architecture): Tool | undefined {
  return architecture === HOST
    ? undefined
    : { command: NAMES[architecture].qemu, package: "qemu-user-static" };
}

/** A test that needs a program; {@linkcode skip}ped without it. */
export function testWith(tool: Tool | undefined, name: string, body: () => void | Promise<void>): void {
  if (tool === undefined || locate(tool.command) !== undefined) test(name, body);
  else skip(name, tool.command, tool.package);
}

/** Counts a test as skipped, and says what is missing and the Debian package to install. */
export function skip(name: string, missing: string, debianPackage: string): void {
  console.log(`Skipped "${name}": needs ${missing}, install the package ${debianPackage}`);
  test.skip(name);
}

/** The path of an installed program. */
function locate(command: string): string | undefined {
  const paths = (process.env["PATH"] ?? "").split(delimiter).map((directory) => join(directory, command));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Calls `use` with the paths of temporary files, executable and with these contents. */
export function withFiles<Result>(contents: readonly Uint8Array[], use: (paths: string[]) => Result): Result {
  const { directory, paths } = writeFiles(contents);
  try {
    return use(paths);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function writeFiles(contents: readonly Uint8Array[]): { directory: string; paths: string[] } {
  const directory = mkdtempSync(join(tmpdir(), "landlockdown-machine-"));
  const paths = contents.map((_, index) => join(directory, `${index}`));
  for (const [index, path] of paths.entries()) {
    writeFileSync(path, contents[index] as Uint8Array, { mode: 0o700 });
  }
  return { directory, paths };
}

/** Runs an executable; under the emulator if it is for the other architecture. */
export function run(
  architecture: Architecture,
  executable: Uint8Array,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): { status: number | null; signal: string | null; stdout: Uint8Array } {
  return withFiles([executable], ([path = ""]) => {
    const [command, ...before] = commandLine(architecture, path);
    const result = spawnSync(command as string, [...before, ...args], { env, timeout: HANGS_MILLISECONDS });
    if (result.error !== undefined) throw result.error;
    return result;
  });
}

/** Runs an executable several times at once, with the path of one file of zeros as its argument; the content of
 * that file at the end. */
export async function runTogether(
  architecture: Architecture,
  executable: Uint8Array,
  processes: number,
  fileSize: number,
): Promise<{ statuses: (number | null)[]; memory: DataView }> {
  const { directory, paths } = writeFiles([executable, new Uint8Array(fileSize)]);
  try {
    const [path = "", shared = ""] = paths;
    const [command, ...before] = commandLine(architecture, path);
    const children = Array.from({ length: processes }, () => spawn(command as string, [...before, shared]));
    const statuses = await Promise.all(
      children.map((child) => new Promise<number | null>((resolve) => child.once("close", resolve))),
    );
    const { buffer, byteOffset, byteLength } = readFileSync(shared);
    return { statuses, memory: new DataView(buffer, byteOffset, byteLength) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function commandLine(architecture: Architecture, path: string): string[] {
  const tool = emulator(architecture);
  return tool === undefined ? [path] : [locate(tool.command) ?? tool.command, path];
}
