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

/** When to end a child, and how. */
export interface ExecLimits {
  /** Milliseconds; 0 is none. */
  readonly timeout: number;
  /** Bytes of each stream. */
  readonly maxBuffer: number;
  readonly killSignal: NodeJS.Signals | number;
}

/** How long a child that was told to end may go on, and its descendants may keep its output open. */
const GRACE_MILLISECONDS = 1000;

/** Collects what a child prints until it has ended and its output is closed. A child over a limit is told to end;
 * after {@linkcode GRACE_MILLISECONDS} it is killed and its output no longer waited for: neither a child that does
 * not listen nor one that left a daemon can keep the caller waiting. */
export function collect(child: ChildProcess, limits: ExecLimits): Promise<ExecResult> {
  let timedOut = false;
  let outputTruncated = false;
  let ended: [exitCode: number | null, signal: string | null] | undefined;
  const timers: ReturnType<typeof setTimeout>[] = [];
  const after = (milliseconds: number, act: () => void) => timers.push(setTimeout(act, milliseconds));

  return new Promise((resolve, reject) => {
    const stdout = keepBeginning(child.stdout, limits.maxBuffer, endTruncated);
    const stderr = keepBeginning(child.stderr, limits.maxBuffer, endTruncated);
    if (limits.timeout > 0) {
      after(limits.timeout, () => {
        timedOut = true;
        end();
      });
    }
    child.on("error", (error) => {
      stopTimers();
      reject(error);
    });
    child.once("exit", (exitCode, signal) => ended = [exitCode, signal]);
    child.once("close", finish);

    function endTruncated(): void {
      if (outputTruncated) return;
      outputTruncated = true;
      end();
    }

    function end(): void {
      child.kill(limits.killSignal);
      after(GRACE_MILLISECONDS, () => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        if (ended !== undefined) return finish(...ended);
        child.once("exit", finish);
        try {
          // Not child.kill(): Deno's sends no second signal
          process.kill(child.pid as number, "SIGKILL");
        } catch {
          // It has ended just now, and its exit is about to be told
        }
      });
    }

    function stopTimers(): void {
      for (const timer of timers) clearTimeout(timer);
    }

    function finish(exitCode: number | null, signal: string | null): void {
      stopTimers();
      resolve({ stdout: stdout(), stderr: stderr(), exitCode, signal, timedOut, outputTruncated });
    }
  });
}

/** Keeps the first bytes of a stream. What it returns gives them as text.
 *
 * @param tooMuch called for each part that has no room
 */
function keepBeginning(stream: ChildProcess["stdout"], bytes: number, tooMuch: () => void): () => string {
  const decoder = new TextDecoder();
  let text = "";
  let room = bytes;
  stream?.on("data", (part: Uint8Array) => {
    text += decoder.decode(part.subarray(0, room), { stream: true });
    if (part.length > room) tooMuch();
    room = Math.max(0, room - part.length);
  });
  return () => text + decoder.decode();
}
