import { context } from "../../src/context.ts";
import { createRuleset } from "../../src/landlock/calls.ts";
import { queryKernel } from "../../src/landlock/kernel.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import type { Permissions } from "../../src/permissions/permissions.ts";
import { withPlan } from "../../src/plan.ts";
import { resolveOptions } from "../../src/translate/options.ts";
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
  const set = parsePermissions(permissions, process.cwd());
  return withPlan(here, set, options, kernel, "child", ({ ruleset }) => {
    const plan = performance.now() - start;
    let descriptor = -1;
    const apply = milliseconds(() => descriptor = createRuleset(system, ruleset));
    system.attempt("close", descriptor);
    return { plan, apply, rules: ruleset.paths.length };
  });
}
