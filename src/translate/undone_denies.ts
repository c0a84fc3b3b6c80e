import type { PathRule } from "../landlock/ruleset.ts";
import { isBeneath, type TranslatedPaths } from "./paths.ts";
import type { PlannedGrant } from "./report.ts";

/** The reports of path entries, with denies that another permission or the baseline undoes marked as such: to run, a
 * program must be readable, and what is readable can be loaded as a library.
 *
 * @param rights those of the permission
 */
export function markUndone(
  { grants, denied, granted }: TranslatedPaths,
  rights: bigint,
  rules: readonly PathRule[],
): readonly PlannedGrant[] {
  const undone = denied.filter(({ path }) =>
    rules.some((rule) =>
      (rule.access & rights) !== 0n &&
      (isBeneath(path, rule.path) || (isBeneath(rule.path, path) && !granted.has(rule.path)))
    )
  );
  return grants.map((grant) =>
    grant.effect === "deny" && undone.some(({ entry }) => entry.text === grant.entry)
      ? { ...grant, status: "partial", fidelity: "wider", reason: REASON }
      : grant
  );
}

const REASON =
  "Another permission or the baseline grants it, or something in it, and the kernel cannot tell them apart";
