/** How Deno 2.9 really orders its rules for files, to explain where its answer is not that of the most specific
 * entry: it keeps one sorted list, but its order is none. An allow beneath a deny comes before it, that deny before
 * every allow elsewhere, and those by their letters, so that three of them can form a circle. Then it depends on the
 * binary search where a rule ends up. */
import { isWithin } from "../../src/linux/paths.ts";
import type { Grants } from "../../src/permissions/permission_set.ts";

/** A rule and its rank among equal ones. */
interface Rule {
  readonly path: string;
  readonly effect: "deny" | "ignore" | "allow";
}

/** Whether Deno grants access to an absolute path. */
export function grantedInDenosOrder(grants: Grants<{ readonly path: string }>, path: string): boolean {
  const deny = grants.deny.filter((entry) => !grants.ignore?.includes(entry));
  const rules: Rule[] = [];
  for (const { path } of grants.allow) insert(rules, { path, effect: "allow" });
  for (const { path } of deny) insert(rules, { path, effect: "deny" });
  for (const { path } of grants.ignore ?? []) insert(rules, { path, effect: "ignore" });
  const first = rules.find((rule) => isWithin(path, rule.path));
  return first === undefined ? grants.allowAll : first.effect === "allow";
}

/** Puts a rule where Rust's `binary_search` finds its place; one that is there already stays alone. */
function insert(rules: Rule[], rule: Rule): void {
  if (rules.length === 0) {
    rules.push(rule);
    return;
  }
  let base = 0;
  for (let size = rules.length; size > 1;) {
    const half = Math.floor(size / 2);
    if (compare(rules[base + half] as Rule, rule) <= 0) base += half;
    size -= half;
  }
  const last = compare(rules[base] as Rule, rule);
  if (last !== 0) rules.splice(base + (last < 0 ? 1 : 0), 0, rule);
}

function compare(a: Rule, b: Rule): number {
  if (a.effect === "allow" && b.effect !== "allow") return compareWithDeny(a.path, b.path);
  if (a.effect !== "allow" && b.effect === "allow") return -compareWithDeny(b.path, a.path);
  return comparePaths(a.path, b.path) || Number(a.effect === "ignore") - Number(b.effect === "ignore");
}

function compareWithDeny(allow: string, deny: string): number {
  return isWithin(allow, deny) && allow !== deny ? -1 : 1;
}

function comparePaths(a: string, b: string): number {
  if (a === b) return 0;
  if (isWithin(b, a)) return 1;
  if (isWithin(a, b)) return -1;
  const [left, right] = [a.split("/"), b.split("/")];
  const at = left.findIndex((part, index) => part !== right[index]);
  return (left[at] as string) < (right[at] as string) ? -1 : 1;
}
