import { lockdown } from "../../mod.ts";
import { makeWorker } from "../acts/workers.ts";
import type { Activity } from "./activity.ts";

/** Garbage is collected under load, on the main thread and in a Worker made before: runtimes stop and wake their
 * threads for that, some by signals. */
export const collection: Activity = async () => {
  const worker = makeWorker(
    "thread",
    `const { parentPort } = process.getBuiltinModule("node:worker_threads");
     parentPort.once("message", () => (${allocate})().then((wrong) => parentPort.postMessage(wrong)));`,
  );
  const inWorker = new Promise<unknown>((resolve, reject) => {
    worker.onMessage(resolve);
    worker.onError(reject);
  });
  worker.send("start"); // It is at work when lockdown comes
  let ticks = 0;
  const interval = setInterval(() => ticks++, 1);
  await allocate(20);
  lockdown({});
  const [wrongHere, wrongThere] = await Promise.all([allocate(), inWorker]);
  clearInterval(interval);
  await worker.end();
  return { wrongHere, wrongThere, ticks };
};

/** Makes two megabytes of small objects and typed arrays a round, keeps the last few rounds, and checks them.
 * Returns how many were not what they should be. Becomes the text of a Worker: it may use no name from outside. */
async function allocate(rounds = 150): Promise<number> {
  const kept: { number: number; text: string; array: Uint32Array }[][] = [];
  let wrong = 0;
  for (let round = 0; round < rounds; round++) {
    kept.push(Array.from({ length: 2000 }, (_, number) => ({
      number,
      text: `number ${number}`,
      array: new Uint32Array(200).fill(number),
    })));
    if (kept.length > 8) kept.shift();
    for (const { number, text, array } of kept[0] ?? []) {
      if (text !== `number ${number}` || array[number % 200] !== number) wrong++;
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return wrong;
}
