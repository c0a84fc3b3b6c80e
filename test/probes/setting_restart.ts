/** Starts itself again inside, and prints how and what became of two files: setting_restart.ts GRANTED SECRET. */
import { readFileSync } from "node:fs";
import { lockdown } from "../../mod.ts";
import { outcomeOf } from "../acts/outcome.ts";

const [granted = "", secret = ""] = process.argv.slice(2);
const { threads } = lockdown({ read: [granted] }, { threads: "reexec" });
console.log(JSON.stringify([threads.method, read(granted), read(secret)]));

function read(path: string): string {
  try {
    readFileSync(path);
    return "ok";
  } catch (error) {
    return outcomeOf(error);
  }
}
