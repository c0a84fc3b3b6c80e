/** Ends with 10 if a command, confined or not, can open the terminal that this process has, and with 11 if not. */
import { spawnSync } from "node:child_process";
import { lockdown, Sandbox } from "../../mod.ts";

const [way, streams] = process.argv.slice(2);
const permissions = { run: ["sh"] };
if (way === "lockdown") lockdown(permissions);
const sandbox = way === "sandbox" ? new Sandbox(permissions) : undefined;
const options = { cwd: "/", stdio: streams === "inherited" ? "inherit" : "pipe" } as const;
const words = ["-c", "exec 3<>/dev/tty"];
const { status } = sandbox?.spawnSync("sh", words, options) ?? spawnSync("sh", words, options);
sandbox?.close();
process.exit(status === 0 ? 10 : 11);
