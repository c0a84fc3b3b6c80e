import type { System } from "./system.ts";

const BYTES = 16;

/** A name that nobody can guess: the kernel's random numbers. Other code can replace `crypto.randomUUID`. */
export function randomName(system: System): string {
  const { bytes, address } = system.scratch;
  // A request this small is never cut short, random(4)
  system.call("getrandom", "random numbers", address, BYTES, 0);
  let name = "";
  for (let at = 0; at < BYTES; at++) name += (bytes[at] as number).toString(16).padStart(2, "0");
  return name;
}
