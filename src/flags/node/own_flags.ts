import { LockdownError } from "../../errors.ts";
import { nodeFlagsAt } from "./flags.ts";
import type { Permissions } from "../../permissions/permissions.ts";
import { quote } from "../../text.ts";
import type { FlagFacts, NodePermission } from "../../../runtimes/runtime.ts";
import type { FlagPermissions, FlagPlace } from "../flag_place.ts";

/** What Node's flags grant, checked with Node itself.
 *
 * @throws LockdownError `FLAGS_UNKNOWN` if there are none, or Node grants something else
 */
export function nodeOwnPermissions(
  place: FlagPlace,
  { execArgv, permission }: Extract<FlagFacts, { runtime: "node" }>,
  version: string,
): FlagPermissions {
  const { permissions, auditOnly, notes } = nodeFlagsAt(place, execArgv, version);
  if (permissions === undefined) {
    throw new LockdownError(
      "FLAGS_UNKNOWN",
      `Cannot take the permissions from the flags: Node was started ${
        auditOnly ? "with --permission-audit, which denies nothing" : "without --permission"
      }`,
      {
        remedy:
          `Start it with --permission and what it may do, such as --allow-fs-read=./data, or pass the permissions`,
      },
    );
  }
  verify(permissions, permission);
  return { permissions, notes };
}

function verify(permissions: Permissions, permission: NodePermission | undefined): void {
  const disagree = (what: string) => {
    throw new LockdownError(
      "FLAGS_UNKNOWN",
      `Cannot tell which permissions this process has: its flags and Node disagree on ${what}`,
      { remedy: "Pass the permissions" },
    );
  };
  if (permission === undefined) return disagree("whether it has any");
  for (const [name, scope] of [["read", "fs.read"], ["write", "fs.write"]] as const) {
    const value = permissions[name];
    // Where all that is granted ends in "*", Node 20 says yes to the first question alone
    const whole = permission.has(scope) && permission.has(scope, "/");
    if (whole !== (value === true)) disagree(`${scope} as a whole`);
    if (!Array.isArray(value)) continue;
    for (const path of value) {
      // Of two grants that begin with the same letters, Node answers wrongly for the directories themselves
      if (!permission.has(scope, path) && !permission.has(scope, `${path}/x`)) {
        disagree(`${scope} on ${quote(path)}`);
      }
    }
  }
  if (permission.has("child") !== (permissions.run === true)) disagree("child processes");
}
