import { lockdown } from "../../mod.ts";
import { actingWorker } from "../acts/acting_worker.ts";
import { type Activity, attempt, pause } from "./activity.ts";

const ROUNDS = 12;

/** A thread that is interrupted between a failing call and its look at errno finds the errno of that call. */
export const errno: Activity = async () => {
  const worker = actingWorker("thread");
  await worker.perform("nativeErrno", ["1"]); // Loads libc
  const looking = attempt(() => worker.perform("nativeErrno", ["1000"]));
  for (let round = 0; round < ROUNDS; round++) {
    await pause(20);
    lockdown({});
  }
  const outcome = await looking;
  await worker.end();
  return { outcome };
};
