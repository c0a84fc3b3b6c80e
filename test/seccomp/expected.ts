import type { Architecture } from "../../src/linux/architecture.ts";
import { ENOSYS } from "../../src/linux/errno.ts";
import { NEWEST_CALL, syscallNames } from "../../src/linux/syscalls.ts";
import { AUDIT_ARCHITECTURE } from "../../src/seccomp/compile.ts";
import type { ArgumentTest, Refusal } from "../../src/seccomp/refusal.ts";
import type { Call } from "./model.ts";

/** The errno that refusals mean for a call, 0 for none; worked out without a filter. */
export function expectedErrno(
  refusals: readonly Refusal[],
  { architecture, number, values }: Call,
  own: Architecture,
): number {
  if (architecture !== AUDIT_ARCHITECTURE[own] || number > NEWEST_CALL) return ENOSYS;
  const name = syscallNames(own).get(number);
  if (name === undefined) return 0;
  const found = refusals.find(({ calls, when = [] }) =>
    calls.includes(name) && when.every((test) => holds(test, values))
  );
  return found === undefined ? 0 : found.errno;
}

function holds(
  { argument, mask = 0xffff_ffff, among, notAmong = [] }: ArgumentTest,
  values: readonly bigint[],
) {
  const word = Number((values[argument] ?? 0n) & BigInt(mask));
  return among === undefined ? !notAmong.includes(word) : among.includes(word);
}
