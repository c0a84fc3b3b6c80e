import type { ChildProcess } from "node:child_process";

/** What a command printed and how it ended. */
export interface ExecResult {
  /** Standard output as UTF-8. */
  readonly stdout: string;
  /** Standard error as UTF-8. */
  readonly stderr: string;
  /** Exit code; `null` if a signal ended it. 125, 126 and 127 also come from the launcher, with a line on `stderr`. */
  readonly exitCode: number | null;
  /** The signal that ended it, if one did. */
  readonly signal: string | null;
  /** Whether it ran longer than `timeout` and was killed. */
  readonly timedOut: boolean;
  /** Whether it printed more than `maxBuffer` bytes on one stream and was killed. */
  readonly outputTruncated: boolean;
}

/** Collects what a child prints until it ends. */
export function collect(
  child: ChildProcess,
  limits: { timeout: number | undefined; maxBuffer: number; killSignal: NodeJS.Signals | number | undefined },
): Promise<ExecResult> {
  let timedOut = false;
  let outputTruncated = false;
  const kill = () => child.kill(limits.killSignal ?? "SIGTERM");
  const read = (stream: ChildProcess["stdout"]) => {
    const parts: Uint8Array[] = [];
    let length = 0;
    stream?.on("data", (part: Uint8Array) => {
      const room = limits.maxBuffer - length;
      if (part.length > room) {
        outputTruncated = true;
        kill();
      }
      parts.push(part.subarray(0, Math.max(room, 0)));
      length += part.length;
    });
    return () => new TextDecoder().decode(concatenate(parts));
  };
  const [stdout, stderr] = [read(child.stdout), read(child.stderr)];
  const timer = limits.timeout === undefined || limits.timeout === 0 ? undefined : setTimeout(() => {
    timedOut = true;
    kill();
  }, limits.timeout);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ stdout: stdout(), stderr: stderr(), exitCode, signal, timedOut, outputTruncated });
    });
  });
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
