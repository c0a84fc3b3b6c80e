/** Writes launchers to files and runs commands through them, on this machine's architecture, or under an emulator. */
import { spawnSync } from "node:child_process";
import { chmodSync, realpathSync, statSync, writeFileSync } from "node:fs";
import type { Architecture } from "../../src/linux/architecture.ts";
import { context } from "../../src/context.ts";
import { FS, masksOf, NEWEST_ABI } from "../../src/landlock/abi.ts";
import { queryKernel } from "../../src/landlock/kernel.ts";
import { lower, type PathRule, type Ruleset } from "../../src/landlock/ruleset.ts";
import { launcher } from "../../src/launcher/executable.ts";
import type { LauncherLandlock, LauncherPlan } from "../../src/launcher/policy.ts";
import { emulator } from "../machine/tools.ts";
import { findProgram } from "../support/programs.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

/** This machine's architecture. */
export const HOST: Architecture = process.arch === "arm64" ? "arm64" : "x86_64";

/** The rights to look at something and to execute it. */
export const READ_AND_RUN: bigint = FS.EXECUTE | FS.READ_FILE | FS.READ_DIR;

/** What this kernel calls itself; 0 without Landlock. */
export const ABI: number = queryKernel(context().system).abi;

/** Passes everything on and restricts nothing. */
export const FREE: LauncherPlan = { landlock: { kind: "none" }, environment: { pass: ["*"] } };

/** Restricts all that this kernel can, but for the system's programs and what is granted besides. */
export function confining(
  grants: Readonly<Record<string, bigint>>,
  ports: Ruleset["ports"] = [],
): Extract<LauncherLandlock, { kind: "build" }> {
  return { kind: "build", restrictFlags: 0, ruleset: ruleset({ ...SYSTEM, ...grants }, ports) };
}

/** A ruleset for this kernel that handles everything. */
export function ruleset(grants: Readonly<Record<string, bigint>>, ports: Ruleset["ports"] = []): Ruleset {
  const { fs, net, scope } = masksOf(NEWEST_ABI);
  const paths: PathRule[] = Object.entries(grants).map(([path, access]) => ({
    path,
    access,
    isDirectory: isDirectory(path),
  }));
  // Without RESOLVE_UNIX: programs ask name services through sockets
  const handled = { handledFs: fs & ~FS.RESOLVE_UNIX, handledNet: net, scoped: scope };
  return lower({ ...handled, paths, ports }, ABI).ruleset;
}

/** What is missing may have been a folder. */
function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return true;
  }
}

/** Where programs and their libraries are, by real paths. */
const SYSTEM: Readonly<Record<string, bigint>> = Object.fromEntries(
  ["/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache", "/proc", "/dev/null"].flatMap((path) => {
    try {
      const real = realpathSync(path);
      return [[real, path === "/dev/null" ? FS.READ_FILE | FS.WRITE_FILE : READ_AND_RUN]];
    } catch {
      return [];
    }
  }),
);

/** How to run a command. */
export interface LaunchOptions {
  /** The whole environment, in this order. */
  readonly env?: Record<string, string>;
  /** Variables besides those we have ourselves, or instead of them, as the runtime likes. */
  readonly variables?: Record<string, string>;
  readonly cwd?: string;
  /** Run as this user; only root may. */
  readonly user?: number | undefined;
  readonly input?: Uint8Array;
}

/** What came of it. */
export interface Launched {
  readonly status: number | null;
  readonly signal: string | null;
  readonly bytes: Uint8Array;
  readonly stdout: string;
  readonly stderr: string;
}

/** A temporary folder that other users may enter. */
export function makeOpenFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const folder = makeFolder(files);
  chmodSync(folder.path, 0o755);
  return folder;
}

let count = 0;

/** A launcher in a file of its own. */
export function writeLauncher(folder: Folder, plan: LauncherPlan, architecture: Architecture = HOST): string {
  return writeExecutable(folder.at(`launcher-${count++}`), launcher(plan, architecture));
}

/** A file that everybody may execute. */
export function writeExecutable(path: string, content: Uint8Array | string): string {
  writeFileSync(path, content, { mode: 0o755 });
  return path;
}

/** Runs a command line to its end. */
export function run(words: readonly string[], options: LaunchOptions = {}): Launched {
  // Not with the option `env`: Deno adds to it what it has inherited itself
  const exact = options.env === undefined
    ? []
    : ["/usr/bin/env", "-i", ...Object.entries(options.env).map(([name, value]) => `${name}=${value}`)];
  const [command = "", ...args] = [...exact, ...words];
  const result = spawnSync(command, args, {
    ...(options.variables === undefined ? {} : { env: options.variables }),
    cwd: options.cwd,
    input: options.input,
    ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
    timeout: HANGS_MILLISECONDS,
    killSignal: "SIGKILL",
    maxBuffer: 64 << 20,
  });
  if (result.error !== undefined) throw result.error;
  const decoder = new TextDecoder();
  return {
    status: result.status,
    signal: result.signal,
    bytes: result.stdout,
    stdout: decoder.decode(result.stdout),
    stderr: decoder.decode(result.stderr),
  };
}

/** What to put before a launcher for another architecture. */
export function emulated(architecture: Architecture): string[] {
  const tool = emulator(architecture);
  // By its path: the launcher gets another PATH
  return tool === undefined ? [] : [findProgram(tool.command) ?? tool.command];
}
