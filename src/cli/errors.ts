import { LockdownError } from "../errors.ts";
import { EXIT as LAUNCHER_EXIT } from "../launcher/layout.ts";
import { visible } from "../text.ts";

const ANSWER = {
  /** The command succeeded, or the answer is yes. */
  ok: 0,
  /** It was done, and the answer is no: `why`, `doctor`, `inspect`. */
  no: 1,
} as const;

/** Exit codes of the command itself: `failed` means that nothing was run. */
export const EXIT: typeof ANSWER & typeof LAUNCHER_EXIT = { ...ANSWER, ...LAUNCHER_EXIT };

/** A wrong command line: one line that names what is wrong and what to do. */
export class UsageError extends Error {}

/** Ends the command with another exit code than {@linkcode EXIT.failed}. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** An error as the command prints it. One that nobody foresaw keeps its stack. */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return visible(String(error));
  const message = error instanceof LockdownError ? error.commandMessage : error.message;
  if (!/^cannot /i.test(message)) return visible(String(error)) + framesOf(error);
  const text = message.replace(/^C/, "c");
  // It lists every difference on a line of its own, with all that others wrote quoted
  const isList = error instanceof LockdownError && error.code === "NOT_ENFORCEABLE";
  return isList ? text.split("\n").map(visible).join("\n") : visible(text);
}

/** The lines of a stack beneath the error itself, which may quote a file and then have any number of lines. */
function framesOf(error: Error): string {
  const { stack = "" } = error;
  const title = String(error);
  const frames = stack.startsWith(title) ? stack.slice(title.length) : "";
  return frames.split("\n").map(visible).join("\n");
}

const PAUSE_MILLISECONDS = 10;

/** Writes to standard error and waits for whoever reads it. A program that shares the open file with us, such as the
 * command that was run, may have made it non-blocking and filled it: then Deno would fail where others wait. What
 * cannot be written at all is lost; the exit code stays the same. */
export function printError(text: string): void {
  const { writeSync } = process.getBuiltinModule("node:fs");
  const bytes = new TextEncoder().encode(text);
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(2, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
    }
  }
}
