import { LockdownError } from "../errors.ts";
import { sealClass } from "../javascript/seal_class.ts";
import { createRuleset, withoutMoves } from "../landlock/calls.ts";
import type { PathRule } from "../landlock/ruleset.ts";
import { parent } from "../linux/paths.ts";
import type { System } from "../linux/system.ts";
import { quote } from "../text.ts";
import { isGranted } from "../plan/origin.ts";
import type { Plan } from "../plan/plan.ts";
import type { OpenPlan } from "../plan/plan_here.ts";
import { FilePlaces } from "./file_places.ts";

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
  readonly #planAnew: () => OpenPlan;
  /** Of the first plan. */
  readonly #first: Plan["ruleset"];
  #made: Made;
  #looked = Date.now();
  /** Whether a path has moved and planning anew has not succeeded since. */
  #stale = false;

  /**
   * @param plan the first plan, whose looked-up descriptors are still open
   * @param planAnew looks everything up again
   */
  constructor(system: System, plan: Plan, planAnew: () => OpenPlan) {
    this.#system = system;
    this.#planAnew = planAnew;
    this.#first = plan.ruleset;
    this.#made = make(system, plan.ruleset);
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
      using anew = this.#planAnew();
      const renewed = make(this.#system, asMeant(anew.plan.ruleset, this.#first));
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

/** A later ruleset that grants what the first one did: where names can be given to something else, to the files that were
 * meant at first; and nothing more, since what children have moved may look granted now.
 *
 * @throws LockdownError `PATH_NOT_FOUND` if something else lies under a path that the user named
 */
function asMeant(later: Plan["ruleset"], first: Plan["ruleset"]): Plan["ruleset"] {
  const meant = new Map(first.paths.map((rule) => [rule.path, rule]));
  const paths = later.paths
    .filter((rule) => isMeant(rule, meant.get(rule.path)))
    .map((rule) => ({ ...rule, access: rule.access & givenBy(meant, rule.path) }))
    .filter(({ access }) => access !== 0n);
  const kept = new Set(paths.map(({ path }) => path));
  const isComplete = first.paths.every(({ path, isDirectory, identity }) =>
    !isDirectory || identity === undefined || kept.has(path)
  );
  return isComplete ? { ...later, paths } : withoutMoves({ ...later, paths });
}

function isMeant({ path, identity, mayVanish }: PathRule, first: PathRule | undefined): boolean {
  if (identity === undefined) return true;
  const { inode, born } = first?.identity ?? {};
  if (inode === identity.inode && born === identity.born) return true;
  if (mayVanish === true) return false;
  throw new LockdownError(
    "PATH_NOT_FOUND",
    `Cannot grant ${
      quote(path)
    } any more: something else has taken its place, and commands in this sandbox may ` +
      "have put it there",
    { subject: path, remedy: "Make a new Sandbox" },
  );
}

/** The rights that rules give on a path, on it and above it. */
function givenBy(rules: ReadonlyMap<string, PathRule>, path: string): bigint {
  let access = 0n;
  for (let at = path;; at = parent(at)) {
    access |= rules.get(at)?.access ?? 0n;
    if (at === "/") return access;
  }
}

interface Made {
  readonly descriptor: number;
  readonly granted: FilePlaces;
  readonly baseline: FilePlaces;
}

function make(system: System, all: Plan["ruleset"]): Made {
  const paths = all.paths.filter(({ needsTerminal }) => needsTerminal !== true);
  const places = (rules: Plan["ruleset"]["paths"]) => new FilePlaces(system, rules.map(({ path }) => path));
  return {
    descriptor: createRuleset(system, { ...all, paths }),
    granted: places(paths.filter(isGranted)),
    baseline: places(paths.filter((rule) => !isGranted(rule))),
  };
}
