import type { Context } from "./context.ts";
import { withFlagPlace } from "./flag_place.ts";
import type { Permissions } from "./permissions/permissions.ts";

/** The permissions that the runtime's own flags grant this process.
 *
 * @throws LockdownError `FLAGS_UNKNOWN`
 */
export function ownPermissions({ runtime, system }: Context): Permissions {
  return withFlagPlace({ system }, (place) => runtime.ownPermissions(place));
}
