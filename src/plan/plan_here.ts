import type { OwnPaths } from "../../runtimes/runtime.ts";
import type { Context } from "../context.ts";
import type { KernelInfo } from "../landlock/kernel.ts";
import type { PermissionSet } from "../permissions/permission_set.ts";
import { takesFilters } from "../seccomp/install.ts";
import { isTerminal } from "../linux/terminal.ts";
import { hasIoUring } from "../linux/io_uring.ts";
import { systemLookup } from "./lookup.ts";
import type { ResolvedOptions } from "./options.ts";
import { type Plan, type ThreadMethod, translate } from "./translate.ts";

/** A child is another program: what this one imports is not its business. Of itself it has to say what it needs. */
const NO_PATHS: OwnPaths = { entry: undefined, listsFolders: false, startFiles: [], caches: [] };

/** What is known of the children that a plan is for. */
export interface ChildTraits {
  /** What the command reads for itself. Default nothing. */
  readonly ownPaths?: OwnPaths | undefined;
  /** Whether each gets a folder to write in that the permissions do not name. Default `false`. */
  readonly temporaryFolders?: boolean | undefined;
}

/** A plan with remarks before its own. */
export function withNotes(plan: Plan, notes: readonly string[]): Plan {
  return { ...plan, report: { ...plan.report, notes: [...notes, ...plan.report.notes] } };
}

/** Makes a plan for this process, or for children it starts, on this machine, and hands it to `use`. The descriptors its rules refer to are
 * closed afterwards.
 *
 * @param children what is known of them, with the method `child`
 * @throws LockdownError as {@linkcode translate} does
 */
export function withPlan<Result>(
  { runtime, system }: Context,
  permissions: PermissionSet,
  options: ResolvedOptions,
  kernel: KernelInfo,
  method: ThreadMethod,
  use: (plan: Plan) => Result,
  children: ChildTraits = {},
): Result {
  const lookup = systemLookup(system);
  try {
    return use(translate(permissions, options, {
      lookup,
      kernel,
      method,
      architecture: runtime.architecture,
      ownPaths: method === "child" ? children.ownPaths ?? NO_PATHS : runtime.ownPaths(),
      // A launcher looks at its own streams
      mayHaveTerminal: method === "child" || [0, 1, 2].some((fd) => isTerminal(system, fd)),
      isRoot: system.attempt("geteuid") === 0,
      searchPath: runtime.environment("PATH"),
      libraryPath: runtime.environment("LD_LIBRARY_PATH"),
      filtering: {
        available: takesFilters(system),
        // A ring is closed on execve
        ringOpen: method !== "child" && method !== "reexec" && hasIoUring(system),
        temporary: children.temporaryFolders ?? false,
      },
    }));
  } finally {
    lookup.close();
  }
}
