const PAUSE_MILLISECONDS = 10;

/** Writes to standard error and waits for whoever reads it. A program that shares the open file with us, such as the
 * command that was run, may have made it non-blocking and filled it: then Deno would fail where others wait. What
 * cannot be written at all is lost; that is no reason to end with another exit code. */
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
