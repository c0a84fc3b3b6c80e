import { CODE, DATA, type Instruction } from "../../src/seccomp/instruction.ts";

/** `struct seccomp_data`, as far as our filters look at it. */
export interface Call {
  readonly architecture: number;
  readonly number: number;
  /** Up to six, 64 bits each. */
  readonly values: readonly bigint[];
}

/** What came of a call. */
export interface Answer {
  readonly value: number;
  /** How many instructions it took. */
  readonly steps: number;
  /** Whether an argument was looked at. */
  readonly looked: boolean;
}

/** Runs a filter as the kernel does, and refuses what the kernel would refuse. */
export function run(program: readonly Instruction[], call: Call): Answer {
  let accumulator = 0;
  let looked = false;
  for (let at = 0, steps = 1; at < program.length; steps++) {
    const { code, jt, jf, k } = program[at] as Instruction;
    at++;
    if (code === CODE.answer) return { value: k, steps, looked };
    else if (code === CODE.load) {
      looked ||= k >= DATA.arguments;
      accumulator = wordOf(call, k);
    } else if (code === CODE.and) accumulator = (accumulator & k) >>> 0;
    else if (code === CODE.jump) at += k;
    else if (code === CODE.jumpIfEqual) at += accumulator === k ? jt : jf;
    else if (code === CODE.jumpIfAtLeast) at += accumulator >= k ? jt : jf;
    else throw new Error(`There is no instruction 0x${code.toString(16)}`);
  }
  throw new Error("The filter ends without an answer");
}

function wordOf({ architecture, number, values }: Call, offset: number): number {
  if (offset === DATA.number) return number >>> 0;
  if (offset === DATA.architecture) return architecture >>> 0;
  const value = values[Math.floor((offset - DATA.arguments) / 8)] ?? 0n;
  if (offset % 4 !== 0 || offset >= DATA.arguments + 48) throw new Error(`There is no word at ${offset}`);
  return Number(BigInt.asUintN(32, offset % 8 === 0 ? value : value >> 32n));
}
