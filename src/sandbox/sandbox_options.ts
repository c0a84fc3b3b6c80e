import type { SpawnOptions } from "node:child_process";
import { quote } from "../text.ts";
import type { LockdownOptions } from "../plan/options.ts";

/** How strict, and how its launchers are found. */
export interface SandboxOptions extends Omit<LockdownOptions, "threads"> {
  /** Whether each child gets a temporary folder of its own, named in TMPDIR and removed when it has ended. Default
   * `false`. */
  readonly tmp?: boolean | undefined;
  /** A file to put the launcher in, for Deno's scoped `--allow-run=<file>`. Default: a sealed memory file. */
  readonly launcher?: string | undefined;
  /** The number of the launcher's descriptor, from 3, for Deno's scoped `--allow-run=/proc/self/fd/<number>`.
   * Default: any. */
  readonly descriptor?: number | undefined;
}

/** Options of {@linkcode Sandbox.execFile}: those of spawn, and two limits. */
export interface ExecFileOptions extends SpawnOptions {
  /** Milliseconds it may take; then it is told to end by `killSignal`, and a second later it is killed. Default 0:
   * no limit. */
  readonly timeout?: number;
  /** Bytes of each stream to keep; a child that prints more is ended likewise. Default 16 MiB. */
  readonly maxBuffer?: number;
}

/** Options of {@linkcode Sandbox.argv}: what the launcher must know of how the command will be started. */
export interface ArgvOptions extends Pick<SpawnOptions, "stdio" | "shell" | "argv0"> {}

/** Options of spawn that are the sandbox's own, and those for planning. */
export interface SplitOptions {
  readonly tmp: boolean;
  readonly launcher: string | undefined;
  readonly descriptor: number | undefined;
  readonly planning: LockdownOptions;
}

/** Checks what concerns children only; the rest is checked where plans are made.
 *
 * @throws TypeError, RangeError
 */
export function splitOptions(options: SandboxOptions): SplitOptions {
  const { tmp = false, launcher, descriptor, ...planning } = options;
  if (typeof tmp !== "boolean") {
    throw new TypeError(`Cannot use ${quote(tmp)} as option "tmp": pass true or false`);
  }
  if (launcher !== undefined && (typeof launcher !== "string" || launcher === "")) {
    throw new TypeError(
      `Cannot use ${quote(launcher)} as option "launcher": pass a path such as "./.sandbox/ffmpeg"`,
    );
  }
  if (descriptor !== undefined && !(Number.isInteger(descriptor) && descriptor >= 3)) {
    throw new RangeError(
      `Cannot use ${quote(descriptor)} as option "descriptor": pass a whole number from 3, such as 900`,
    );
  }
  if (launcher !== undefined && descriptor !== undefined) {
    throw new TypeError(
      `Cannot use ${
        quote(launcher)
      } as option "launcher" and ${descriptor} as "descriptor": pass one of them`,
    );
  }
  if ("threads" in planning) {
    throw new TypeError(
      `Cannot use option "threads" for a Sandbox: a child has no threads before it is confined. Leave it out`,
    );
  }
  return { tmp, launcher, descriptor, planning };
}

/** Checks the limits of an execFile().
 *
 * @throws RangeError
 */
export function checkLimit(name: "timeout" | "maxBuffer", value: unknown): number {
  if (typeof value === "number" && value >= 0) return value;
  throw new RangeError(`Cannot use ${quote(value)} as option "${name}": pass a number from 0`);
}
