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
  const run = (name: string, ...words: string[]) => () => outcomeOf(`${programs}/${name}`, words);
  const acts: Readonly<Record<string, Act | (() => Stopped)>> = {
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
    const stopped = acts[name]?.();
    return stopped === undefined ? [] : [`${name} ${print(stopped)}`];
  });
  child.kill("SIGKILL");
  return lines.join("\n");
}

/** What stopped an act: 0 if nothing did, an errno, or the signal that ended the program. */
type Stopped = number | NodeJS.Signals;

/** Runs one of our programs, which ends with the errno. */
function outcomeOf(program: string, words: readonly string[]): Stopped {
  const { status, signal, error } = spawnSync(program, words, { stdio: "ignore" });
  const stopped = status ?? signal;
  if (stopped === null) throw error ?? new Error(`Cannot try "${program}": it ends without a status`);
  return stopped;
}

function print(stopped: Stopped): string {
  if (typeof stopped === "string") return stopped;
  if (stopped === 0) return "OPEN";
  // Two names for one number; libc says this one
  if (stopped === constants.errno.EOPNOTSUPP) return "EOPNOTSUPP";
  return Object.entries(constants.errno).find(([, number]) => number === stopped)?.[0] ?? `errno ${stopped}`;
}
