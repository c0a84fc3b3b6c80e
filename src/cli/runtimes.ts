import { bunCommandLine } from "../flags/bun/command_line.ts";
import { denoCommandLine } from "../flags/deno/command_line.ts";
import { nodeCommandLine } from "../flags/node/command_line.ts";
import { Sandbox } from "../sandbox/sandbox.ts";
import type { CommandLine } from "./options.ts";
import type { RuntimeCommandLine } from "../flags/runtime_command_line.ts";
import { context } from "../context.ts";
import { type FlagPlace, withFlagPlace } from "../flags/flag_place.ts";
import { isTerminal } from "../linux/terminal.ts";
import { inexactText } from "../sandbox/inexact_lines.ts";
import type { LauncherEnvironment } from "../launcher/policy.ts";
import { MINIMAL_ENVIRONMENT } from "../sandbox/child_environment.ts";
import { planSandbox } from "../sandbox/sandbox_plan.ts";
import { systemLookup } from "../linux/lookup.ts";
import { CommandError, EXIT, printError } from "./errors.ts";
import { locateProgram, ownProgram, refuseRanAhead } from "./programs.ts";
import { replaceProcess } from "./replace_process.ts";
import { withEntry } from "../permissions/edit.ts";

/** `landlockdown deno`: becomes Deno with the same command line. */
export function deno({ words }: CommandLine): never {
  return runRuntime("deno", words, denoCommandLine);
}

/** `landlockdown bun`: becomes Bun with the same command line. */
export function bun({ words }: CommandLine): never {
  return runRuntime("bun", words, bunCommandLine);
}

/** `landlockdown node`: becomes Node with the same command line. */
export function node({ words }: CommandLine): never {
  return runRuntime("node", words, (place, program) => nodeCommandLine(place, versionOf(program)));
}

/** Becomes a runtime with the command line it was given, inside a sandbox with the permissions that stand in it.
 *
 * @param name of the runtime, looked up in PATH
 * @param words what comes after it
 * @param read reads its command line; gets the runtime's path too
 */
function runRuntime(
  name: string,
  words: readonly string[],
  read: (place: FlagPlace, program: string) => RuntimeCommandLine,
): never {
  refuseRanAhead();
  const { program, asked } = locateRuntime(name, (program) => {
    refuseScript(name, program);
    return withFlagPlace(context(), (place) => read(place, program), [name, ...words]);
  });
  const { permissions, ownPaths, variables } = asked;
  // As with lockdown() without arguments: a flag may name what does not exist, the runtimes take that too
  const sandbox = planSandbox(withEntry(permissions, "run", program), { missing: "skip" }, {
    literalPaths: true,
    ownPaths: {
      ...ownPaths,
      caches: [...ownPaths.caches, ...ownProgram({ path: program, isPlanted: false }).caches],
    },
  });
  const plan = sandbox.launcherPlan({ temporary: undefined, closeFrom: 3, channel: false });
  const environment = runtimeEnvironment(plan.environment, variables);
  const { runtime, system } = context();
  printError(inexactText(sandbox.report, (name) => runtime.environment(name), isTerminal(system, 2)));
  return replaceProcess({ ...plan, environment }, program, words.length + 1);
}

/** The runtime, and what its command line asks for. Which flags there are only the runtime knows, and only they tell in
 * which folders of PATH an earlier start could have put one: those are passed over. */
function locateRuntime(
  name: string,
  read: (program: string) => RuntimeCommandLine,
): { program: string; asked: RuntimeCommandLine } {
  const first = locateProgram(name, {}).path;
  const asked = read(first);
  // Where everything may run, too: which runtime it is decides what its flags mean
  const program = locateProgram(name, { write: asked.permissions.write }).path;
  return program === first ? { program, asked } : { program, asked: read(program) };
}

/** What npm installs under a runtime's name may be a script that starts the runtime from elsewhere: then the runtime
 * itself would not be among the programs that may run. */
function refuseScript(name: string, program: string): void {
  using lookup = systemLookup(context().system);
  const [first, second] = lookup.read(program, 0, 2) ?? [];
  if (first !== "#".charCodeAt(0) || second !== "!".charCodeAt(0)) return;
  throw new CommandError(
    `cannot run "${program}": it is a script that starts ${name} from elsewhere. Put the folder of ${name} itself first ` +
      "in PATH, or grant all of it with landlockdown run",
    EXIT.failed,
  );
}

/** Besides what the flags say, a runtime gets what tells it how to run, and where its cache is. */
function runtimeEnvironment(
  { pass, block = [], set = {} }: LauncherEnvironment,
  variables: readonly string[],
): LauncherEnvironment {
  const { HOME: _home, ...others } = set;
  const covered = (name: string) =>
    variables.some((own) => own.endsWith("*") ? name.startsWith(own.slice(0, -1)) : name === own);
  return {
    pass: [...new Set([...pass, ...MINIMAL_ENVIRONMENT, ...variables])],
    block: block.filter((name) => !covered(name)),
    set: others,
  };
}

/** The meaning of a flag depends on the version. Only that Node knows it, and is asked in a sandbox: PATH may have led to
 * what an earlier command put there. */
function versionOf(program: string): string {
  const sandbox = new Sandbox({ run: [program] }, { compat: "best-effort" });
  const { stdout, stderr, error } = sandbox.spawnSync(program, ["--version"], {
    encoding: "utf8",
    timeout: 10_000,
  });
  sandbox.close();
  const version = /^v(\d+\.\d+\.\d+)/.exec(stdout ?? "")?.[1];
  if (version !== undefined) return version;
  throw new CommandError(
    `cannot tell the version of "${program}": ${
      error?.message ?? (stderr || "it prints none with --version")
    }. Is it Node?`,
    EXIT.failed,
  );
}
