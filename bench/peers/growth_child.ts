/** One measurement of growth in a process of its own: `growth_child <kind> <folder> <number> …` prints a
 * {@linkcode GrowthSample} as JSON. */
import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { closeSync, openSync, readdirSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { explain, lockdown, Sandbox } from "../../mod.ts";
import { byTurns, median, milliseconds } from "../support/statistics.ts";
import { planAndApply, syncThreads } from "./phases.ts";

/** Figures by name, in the units their table says. */
export type GrowthSample = Readonly<Record<string, number>>;

const TRUE = "/bin/true";
const [kind = "", folder = "", ...rest] = process.argv.slice(2);
const numbers = rest.map(Number);
const KINDS: Readonly<Record<string, () => GrowthSample | Promise<GrowthSample>>> = {
  rules,
  threads,
  nesting,
  carve,
  opens,
  commands,
};
console.log(JSON.stringify(await (KINDS[kind] as () => GrowthSample)()));

/** `rules <folder> <rules> <runs>`: everything that a number of granted files makes dearer. */
function rules(): GrowthSample {
  const [count = 0, runs = 0] = numbers;
  const permissions = { read: files(count), run: [TRUE] };
  const first = planAndApply(permissions);
  const later = Array.from({ length: runs }, () => planAndApply(permissions));
  const plan = median(later.map(({ plan }) => plan));
  const apply = median(later.map(({ apply }) => apply));

  const before = process.memoryUsage.rss();
  const sandbox = new Sandbox(permissions);
  const [launcher = ""] = sandbox.argv(TRUE);
  const memory = (process.memoryUsage.rss() - before) / 1024 / 1024;
  const second = median(
    Array.from({ length: 3 }, () => milliseconds(() => new Sandbox(permissions).close())),
  );
  const times = byTurns({
    bare: () => succeed(spawnSync(TRUE)),
    sandbox: () => succeed(sandbox.spawnSync(TRUE)),
    launcher: () => succeed(spawnSync(launcher, [TRUE])),
  }, runs * 4);
  const bare = median(times.bare);
  return {
    first: first.plan + first.apply,
    plan,
    apply,
    sync: syncThreads(permissions).milliseconds,
    second,
    sandbox: median(times.sandbox) / bare,
    launcher: median(times.launcher) / bare,
    memory,
  };
}

/** `threads <folder> <threads>`: with so many threads of libuv's pool, which the environment asks for. */
async function threads(): Promise<GrowthSample> {
  await stat(folder); // Makes libuv start its pool
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { milliseconds, threads } = syncThreads({ read: [folder] });
  return { threads, sync: milliseconds };
}

/** `nesting <folder> <layers>`: the last of so many calls, and what opening a file costs then. */
function nesting(): GrowthSample {
  const [layers = 0] = numbers;
  let last = 0;
  const path = join(folder, "file 0");
  const bare = opening(path);
  for (let layer = 0; layer < layers; layer++) last = syncThreads({ read: [folder] }).milliseconds;
  return { last, opening: opening(path), bare };
}

/** `carve <tree> <denies>`: a plan with so many denied files in an allowed tree. */
function carve(): GrowthSample {
  const [denies = 0] = numbers;
  const leaves = readdirSync(folder).flatMap((part) =>
    readdirSync(join(folder, part)).map((leaf) => join(folder, part, leaf))
  );
  const deny = Array.from(
    { length: denies },
    (_, index) => join(leaves[Math.floor((index * leaves.length) / denies)] as string, "file 0"),
  );
  const permissions = { read: { allow: [folder], deny } };
  const { rules } = planAndApply(permissions);
  const times = Array.from({ length: 3 }, () => milliseconds(() => explain(permissions)));
  return { plan: median(times), rules };
}

/** `opens <folder> <rules> <depth>`: opening a file so many directories deep inside a granted one. */
function opens(): GrowthSample {
  const [count = 0, depth = 0] = numbers;
  const path = join(folder, "deep/".repeat(depth), "file");
  const bare = opening(path);
  lockdown({ read: [...files(count - 1), join(folder, "deep")] });
  return { bare, opening: opening(path) };
}

/** `commands <folder> <rules> <runs> <repository>`: commands that open many small files, confined. */
function commands(): GrowthSample {
  const [count = 0, runs = 0] = numbers;
  const repository = rest[2] as string;
  const sandbox = new Sandbox(
    {
      read: [repository, ...files(count - 1)],
      write: [join(repository, "../copies")],
      run: ["git", "cp"],
      env: ["HOME", "GIT_CONFIG_NOSYSTEM", "GIT_OPTIONAL_LOCKS"],
    },
  );
  const status = ["-C", repository, "status", "--short"];
  let copies = 0;
  const copy = () => ["-r", repository, join(repository, "../copies", `${process.pid}-${copies++}`)];
  // No configuration outside of what is granted
  const settings = { HOME: repository, GIT_CONFIG_NOSYSTEM: "1", GIT_OPTIONAL_LOCKS: "0" };
  const environment = { env: { ...process.env, ...settings } };
  const times = byTurns({
    bareStatus: () => succeed(spawnSync("git", status, environment)),
    status: () => succeed(sandbox.spawnSync("git", status, environment)),
    bareCopy: () => succeed(spawnSync("cp", copy(), environment)),
    copy: () => succeed(sandbox.spawnSync("cp", copy(), environment)),
  }, runs);
  return {
    status: median(times.status) / median(times.bareStatus),
    copy: median(times.copy) / median(times.bareCopy),
  };
}

/** Microseconds to open and close a file, median of several thousands. */
function opening(path: string): number {
  const BATCH = 1000;
  const batches = Array.from({ length: 9 }, () =>
    milliseconds(() => {
      for (let at = 0; at < BATCH; at++) closeSync(openSync(path, "r"));
    }));
  return median(batches) / BATCH * 1000;
}

function files(count: number): string[] {
  return Array.from({ length: count }, (_, index) => join(folder, `file ${index}`));
}

function succeed({ status, stderr, error }: SpawnSyncReturns<Uint8Array>): void {
  if (status === 0) return;
  throw new Error(`Cannot measure: it ended with ${status ?? error}: ${new TextDecoder().decode(stderr)}`);
}
