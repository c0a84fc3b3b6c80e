import type { SyscallName } from "../linux/syscalls.ts";

/** Calls to refuse, and what to answer. Of several for one call the first that matches decides. */
export interface Refusal {
  readonly calls: readonly SyscallName[];
  /** An error number on which programs fall back, or give up in good order. */
  readonly errno: number;
  /** All must hold. Left out: refused whatever the arguments. */
  readonly when?: readonly ArgumentTest[];
}

/** A test of one argument. Only its low 32 bits are looked at: the kernel takes all those tested here as `int` or
 * ignores the rest. A filter sees the arguments themselves, never what they point to. */
export interface ArgumentTest {
  /** Which one, from 0. */
  readonly argument: number;
  /** Bits to look at; all if left out. */
  readonly mask?: number;
  /** Holds if it is one of these, */
  readonly among?: readonly number[];
  /** or if it is none of these. */
  readonly notAmong?: readonly number[];
}
