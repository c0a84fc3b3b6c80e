import { lockdown } from "../../mod.ts";
import { type Activity, pause } from "./activity.ts";

/** Timers set before lockdown go on, and new ones start. */
export const timers: Activity = async () => {
  let ticks = 0;
  const interval = setInterval(() => ticks++, 2);
  const fired: string[] = [];
  const early = pause(100).then(() => fired.push("set before"));
  await until(() => ticks >= 2);
  lockdown({});
  const ticksBefore = ticks;
  const late = pause(200).then(() => fired.push("set after"));
  const immediate = new Promise<void>((resolve) => setImmediate(resolve));
  queueMicrotask(() => fired.push("microtask"));
  await Promise.all([early, late, immediate]);
  await until(() => ticks >= ticksBefore + 10);
  clearInterval(interval);
  return { fired };
};

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(1);
}
