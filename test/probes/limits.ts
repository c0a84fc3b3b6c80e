/** Tries acts that the report lists as limits, from a command of a confined process, and prints which of them succeed:
 * `lockdown`, `sandbox` or `bare`. */
import { spawn, spawnSync } from "node:child_process";
import { lockdown, Sandbox } from "../../mod.ts";

const [way, file = "", library = ""] = process.argv.slice(2);
const permissions = {
  read: [file, library],
  run: ["sh", "cat", "kill", "flock", "sleep", "true"],
};
if (way === "lockdown") lockdown(permissions);
const sandbox = way === "sandbox" ? new Sandbox(permissions) : undefined;
const sleeper = sandbox?.spawn("sleep", ["600"]) ?? spawn("sleep", ["600"]);
const ACTS: Readonly<Record<string, string>> = {
  commandLines: "cat /proc/1/cmdline",
  signalsToParent: `kill -0 ${process.pid}`,
  siblings: `exec 3</proc/${sleeper.pid}/mem`,
  locks: `flock -n ${file} true`,
  // The dynamic linker complains about what it cannot load
  loadingLibraries: `test -z "$(LD_PRELOAD=${library} true 2>&1)"`,
};
const options = { stdio: "ignore", cwd: "/" } as const;
const done = Object.keys(ACTS).filter((name) => {
  const words = ["-c", ACTS[name] as string];
  return (sandbox?.spawnSync("sh", words, options) ?? spawnSync("sh", words, options)).status === 0;
});
sleeper.kill("SIGKILL");
sandbox?.close();
console.log(JSON.stringify(done));
