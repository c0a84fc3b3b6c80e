import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { libcPaths } from "../../runtimes/runtime.ts";
import { architectureOf } from "../../src/linux/architecture.ts";
import { bunExecutable, denoExecutable, programPath } from "../../test/support/runtimes.ts";
import type { Scene } from "./scene.ts";
import type { ServiceResult } from "./service_result.ts";
import type { Tool } from "./tools.ts";

/** A runtime of this machine that the service runs in. */
export interface DemoRuntime {
  /** For the table, for example `Bun 1.4.5`. */
  readonly title: string;
  readonly executable: string;
  readonly compiled: boolean;
  /** Its own flags, before the path of the service. */
  flags(scene: Scene, python: string): readonly string[];
}

/** One run of the service, and what can be seen of it from outside. */
export interface Run {
  readonly scene: Scene;
  /** `undefined` if the service failed, and then `failure` says how. */
  readonly result: ServiceResult | undefined;
  readonly failure: string | undefined;
}

/** What {@linkcode runService} is told. */
export interface RunOptions {
  readonly python: Tool | undefined;
  readonly isProtected: boolean;
  /** Where Deno keeps what it has compiled. */
  readonly cache: string;
  readonly signal: AbortSignal;
}

const DEADLINE_MILLISECONDS = 60_000;

/** The runtimes that `npm install` has brought, and the Node this runs on; the names of those that are missing. */
export async function findRuntimes(): Promise<{ found: DemoRuntime[]; missing: string[] }> {
  const all: [name: string, executable: string | undefined, compiled: boolean, DemoRuntime["flags"]][] = [
    ["Node", process.execPath, true, () => []],
    ["Bun", bunExecutable(), false, () => ["run"]],
    ["Deno", denoExecutable(), false, denoFlags],
  ];
  const found: DemoRuntime[] = [];
  for (const [name, executable, compiled, flags] of all) {
    if (executable === undefined) continue;
    const version = /\d+\.\d+\.\d+/.exec((await start(executable, ["--version"], {})).stdout)?.[0];
    found.push({ title: `${name} ${version ?? ""}`.trim(), executable, compiled, flags });
  }
  const missing = all.filter(([, executable]) => executable === undefined).map(([name]) => name);
  return { found, missing };
}

/** What a Deno user grants: the service's own permissions, which end at Deno's own API, and libc for lockdown(). */
function denoFlags({ inbox, outbox, collector }: Scene, python: string): string[] {
  const libc = libcPaths(architectureOf(process.arch) ?? "x86_64").find((path) => existsSync(path));
  return [
    "run",
    "--no-prompt",
    "--cached-only",
    `--allow-read=${inbox},${outbox}`,
    `--allow-run=tar,${python}`,
    `--allow-net=127.0.0.1:${collector.port}`,
    "--allow-env=PATH,NODE_V8_COVERAGE",
    `--allow-ffi=${libc}`,
  ];
}

/** Runs the service to its end. */
export async function runService(runtime: DemoRuntime, scene: Scene, options: RunOptions): Promise<Run> {
  const { inbox, outbox, collector } = scene;
  const python = options.python?.path ?? "python3";
  const { code, stdout, stderr } = await start(runtime.executable, [
    ...runtime.flags(scene, python),
    programPath(runtime, "examples/unpack/service.ts"),
    inbox,
    outbox,
    `--port=${collector.port}`,
    `--python=${python}`,
    ...(options.isProtected ? [] : ["--unprotected"]),
  ], { cwd: scene.folder, denoFolder: options.cache, signal: options.signal });
  if (code === 0) return { scene, result: JSON.parse(stdout) as ServiceResult, failure: undefined };
  return {
    scene,
    result: undefined,
    failure: stderr.trim() || `The service ended with ${code} and said nothing`,
  };
}

interface StartOptions {
  readonly cwd?: string;
  readonly denoFolder?: string;
  readonly signal?: AbortSignal;
}

interface Ended {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(executable: string, args: readonly string[], options: StartOptions): Promise<Ended> {
  options.signal?.throwIfAborted();
  // A process group of its own, so that what the service has started can be ended with it
  const child = spawn(executable, args, {
    cwd: options.cwd,
    detached: true,
    env: environment(options.denoFolder),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => stdout += data);
  child.stderr.on("data", (data) => stderr += data);
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch {
      // All of them have ended by themselves
    }
  };
  const timer = setTimeout(end, DEADLINE_MILLISECONDS);
  options.signal?.addEventListener("abort", end);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", end);
      if (options.signal?.aborted) reject(options.signal.reason);
      else resolve({ code: code ?? signal, stdout, stderr });
    });
  });
}

/** Little, so that a proxy, a language or a Python setting of the user does not change what is shown. */
function environment(denoFolder: string | undefined): Record<string, string> {
  const { PATH = "/usr/bin:/bin", HOME = "/" } = process.env;
  const deno = denoFolder === undefined ? {} : { DENO_DIR: denoFolder };
  return { PATH, HOME, LC_ALL: "C", NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1", ...deno };
}
