import { namesOf } from "../landlock/abi.ts";
import type { Ruleset } from "../landlock/ruleset.ts";
import { accessFor, type EntryName } from "../plan/origin.ts";
import type { Plan } from "../plan/plan.ts";

/** A rule in the kernel's words. */
export interface RuleText {
  /** A canonical path, or `port 443`. */
  readonly subject: string;
  /** Names of access rights. */
  readonly access: readonly string[];
}

/** The rules that one entry asked for. Two entries may come to the same rule. An entry that denies has none: it is missing
 * among those of an allow. */
export function rulesOfEntry(entry: EntryName, { ruleset, covered }: Plan): RuleText[] {
  const own = <Rule extends Parameters<typeof accessFor>[1]>(rules: readonly Rule[]) =>
    rules.map((rule) => ({ ...rule, access: accessFor(entry, rule) })).filter(({ access }) => access !== 0n);
  return ruleTexts({ paths: own([...ruleset.paths, ...covered]), ports: own(ruleset.ports) });
}

/** The rules of a ruleset. */
export function ruleTexts({ paths, ports }: Pick<Ruleset, "paths" | "ports">): RuleText[] {
  return [
    ...paths.map(({ path, access }) => ({ subject: path, access: namesOf("fs", access) })),
    ...ports.map(({ port, access }) => ({ subject: `port ${port}`, access: namesOf("net", access) })),
  ];
}
