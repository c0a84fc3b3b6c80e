/** Starts shells, confined or not, that try to reach this process, and prints which did. */
import { spawnSync } from "node:child_process";
import { openSync } from "node:fs";
import { lockdown, Sandbox } from "../../mod.ts";

const [way, json = "{}"] = process.argv.slice(2);
const attacks = JSON.parse(json) as Record<string, string>;
const fd = openSync("/dev/null", "r");
const options = { encoding: "utf8", cwd: "/" } as const;
const permissions = { run: ["sh", "cat", "tr", "grep", "ls"] };
if (way === "lockdown") lockdown(permissions);
if (way === "reexec") lockdown(permissions, { threads: "reexec" });
const sandbox = way === "sandbox" ? new Sandbox(permissions) : undefined;
const reached = Object.entries({ ...attacks, WORKS: "true" }).filter(([, script]) => {
  const words = ["-c", `P=${process.pid}; FD=${fd}; ${script}`];
  const { status } = sandbox?.spawnSync("sh", words, options) ?? spawnSync("sh", words, options);
  return status === 0;
});
console.log(JSON.stringify(reached.map(([name]) => name)));
sandbox?.close();
