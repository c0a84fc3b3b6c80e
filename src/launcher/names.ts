import type { LauncherEnvironment } from "./policy.ts";

/** One name of the plan's environment as the launcher compares it. */
export interface NameRule {
  /** Without the `*` of a prefix. */
  readonly name: string;
  readonly prefix: boolean;
  readonly pass: boolean;
}

/** The names of a plan in the order in which the launcher compares them: the first that fits decides. Those of set
 * variables come first and do not pass, so that the inherited ones are gone.
 *
 * @throws TypeError if a name cannot be one
 */
export function nameRules({ pass, block = [], set = {} }: LauncherEnvironment): NameRule[] {
  const blocked = new Set(block);
  const rules = [
    ...[...blocked].map((text) => nameRule(text, false)),
    ...[...new Set(pass)].filter((text) => !blocked.has(text)).map((text) => nameRule(text, true)),
  ];
  return [
    ...sortedNames(set).map((name) => ({ name, prefix: false, pass: false })),
    ...rules.sort(bySpecificity),
  ];
}

/** The names of set variables in the order in which the launcher hands them on.
 *
 * @throws TypeError if a name cannot be one
 */
export function sortedNames(set: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(set).sort();
  for (const name of names) {
    if (!isName(name)) {
      throw new TypeError(`Cannot set variable "${name}": a name is not empty and has no "="`);
    }
  }
  return names;
}

/** The other way round: what was said, as `nameRules` would take it.
 *
 * @param rules those behind the set variables'
 */
export function environmentOf(rules: readonly NameRule[]): { pass: string[]; block: string[] } {
  const text = ({ name, prefix }: NameRule) => `${name}${prefix ? "*" : ""}`;
  return {
    pass: rules.filter(({ pass }) => pass).map(text),
    block: rules.filter(({ pass }) => !pass).map(text),
  };
}

function nameRule(text: string, pass: boolean): NameRule {
  const prefix = text.endsWith("*");
  const name = prefix ? text.slice(0, -1) : text;
  if (name.includes("*") || name.includes("=") || (name === "" && !prefix)) {
    throw new TypeError(`Cannot use "${text}" as the name of a variable: neither NAME nor PREFIX*`);
  }
  return { name, prefix, pass };
}

function isName(name: string): boolean {
  return name !== "" && !name.includes("=");
}

/** No two rules are equal in all of it, so the order does not depend on the one they were given in. */
function bySpecificity(a: NameRule, b: NameRule): number {
  if (a.prefix !== b.prefix) return a.prefix ? 1 : -1;
  if (a.name.length !== b.name.length) return b.name.length - a.name.length;
  return a.name < b.name ? -1 : 1;
}
