import type { Reading } from "./reader.ts";

/** Makes Workers one after the other from inside a Worker, each of which reads a few times and ends: threads whose
 * parent is not the main thread. Uses no name from outside: it becomes the text of a Worker.
 *
 * @param program text of {@linkcode readAFewTimes}
 */
export async function keepMakingWorkers(tally: Int32Array, reading: Reading, program: string): Promise<void> {
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const text = `const { workerData } = process.getBuiltinModule("node:worker_threads");
    (${program})(workerData.tally, workerData.reading);`;
  while (Atomics.load(tally, reading.layout.stop) === 0) {
    await new Promise((resolve, reject) => {
      const worker = new Worker(text, { eval: true, workerData: { tally, reading } });
      worker.on("error", reject);
      worker.on("exit", resolve);
    });
  }
}

/** Reads by sync call a few times. Becomes text as well. */
export function readAFewTimes(tally: Int32Array, { secrets, nestedWay, layout }: Reading): void {
  const { readFileSync } = process.getBuiltinModule("node:fs");
  for (let time = 0; time < 20; time++) {
    const closed = Atomics.load(tally, layout.closed);
    const after = closed === secrets.length || (closed > 0 && time % 2 === 0) ? 1 : 0;
    let end = 0;
    try {
      readFileSync(secrets[closed - after] as string);
    } catch (error) {
      if ((error as { code?: string }).code !== "EACCES") throw error;
      end = 1;
    }
    Atomics.add(tally, layout.first + (nestedWay * 2 + after) * 2 + end, 1);
  }
}
