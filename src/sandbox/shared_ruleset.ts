import { LockdownError } from "../errors.ts";
import { createRuleset, withoutMoves } from "../landlock/calls.ts";
import type { PathRule, Ruleset } from "../landlock/ruleset.ts";
import { quote } from "../permissions/text.ts";
import type { System } from "../linux/system.ts";
import type { Plan } from "../plan/translate.ts";
import { FilePlaces } from "./file_places.ts";
import { sealClass } from "../javascript/seal_class.ts";

/** How long notifications are believed, which miss mounts, and the baseline's paths not looked at, which procfs does not
 * notify of. Those of the permissions are watched, or looked at for every command. */
const BELIEVED_MILLISECONDS = 1000;

/** A ruleset in the kernel that children take over, one after the other, so that none has to build it. It is for those
 * without a terminal.
 *
 * Its rules bind files, not paths. Where a path has come to lead elsewhere, or nowhere, it is made anew: what was
 * moved away is not granted any more, and what has taken its place is. But where children can give a name to something
 * else, its rule stays with the file it had at first: they could give it that of what is denied. */
export class SharedRuleset {
  readonly #system: System;
  readonly #planAnew: (use: (plan: Plan) => Made) => Made;
  /** Rules of the first plan whose names can be given to something else, by path. */
  readonly #meant: ReadonlyMap<string, PathRule>;
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
    this.#meant = new Map(
      plan.ruleset.paths.filter(({ identity }) => identity !== undefined).map((rule) => [rule.path, rule]),
    );
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
      const renewed = this.#planAnew((plan) =>
        make(this.#system, { ...plan, ruleset: asMeant(plan.ruleset, this.#meant) })
      );
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

/** A later ruleset with rules for the files that were meant at first, where their names can be given to others.
 *
 * @throws LockdownError `PATH_NOT_FOUND` if something else lies under a path that the user named
 */
function asMeant(ruleset: Ruleset, meant: ReadonlyMap<string, PathRule>): Ruleset {
  const kept = ruleset.paths.filter((rule) => {
    if (rule.identity === undefined) return true;
    const first = meant.get(rule.path)?.identity;
    if (first?.inode === rule.identity.inode && first.born === rule.identity.born) return true;
    if (rule.mayVanish === true) return false;
    throw new LockdownError(
      "PATH_NOT_FOUND",
      `Cannot grant ${
        quote(rule.path)
      } any more: something else has taken its place, and commands in this sandbox may ` +
        "have put it there. Make a new Sandbox",
    );
  });
  const paths = new Set(kept.map(({ path }) => path));
  const isComplete = [...meant.values()].every(({ path, isDirectory }) => !isDirectory || paths.has(path));
  return isComplete ? { ...ruleset, paths: kept } : withoutMoves({ ...ruleset, paths: kept });
}

interface Made {
  readonly descriptor: number;
  readonly granted: FilePlaces;
  readonly baseline: FilePlaces;
}

function make(system: System, { ruleset: all, granted }: Plan): Made {
  const ruleset = { ...all, paths: all.paths.filter(({ needsTerminal }) => needsTerminal !== true) };
  const paths = ruleset.paths.map(({ path }) => path);
  return {
    descriptor: createRuleset(system, ruleset),
    granted: new FilePlaces(system, paths.filter((path) => granted.has(path))),
    baseline: new FilePlaces(system, paths.filter((path) => !granted.has(path))),
  };
}
