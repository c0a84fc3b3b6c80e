import { sealClass } from "../javascript/seal_class.ts";
import { parent } from "../linux/paths.ts";
import type { Contribution, Origin, PlannedPathRule } from "./origin.ts";

interface Entry extends Conditions {
  readonly isDirectory: boolean;
  access: bigint;
  readonly origins: Contribution[];
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
   * @param origins what asks for them
   * @param mayVanish whether the user did not name it: then it may be gone when the rule is added
   * @param needsTerminal whether it is for processes only that have a terminal among their standard streams
   */
  add(
    path: string,
    isDirectory: boolean,
    access: bigint,
    origins: readonly Origin[] = [],
    { mayVanish = false, needsTerminal = false }: Partial<Conditions> = {},
  ): void {
    const rule = this.#rules.get(path) ?? { isDirectory, access: 0n, mayVanish, needsTerminal, origins: [] };
    rule.access |= access;
    rule.mayVanish &&= mayVanish;
    rule.needsTerminal &&= needsTerminal;
    for (const origin of origins) rule.origins.push({ origin, access });
    this.#rules.set(path, rule);
  }

  /** The rights a canonical path has so far, with what the directories above it give. */
  given(path: string): bigint {
    return this.#givenAbove(path, new Map()) | (this.#rules.get(path)?.access ?? 0n);
  }

  /** Rules sorted by path, without rights that a directory above already gives. */
  rules(): PlannedPathRule[] {
    return this.#sorted((isNeeded) => isNeeded);
  }

  /** Requested access that needs no rule, because directories above grant it. */
  covered(): PlannedPathRule[] {
    return this.#sorted((isNeeded) => !isNeeded);
  }

  #sorted(keeps: (isNeeded: boolean) => boolean): PlannedPathRule[] {
    const rules: PlannedPathRule[] = [];
    const given = new Map<string, bigint>();
    for (const [path, rule] of [...this.#rules].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!keeps((rule.access & ~this.#givenAbove(path, given)) !== 0n)) continue;
      rules.push({
        path,
        isDirectory: rule.isDirectory,
        access: rule.access,
        ...(rule.mayVanish ? { mayVanish: true } : {}),
        ...(rule.needsTerminal ? { needsTerminal: true } : {}),
        origins: rule.origins,
      });
    }
    return rules;
  }

  /** What the directories above give; what was found out so far is in `known`. */
  #givenAbove(path: string, known: Map<string, bigint>): bigint {
    if (path === "/") return 0n;
    const above = parent(path);
    const before = known.get(above);
    if (before !== undefined) return before;
    const given = this.#givenAbove(above, known) | (this.#rules.get(above)?.access ?? 0n);
    known.set(above, given);
    return given;
  }
}

sealClass(RuleTable);
