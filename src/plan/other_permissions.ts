import type { PermissionSet } from "../permissions/permission_set.ts";
import type { EntryDecision } from "./decision.ts";

/** Decides about the permissions that are no matter of the kernel, or only by half.
 *
 * @param isChild whether the plan is for a new process
 */
export function decideElsewhere(permissions: PermissionSet, isChild: boolean): EntryDecision[] {
  return [...environmentDecisions(permissions.env, isChild), ...runtimeDecisions(permissions)];
}

function runtimeDecisions(permissions: PermissionSet): EntryDecision[] {
  const reasons = {
    sys: "Landlock does not restrict reading facts about the system",
    import: "Where code is fetched from is decided in the runtime; its connections are a matter of net",
  };
  const reports: EntryDecision[] = [];
  for (const [permission, reason] of Object.entries(reasons) as [keyof typeof reasons, string][]) {
    const { allowAll, allow, deny } = permissions[permission];
    const report = { permission, status: "unenforced", fidelity: "not a kernel matter", reason } as const;
    if (allowAll) reports.push({ ...report, entry: "*", effect: "allow" });
    reports.push(...allow.map(({ text }) => ({ ...report, entry: text, effect: "allow" as const })));
    reports.push(...deny.map(({ text }) => ({ ...report, entry: text, effect: "deny" as const })));
  }
  if (permissions.ffi.allowAll) {
    reports.push({
      permission: "ffi",
      entry: "*",
      effect: "allow",
      status: "partial",
      fidelity: "narrower",
      reason:
        "A library can be loaded where it may be read; what it does then is confined like everything else",
    });
  }
  return reports;
}

/** A process holds the environment it was started with; a child gets one of its own. */
function environmentDecisions(
  { allowAll, allow, deny }: PermissionSet["env"],
  isChild: boolean,
): EntryDecision[] {
  const grant = (entry: string, effect: "allow" | "deny"): EntryDecision => {
    const base = { permission: "env", entry, effect } as const;
    if (!isChild) {
      return { ...base, status: "unenforced", fidelity: "not a kernel matter", reason: OWN_ENVIRONMENT };
    }
    if (effect === "deny" || !entry.includes("*")) return { ...base, status: "enforced", fidelity: "exact" };
    return { ...base, status: "partial", fidelity: "narrower", reason: CHILD_ENVIRONMENT };
  };
  return [
    ...(allowAll ? [grant("*", "allow")] : []),
    ...allow.map(({ text }) => grant(text, "allow")),
    ...deny.map(({ text }) => grant(text, "deny")),
  ];
}

const OWN_ENVIRONMENT =
  "Environment variables are memory of the process: the kernel has no say in reading them";
const CHILD_ENVIRONMENT =
  "Variables that make programs run other code, such as LD_PRELOAD, pass only by their own name";
