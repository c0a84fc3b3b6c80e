/** One measurement in a fresh process: `lockdown_child <folder of the library> <extension> <whole|phases>` prints JSON
 * in milliseconds. The library is imported by a path made at run time: as an installed package it would not be
 * among the program's own modules either. */
import { spawnSync } from "node:child_process";
import { median } from "./support/statistics.ts";

const [folder, extension, kind] = process.argv.slice(2);
const load = (path: string) => import(`${folder}/${path}.${extension}`);
const PERMISSIONS = { read: ["."] };

/** Times an action. */
function time<Result>(action: () => Result): { milliseconds: number; result: Result } {
  const start = performance.now();
  const result = action();
  return { milliseconds: performance.now() - start, result };
}

const bare = median(Array.from({ length: 9 }, () => time(() => spawnSync("/bin/true")).milliseconds));
console.log(JSON.stringify(kind === "whole" ? await whole() : await phases()));

/** Import, the first call, and calls 2 to 11 once everything is compiled. */
async function whole() {
  const start = performance.now();
  const { lockdown } = await load("mod");
  const imported = performance.now() - start;
  const first = time(() => lockdown(PERMISSIONS));
  const later = Array.from({ length: 10 }, () => time(() => lockdown(PERMISSIONS)).milliseconds);
  return { bare, imported, first: first.milliseconds, later: median(later), threads: first.result.threads };
}

/** The first call in its parts: loading libc, the plan, the ruleset, the threads. */
async function phases() {
  const { currentRuntime } = await load("runtimes/mod");
  const { System } = await load("src/linux/system");
  const { queryKernel } = await load("src/landlock/kernel");
  const { prepareThreads } = await load("src/enforce/method");
  const { enforce } = await load("src/enforce/enforce");
  const { createRuleset } = await load("src/landlock/calls");
  const { planHere } = await load("src/plan/plan_here");
  const { parsePermissions } = await load("src/permissions/permission_set");
  const { resolveOptions } = await load("src/plan/options");
  const libc = time(() => currentRuntime());
  const runtime = libc.result;
  const system = new System(runtime);
  const kernel = queryKernel(system);
  const ready = time(() => prepareThreads(system, runtime, kernel, "auto"));
  const readiness = ready.result;
  const start = performance.now();
  using planned = planHere({ runtime, system }, {
    permissions: parsePermissions(PERMISSIONS, { directory: process.cwd() }),
    options: resolveOptions({}),
    kernel,
    method: readiness.method,
  });
  const { plan } = planned;
  const milliseconds = performance.now() - start;
  const apply = time(() => createRuleset(system, plan.ruleset)).milliseconds;
  const enforced = time(() =>
    enforce(system, runtime, { plan, readiness, log: false, restart: { request: "" } })
  );
  const threads = ready.milliseconds + enforced.milliseconds - apply;
  return { bare, libc: libc.milliseconds, plan: milliseconds, apply, threads };
}
