import type { CommandResult } from "./report_reader.ts";
import type { Runtime } from "./runtimes.ts";

/** What a runtime found out in a guest. */
export interface Probe {
  readonly version: string;
  /** The Landlock ABI, or the error number of the question, negated. */
  readonly abi: number;
  /** The bits of the fixed errata, or the error number of the question, negated. */
  readonly errata: number;
}

/** The answer of a seccomp filter that denies the question, negated. */
export const EPERM = 1;
/** The answer of a kernel that was built without Landlock, negated. */
export const ENOSYS = 38;
/** The answer of a kernel whose Landlock was turned off at boot, negated. */
export const EOPNOTSUPP = 95;

// Each asks the kernel with landlock_create_ruleset(NULL, 0, flag): flag 1 is the ABI, flag 2 the errata.
const SCRIPTS = {
  node: `
    const koffi = require("koffi");
    const syscall = koffi.load("libc.so.6").func("long syscall(long, void *, size_t, unsigned int)");
    const ask = (flag) => {
      const answer = Number(syscall(444, null, 0, flag));
      return answer < 0 ? -koffi.errno() : answer;
    };
    console.log(JSON.stringify({ version: process.versions.node, abi: ask(1), errata: ask(2) }));`,
  bun: `
    const { dlopen, read } = require("bun:ffi");
    const { symbols } = dlopen("libc.so.6", {
      syscall: { args: ["i64", "ptr", "u64", "u64"], returns: "i64" },
      __errno_location: { args: [], returns: "ptr" },
    });
    const ask = (flag) => {
      const answer = Number(symbols.syscall(444, null, 0, flag));
      return answer < 0 ? -read.i32(symbols.__errno_location()) : answer;
    };
    console.log(JSON.stringify({ version: Bun.version, abi: ask(1), errata: ask(2) }));`,
  deno: `
    const { symbols } = Deno.dlopen("libc.so.6", {
      syscall: { parameters: ["i64", "pointer", "u64", "u64"], result: "i64" },
      __errno_location: { parameters: [], result: "pointer" },
    });
    const ask = (flag) => {
      const answer = Number(symbols.syscall(444n, null, 0n, BigInt(flag)));
      return answer < 0 ? -new Deno.UnsafePointerView(symbols.__errno_location()).getInt32() : answer;
    };
    console.log(JSON.stringify({ version: Deno.version.deno, abi: ask(1), errata: ask(2) }));`,
} as const;

/** The shell command that makes a runtime probe its kernel. */
export function probeCommand({ name }: Runtime): string {
  if (name === "bun") return `bun -e '${SCRIPTS.bun}'`;
  if (name === "deno") return `deno eval '${SCRIPTS.deno}'`;
  return `${name} -e '${SCRIPTS.node}'`;
}

/** Reads the answer, or returns what went wrong. */
export function readProbe(result: CommandResult): Probe | string {
  if (result.code === null) return "did not run";
  if (result.code !== 0) return `exit code ${result.code}: ${result.stderr.trim().split("\n").at(-1) ?? ""}`;
  try {
    return JSON.parse(result.stdout) as Probe;
  } catch {
    return `unreadable answer "${result.stdout.trim()}"`;
  }
}

/** An ABI for people. */
export function nameAbi(abi: number): string {
  if (abi === -ENOSYS) return "none";
  if (abi === -EOPNOTSUPP) return "off";
  return abi < 0 ? `error ${-abi}` : String(abi);
}

/** An errata mask for people; a kernel that does not know the question has none to name. */
export function nameErrata(errata: number): string {
  return errata < 0 ? "-" : `0x${errata.toString(16)}`;
}
