import type { Architecture } from "../linux/architecture.ts";
import { ENOSYS } from "../linux/errno.ts";
import { NEWEST_CALL, syscallNumber } from "../linux/syscalls.ts";
import { writeRefusals } from "./argument_tests.ts";
import { FilterWriter, type Place } from "./filter_writer.ts";
import { HOT_CALLS } from "./hot_calls.ts";
import { CODE, DATA, type Instruction, plain, REFUSE } from "./instruction.ts";
import type { Refusal } from "./refusal.ts";

/** `AUDIT_ARCH_X86_64` and `AUDIT_ARCH_AARCH64`, `include/uapi/linux/audit.h`. */
export const AUDIT_ARCHITECTURE: Readonly<Record<Architecture, number>> = {
  x86_64: 0xc000_003e,
  arm64: 0xc000_00b7,
};

const UNKNOWN: readonly Refusal[] = [{ calls: [], errno: ENOSYS }];
/** How much more often a hot call is made than one that is not. */
const HOT_WEIGHT = 50;

/** A run of call numbers, from `from` up to the next one, that are answered alike. */
interface Run {
  readonly from: number;
  readonly answer: Place;
  /** How often all calls before it are made, taken together. */
  readonly before: number;
}

/** Compiles refusals into a filter that lets everything else pass.
 *
 * Calls of another architecture (32-bit programs), those of x32, whose numbers begin at 0x40000000, and those newer
 * than the newest we know are answered with `ENOSYS`: the refusals do not speak of them.
 */
export function compileFilter(refusals: readonly Refusal[], architecture: Architecture): Instruction[] {
  const writer = new FilterWriter();
  const unknown = writer.answer(REFUSE | ENOSYS);
  const runs = runsOf(writer, refusals, architecture);
  const known = writer.before(plain(CODE.load, DATA.number), decide(writer, runs, 0, runs.length - 1));
  writer.before(
    plain(CODE.load, DATA.architecture),
    writer.compare(CODE.jumpIfEqual, AUDIT_ARCHITECTURE[architecture], known, unknown),
  );
  return writer.program();
}

/** All numbers in runs, lowest first, and a last one behind them all. */
function runsOf(writer: FilterWriter, refusals: readonly Refusal[], architecture: Architecture): Run[] {
  const refused = refusalsByNumber(refusals, architecture);
  const hot = HOT_CALLS.map((call) => syscallNumber(call, architecture)).filter((number) =>
    number !== undefined
  )
    .sort(ascending);
  const pass = writeRefusals(writer, []);
  const unknown = writeRefusals(writer, UNKNOWN);
  const runs: Run[] = [];
  let hotBefore = 0;
  const begin = (from: number, answer: Place) => {
    if (runs.at(-1)?.from === from) runs.pop();
    if (runs.at(-1)?.answer === answer) return;
    while (hotBefore < hot.length && (hot[hotBefore] as number) < from) hotBefore++;
    runs.push({ from, answer, before: from + hotBefore * (HOT_WEIGHT - 1) });
  };
  begin(0, pass);
  // Most calls have one refusal, which they share with others
  const answers = new Map<Refusal, Place>();
  for (const number of [...refused.keys()].sort(ascending)) {
    const [first, ...others] = refused.get(number) as [Refusal, ...Refusal[]];
    const known = others.length === 0 ? answers.get(first) : undefined;
    const answer = known ?? writeRefusals(writer, [first, ...others]);
    if (others.length === 0) answers.set(first, answer);
    begin(number, answer);
    begin(number + 1, pass);
  }
  begin(NEWEST_CALL + 1, unknown);
  const all = NEWEST_CALL + 2 + hot.length * (HOT_WEIGHT - 1);
  return [...runs, { from: Infinity, answer: unknown, before: all }];
}

/** Which refusals speak of a call, in their order. */
function refusalsByNumber(
  refusals: readonly Refusal[],
  architecture: Architecture,
): Map<number, Refusal[]> {
  const found = new Map<number, Refusal[]>();
  for (const refusal of refusals) {
    for (const call of refusal.calls) {
      const number = syscallNumber(call, architecture);
      if (number === undefined) continue;
      const known = found.get(number);
      if (known === undefined) found.set(number, [refusal]);
      else known.push(refusal);
    }
  }
  return found;
}

/** A tree of comparisons over the number in the accumulator, for the runs from `start` up to `end`. It is split where
 * both sides are called equally often, so that few instructions lead to the calls that are made most. */
function decide(writer: FilterWriter, runs: readonly Run[], start: number, end: number): Place {
  const [first, second, third] = runs.slice(start, start + 3) as [Run, Run, Run];
  if (end - start === 1) return first.answer;
  if (end - start === 3 && third.answer === first.answer && third.from === second.from + 1) {
    return writer.compare(CODE.jumpIfEqual, second.from, second.answer, first.answer);
  }
  const middle = middleOf(runs, start, end);
  const above = decide(writer, runs, middle, end);
  const below = decide(writer, runs, start, middle);
  return writer.compare(CODE.jumpIfAtLeast, (runs[middle] as Run).from, above, below);
}

/** The index that leaves the calls on both sides as equal as can be; at least one run is on each. */
function middleOf(runs: readonly Run[], start: number, end: number): number {
  const before = (index: number) => (runs[index] as Run).before;
  const twice = before(start) + before(end);
  let middle = start + 1;
  const difference = (index: number) => Math.abs(twice - 2 * before(index));
  while (middle + 1 < end && difference(middle + 1) < difference(middle)) middle++;
  return middle;
}

function ascending(a: number, b: number): number {
  return a - b;
}
