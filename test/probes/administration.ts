/** Runs a program confined, with hosts granted so that it has sockets, and prints what it prints. */
import { spawnSync } from "node:child_process";
import { lockdown, Sandbox } from "../../mod.ts";

const [way, program = ""] = process.argv.slice(2);
const permissions = { run: [program], net: ["localhost:1"] };
if (way === "lockdown") lockdown(permissions);
const sandbox = way === "lockdown" ? undefined : new Sandbox(permissions);
const options = { encoding: "utf8" } as const;
const { stdout } = sandbox?.spawnSync(program, [], options) ?? spawnSync(program, [], options);
console.log(String(stdout));
sandbox?.close();
