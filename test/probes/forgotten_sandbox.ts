/** Forgets a sandbox that has started a command and one that has handed out a command line, has garbage collected until
 * the first has given its launcher back, and prints what the command line does then. */
import { spawnSync } from "node:child_process";
import { readdirSync, readlinkSync } from "node:fs";
import { Sandbox } from "../../mod.ts";

const { gc, Bun } = globalThis as { gc?: () => void; Bun?: { gc(force: boolean): void } };
const collect = gc ?? (() => Bun?.gc(true));

function launchers(): number {
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith("/memfd:landlockdown");
    } catch {
      return false; // The folder that was listed
    }
  }).length;
}

function start(): void {
  new Sandbox({ run: ["true"] }).spawnSync("true");
}

function handOut(): string[] {
  return new Sandbox({ run: ["echo"] }).argv("echo", ["still confined"]);
}

start();
const [launcher = "", ...words] = handOut();
const before = launchers();
for (let round = 0; round < 100 && launchers() > 1; round++) {
  collect();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
const { stdout } = spawnSync(launcher, words, { encoding: "utf8" });
console.log(JSON.stringify({ before, after: launchers(), stdout }));
