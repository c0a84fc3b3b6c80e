import type { System } from "./system.ts";

/** Asks for the settings of a terminal, which nothing else has: `TCGETS` in `include/uapi/asm-generic/ioctls.h`. */
export const TCGETS = 0x5401;

/** Whether a descriptor is a terminal. */
export function isTerminal(system: System, fd: number): boolean {
  return system.attempt("ioctl", fd, TCGETS, system.scratch.address) === 0;
}
