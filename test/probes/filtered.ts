/** What only the process itself can try about its filter. Argument: which. Prints a line of JSON. */
import { readdirSync, readFileSync } from "node:fs";
import { isMainThread, Worker } from "node:worker_threads";
import { lockdown, type LockdownError, Sandbox } from "../../mod.ts";
import { currentRuntime } from "../../runtimes/mod.ts";
import { compileFilter } from "../../src/seccomp/compile.ts";
import { installFilter } from "../../src/seccomp/install.ts";
import { System } from "../../src/linux/system.ts";

const PR_SET_NO_NEW_PRIVS = 38;

const PROBES: Readonly<Record<string, () => unknown>> = {
  /** Executes a program over this one: what is printed then is not ours. Nothing is granted to run. */
  execute: () => {
    const system = new System(currentRuntime());
    if (process.argv[3] === "inside") lockdown({ read: ["/"] });
    const path = system.buffer(64);
    new TextEncoder().encodeInto(process.argv[4] ?? "", path.bytes);
    const table = system.buffer(16);
    table.view.setBigUint64(0, BigInt(path.address), true);
    return { execve: system.attempt("execve", path.address, table.address, 0) };
  },
  /** How many filters each thread has after one lockdown more each time. */
  twice: () => {
    const counts = [];
    for (const read of [["/"], ["/proc", "/etc"]]) {
      lockdown({ read, ffi: true });
      counts.push(filterCounts());
    }
    return { counts };
  },
  /** A command in a Sandbox inside of a lockdown that lets some programs run. */
  nested: () => {
    const memoryFiles = process.argv[3] !== "allowed";
    lockdown({ read: ["/"], write: ["/dev/null"], run: ["true"] }, { filter: { memoryFiles } });
    try {
      return { status: new Sandbox({ run: ["true"] }).spawnSync("true").status };
    } catch (error) {
      return { message: (error as Error).message };
    }
  },
  /** Whether a file of its own can be given another mode by a child that is granted no file for writing. */
  temporary: () => {
    using sandbox = new Sandbox({ run: ["sh", "chmod"] }, { tmp: true });
    const script = 'echo > "$TMPDIR/a" && chmod 600 "$TMPDIR/a"';
    return { status: sandbox.spawnSync("sh", ["-c", script]).status };
  },
  /** A Worker has a filter of its own before lockdown. */
  diverged: async () => {
    const worker = new Worker(new URL(import.meta.url), { argv: ["worker"] });
    await new Promise((resolve) => worker.once("message", resolve));
    const before = filterCounts();
    const codes = [{}, { filter: false }].map((options) => {
      try {
        lockdown({ read: ["/proc"] }, options);
        return "ok";
      } catch (error) {
        readFileSync("/etc/hostname"); // Nothing is applied
        return (error as LockdownError).code;
      }
    });
    await worker.terminate();
    return { before, codes };
  },
};

if (isMainThread) {
  console.log(JSON.stringify(await PROBES[process.argv[2] ?? ""]?.()));
  process.exit();
} else {
  const { parentPort } = await import("node:worker_threads");
  const system = new System(currentRuntime());
  system.call("prctl", "no_new_privs", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  installFilter(system, compileFilter([], system.native.architecture), "calling");
  parentPort?.postMessage("installed");
  setInterval(() => {}, 1000);
}

/** The different numbers of filters that threads have. */
function filterCounts(): number[] {
  const tasks = readdirSync("/proc/self/task");
  const counts = tasks.map((id) => {
    const status = readFileSync(`/proc/self/task/${id}/status`, "utf8");
    return Number(/^Seccomp_filters:\s*(\d+)$/m.exec(status)?.[1]);
  });
  return [...new Set(counts)].sort();
}
