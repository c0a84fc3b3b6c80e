import { planSandbox, type TemporaryFolder } from "../sandbox/sandbox_plan.ts";
import { withEntry } from "../permissions/edit.ts";
import { type CommandLine, hasOption, listOption } from "./options.ts";
import { valueOf, withVariables } from "./environment.ts";
import { UsageError } from "./errors.ts";
import { hasPreset } from "./presets.ts";
import { locateProgram, ownProgram, refuseRanAhead } from "./programs.ts";
import { replaceProcess } from "./replace_process.ts";
import { requestedOptions, requestedPermissions } from "./request.ts";

/** `landlockdown run`: becomes the command, confined. */
export async function main(line: CommandLine): Promise<number> {
  refuseRanAhead();
  const [command] = line.words;
  if (command === undefined) {
    throw new UsageError(
      "cannot run without a command: write it after the flags, as in landlockdown run --allow-read=. ls",
    );
  }
  const permissions = requestedPermissions(line);
  const options = requestedOptions(line);
  const traced = hasOption(line, "explain-denials");
  const tmp = hasOption(line, "tmp") || hasPreset(line);
  const variables = listOption(line, "env");
  const located = locateProgram(command, permissions, valueOf("PATH", variables));
  const program = located.path;
  const sandbox = planSandbox(
    withEntry(permissions, "run", program),
    { ...options, log: traced },
    { ownPaths: ownProgram(located), temporaryFolders: tmp },
  );
  const temporary = tmp ? await temporaryFolder() : undefined;
  const plan = sandbox.launcherPlan({ temporary, closeFrom: 3, channel: false });
  const confined = { ...plan, environment: withVariables(plan.environment, variables) };
  if (traced) {
    const { runTraced } = await import("./denials/run_traced.ts");
    return await runTraced(line, confined, located, (path) => sandbox.isWritable(path));
  }
  return replaceProcess(confined, program, line.words.length);
}

async function temporaryFolder(): Promise<TemporaryFolder> {
  const { makeTemporaryFolder } = await import("./temporary_folder.ts");
  return makeTemporaryFolder();
}
