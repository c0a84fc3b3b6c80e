/** Prints the soft and the hard limit of core files that a command has, confined or not. */
import { spawnSync } from "node:child_process";
import { lockdown, Sandbox } from "../../mod.ts";

const [way] = process.argv.slice(2);
const permissions = { run: ["cat"] };
if (way === "lockdown") lockdown(permissions);
if (way === "reexec") lockdown(permissions, { threads: "reexec" });
const sandbox = way === "sandbox" ? new Sandbox(permissions) : undefined;
const options = { encoding: "utf8", cwd: "/" } as const;
const words = ["/proc/self/limits"];
const { stdout } = sandbox?.spawnSync("cat", words, options) ?? spawnSync("cat", words, options);
const [, soft, hard] = /^Max core file size +(\S+) +(\S+)/m.exec(String(stdout)) ?? [];
console.log(`${soft} ${hard}`);
sandbox?.close();
