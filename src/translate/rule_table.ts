import type { PathRule } from "../landlock/ruleset.ts";
import { sealClass } from "../seal_class.ts";

/** Collects rights by path and gives the shortest list of rules that says the same. */
export class RuleTable {
  readonly #rules = new Map<string, { isDirectory: boolean; access: bigint; mayVanish: boolean }>();

  /** Adds rights to a canonical path.
   *
   * @param mayVanish whether it was only listed, not named: then it may be gone when the rule is added
   */
  add(path: string, isDirectory: boolean, access: bigint, mayVanish = false): void {
    const rule = this.#rules.get(path) ?? { isDirectory, access: 0n, mayVanish };
    rule.access |= access;
    rule.mayVanish &&= mayVanish;
    this.#rules.set(path, rule);
  }

  /** What has been given any rights so far. */
  paths(): Set<string> {
    return new Set(this.#rules.keys());
  }

  /** Rules sorted by path, without rights that a directory above already gives. */
  rules(): PathRule[] {
    const rules: PathRule[] = [];
    const given = new Map<string, bigint>();
    for (
      const [path, { isDirectory, access, mayVanish }] of [...this.#rules].sort((
        [a],
        [b],
      ) => (a < b ? -1 : 1))
    ) {
      const missing = access & ~this.#givenAbove(path, given);
      if (missing !== 0n) rules.push({ path, isDirectory, access, ...(mayVanish ? { mayVanish } : {}) });
    }
    return rules;
  }

  /** What the directories above give; what was found out so far is in `known`. */
  #givenAbove(path: string, known: Map<string, bigint>): bigint {
    if (path === "/") return 0n;
    const parent = path.slice(0, path.lastIndexOf("/")) || "/";
    const before = known.get(parent);
    if (before !== undefined) return before;
    const given = this.#givenAbove(parent, known) | (this.#rules.get(parent)?.access ?? 0n);
    known.set(parent, given);
    return given;
  }
}

sealClass(RuleTable);
