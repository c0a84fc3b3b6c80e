import { outcomeOf } from "../acts/outcome.ts";

/** Something to do around a lockdown, in a process of its own. What it returns is printed as JSON. */
export type Activity = (input: Input) => Promise<unknown>;

/** What activities work with. */
export interface Input {
  /** Two files in folders of their own. */
  readonly first: string;
  readonly second: string;
  readonly cat: string;
  readonly sleep: string;
  /** Ports of two HTTP servers. */
  readonly grantedPort: number;
  readonly otherPort: number;
  /** Whether to lock down at all. */
  readonly confined: boolean;
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** `ok`, or what went wrong. */
export async function attempt(act: () => unknown): Promise<string> {
  try {
    await act();
    return "ok";
  } catch (error) {
    return outcomeOf(error);
  }
}
