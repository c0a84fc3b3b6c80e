import type { Architecture } from "../../runtimes/runtime.ts";
import { callNumber, HOT_CALLS, NEWEST_CALL } from "./call_numbers.ts";
import { ALLOW, CODE, DATA, type Instruction, plain, REFUSE } from "./instruction.ts";
import { type ArgumentTest, ERRNO, type Refusal } from "./refusal.ts";

/** `AUDIT_ARCH_X86_64` and `AUDIT_ARCH_AARCH64`, `include/uapi/linux/audit.h`. */
export const AUDIT_ARCHITECTURE: Readonly<Record<Architecture, number>> = {
  x86_64: 0xc000_003e,
  arm64: 0xc000_00b7,
};

const PASS: readonly Instruction[] = [plain(CODE.answer, ALLOW)];
const UNKNOWN = answer("ENOSYS");
/** How much more often a hot call is made than one that is not. */
const HOT_WEIGHT = 50;
/** `jt` and `jf` are bytes. */
const FARTHEST = 255;

/** A run of call numbers, from `from` up to the next one, that are answered alike. */
interface Run {
  readonly from: number;
  readonly code: readonly Instruction[];
  readonly weight: number;
}

/** Compiles refusals into a filter that lets everything else pass.
 *
 * Calls of another architecture (32-bit programs), those of x32, whose numbers begin at 0x40000000, and those newer
 * than the newest we know are answered with `ENOSYS`: the refusals do not speak of them.
 */
export function compileFilter(refusals: readonly Refusal[], architecture: Architecture): Instruction[] {
  return [
    plain(CODE.load, DATA.architecture),
    { code: CODE.jumpIfEqual, jt: 1, jf: 0, k: AUDIT_ARCHITECTURE[architecture] },
    ...UNKNOWN,
    plain(CODE.load, DATA.number),
    ...decide(runsOf(refusals, architecture)),
  ];
}

/** All numbers in runs, lowest first. */
function runsOf(refusals: readonly Refusal[], architecture: Architecture): Run[] {
  const byNumber = new Map<number, Refusal[]>();
  for (const refusal of refusals) {
    for (const call of refusal.calls) {
      const number = callNumber(call, architecture);
      if (number !== undefined) byNumber.set(number, [...(byNumber.get(number) ?? []), refusal]);
    }
  }
  const hot = new Set(HOT_CALLS.map((call) => callNumber(call, architecture)));
  const runs: Run[] = [];
  const add = (from: number, code: readonly Instruction[], weight: number) => {
    const last = runs.at(-1);
    if (last === undefined || !isSame(last.code, code)) runs.push({ from, code, weight });
    else runs[runs.length - 1] = { ...last, weight: last.weight + weight };
  };
  for (let number = 0; number <= NEWEST_CALL; number++) {
    add(number, answerTo(byNumber.get(number) ?? []), hot.has(number) ? HOT_WEIGHT : 1);
  }
  add(NEWEST_CALL + 1, UNKNOWN, 1);
  return runs;
}

function isSame(a: readonly Instruction[], b: readonly Instruction[]): boolean {
  // Most numbers are answered alike, by the very same list
  if (a === b) return true;
  return a.length === b.length && a.every(({ code, jt, jf, k }, index) => {
    const other = b[index] as Instruction;
    return code === other.code && jt === other.jt && jf === other.jf && k === other.k;
  });
}

/** A tree of comparisons over the number in the accumulator. It is split where both sides are called equally often,
 * so that few instructions lead to the calls that are made most. */
function decide(runs: readonly Run[]): readonly Instruction[] {
  const [first] = runs;
  if (runs.length === 1 && first !== undefined) return first.code;
  const middle = middleOf(runs);
  const below = decide(runs.slice(0, middle));
  const above = decide(runs.slice(middle));
  const code = CODE.jumpIfAtLeast;
  const { from } = runs[middle] as Run;
  if (below.length <= FARTHEST) return [{ code, jt: below.length, jf: 0, k: from }, ...below, ...above];
  return [{ code, jt: 0, jf: 1, k: from }, plain(CODE.jump, below.length), ...below, ...above];
}

/** The index that leaves the weights on both sides as equal as can be; at least one run is on each. */
function middleOf(runs: readonly Run[]): number {
  const total = runs.reduce((sum, { weight }) => sum + weight, 0);
  let best = 1;
  let smallest = Infinity;
  let below = 0;
  for (let index = 1; index < runs.length; index++) {
    below += (runs[index - 1] as Run).weight;
    const difference = Math.abs(total - 2 * below);
    if (difference < smallest) [best, smallest] = [index, difference];
  }
  return best;
}

/** What a call with these refusals is answered. Nothing comes after one that holds whatever the arguments. */
function answerTo(refusals: readonly Refusal[]): readonly Instruction[] {
  if (refusals.length === 0) return PASS;
  const last = refusals.findIndex(({ when = [] }) => when.length === 0);
  if (last >= 0) return refusals.slice(0, last + 1).flatMap(attempt);
  return [...refusals.flatMap(attempt), plain(CODE.answer, ALLOW)];
}

/** Answers if all tests of a refusal hold, and otherwise goes on behind it. */
function attempt({ when = [], errno }: Refusal): Instruction[] {
  const tests = when.map(testing);
  const length = tests.flat().length + 1;
  let at = 0;
  return [
    ...tests.flatMap((test) => {
      const end = at + test.length;
      return test.map((step): Instruction => {
        at++;
        const to = (where: Where) => where === "next" ? 0 : where === "holds" ? end - at : length - at;
        return { code: step.code, k: step.k, jt: to(step.yes), jf: to(step.no) };
      });
    }),
    ...answer(errno),
  ];
}

/** Where a comparison leads: to the next instruction, behind a test that holds, or behind a refusal that does not. */
type Where = "next" | "holds" | "fails";

interface Step {
  readonly code: number;
  readonly k: number;
  readonly yes: Where;
  readonly no: Where;
}

function testing({ argument, mask, among, notAmong = [] }: ArgumentTest): Step[] {
  const next = { yes: "next", no: "next" } as const;
  const compare = (k: number, yes: Where, no: Where): Step => ({ code: CODE.jumpIfEqual, k, yes, no });
  return [
    // Both architectures are little-endian: the low half comes first
    { code: CODE.load, k: DATA.arguments + 8 * argument, ...next },
    ...(mask === undefined ? [] : [{ code: CODE.and, k: mask, ...next }]),
    ...(among === undefined
      ? notAmong.map((value) => compare(value, "fails", "next"))
      : among.map((value, index) => compare(value, "holds", index === among.length - 1 ? "fails" : "next"))),
  ];
}

function answer(errno: keyof typeof ERRNO): readonly Instruction[] {
  return [plain(CODE.answer, REFUSE | ERRNO[errno])];
}
