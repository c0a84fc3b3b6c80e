/** Exit codes of the command itself, those of env(1) and nohup(1). */
export const EXIT = {
  /** What was asked was done, and the answer is yes. */
  ok: 0,
  /** It was done, and the answer is no: `why`, `doctor`, `inspect`. */
  no: 1,
  /** landlockdown itself failed: nothing was run. */
  failed: 125,
  /** The command cannot be executed. */
  notExecutable: 126,
  /** There is no such command. */
  notFound: 127,
} as const;

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
