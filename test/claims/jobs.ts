import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { NOBODY } from "../support/as_user.ts";
import { programPath, ROOT, type TestRuntime } from "../support/runtimes.ts";
import type { DriverLine, DriverOptions } from "./driver.ts";

/** One runtime as one user. */
export interface Job {
  readonly runtime: TestRuntime;
  readonly user: "root" | "nobody" | "this user";
}

/** What jobs share. */
export interface Bench {
  /** Folder with the compiled walker and programs. */
  readonly programs: string;
  /** Whether bind mounts can be made by root. */
  readonly binds: boolean;
  close(): void;
}

/** Compiles what runs inside.
 *
 * @throws Error with what the compiler says */
export function makeBench(): Bench {
  const folder = makeFolder();
  const source = (name: string) => join(ROOT, "test/claims", name);
  const compile = (to: string, ...words: string[]) => {
    const { error, status, stderr } = spawnSync("gcc", ["-Wall", "-o", join(folder, to), ...words], {
      encoding: "utf8",
    });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`Cannot compile "${words.at(-1)}":\n${stderr}`);
  };
  const small = ["-Os", "-nostdlib", "-s", "-fno-stack-protector"];
  compile("walker", "-O1", "-static", source("walker.c"));
  compile("program", ...small, "-static", source("program.c"));
  compile("dynamic", ...small, "-pie", "-fPIE", `-Wl,--dynamic-linker=${LINKER}`, source("program.c"));
  const isRoot = process.getuid?.() === 0;
  const binds = isRoot && spawnSync("unshare", ["-m", "true"], { stdio: "ignore" }).status === 0;
  return { programs: folder, binds, close: () => rmSync(folder, { recursive: true, force: true }) };
}

const LINKER = process.arch === "arm64" ? "/lib/ld-linux-aarch64.so.1" : "/lib64/ld-linux-x86-64.so.2";

/** A folder for a {@linkcode World}, with the programs in it. The caller removes it. */
export function furnishedFolder(bench: Bench): string {
  const folder = makeFolder();
  mkdirSync(join(folder, "bin/cache"), { recursive: true });
  for (const name of ["walker", "program", "dynamic"]) {
    cpSync(join(bench.programs, name), join(folder, "bin", name));
  }
  chmodSync(folder, 0o755);
  return folder;
}

/** In memory where programs can be executed there: cases make and remove many files. */
function makeFolder(): string {
  for (const above of ["/dev/shm", tmpdir()]) {
    if (!existsSync(above)) continue;
    try {
      const folder = realpathSync(mkdtempSync(join(above, "landlockdown-claims-")));
      const probe = join(folder, "true");
      cpSync("/bin/true", probe, { dereference: true });
      const runs = spawnSync(probe, { stdio: "ignore" }).status === 0;
      rmSync(probe);
      if (runs) return folder;
      rmSync(folder, { recursive: true });
    } catch {
      continue; // Not writable
    }
  }
  throw new Error("Cannot find a folder for programs: mount one without noexec and name it in TMPDIR");
}

/** What keeps the user nobody from running the programs of a checkout; `undefined` if nothing does. */
export function obstacleForNobody(runtime: TestRuntime, root: string): string | undefined {
  const files = [
    runtime.executable,
    programPath(runtime, "test/claims/driver.ts"),
    join(root, "package.json"),
  ];
  const hidden = files.find((file) =>
    spawnSync("head", ["-c", "1", file], { uid: NOBODY, gid: NOBODY, stdio: "ignore" }).status !== 0
  );
  return hidden === undefined ? undefined : `a file that every user can read ("${hidden}")`;
}

/** What a job is told, besides where. */
export type JobOptions = Omit<DriverOptions, "runtime" | "folder" | "binds">;

/** Milliseconds without a sign of life after which a driver is ended. */
const PATIENCE = 120_000;

/** Runs cases in a driver, and in another one from the next case on if it breaks down.
 *
 * @param broken called with the seed at which one broke down, and why */
export async function runJob(
  job: Job,
  options: JobOptions,
  bench: Bench,
  hear: (line: DriverLine) => void,
  broken: (seed: number, why: string) => void,
): Promise<void> {
  let { first, count } = options;
  while (count > 0) {
    const folder = furnishedFolder(bench);
    try {
      const ended = await runDriver(job, { ...options, first, count }, bench, folder, hear);
      if (ended === undefined) return;
      broken(ended.seed, ended.why);
      count -= (ended.seed - first) / options.step + 1;
      first = ended.seed + options.step;
      if (!ended.began) return;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function runDriver(
  { runtime, user }: Job,
  options: JobOptions,
  bench: Bench,
  folder: string,
  hear: (line: DriverLine) => void,
): Promise<{ seed: number; why: string; began: boolean } | undefined> {
  const bin = join(folder, "bin");
  const binds = bench.binds && user === "root";
  const id = user === "nobody" ? { uid: NOBODY, gid: NOBODY } : {};
  if (user === "nobody") {
    for (const path of [folder, bin, join(bin, "cache")]) chownSync(path, NOBODY, NOBODY);
  }
  const told: DriverOptions = { ...options, runtime: runtime.name, folder, binds };
  const line = [
    ...(binds ? ["unshare", "-m", "--propagation", "private"] : []),
    runtime.executable,
    ...runtime.arguments,
    programPath(runtime, "test/claims/driver.ts"),
    JSON.stringify(told),
  ];
  const cache = {
    HOME: join(bin, "cache"),
    DENO_DIR: join(bin, "cache"),
    XDG_CACHE_HOME: join(bin, "cache"),
  };
  const child = spawn(line[0] as string, line.slice(1), {
    cwd: folder,
    env: { ...process.env, ...(user === "nobody" ? cache : {}) },
    stdio: ["ignore", "pipe", "pipe"],
    ...id,
  });
  let errors = "";
  child.stderr.on("data", (data) => errors = `${errors}${data}`.slice(-4000));
  let seed = options.first;
  let began = false;
  const watch = watchdog(child);
  createInterface({ input: child.stdout }).on("line", (text) => {
    watch.seen();
    try {
      const line = JSON.parse(text) as DriverLine;
      if (line.kind === "begin") [seed, began] = [line.seed, true];
      hear(line);
    } catch {
      errors += text;
    }
  });
  const code = await new Promise<number | string | null>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(signal ?? code));
  });
  watch.stop();
  if (code === 0) return undefined;
  return { seed, why: `the driver ended with ${code}: ${errors.trim()}`, began };
}

/** Ends a process that makes no progress; how long it takes as a whole does not matter. */
function watchdog(child: ChildProcess): { seen(): void; stop(): void } {
  let timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  return {
    seen() {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    },
    stop: () => clearTimeout(timer),
  };
}
