import type { Architecture } from "../linux/architecture.ts";
import { syscallNumber } from "../linux/syscalls.ts";
import { AUDIT_ARCHITECTURE } from "../seccomp/compile.ts";
import { ALLOW, CODE, DATA, type Instruction } from "../seccomp/instruction.ts";
import type { ArgumentTest, Refusal } from "../seccomp/refusal.ts";
import { type ActName, CLOSABLE_ACTS, closureOf } from "./catalogue.ts";

/** Finds what a filter closes by running it: for each closure the calls it speaks of are tried, with arguments that
 * it refuses. A filter that somebody emptied closes nothing, whatever its plan says. */
export function closedBy(filter: readonly Instruction[], architecture: Architecture): ActName[] {
  return CLOSABLE_ACTS.filter((name) => {
    const tried = closureOf(name).refusals.flatMap((refusal) => examplesOf(refusal, architecture));
    return tried.length > 0 && tried.every((call) => answerOf(filter, call, architecture) !== ALLOW);
  });
}

/** A call as a filter sees it. */
interface Call {
  readonly number: number;
  readonly values: readonly number[];
}

/** Each call of a refusal with arguments that fulfil its tests. */
function examplesOf({ calls, when = [] }: Refusal, architecture: Architecture): Call[] {
  const values = Array.from(
    { length: 6 },
    (_, argument) => fulfilling(when.filter((test) => test.argument === argument)),
  );
  if (values.some((value) => value === undefined)) return [];
  return calls.map((call) => syscallNumber(call, architecture))
    .filter((number) => number !== undefined)
    .map((number) => ({ number, values: values as number[] }));
}

/** A value for which all these tests hold. */
function fulfilling(tests: readonly ArgumentTest[]): number | undefined {
  const named = tests.flatMap(({ among = [], mask }) => mask === undefined ? among : [...among, mask]);
  const small = Array.from({ length: 128 }, (_, value) => value);
  return [...named, ...small, 0xffff_ffff].find((value) => tests.every((test) => holds(test, value)));
}

function holds({ mask, among, notAmong = [] }: ArgumentTest, value: number): boolean {
  const seen = mask === undefined ? value : (value & mask) >>> 0;
  return among === undefined ? !notAmong.includes(seen) : among.includes(seen);
}

/** Runs the instructions; what ends outside of the program, or is none of ours, lets nothing be told and counts as
 * letting the call pass. */
function answerOf(
  filter: readonly Instruction[],
  { number, values }: Call,
  architecture: Architecture,
): number {
  let held = 0;
  for (let at = 0; at < filter.length; at++) {
    const { code, jt, jf, k } = filter[at] as Instruction;
    if (code === CODE.answer) return k;
    if (code === CODE.load) held = wordAt(k, number, values, architecture);
    else if (code === CODE.and) held = (held & k) >>> 0;
    else if (code === CODE.jump) at += k;
    else if (code === CODE.jumpIfEqual) at += held === k ? jt : jf;
    else if (code === CODE.jumpIfAtLeast) at += held >= k ? jt : jf;
    else return ALLOW;
  }
  return ALLOW;
}

function wordAt(
  offset: number,
  number: number,
  values: readonly number[],
  architecture: Architecture,
): number {
  if (offset === DATA.number) return number;
  if (offset === DATA.architecture) return AUDIT_ARCHITECTURE[architecture];
  // The high halves are zero
  return offset >= DATA.arguments && offset % 8 === 0 ? values[(offset - DATA.arguments) / 8] ?? 0 : 0;
}
