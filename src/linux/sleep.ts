import type { System } from "./system.ts";

/** Makes the calling thread sleep for less than a second; nanosleep(2). */
export function sleep(system: System, nanoseconds: number): void {
  const { view, address } = system.scratch;
  view.setBigInt64(0, 0n, true);
  view.setBigInt64(8, BigInt(nanoseconds), true);
  system.attempt("nanosleep", address, 0);
}
