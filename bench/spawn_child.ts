/** The measurements of one runtime: `spawn_child <runs>` prints a {@linkcode SpawnSample} as JSON. */
import { spawnSync } from "node:child_process";
import { Sandbox } from "../mod.ts";
import { ALLOW, CODE, encodeInstructions, plain } from "../src/seccomp/instruction.ts";
import { launcherFile } from "../src/sandbox/launcher_file.ts";
import type { LauncherPlan } from "../src/launcher/policy.ts";
import { makeFolder } from "../test/support/folder.ts";
import { byTurns, median } from "./support/statistics.ts";

/** Median of the bare command in milliseconds, and how many times longer each confined one takes. */
export interface SpawnSample {
  readonly bare: number;
  readonly ratios: Readonly<Record<string, number>>;
}

const TRUE = "/bin/true";
const runs = Number(process.argv[2]);
const names = Array.from({ length: 1000 }, (_, index) => `file ${index}`);
const folder = makeFolder(Object.fromEntries(names.map((name) => [name, ""])));
const sandboxWith = (files: number) =>
  new Sandbox({ run: [TRUE], read: names.slice(0, files).map((name) => folder.at(name)) });
const [baseline, hundred, thousand] = [0, 100, 1000].map(sandboxWith) as [Sandbox, Sandbox, Sandbox];
const words = (sandbox: Sandbox) => {
  const [launcher = "", ...rest] = sandbox.argv(TRUE);
  return () => spawnSync(launcher, rest);
};

/** Launchers that confine nothing: what the second execve costs, and on top of it the shortest filter there is. */
const bareLauncher: LauncherPlan = { landlock: { kind: "none" }, environment: { pass: ["*"] } };
const shortestFilter = encodeInstructions([plain(CODE.answer, ALLOW)]);
const launching = (plan: LauncherPlan) => {
  const { path } = launcherFile(plan);
  return () => spawnSync(path, [TRUE]);
};

const bare = () => spawnSync(TRUE);
const ways: Record<string, () => { status: number | null }> = {
  launcher: launching(bareLauncher),
  "with a filter": launching({ ...bareLauncher, filter: shortestFilter }),
  sandbox: () => baseline.spawnSync(TRUE),
  argv: words(baseline),
  "100 rules": () => hundred.spawnSync(TRUE),
  "1000 rules": () => thousand.spawnSync(TRUE),
  "argv, 1000 rules": words(thousand),
};
try {
  for (const [way, start] of Object.entries(ways)) {
    const { status } = start();
    if (status !== 0) throw new Error(`${way} ended with ${status}`);
  }
  const bareTimes: number[] = [];
  const ratios: Record<string, number> = {};
  for (const [way, start] of Object.entries(ways)) {
    // Not all in one round: what the kernel still has to free of a thousand rules would fall to the next one
    const times = byTurns({ bare, way: start }, runs);
    ratios[way] = median(times.way) / median(times.bare);
    bareTimes.push(...times.bare);
  }
  console.log(JSON.stringify({ bare: median(bareTimes), ratios } satisfies SpawnSample));
} finally {
  folder.remove();
}
