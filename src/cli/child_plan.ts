import type { OwnPaths } from "../flags/own_paths.ts";
import { context } from "../context.ts";
import { NEWEST_ABI } from "../landlock/abi.ts";
import { type KernelInfo, queryKernel } from "../landlock/kernel.ts";
import { parsePermissions } from "../permissions/permission_set.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { planHere } from "../plan/plan_here.ts";
import { pathReading } from "../plan/path_reading.ts";
import { type LockdownOptions, resolveOptions } from "../plan/options.ts";
import type { Plan } from "../plan/plan.ts";
import { type CommandLine, textOption } from "./options.ts";
import { UsageError } from "./errors.ts";
import { type LocatedProgram, locateProgram, ownProgram } from "./programs.ts";
import type { RequestedPreset } from "./presets.ts";
import { withEntry } from "../permissions/edit.ts";
import { requested, requestedOptions } from "./request.ts";

/** What would be planned for a command, as `run` does it. */
export interface ChildRequest {
  readonly permissions: Permissions;
  /** The presets among them: where there are some, the command gets a temporary folder of its own. */
  readonly presets: readonly RequestedPreset[];
  readonly options: LockdownOptions;
  readonly kernel: KernelInfo;
  /** What the command itself needs, where one is known. */
  readonly childPaths?: OwnPaths | undefined;
}

/** What a command line asks for, without doing it; on this kernel, or one of the ABI it names.
 *
 * @param command to be looked up, or one that was
 */
export function childRequest(
  line: CommandLine,
  command: string | LocatedProgram | undefined,
): ChildRequest {
  const { permissions, presets } = requested(line);
  const program = typeof command === "string" ? locateProgram(command, permissions) : command;
  return {
    permissions: program === undefined ? permissions : withEntry(permissions, "run", program.path),
    presets,
    options: requestedOptions(line),
    kernel: requestedKernel(textOption(line, "abi")),
    childPaths: program === undefined ? undefined : ownProgram(program),
  };
}

/** The plan of a request. Applies nothing. */
export function childPlan(request: ChildRequest, notes: readonly string[] = []): Plan {
  const { permissions, presets, options, kernel, childPaths } = request;
  const here = context();
  using planned = planHere(here, {
    permissions: parsePermissions(permissions, pathReading(here, false)),
    options: resolveOptions(options),
    kernel,
    method: "child",
    children: { ownPaths: childPaths, temporaryFolders: presets.length > 0 },
    notes,
  });
  return planned.plan;
}

function requestedKernel(abi: string | undefined): KernelInfo {
  if (abi === undefined) return queryKernel(context().system);
  const number = Number(abi);
  if (!/^\d+$/.test(abi) || number > NEWEST_ABI) {
    throw new UsageError(`cannot use "--abi=${abi}": write a Landlock ABI from 0 to ${NEWEST_ABI}`);
  }
  return { abi: number, errata: 0 };
}
