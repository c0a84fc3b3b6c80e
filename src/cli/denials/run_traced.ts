import type { ChildProcess } from "node:child_process";
import { context } from "../../context.ts";
import type { LauncherPlan } from "../../launcher/policy.ts";
import { workingDirectory } from "../../linux/process.ts";
import { visible } from "../../text.ts";
import { launcherFile } from "../../sandbox/launcher_file.ts";
import { type ChildRequest, childRequest } from "../child_plan.ts";
import { printError, UsageError } from "../errors.ts";
import type { CommandLine } from "../options.ts";
import { type LocatedProgram, systemProgram } from "../programs.ts";
import { AuditListener } from "./audit_listener.ts";
import { readAuditRecords } from "./audit_log.ts";
import { type Denial, denialLines, explainDenials, MOST_DENIALS } from "./denial.ts";
import { type Memory, openMemory } from "./last_run.ts";
import { StraceTrace, TRACE_EXPRESSION } from "./strace_output.ts";
import { TracePipe } from "./trace_pipe.ts";

const LISTENING_MILLISECONDS = 20;

/** Runs a command to its end, under strace where that is installed, and says on standard error what it was denied.
 * Here a process of ours stays. The result is the command's exit code, whatever becomes of the rest.
 *
 * @param isWritable whether the command may write a canonical path
 */
export async function runTraced(
  line: CommandLine,
  plan: LauncherPlan,
  program: LocatedProgram,
  isWritable: (path: string) => boolean,
): Promise<number> {
  const strace = systemProgram("strace");
  const listener = strace === undefined ? AuditListener.open(context().system) : undefined;
  if (strace === undefined && listener === undefined) {
    throw new UsageError(
      "cannot explain denials: install strace in /usr/bin, or turn on the kernel's audit log where it can be read (as root: auditctl -e 1)",
    );
  }
  // Before the command can change what these look at
  const request = childRequest(line, program);
  const memory = openMemory(isWritable);
  const launcher = launcherFile(plan);
  // By our number: strace is another process
  const path = launcher.path.replace("/proc/self/", `/proc/${process.pid}/`);
  const [name = "", ...args] = line.words;
  const command = [path, "--argv0", name, program.path, ...args];
  const watched = listener === undefined
    ? await traced(strace ?? "", command)
    : await heard(listener, command);
  launcher.release();
  const text = reportOf(watched, line.words, request, memory);
  printError(text.map((line) => `${line}\n`).join(""));
  return watched.code;
}

/** How a command ended, and what it was refused. */
interface Watched {
  readonly code: number;
  /** Left out where nothing could be seen of it. */
  readonly denials?: readonly Denial[];
  /** Whether it may have been refused more. */
  readonly incomplete: boolean;
}

async function heard(listener: AuditListener, command: readonly string[]): Promise<Watched> {
  let launched: number | undefined;
  const timer = setInterval(() => listener.take(), LISTENING_MILLISECONDS);
  try {
    const code = await ended(command, ({ pid }) => launched = pid);
    const { text, incomplete } = listener.end();
    return { code, denials: readAuditRecords(text, launched), incomplete };
  } finally {
    clearInterval(timer);
  }
}

async function traced(strace: string, command: readonly string[]): Promise<Watched> {
  const { system } = context();
  const pipe = new TracePipe(system);
  const trace = new StraceTrace(workingDirectory(system));
  const options = ["-f", "-y", "-q", "-s4096", "-o", pipe.path, "-e", TRACE_EXPRESSION];
  let timer: ReturnType<typeof setInterval> | undefined;
  try {
    const code = await ended([strace, ...options, "--", ...command], (child) => {
      timer = setInterval(() => {
        pipe.take((text) => trace.take(text));
        // strace waits for all that the command has left running, and takes no other signal
        if (trace.exitCode !== undefined) child.kill("SIGKILL");
      }, LISTENING_MILLISECONDS);
    });
    pipe.take((text) => trace.take(text));
    return {
      code: trace.exitCode ?? code,
      ...(trace.hasBegun ? { denials: trace.denials } : {}),
      incomplete: false,
    };
  } finally {
    clearInterval(timer);
    pipe.close();
  }
}

/** Lines that say what a command was denied; where that cannot be told, why. */
function reportOf(
  { denials, incomplete }: Watched,
  command: readonly string[],
  request: ChildRequest,
  memory: Memory,
): string[] {
  if (denials === undefined) {
    return ["landlockdown: cannot tell what was denied: strace did not trace the command"];
  }
  try {
    const explained = explainDenials(denials.slice(0, MOST_DENIALS), request);
    const run = { version: 1, command, ended: new Date().toISOString(), denials: explained } as const;
    const obstacle = "obstacle" in memory ? memory.obstacle : memory.keep(run);
    return [
      ...(explained.length === 0
        ? ["landlockdown: the sandbox denied nothing that could be seen"]
        : ["landlockdown: the command was denied", ...denialLines(explained)]),
      ...(incomplete || denials.length > MOST_DENIALS
        ? ["landlockdown: there was more than is told here"]
        : []),
      ...(obstacle === undefined ? [] : [
        `landlockdown: why --last will not know this run: ${visible(obstacle)}`,
      ]),
    ];
  } catch (error) {
    // What it looks at the command may have changed
    return [`landlockdown: cannot tell what was denied: ${visible((error as Error).message)}`];
  }
}

/** Runs a command with our streams; what the terminal sends reaches the command by itself. */
function ended(
  [program = "", ...args]: readonly string[],
  started: (child: ChildProcess) => void,
): Promise<number> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const { signals } = process.getBuiltinModule("node:os").constants;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit" });
    started(child);
    const ignore = () => {};
    const passOn = (signal: NodeJS.Signals) => sendToCommand(child.pid, signal);
    process.on("SIGINT", ignore).on("SIGQUIT", ignore).on("SIGTERM", passOn).on("SIGHUP", passOn);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      process.off("SIGINT", ignore).off("SIGQUIT", ignore).off("SIGTERM", passOn).off("SIGHUP", passOn);
      resolve(code ?? 128 + (signal === null ? 0 : signals[signal]));
    });
  });
}

/** strace takes no signals while it traces a command with its output in a file: they are meant for the command. */
function sendToCommand(tracer: number | undefined, signal: NodeJS.Signals): void {
  const { readFileSync } = process.getBuiltinModule("node:fs");
  try {
    const children = readFileSync(`/proc/${tracer}/task/${tracer}/children`, "utf8").split(" ").filter(
      Boolean,
    );
    for (const pid of children.length > 0 ? children.map(Number) : [tracer ?? 0]) process.kill(pid, signal);
  } catch {
    return; // It has ended meanwhile
  }
}
