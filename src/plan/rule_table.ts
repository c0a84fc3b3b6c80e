import type { PathRule } from "../landlock/ruleset.ts";
import { sealClass } from "../javascript/seal_class.ts";

interface Entry extends Conditions {
  readonly isDirectory: boolean;
  access: bigint;
}

/** When a rule may be left out. */
interface Conditions {
  mayVanish: boolean;
  needsTerminal: boolean;
}

/** Collects rights by path and gives the shortest list of rules that says the same. */
export class RuleTable {
  readonly #rules = new Map<string, Entry>();

  /** Adds rights to a canonical path.
   *
   * @param mayVanish whether the user did not name it: then it may be gone when the rule is added
   * @param needsTerminal whether it is for processes only that have a terminal among their standard streams
   */
  add(path: string, isDirectory: boolean, access: bigint, mayVanish = false, needsTerminal = false): void {
    const rule = this.#rules.get(path) ?? { isDirectory, access: 0n, mayVanish, needsTerminal };
    rule.access |= access;
    rule.mayVanish &&= mayVanish;
    rule.needsTerminal &&= needsTerminal;
    this.#rules.set(path, rule);
  }

  /** The rights a canonical path has so far, with what the directories above it give. */
  given(path: string): bigint {
    return this.#givenAbove(path, new Map()) | (this.#rules.get(path)?.access ?? 0n);
  }

  /** What has been given any rights so far. */
  paths(): Set<string> {
    return new Set(this.#rules.keys());
  }

  /** Rules sorted by path, without rights that a directory above already gives. */
  rules(): PathRule[] {
    const rules: PathRule[] = [];
    const given = new Map<string, bigint>();
    for (const [path, rule] of [...this.#rules].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if ((rule.access & ~this.#givenAbove(path, given)) === 0n) continue;
      rules.push({
        path,
        isDirectory: rule.isDirectory,
        access: rule.access,
        ...(rule.mayVanish ? { mayVanish: true } : {}),
        ...(rule.needsTerminal ? { needsTerminal: true } : {}),
      });
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
