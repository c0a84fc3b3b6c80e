import type { Act } from "./act.ts";
import { ASYNC_FILE_ACTS } from "./async_files.ts";
import { BUN_ACTS } from "./bun_acts.ts";
import { CHILD_ACTS } from "./children.ts";
import { DENO_ACTS } from "./deno_acts.ts";
import { FILE_ACTS } from "./files.ts";
import { NATIVE_ACTS } from "./native_calls.ts";
import { NETWORK_ACTS } from "./network.ts";
import { PYTHON_ACTS } from "./python_acts.ts";

/** Every act of the main thread by its name. */
export const ACTS: Readonly<Record<string, Act>> = {
  ...FILE_ACTS,
  ...ASYNC_FILE_ACTS,
  ...DENO_ACTS,
  ...BUN_ACTS,
  ...CHILD_ACTS,
  ...PYTHON_ACTS,
  ...NETWORK_ACTS,
  ...NATIVE_ACTS,
  /** Words: a process id, to which signal 0 is sent, or `own`. */
  signal: (pid) => process.kill(pid === "own" ? process.pid : Number(pid), 0),
};
