import { lockdown } from "../../mod.ts";
import { type Activity, pause } from "./activity.ts";

/** Handlers of signals run: one set before lockdown, one after; from inside and from outside. Prints `ready` when
 * SIGTERM may come. */
export const signals: Activity = async () => {
  const got: string[] = [];
  // Handlers of signals alone keep no runtime alive
  const alive = setInterval(() => {}, 1000);
  const terminated = new Promise<void>((resolve) =>
    process.once("SIGTERM", () => resolve(void got.push("SIGTERM")))
  );
  lockdown({});
  const own = new Promise<void>((resolve) =>
    process.once("SIGUSR2", () => resolve(void got.push("SIGUSR2")))
  );
  process.kill(process.pid, "SIGUSR2");
  await own;
  console.log("ready");
  await Promise.race([terminated, pause(20_000)]);
  clearInterval(alive);
  return { got };
};
