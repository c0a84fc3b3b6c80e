import { dirname } from "node:path";
import { lockdown } from "../../mod.ts";
import { actingWorker } from "../acts/acting_worker.ts";
import { WorkerOfTheWeb } from "../acts/globals.ts";
import type { WorkerKind } from "../acts/worker_body.ts";
import { type Activity, attempt } from "./activity.ts";

const ROUNDS = 10;

/** Workers can be made and ended, again and again, and they are inside. */
export const newWorkers: Activity = async ({ first, second }) => {
  lockdown({ read: [dirname(first)] });
  const kinds: WorkerKind[] = WorkerOfTheWeb === undefined ? ["thread"] : ["thread", "web"];
  const outcomes: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of kinds) {
      const worker = actingWorker(kind);
      outcomes.push(
        await attempt(() => worker.perform("readAsync", [first])),
        await attempt(() => worker.perform("readAsync", [second])),
      );
      await worker.end();
    }
  }
  return { outcomes, workers: ROUNDS * kinds.length };
};
