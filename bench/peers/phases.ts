import { context } from "../../src/context.ts";
import { enforce } from "../../src/enforce/enforce.ts";
import { prepareThreads } from "../../src/enforce/method.ts";
import { createRuleset } from "../../src/landlock/calls.ts";
import { queryKernel } from "../../src/landlock/kernel.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import type { Permissions } from "../../src/permissions/permissions.ts";
import { planHere } from "../../src/plan/plan_here.ts";
import { resolveOptions } from "../../src/plan/options.ts";
import { milliseconds } from "../support/statistics.ts";

/** Milliseconds of the steps before anything is restricted. */
export interface Phases {
  /** Looking up and deciding. */
  readonly plan: number;
  /** Making the ruleset in the kernel. */
  readonly apply: number;
  /** Path rules of the plan. */
  readonly rules: number;
}

/** Plans for a child, makes the ruleset in the kernel and gives it back: nothing is enforced. The plan for a process has
 * its own modules besides, which say nothing about the permissions. */
export function planAndApply(permissions: Permissions): Phases {
  const here = context();
  const { system } = here;
  const kernel = queryKernel(system);
  const options = resolveOptions({});
  const start = performance.now();
  const set = parsePermissions(permissions, { directory: process.cwd() });
  using planned = planHere(here, { permissions: set, options, kernel, method: "child" });
  const plan = performance.now() - start;
  const { ruleset } = planned.plan;
  let descriptor = -1;
  const apply = milliseconds(() => descriptor = createRuleset(system, ruleset));
  system.attempt("close", descriptor);
  return { plan, apply, rules: ruleset.paths.length };
}

/** Confines this process: the milliseconds it takes to look at its threads and restrict them, and how many they are. */
export function syncThreads(permissions: Permissions): { milliseconds: number; threads: number } {
  const here = context();
  const { runtime, system } = here;
  const kernel = queryKernel(system);
  const start = performance.now();
  const readiness = prepareThreads(system, runtime, kernel, "auto");
  const ready = performance.now() - start;
  const set = parsePermissions(permissions, { directory: process.cwd() });
  const { method } = readiness;
  using planned = planHere(here, { permissions: set, options: resolveOptions({}), kernel, method });
  const { plan } = planned;
  let descriptor = -1;
  const apply = milliseconds(() => descriptor = createRuleset(system, plan.ruleset));
  system.attempt("close", descriptor);
  const begin = performance.now();
  const { count } = enforce(system, runtime, { plan, readiness, log: false, restart: { request: "" } });
  // It makes the ruleset once more
  return { milliseconds: Math.max(0, ready + performance.now() - begin - apply), threads: count };
}
