import { dirname } from "node:path";
import { lockdown, LockdownError, type Permissions } from "../../mod.ts";
import { actingWorker } from "../acts/acting_worker.ts";
import { ACTS } from "../acts/acts.ts";
import { type Activity, attempt, type Input } from "./activity.ts";

/** A second lockdown takes away, and a third that grants more gives nothing back. */
export const narrower: Activity = async (input) => {
  const { first, second, cat } = input;
  const worker = actingWorker("thread");
  await worker.perform("readAsync", [first]);
  const rounds: unknown[] = [];
  for (const files of [[first, second], [first], [first, second]]) {
    lockdown({ read: files.map((file) => dirname(file)), run: [cat] });
    const inWorker = await attempt(() => worker.perform("readAsync", [second]));
    rounds.push({ ...await readBoth(input), inWorker });
  }
  await worker.end();
  return { rounds };
};

/** As many layers as the kernel has, and one more. */
export const layers: Activity = async (input) => {
  const { first, cat } = input;
  const permissions: Permissions = { read: [dirname(first)], run: [cat] };
  const worker = actingWorker("thread");
  await worker.perform("readAsync", [first]);
  let made = 0;
  let refusal: unknown;
  try {
    while (made < 100) {
      lockdown(permissions);
      made++;
    }
  } catch (error) {
    refusal = error instanceof LockdownError ? error.code : String(error);
  }
  const inWorker = await attempt(() => worker.perform("readAsync", [input.second]));
  await worker.end();
  const another = actingWorker("thread");
  const inAnother = await attempt(() => another.perform("readSync", [first]));
  await another.end();
  return { made, refusal, inWorker, inAnother, ...await readBoth(input) };
};

async function readBoth({ first, second, cat }: Input): Promise<{ first: string[]; second: string[] }> {
  const read = async (path: string) => [
    await attempt(() => ACTS["readSync"]?.(path)),
    await attempt(() => ACTS["readAsync"]?.(path)),
    await attempt(() => ACTS["spawn"]?.(cat, path)),
  ];
  return { first: await read(first), second: await read(second) };
}
