import { FS, namesOf } from "../landlock/abi.ts";
import type { Ruleset } from "../landlock/ruleset.ts";
import type { Permission, PermissionName, Permissions } from "../permissions/permissions.ts";
import { READ, WRITE } from "../plan/paths.ts";
import { RUN } from "../plan/programs.ts";
import type { GrantReport } from "../plan/report.ts";
import { childPlan, type ChildRequest } from "./child_plan.ts";
import { effectsOf } from "./policy.ts";

/** A rule in the kernel's words. */
export interface RuleText {
  /** A canonical path, or `port 443`. */
  readonly subject: string;
  /** Names of access rights. */
  readonly access: readonly string[];
}

/** Rights that an entry of a permission may turn into. */
const RIGHTS: Readonly<Record<PermissionName, bigint>> = {
  read: READ,
  write: WRITE,
  run: RUN,
  ffi: FS.READ_FILE,
  net: FS.RESOLVE_UNIX,
  env: 0n,
  sys: 0n,
  import: 0n,
};

/** The rules one entry became: those of a plan with nothing else in it but what is denied. Two entries may come to
 * the same rule. An entry that denies has none: it is missing among those of an allow. */
export function rulesOfEntry(grant: GrantReport, request: ChildRequest): RuleText[] {
  if (grant.effect === "deny" || RIGHTS[grant.permission] === 0n) return [];
  const { ruleset } = childPlan({
    permissions: onlyEntry(grant, request.permissions),
    presets: request.presets,
    options: { ...request.options, baseline: false },
    kernel: request.kernel,
  });
  return ruleTexts(ruleset, RIGHTS[grant.permission]);
}

function onlyEntry({ permission, entry }: GrantReport, permissions: Permissions): Permissions {
  const { allow: _allow, ...denied } = effectsOf(permissions[permission]);
  const one: Permission = { ...denied, allow: entry === "*" ? true : [entry] };
  // What may be run is never writable
  return permission === "write" ? { write: one, run: permissions.run } : { [permission]: one };
}

/** The rules of a ruleset, with these file rights only. */
export function ruleTexts({ paths, ports }: Ruleset, rights: bigint = ~0n): RuleText[] {
  return [
    ...paths.filter(({ access }) => (access & rights) !== 0n)
      .map(({ path, access }) => ({ subject: path, access: namesOf("fs", access & rights) })),
    ...ports.map(({ port, access }) => ({ subject: `port ${port}`, access: namesOf("net", access) })),
  ];
}
