import type { Step } from "../acts/act.ts";
import type { RuntimeName } from "../support/self.ts";

/** Native programs the acts start; `undefined` where one is not installed. */
export interface Programs {
  readonly sh: string;
  readonly cat: string;
  readonly python: string | undefined;
  /** Compiled from `test/probes/read_file.c`. */
  readonly reader: string | undefined;
}

/** Something the machine must have for an act. */
export type Need = "python" | "reader" | "ipv6";

/** One fact: what fails inside, with which error, and what still works there. Without lockdown all of it works. */
export interface Row {
  readonly fact: string;
  readonly denied: readonly Step[];
  readonly errno: string;
  readonly allowed: readonly Step[];
  readonly needs?: readonly Need[] | undefined;
  /** The runtime that has this; all if left out. */
  readonly only?: readonly RuntimeName[] | undefined;
  /** The first Landlock ABI that denies it; 1 if left out. */
  readonly abi?: number | undefined;
}

/** An act on the main thread. */
export function step(act: string, ...words: (string | number)[]): Step {
  return { act, words: words.map(String), on: "main" };
}
