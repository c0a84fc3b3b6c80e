import type { ChildProcess } from "node:child_process";
import type { Ended } from "./self.ts";

/** Collects what a child prints until it ends; kills it when it takes too long, and then `signal` is SIGKILL. */
export function untilEnded(child: ChildProcess, milliseconds = 60_000): Promise<Ended> {
  const printed = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (data) => printed.stdout += data);
  child.stderr?.setEncoding("utf8").on("data", (data) => printed.stderr += data);
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, ...printed });
    });
  });
}
