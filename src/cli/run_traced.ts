import { context } from "../context.ts";
import type { LauncherPlan } from "../spawn/launcher_plan.ts";
import { launcherFile } from "../spawn/launcher_file.ts";
import { workingDirectory } from "../system/files.ts";
import { AuditListener } from "./audit_listener.ts";
import { readAuditRecords } from "./audit_log.ts";
import { childRequest } from "./child_plan.ts";
import type { CommandLine } from "./command_line.ts";
import { type Denial, explainDenials } from "./denial.ts";
import { UsageError } from "./exit_code.ts";
import { rememberRun } from "./last_run.ts";
import { denialLines } from "./print_denials.ts";
import { findInPath } from "./programs.ts";
import { readStrace, TRACE_EXPRESSION } from "./strace_output.ts";
import { systemLookup } from "../translate/lookup.ts";

const LISTENING_MILLISECONDS = 20;

/** Runs a command to its end, under strace where that is installed, and says on standard error what it was denied.
 * Here a process of ours stays. The result is the command's exit code. */
export async function runTraced(line: CommandLine, plan: LauncherPlan, program: string): Promise<number> {
  const strace = findStrace();
  const listener = strace === undefined ? AuditListener.open(context().system) : undefined;
  if (strace === undefined && listener === undefined) {
    throw new UsageError(
      "cannot explain denials: install strace, or turn on the kernel's audit log where it can be read (as root: auditctl -e 1)",
    );
  }
  const launcher = launcherFile(plan);
  // By our number: strace is another process
  const path = launcher.path.replace("/proc/self/", `/proc/${process.pid}/`);
  const [name = "", ...args] = line.words;
  const command = [path, "--argv0", name, program, ...args];
  const { code, denials, incomplete } = listener === undefined
    ? await traced(strace ?? "", command)
    : await heard(listener, command);
  launcher.release();
  const explained = explainDenials(denials, childRequest(line, name));
  rememberRun({ version: 1, command: line.words, ended: new Date().toISOString(), denials: explained });
  const text = explained.length === 0
    ? ["landlockdown: the sandbox denied nothing that could be seen"]
    : ["landlockdown: the command was denied", ...denialLines(explained)];
  if (incomplete) text.push("landlockdown: there were more records of the kernel than could be read");
  process.stderr.write(`${text.join("\n")}\n`);
  return code;
}

function findStrace(): string | undefined {
  const lookup = systemLookup(context().system);
  const path = findInPath("strace", lookup);
  lookup.close();
  return path;
}

/** How a command ended, and what it was refused. */
interface Watched {
  readonly code: number;
  readonly denials: readonly Denial[];
  /** Whether it may have been refused more. */
  readonly incomplete: boolean;
}

async function heard(listener: AuditListener, command: readonly string[]): Promise<Watched> {
  let launched: number | undefined;
  const timer = setInterval(() => listener.take(), LISTENING_MILLISECONDS);
  try {
    const code = await ended(command, (pid) => launched = pid);
    const { text, incomplete } = listener.end();
    return { code, denials: readAuditRecords(text, launched), incomplete };
  } finally {
    clearInterval(timer);
  }
}

async function traced(strace: string, command: readonly string[]): Promise<Watched> {
  const { mkdtempSync, readFileSync, rmSync } = process.getBuiltinModule("node:fs");
  const { tmpdir } = process.getBuiltinModule("node:os");
  const folder = mkdtempSync(`${tmpdir()}/landlockdown-trace-`);
  const file = `${folder}/trace`;
  try {
    const code = await ended([
      strace,
      "-f",
      "-y",
      "-qq",
      "-s4096",
      "-o",
      file,
      "-e",
      TRACE_EXPRESSION,
      "--",
      ...command,
    ]);
    const denials = readStrace(readFileSync(file, "utf8"), workingDirectory(context().system));
    return { code, denials, incomplete: false };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command with our streams; what the terminal sends reaches the command by itself. */
function ended(
  [program = "", ...args]: readonly string[],
  started: (pid: number | undefined) => void = () => {},
): Promise<number> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const { signals } = process.getBuiltinModule("node:os").constants;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit" });
    started(child.pid);
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
  const children = readFileSync(`/proc/${tracer}/task/${tracer}/children`, "utf8").split(" ").filter(Boolean);
  for (const pid of children.length > 0 ? children.map(Number) : [tracer ?? 0]) process.kill(pid, signal);
}
