import { spawn, spawnSync } from "node:child_process";
import { constants } from "node:os";
import { LEAK_ACTS } from "../acts.ts";
import type { Act } from "./call.ts";
import { fileActs } from "./files.ts";
import { MACHINE_ACTS } from "./machine.ts";
import { networkActs } from "./network.ts";
import { processActs } from "./processes.ts";
import { worldOf } from "./world.ts";

const LINKER = process.arch === "arm64" ? "/lib/ld-linux-aarch64.so.1" : "/lib64/ld-linux-x86-64.so.2";

/** Tries what `probe.c` tries, from within a runtime, and returns what that prints.
 *
 * @param args the folder with what `programs.ts` emits, then the arguments of `probe.c`
 */
export function tryAll([programs = "", ...words]: readonly string[]): string {
  const world = worldOf(words);
  const child = spawn(`${programs}/wait`, [], { stdio: ["pipe", "ignore", "ignore"] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`Cannot start "${programs}/wait"`);
  const run = (name: string, ...words: string[]) => () => statusOf(`${programs}/${name}`, words);
  const acts: Readonly<Record<string, Act>> = {
    ...fileActs(world),
    execute_file: run("execute", `${world.outside}/program`),
    execute_memory: run("execute_memory"),
    execute_descriptor: run("execute_descriptor"),
    execute_through_linker: run("execute", LINKER, `${world.readable}/not-executable`),
    ...networkActs(world),
    ...processActs(world, pid),
    ...MACHINE_ACTS,
    user_namespace: run("user_namespace"),
    clone_user_namespace: run("clone_user_namespace"),
    clone3_user_namespace: run("clone3_user_namespace"),
    call_32_bit: run("call_32_bit"),
  };
  // An act without a line is an error of whoever reads them: it has not been tried
  const lines = LEAK_ACTS.flatMap(({ name }) => {
    const errno = acts[name]?.();
    return errno === undefined ? [] : [`${name} ${print(errno)}`];
  });
  child.kill("SIGKILL");
  return lines.join("\n");
}

/** Runs one of our programs, which ends with the errno. */
function statusOf(program: string, words: readonly string[]): number {
  const { status, signal, error } = spawnSync(program, words, { stdio: "ignore" });
  if (status === null) throw error ?? new Error(`Cannot try "${program}": it ends by ${signal}`);
  return status;
}

function print(errno: number): string {
  if (errno === 0) return "OPEN";
  // Two names for one number; libc says this one
  if (errno === constants.errno.EOPNOTSUPP) return "EOPNOTSUPP";
  return Object.entries(constants.errno).find(([, number]) => number === errno)?.[0] ?? `errno ${errno}`;
}
