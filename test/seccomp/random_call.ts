import fc from "fast-check";
import type { Architecture } from "../../src/linux/architecture.ts";
import { NEWEST_CALL, syscallNames } from "../../src/linux/syscalls.ts";
import { AUDIT_ARCHITECTURE } from "../../src/seccomp/compile.ts";
import type { Refusal } from "../../src/seccomp/refusal.ts";
import type { Call } from "./model.ts";

/** `__X32_SYSCALL_BIT`. */
const X32 = 0x4000_0000;

/** Calls by any number, with arguments that refusals ask for more often than chance would have it. */
export function randomCall(refusals: readonly Refusal[], architecture: Architecture): fc.Arbitrary<Call> {
  const tested = refusals.flatMap(({ when = [] }) => when)
    .flatMap(({ mask = 0, among = [], notAmong = [] }) => [mask, ...among, ...notAmong]);
  const word = fc.oneof(fc.constantFrom(0, 1, ...tested), fc.nat({ max: 0xffff_ffff }));
  const value = fc.tuple(word, fc.constantFrom(0, 0, 1, 0xffff_ffff))
    .map(([low, high]) => BigInt(high) << 32n | BigInt(low));
  const number = fc.oneof(
    fc.constantFrom(...syscallNames(architecture).keys()),
    fc.nat({ max: NEWEST_CALL + 5 }),
    fc.nat({ max: NEWEST_CALL }).map((number) => number + X32),
    fc.nat({ max: 0xffff_ffff }),
  );
  return fc.record({
    architecture: fc.constant(AUDIT_ARCHITECTURE[architecture]),
    number,
    values: fc.array(value, { minLength: 6, maxLength: 6 }),
  });
}
