import type { Architecture } from "../../runtimes/runtime.ts";
import { writeRefusals } from "./argument_tests.ts";
import { callNumber, HOT_CALLS, NEWEST_CALL } from "./call_numbers.ts";
import { FilterWriter, type Place } from "./filter_writer.ts";
import { CODE, DATA, type Instruction, plain, REFUSE } from "./instruction.ts";
import { ERRNO, type Refusal } from "./refusal.ts";

/** `AUDIT_ARCH_X86_64` and `AUDIT_ARCH_AARCH64`, `include/uapi/linux/audit.h`. */
export const AUDIT_ARCHITECTURE: Readonly<Record<Architecture, number>> = {
  x86_64: 0xc000_003e,
  arm64: 0xc000_00b7,
};

const UNKNOWN: readonly Refusal[] = [{ calls: [], errno: "ENOSYS" }];
/** How much more often a hot call is made than one that is not. */
const HOT_WEIGHT = 50;

/** A run of call numbers, from `from` up to the next one, that are answered alike. */
interface Run {
  readonly from: number;
  readonly answer: Place;
  readonly weight: number;
}

/** Compiles refusals into a filter that lets everything else pass.
 *
 * Calls of another architecture (32-bit programs), those of x32, whose numbers begin at 0x40000000, and those newer
 * than the newest we know are answered with `ENOSYS`: the refusals do not speak of them.
 */
export function compileFilter(refusals: readonly Refusal[], architecture: Architecture): Instruction[] {
  const writer = new FilterWriter();
  const unknown = writer.answer(REFUSE | ERRNO.ENOSYS);
  const known = writer.before(
    plain(CODE.load, DATA.number),
    decide(writer, runsOf(writer, refusals, architecture)),
  );
  writer.before(
    plain(CODE.load, DATA.architecture),
    writer.compare(CODE.jumpIfEqual, AUDIT_ARCHITECTURE[architecture], known, unknown),
  );
  return writer.program();
}

/** All numbers in runs, lowest first. */
function runsOf(writer: FilterWriter, refusals: readonly Refusal[], architecture: Architecture): Run[] {
  const byNumber = new Map<number, Refusal[]>();
  for (const refusal of refusals) {
    for (const call of refusal.calls) {
      const number = callNumber(call, architecture);
      if (number !== undefined) byNumber.set(number, [...(byNumber.get(number) ?? []), refusal]);
    }
  }
  const hot = new Set(HOT_CALLS.map((call) => callNumber(call, architecture)));
  const pass = writeRefusals(writer, []);
  const runs: Run[] = [];
  const add = (from: number, answer: Place, weight: number) => {
    const last = runs.at(-1);
    if (last?.answer !== answer) runs.push({ from, answer, weight });
    else runs[runs.length - 1] = { ...last, weight: last.weight + weight };
  };
  for (let number = 0; number <= NEWEST_CALL; number++) {
    const own = byNumber.get(number);
    add(number, own === undefined ? pass : writeRefusals(writer, own), hot.has(number) ? HOT_WEIGHT : 1);
  }
  add(NEWEST_CALL + 1, writeRefusals(writer, UNKNOWN), 1);
  return runs;
}

/** A tree of comparisons over the number in the accumulator. It is split where both sides are called equally often,
 * so that few instructions lead to the calls that are made most. */
function decide(writer: FilterWriter, runs: readonly Run[]): Place {
  const [first, second, third] = runs as [Run, Run?, Run?];
  if (second === undefined) return first.answer;
  if (runs.length === 3 && third?.answer === first.answer && third.from === second.from + 1) {
    return writer.compare(CODE.jumpIfEqual, second.from, second.answer, first.answer);
  }
  const middle = middleOf(runs);
  const above = decide(writer, runs.slice(middle));
  const below = decide(writer, runs.slice(0, middle));
  return writer.compare(CODE.jumpIfAtLeast, (runs[middle] as Run).from, above, below);
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
