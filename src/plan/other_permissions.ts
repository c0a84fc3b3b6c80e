import type { PermissionSet } from "../permissions/permission_set.ts";
import { type EntryDecision, exact, narrower, unenforced } from "./decision.ts";
import type { EntryName } from "./origin.ts";

/** Decides about the permissions that are no matter of the kernel, or only in part.
 *
 * @param isChild whether the plan is for a new process
 */
export function decideElsewhere(permissions: PermissionSet, isChild: boolean): EntryDecision[] {
  return [
    ...entriesOf("env", permissions).map((name) => decideVariable(name, isChild)),
    ...entriesOf("sys", permissions).map((name) => unenforced(name, "not a kernel matter", SYS)),
    ...entriesOf("import", permissions).map((name) => unenforced(name, "not a kernel matter", IMPORT)),
    ...(permissions.ffi.allowAll
      ? [narrower({ permission: "ffi", entry: "*", effect: "allow" } as const, ALL_LIBRARIES)]
      : []),
  ];
}

function entriesOf(permission: "env" | "sys" | "import", permissions: PermissionSet): EntryName[] {
  const { allowAll, allow, deny } = permissions[permission];
  const name = (entry: string, effect: "allow" | "deny"): EntryName => ({ permission, entry, effect });
  return [
    ...(allowAll ? [name("*", "allow")] : []),
    ...allow.map(({ text }) => name(text, "allow")),
    ...deny.map(({ text }) => name(text, "deny")),
  ];
}

/** A process holds the environment it was started with; a child gets one of its own. */
function decideVariable(name: EntryName, isChild: boolean): EntryDecision {
  if (!isChild) return unenforced(name, "not a kernel matter", OWN_ENVIRONMENT);
  return name.effect === "allow" && name.entry.includes("*")
    ? narrower(name, CHILD_ENVIRONMENT)
    : exact(name);
}

const SYS = "Landlock does not restrict reading facts about the system";
const IMPORT = "Where code is fetched from is decided in the runtime; its connections are a matter of net";
const ALL_LIBRARIES =
  "A library can be loaded where it may be read; what it does then is confined like everything else";
const OWN_ENVIRONMENT =
  "Environment variables are memory of the process: the kernel has no say in reading them";
const CHILD_ENVIRONMENT =
  "Variables that make programs run other code, such as LD_PRELOAD, pass only by their own name";
