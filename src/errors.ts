import { sealClass } from "./javascript/seal_class.ts";

/** What went wrong, as a word that stays the same between versions.
 *
 * | code | meaning |
 * |---|---|
 * | `UNSUPPORTED_PLATFORM` | not Linux, or neither x86-64 nor arm64 |
 * | `LANDLOCK_UNAVAILABLE` | the kernel has no Landlock, or it is switched off |
 * | `FFI_UNAVAILABLE` | the runtime does not let us call libc |
 * | `FLAGS_UNKNOWN` | called without permissions, and the process has no flags, or they cannot be known |
 * | `FLAGS_GRANT_ALL` | called without permissions, and the flags allow everything |
 * | `PATH_NOT_FOUND` | a granted path does not exist or cannot be reached |
 * | `PROGRAM_NOT_FOUND` | a program named in `run` is nowhere in PATH |
 * | `TOO_MANY_RULES` | carving a deny out of an allow needs more rules than the cap |
 * | `NOT_ENFORCEABLE` | `compat: "strict"` and something would not be enforced exactly |
 * | `NOT_MAIN_THREAD` | called from inside a Worker |
 * | `TOO_MANY_LAYERS` | the kernel's 16 Landlock layers are used up |
 * | `IO_URING_SQPOLL` | an io_uring polling thread exists that nothing can restrict |
 * | `THREADS_UNREACHABLE` | a thread cannot be made to restrict itself; nothing was applied |
 * | `MIXED_STATE` | some threads are restricted and some are not: end the process |
 * | `SYSTEM` | a system call failed for another reason; see the message |
 */
export type LockdownErrorCode =
  | "UNSUPPORTED_PLATFORM"
  | "LANDLOCK_UNAVAILABLE"
  | "FFI_UNAVAILABLE"
  | "FLAGS_UNKNOWN"
  | "FLAGS_GRANT_ALL"
  | "PATH_NOT_FOUND"
  | "PROGRAM_NOT_FOUND"
  | "TOO_MANY_RULES"
  | "NOT_ENFORCEABLE"
  | "NOT_MAIN_THREAD"
  | "TOO_MANY_LAYERS"
  | "IO_URING_SQPOLL"
  | "THREADS_UNREACHABLE"
  | "MIXED_STATE"
  | "SYSTEM";

/** The one error class for what a caller may want to catch: the machine, the kernel or the runtime is not as
 * the call needs it. Wrong arguments are a `TypeError` or a `RangeError` instead. Except for `MIXED_STATE`
 * nothing has been applied when it is thrown.
 *
 * @example
 * ```ts
 * import { lockdown, LockdownError } from "landlockdown";
 *
 * try {
 *   lockdown({ read: ["./no-such-folder"] });
 * } catch (error) {
 *   if (!(error instanceof LockdownError)) throw error;
 *   console.log(error.code); // for example "PATH_NOT_FOUND"
 * }
 * ```
 */
export class LockdownError extends Error {
  static {
    // Bundlers rename classes; Node prints this name
    Object.defineProperty(this, "name", { value: "LockdownError" });
  }

  /** Stable word for programs; the message is for people. */
  readonly code: LockdownErrorCode;
  /** The path, entry or name that the error is about, as it was written. */
  readonly subject: string | undefined;
  readonly #problem: string;
  readonly #remedy: Remedy | undefined;

  /** Makes an error whose message says what failed and then what to do. */
  constructor(code: LockdownErrorCode, problem: string, { subject, remedy, ...options }: ErrorDetails = {}) {
    super(sentences(problem, typeof remedy === "object" ? remedy.library : remedy), options);
    this.name = "LockdownError";
    this.code = code;
    this.subject = subject;
    this.#problem = problem;
    this.#remedy = remedy;
  }

  /** The remedy; `undefined` if there is none. */
  get remedy(): string | undefined {
    return typeof this.#remedy === "object" ? this.#remedy.library : this.#remedy;
  }

  /** The message for users of the command line. */
  get commandMessage(): string {
    return sentences(this.#problem, typeof this.#remedy === "object" ? this.#remedy.command : this.#remedy);
  }
}

/** The remedy for an error, worded separately for the library and the command line. */
export type Remedy = string | {
  /** For callers of the library. */
  readonly library: string;
  /** For users of the command line. */
  readonly command: string;
};

/** Parts of an error besides its code and what failed. */
export interface ErrorDetails extends ErrorOptions {
  /** The path, entry or name that the error is about, as it was written. */
  readonly subject?: string | undefined;
  /** The remedy. */
  readonly remedy?: Remedy | undefined;
}

function sentences(problem: string, remedy: string | undefined): string {
  if (remedy === undefined) return problem;
  // A list has a line for each item
  return problem.endsWith("\n") ? problem + remedy : `${problem}. ${remedy}`;
}

sealClass(LockdownError);
