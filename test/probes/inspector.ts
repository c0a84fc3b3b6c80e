/** Starts a shell that sends this process the signal on which Node opens its inspector, and prints what came of it: whether a
 * debugger could connect, and how often the program itself got the signal. */
import { spawnSync } from "node:child_process";
import { url } from "node:inspector";
import { lockdown, Sandbox } from "../../mod.ts";

const [way, listens] = process.argv.slice(2);
let heard = 0;
const listen = () => process.on("SIGUSR1", () => heard++);
if (listens === "before") listen();
const permissions = { run: ["sh"], net: true } as const;
if (way === "lockdown") lockdown(permissions);
if (way === "reexec") lockdown(permissions, { threads: "reexec" });
if (way === "tracing") lockdown(permissions, { filter: { tracing: false } });
const sandbox = way === "sandbox" ? new Sandbox(permissions) : undefined;
if (listens === "after") listen();
const words = ["-c", `kill -USR1 ${process.pid}`];
const { status } = sandbox?.spawnSync("sh", words) ?? spawnSync("sh", words);
// Another thread starts the inspector, and then signals have to arrive
const end = Date.now() + 1_000;
while (url() === undefined && heard === 0 && Date.now() < end) {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
console.log(JSON.stringify({ sent: status === 0, opened: url() !== undefined, heard }));
sandbox?.close();
process.exit(0);
