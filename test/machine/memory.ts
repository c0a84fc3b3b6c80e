/** Memory at a fixed address, which a test program can name. */
import { type Operation, syscall } from "../../src/machine/program.ts";

export const MEMORY_ADDRESS = 0x1000000;

const PROT_READ_WRITE = 3;
const MAP_PRIVATE_FIXED_ANONYMOUS = 0x32;

/** Maps that many bytes there, all zero. */
export function mapMemory(size: number): Operation {
  return syscall("mmap", [MEMORY_ADDRESS, size, PROT_READ_WRITE, MAP_PRIVATE_FIXED_ANONYMOUS, -1, 0]);
}
