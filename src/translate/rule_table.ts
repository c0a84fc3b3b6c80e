import type { PathRule } from "../landlock/ruleset.ts";

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
    for (
      const [path, { isDirectory, access, mayVanish }] of [...this.#rules].sort((
        [a],
        [b],
      ) => (a < b ? -1 : 1))
    ) {
      const missing = access & ~this.#givenAbove(path);
      if (missing !== 0n) rules.push({ path, isDirectory, access, ...(mayVanish ? { mayVanish } : {}) });
    }
    return rules;
  }

  #givenAbove(path: string): bigint {
    let given = path === "/" ? 0n : this.#rules.get("/")?.access ?? 0n;
    for (let at = path.indexOf("/", 1); at > 0; at = path.indexOf("/", at + 1)) {
      given |= this.#rules.get(path.slice(0, at))?.access ?? 0n;
    }
    return given;
  }
}
