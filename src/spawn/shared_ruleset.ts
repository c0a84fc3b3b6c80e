import { createRuleset } from "../landlock/calls.ts";
import type { System } from "../system/system.ts";
import type { Plan } from "../translate/translate.ts";
import { FilePlaces } from "./file_places.ts";
import { sealClass } from "../seal_class.ts";

/** How long notifications are believed, which miss mounts, and the baseline's paths not looked at, which procfs does not
 * notify of. Those of the permissions are watched, or looked at for every command. */
const BELIEVED_MILLISECONDS = 1000;

/** A ruleset in the kernel that children take over, one after the other, so that none has to build it.
 *
 * Its rules bind files, not paths. Where a path has come to lead elsewhere, or nowhere, it is made anew: what was
 * moved away is not granted any more, and what has taken its place is. */
export class SharedRuleset {
  readonly #system: System;
  readonly #planAnew: (use: (plan: Plan) => Made) => Made;
  #made: Made;
  #looked = Date.now();
  /** Whether a path has moved and planning anew has not succeeded since. */
  #stale = false;

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
    const { granted, baseline } = this.#made;
    const now = Date.now();
    const looks = now - this.#looked > BELIEVED_MILLISECONDS;
    if (looks) this.#looked = now;
    this.#stale ||= looks ? granted.movedUnseen() || baseline.movedUnseen() : granted.moved();
    if (this.#stale) {
      const renewed = this.#planAnew((plan) => make(this.#system, plan));
      this.release();
      this.#made = renewed;
      this.#stale = false;
    }
    return this.#made.descriptor;
  }

  /** Closes it. Children that have taken it over keep it. */
  release(): void {
    this.#system.attempt("close", this.#made.descriptor);
    this.#made.granted.release();
  }
}

sealClass(SharedRuleset);

interface Made {
  readonly descriptor: number;
  readonly granted: FilePlaces;
  readonly baseline: FilePlaces;
}

function make(system: System, { ruleset, granted }: Plan): Made {
  const paths = ruleset.paths.map(({ path }) => path);
  return {
    descriptor: createRuleset(system, ruleset),
    granted: new FilePlaces(system, paths.filter((path) => granted.has(path))),
    baseline: new FilePlaces(system, paths.filter((path) => !granted.has(path))),
  };
}
