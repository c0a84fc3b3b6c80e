import type { Context } from "../context.ts";
import { LockdownError } from "../errors.ts";
import { bunOwnPermissions } from "./bun/own_flags.ts";
import { denoOwnPermissions } from "./deno/own_flags.ts";
import { type FlagPermissions, withFlagPlace } from "./flag_place.ts";
import { nodeOwnPermissions } from "./node/own_flags.ts";
import { parsePermissions } from "../permissions/permission_set.ts";
import type { Permissions } from "../permissions/permissions.ts";

/** What was passed to `lockdown()`; if nothing was, what the runtime's own flags grant this process.
 *
 * @param given the permissions it was called with
 * @param length how many arguments there were
 * @throws TypeError if the permissions were passed and are `undefined`
 * @throws LockdownError `FLAGS_UNKNOWN`, `FLAGS_GRANT_ALL`
 */
export function requestedPermissions(
  given: Permissions | undefined,
  length: number,
  here: Context,
): RequestedPermissions {
  if (given !== undefined) return { permissions: given, notes: [], literal: false };
  // Most likely a mistyped name: the flags may grant far more than was meant
  if (length === 1) {
    throw new TypeError(
      "Cannot use undefined as permissions: pass an object, or no argument at all for the runtime's own flags " +
        "(with options, pass undefined and the options)",
    );
  }
  const { permissions, notes } = ownPermissions(here);
  refuseEverything(permissions);
  return {
    permissions,
    notes: ["The permissions are those of the runtime's own flags", ...notes],
    literal: true,
  };
}

/** Permissions, and whether paths in them are names of files and nothing else: those of a runtime's flags are. */
export interface RequestedPermissions extends FlagPermissions {
  readonly literal: boolean;
}

/** Who asks for the flags to hold wants to be confined: flags that leave nothing to confine are a mistake. */
function refuseEverything(permissions: Permissions): void {
  const { read, write, net, run } = parsePermissions(permissions, { directory: "/", literal: true });
  if (![read, write, net, run].every(({ allowAll, deny }) => allowAll && deny.length === 0)) return;
  throw new LockdownError(
    "FLAGS_GRANT_ALL",
    "Cannot confine this process to its flags: they allow all reading, writing, running and connecting",
    {
      remedy: "Say what it may do, such as --allow-read=./data, or pass the permissions",
    },
  );
}

function ownPermissions({ runtime, system }: Context): FlagPermissions {
  return withFlagPlace({ system }, (place) => {
    const facts = runtime.flagFacts();
    switch (facts.runtime) {
      case "deno":
        return denoOwnPermissions(place, facts);
      case "node":
        return nodeOwnPermissions(place, facts, runtime.version);
      case "bun":
        return bunOwnPermissions(place, facts.execArgv);
    }
  });
}
