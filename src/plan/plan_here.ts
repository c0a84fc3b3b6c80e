import { type OwnPaths, ownPaths } from "../flags/own_paths.ts";
import type { Context } from "../context.ts";
import type { KernelInfo } from "../landlock/kernel.ts";
import { hasIoUring } from "../linux/io_uring.ts";
import { isTerminal } from "../linux/terminal.ts";
import type { PermissionSet } from "../permissions/permission_set.ts";
import { takesFilters } from "../seccomp/install.ts";
import { systemLookup } from "../linux/lookup.ts";
import type { ResolvedOptions } from "./options.ts";
import { type Plan, plan, type ThreadMethod } from "./plan.ts";

/** A child is another program and does not need this process's modules. It has to name what it needs. */
const NO_PATHS: OwnPaths = { entry: undefined, listsFolders: false, startFiles: [], caches: [] };

/** Known facts about the children that a plan is for. */
export interface ChildTraits {
  /** Paths the command reads for itself. Default: none. */
  readonly ownPaths?: OwnPaths | undefined;
  /** Whether each gets a folder to write in that the permissions do not name. Default `false`. */
  readonly temporaryFolders?: boolean | undefined;
}

/** Input for a plan. */
export interface PlanRequest {
  readonly permissions: PermissionSet;
  readonly options: ResolvedOptions;
  readonly kernel: KernelInfo;
  readonly method: ThreadMethod;
  /** Known facts about the children, with the method `child`. */
  readonly children?: ChildTraits | undefined;
  /** Remarks to begin with. */
  readonly notes?: readonly string[];
}

/** A plan whose rules refer to open descriptors until it is disposed of. */
export interface OpenPlan extends Disposable {
  readonly plan: Plan;
}

/** Makes a plan for this process, or for children it starts, on this machine.
 *
 * @throws LockdownError as {@linkcode plan} does
 */
export function planHere({ runtime, system }: Context, request: PlanRequest): OpenPlan {
  const { permissions, options, kernel, method, children = {}, notes } = request;
  const lookup = systemLookup(system);
  try {
    const made = plan(permissions, options, {
      lookup,
      kernel,
      method,
      architecture: runtime.architecture,
      ownPaths: method === "child" ? children.ownPaths ?? NO_PATHS : ownPaths(runtime),
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
    }, notes);
    return { plan: made, [Symbol.dispose]: () => lookup[Symbol.dispose]() };
  } catch (error) {
    lookup[Symbol.dispose]();
    throw error;
  }
}
