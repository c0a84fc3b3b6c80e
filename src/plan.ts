import type { Context } from "./context.ts";
import type { ThreadMethod } from "./enforce/method.ts";
import type { KernelInfo } from "./landlock/kernel.ts";
import type { PermissionSet } from "./permissions/permission_set.ts";
import { CAPABILITY, hasCapability } from "./system/capabilities.ts";
import { systemLookup } from "./translate/lookup.ts";
import type { ResolvedOptions } from "./translate/options.ts";
import { type Plan, translate } from "./translate/translate.ts";

/** Plans for this process, on this machine.
 *
 * @throws LockdownError as {@linkcode translate} does
 */
export function makePlan(
  { runtime, system }: Context,
  permissions: PermissionSet,
  options: ResolvedOptions,
  kernel: KernelInfo,
  method: ThreadMethod,
): Plan {
  return translate(permissions, options, {
    lookup: systemLookup(system),
    kernel,
    method,
    architecture: runtime.architecture,
    ownPaths: runtime.ownPaths(),
    pid: system.call("getpid", "getpid"),
    privileged: hasCapability(system, CAPABILITY.PERFMON) || hasCapability(system, CAPABILITY.SYS_ADMIN),
    searchPath: runtime.environment("PATH"),
    libraryPath: runtime.environment("LD_LIBRARY_PATH"),
  });
}
