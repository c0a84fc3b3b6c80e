import { createRuleset } from "../landlock/calls.ts";
import { identityOf } from "../system/files.ts";
import type { System } from "../system/system.ts";
import type { Plan } from "../translate/translate.ts";

/** How long the baseline's paths are believed to lead where they led. Those of the permissions are looked at for every
 * command. */
const BASELINE_MILLISECONDS = 1000;

/** A ruleset in the kernel that children take over, one after the other, so that none has to build it.
 *
 * Its rules bind files, not paths. Where a path has come to lead elsewhere, or nowhere, it is made anew: what was
 * moved away is not granted any more, and what has taken its place is. */
export class SharedRuleset {
  readonly #system: System;
  readonly #planAnew: (use: (plan: Plan) => Made) => Made;
  #made: Made;
  #baselineChecked = Date.now();

  /**
   * @param plan the first plan, whose looked-up descriptors are still open
   * @param planAnew looks everything up again
   */
  constructor(system: System, plan: Plan, planAnew: (use: (plan: Plan) => Made) => Made) {
    this.#system = system;
    this.#planAnew = planAnew;
    this.#made = make(system, plan);
  }

  /** Its descriptor, closed on execve: hand it to a child among its streams.
   *
   * @throws LockdownError as planning does, if a granted path is missing now
   */
  descriptor(): number {
    const now = Date.now();
    const withBaseline = now - this.#baselineChecked > BASELINE_MILLISECONDS;
    if (withBaseline) this.#baselineChecked = now;
    const { granted, baseline } = this.#made;
    if (this.#moved(granted) || (withBaseline && this.#moved(baseline))) {
      const renewed = this.#planAnew((plan) => make(this.#system, plan));
      this.release();
      this.#made = renewed;
    }
    return this.#made.descriptor;
  }

  /** Closes it. Children that have taken it over keep it. */
  release(): void {
    this.#system.attempt("close", this.#made.descriptor);
  }

  #moved(places: readonly Place[]): boolean {
    return places.some(({ path, identity }) => identityOf(this.#system, path) !== identity);
  }
}

interface Made {
  readonly descriptor: number;
  readonly granted: readonly Place[];
  readonly baseline: readonly Place[];
}

interface Place {
  readonly path: string;
  /** Cannot be that of another file while the ruleset is there: it keeps the inode. */
  readonly identity: string | undefined;
}

function make(system: System, { ruleset, granted }: Plan): Made {
  const places = ruleset.paths.map(({ path }) => ({ path, identity: identityOf(system, path) }));
  return {
    descriptor: createRuleset(system, ruleset),
    granted: places.filter(({ path }) => granted.has(path)),
    baseline: places.filter(({ path }) => !granted.has(path)),
  };
}
