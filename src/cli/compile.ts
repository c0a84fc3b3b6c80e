import { context } from "../context.ts";
import { workingDirectory } from "../linux/process.ts";
import { withEntry } from "../permissions/edit.ts";
import { parsePathEntry } from "../permissions/path_entry.ts";
import type { Permissions } from "../permissions/permissions.ts";
import { chosenFile } from "../sandbox/chosen_place.ts";
import { planSandbox } from "../sandbox/sandbox_plan.ts";
import { valueOf, withVariables } from "./environment.ts";
import { EXIT, UsageError } from "./errors.ts";
import { type CommandLine, hasOption, listOption, textOption } from "./options.ts";
import { type LocatedProgram, locateProgram, ownProgram, refuseRanAhead } from "./programs.ts";
import { requestedOptions, requestedPermissions } from "./request.ts";

/** `landlockdown compile`: writes a launcher to a file. */
export function main(line: CommandLine): number {
  refuseRanAhead();
  const output = textOption(line, "output");
  if (output === undefined) throw new UsageError("cannot compile without a file to write: add -o FILE");
  const [command, ...args] = line.words;
  const bakesIn = hasOption(line, "command");
  if (command !== undefined && !bakesIn) {
    throw new UsageError(
      `cannot use "${command}" here: write --command before a command that is to be baked in, else give it to the file`,
    );
  }
  if (command === undefined && bakesIn) {
    throw new UsageError(
      "cannot bake a command in without one: write it at the end, as in --command /bin/sh",
    );
  }
  const variables = listOption(line, "env");
  const permissions = requestedPermissions(line);
  const located = command === undefined ? undefined : programPath(command, permissions, variables);
  const program = located?.path;
  const sandbox = planSandbox(
    program === undefined ? permissions : withEntry(permissions, "run", program),
    requestedOptions(line),
    { ownPaths: located === undefined ? undefined : ownProgram(located) },
  );
  const plan = sandbox.launcherPlan({ temporary: undefined, closeFrom: 3, channel: false });
  chosenFile(output, (path) => sandbox.isWritable(path)).put({
    ...plan,
    environment: withVariables(plan.environment, variables),
    command: program === undefined ? [] : [program, ...args],
  }, false);
  return EXIT.ok;
}

/** The file may be executed from any directory and with any PATH. */
function programPath(
  command: string,
  permissions: Permissions,
  variables: readonly string[],
): LocatedProgram {
  const found = locateProgram(command, permissions, valueOf("PATH", variables));
  const reading = { directory: workingDirectory(context().system), literal: true };
  return { ...found, path: parsePathEntry(found.path, "run", reading).path };
}
