import { type ChildProcess, spawn } from "node:child_process";
import { dirname } from "node:path";
import { lockdown } from "../../mod.ts";
import { run } from "../acts/children.ts";
import { type Activity, attempt, pause } from "./activity.ts";

const MANY = 40;

/** Children come and go: exit events, kill, many at once; and one that was there before. */
export const children: Activity = async ({ first, second, cat, sleep }) => {
  const earlier = spawn(cat, [], { stdio: ["pipe", "ignore", "ignore"] });
  const earlierEnd = ending(earlier);
  await pause(50);
  lockdown({ read: [dirname(first)], run: [cat, sleep] });

  const start = (path: string) => run(spawn(cat, [path], { stdio: ["ignore", "ignore", "pipe"] }));
  const many = await Promise.all(
    Array.from({ length: MANY }, (_, index) => attempt(() => start(index % 2 === 0 ? first : second))),
  );
  const sleeper = spawn(sleep, ["60"], { stdio: "ignore" });
  const sleeperEnd = ending(sleeper);
  sleeper.kill("SIGTERM");

  // It is outside of the domain: no signal reaches it, but its end is seen
  const toEarlier = await attempt(() => process.kill(earlier.pid as number, "SIGTERM"));
  earlier.stdin?.end();
  return { many, killed: await sleeperEnd, toEarlier, earlier: await earlierEnd };
};

function ending(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal ?? code));
  });
}
