import type { FilterWriter, Place } from "./filter_writer.ts";
import { ALLOW, CODE, DATA, plain, REFUSE } from "./instruction.ts";
import type { ArgumentTest, Refusal } from "./refusal.ts";

/** Where something begins.
 *
 * @param held the argument that is in the accumulator already, if any
 */
type Entry = (held?: number) => Place;

/** Writes how a call with these refusals is answered: the first whose tests all hold decides, and without one it
 * passes. */
export function writeRefusals(writer: FilterWriter, refusals: readonly Refusal[]): Place {
  const passes: Entry = () => writer.answer(ALLOW);
  return refusals.reduceRight((otherwise, refusal) => writeRefusal(writer, refusal, otherwise), passes)();
}

function writeRefusal(writer: FilterWriter, { when = [], errno }: Refusal, otherwise: Entry): Entry {
  const refuse: Entry = () => writer.answer(REFUSE | errno);
  return when.reduceRight((holds, test) => writeTest(writer, test, holds, otherwise), refuse);
}

function writeTest(writer: FilterWriter, test: ArgumentTest, holds: Entry, fails: Entry): Entry {
  const { argument, mask, among, notAmong = [] } = test;
  const left = mask === undefined ? argument : undefined;
  const [listed, others] = among === undefined ? [fails, holds] : [holds, fails];
  const [onListed, onOthers] = [listed(left), others(left)];
  const compared = (among ?? notAmong).reduceRight(
    (next, value) => writer.compare(CODE.jumpIfEqual, value, onListed, next),
    onOthers,
  );
  const masked = mask === undefined ? compared : writer.before(plain(CODE.and, mask), compared);
  // Both architectures are little-endian: the low half comes first
  const load = plain(CODE.load, DATA.arguments + 8 * argument);
  let loading: Place | undefined;
  return (held) => held === argument ? masked : loading ??= writer.before(load, masked);
}
