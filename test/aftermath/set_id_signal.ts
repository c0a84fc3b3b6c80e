import { readdirSync, readFileSync } from "node:fs";
import { lockdown } from "../../mod.ts";
import { currentRuntime } from "../../runtimes/mod.ts";
import { System } from "../../src/linux/system.ts";
import { actingWorker } from "../acts/acting_worker.ts";
import { ACTS } from "../acts/acts.ts";
import { type Activity, attempt } from "./activity.ts";

/** glibc's and musl's, see `src/enforce/broadcast.ts`. */
const SET_ID_SIGNAL = { glibc: 33, musl: 34 };
const NOBODY = 65534;

/** The signal that lockdown borrows from libc is as it was: its action, what the process catches and ignores, and
 * what libc uses it for, which is changing the user of all threads (tried as root only). */
export const setIdSignal: Activity = async ({ first }) => {
  const worker = actingWorker("thread");
  await worker.perform("readAsync", [first]);
  await ACTS["readAsync"]?.(first);
  // The one on which debuggers are let in is ignored afterwards: test/exact/inspector.test.ts
  const debug = currentRuntime().debugSignal();
  const before = { action: actionOf(), ...signalsBut(debug) };
  lockdown({ ffi: true }); // Without, Deno would not let us look into /proc
  const after = { action: actionOf(), ...signalsBut(debug) };
  // With another action in place, libc would wait for its threads for ever
  const change = after.action !== before.action
    ? "not tried"
    : process.getuid?.() === 0
    ? await attempt(becomeNobody)
    : "not root";
  const users = [...new Set(threadStatuses().map((status) => field(status, "Uid")))];
  await worker.end();
  return { before, after, change, users };
};

function becomeNobody(): void {
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}

/** The 32 bytes of the kernel's `struct sigaction`, as hexadecimal text. */
function actionOf(): string {
  const runtime = currentRuntime();
  const system = new System(runtime);
  const action = system.buffer(32);
  system.call("rt_sigaction", "set-id signal", SET_ID_SIGNAL[runtime.libc], 0, action.address, 8);
  return [...action.bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The signals that the process catches and ignores, without one of them. */
function signalsBut(signal: number | undefined): { caught: string; ignored: string } {
  const status = readFileSync("/proc/self/status", "utf8");
  const bit = signal === undefined ? 0n : 1n << BigInt(signal - 1);
  const others = (name: string) => (BigInt(`0x${field(status, name)}`) & ~bit).toString(16);
  return { caught: others("SigCgt"), ignored: others("SigIgn") };
}

function threadStatuses(): string[] {
  return readdirSync("/proc/self/task").flatMap((id) => {
    try {
      return [readFileSync(`/proc/self/task/${id}/status`, "utf8")];
    } catch {
      return []; // It has ended since
    }
  });
}

function field(status: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, "m").exec(status)?.[1] ?? "";
}
