/** How x86-64 instructions are laid out: prefixes, ModRM byte, immediates. "SDM" is the Intel 64 and IA-32
 * Architectures Software Developer's Manual. */

/** A register of the processor, by number and by its name at each width. */
export interface Gpr {
  readonly number: number;
  readonly 64: string;
  readonly 32: string;
  readonly 8: string;
}

/** An opcode that takes two registers and has the first in the `reg` field of ModRM, the second in `rm`.
 * Instructions with only one register have a further part of the opcode, a number, in `reg`.
 * `wide` makes it a 64-bit operation. */
export function withRegister(opcode: readonly number[], wide: boolean, reg: Gpr | number, rm: Gpr): number[] {
  const regNumber = typeof reg === "number" ? reg : reg.number;
  return [...rex(wide, regNumber, rm.number), ...opcode, modRm(3, regNumber, rm.number)];
}

/** An opcode that takes a register and the memory at `base + offset`. With `byte`, the register is 8 bits. */
export function withMemory(
  opcode: readonly number[],
  wide: boolean,
  reg: Gpr,
  base: Gpr,
  offset: number,
  byte: boolean = false,
): number[] {
  const short = offset >= -128 && offset <= 127;
  // rbp and r13 have no form without an offset, and rsp and r12 need a SIB byte, here one that says "no index":
  // SDM volume 2, "Special Cases of REX Encodings"
  const mode = offset === 0 && (base.number & 7) !== 5 ? 0 : short ? 1 : 2;
  const sib = (base.number & 7) === 4 ? [0x24] : [];
  const displacement = littleEndian(BigInt(offset), [0, 1, 4][mode] as number);
  // Without a REX prefix, 8-bit registers 4 to 7 are ah, ch, dh and bh: SDM volume 2, "REX Prefixes"
  const prefix = rex(wide, reg.number, base.number, byte && reg.number >= 4);
  return [...prefix, ...opcode, modRm(mode, reg.number, base.number), ...sib, ...displacement];
}

/** The memory at `base + offset` as objdump prints it. */
export function memoryName(width: 8 | 32 | 64, base: Gpr, offset: number): string {
  return `${{ 8: "BYTE", 32: "DWORD", 64: "QWORD" }[width]} PTR ${addressName(base, offset)}`;
}

/** The address `base + offset` as objdump prints it. */
export function addressName(base: Gpr, offset: number): string {
  const zeroShown = (base.number & 7) === 5;
  const distance = offset < 0 ? `-${hex(-offset)}` : offset > 0 || zeroShown ? `+${hex(offset)}` : "";
  return `[${base[64]}${distance}]`;
}

/** The REX prefix with the fourth bits of both register numbers, if it is needed: SDM volume 2, "REX Prefixes". */
export function rex(wide: boolean, reg: number, rm: number, force: boolean = false): number[] {
  const prefix = 0x40 | (wide ? 8 : 0) | (reg >> 3) << 2 | rm >> 3;
  return prefix !== 0x40 || force ? [prefix] : [];
}

/** The ModRM byte with the lower three bits of both register numbers: SDM volume 2, "ModR/M and SIB Bytes". */
export function modRm(mode: number, reg: number, rm: number): number {
  return mode << 6 | (reg & 7) << 3 | rm & 7;
}

/** The lowest `size` bytes of a two's complement number, the lowest first. */
export function littleEndian(value: bigint, size: number): number[] {
  return Array.from({ length: size }, (_, index) => Number(BigInt.asUintN(8, value >> BigInt(8 * index))));
}

/** A number in objdump's way: negative ones as 64-bit two's complement. */
export function hex(value: number | bigint): string {
  return `0x${BigInt.asUintN(64, BigInt(value)).toString(16)}`;
}
