import { syscallNumber } from "../linux/syscalls.ts";
import type { CodeWriter } from "./code_writer.ts";
import type { Argument, Condition, Instruction, Operand, Register, Width } from "./program.ts";

/** Encodings are those of the Arm Architecture Reference Manual for A-profile ("ARM ARM"), chapter C6. Only
 * ARMv8.0 instructions. */

/** The kernel preserves all registers but x0; a system call's arguments are in x0 to x5, its number in x8. */
const REGISTERS: Record<Register, number> = {
  r0: 19,
  r1: 20,
  r2: 21,
  r3: 22,
  r4: 23,
  r5: 24,
  r6: 25,
  r7: 26,
  result: 0,
};

const SYSCALL_NUMBER = 8;
/** For use within an operation. */
const SCRATCH = 9;
/** More of them, for {@linkcode fetchAdd}. */
const ADDRESS = 10;
const OLD = 11;
const NEW = 12;
const STATUS = 13;
/** As a destination, register 31 discards the value; in some instructions it is the stack pointer instead. */
const ZERO = 31;

const CONDITIONS: Record<Condition, { readonly code: number; readonly name: string }> = {
  equal: { code: 0, name: "b.eq" },
  notEqual: { code: 1, name: "b.ne" },
  below: { code: 3, name: "b.cc" },
  less: { code: 11, name: "b.lt" },
};

/** Loads and stores in the form with a scaled 12-bit offset. */
const ACCESS = {
  load8: { opcode: 0x39400000, name: "ld", suffix: "b", register: "w" },
  load32: { opcode: 0xb9400000, name: "ld", suffix: "", register: "w" },
  loadSigned32: { opcode: 0xb9800000, name: "ld", suffix: "sw", register: "x" },
  load64: { opcode: 0xf9400000, name: "ld", suffix: "", register: "x" },
  store8: { opcode: 0x39000000, name: "st", suffix: "b", register: "w" },
  store32: { opcode: 0xb9000000, name: "st", suffix: "", register: "w" },
  store64: { opcode: 0xf9000000, name: "st", suffix: "", register: "x" },
};

/** Of three registers. */
const ARITHMETIC = {
  add: { opcode: 0x8b000000, name: "add" },
  subtract: { opcode: 0xcb000000, name: "sub" },
  and: { opcode: 0x8a000000, name: "and" },
};

/** Writes one operation as arm64 instructions.
 *
 * @throws Error if it would lie at an offset that is no multiple of 4
 * @throws RangeError if a label is out of reach
 */
export function encodeArm64(operation: Instruction, out: CodeWriter): void {
  switch (operation.op) {
    case "set":
      return set(out, REGISTERS[operation.to], operation.value);
    case "move":
      return move(out, REGISTERS[operation.to], REGISTERS[operation.from]);
    case "stackPointer":
      return stackPointer(out, REGISTERS[operation.to]);
    case "reserve":
      return reserve(out, operation.by);
    case "address":
      return address(out, REGISTERS[operation.to], operation.label);
    case "load": {
      const { to, base, offset, width, signed } = operation;
      const access = signed ? ACCESS.loadSigned32 : ACCESS[`load${width}`];
      return memory(out, access, REGISTERS[to], REGISTERS[base], offset, width);
    }
    case "store": {
      const { from, base, offset, width } = operation;
      return memory(out, ACCESS[`store${width}`], REGISTERS[from], REGISTERS[base], offset, width);
    }
    case "fetchAdd": {
      const { to, base, offset, by } = operation;
      return fetchAdd(out, REGISTERS[to], REGISTERS[base], offset, by);
    }
    case "add":
    case "subtract":
    case "and":
      return arithmetic(out, operation.op, REGISTERS[operation.to], operation.by);
    case "shiftLeft": {
      const to = REGISTERS[operation.to];
      return moveBits(out, 64 - operation.by, 63 - operation.by, to, `lsl x${to}, x${to}, #${operation.by}`);
    }
    case "shiftRight": {
      const to = REGISTERS[operation.to];
      return moveBits(out, operation.by, 63, to, `lsr x${to}, x${to}, #${operation.by}`);
    }
    case "jump":
      return branch(out, 0x14000000, "b", operation.target);
    case "jumpIf": {
      const { code, name } = CONDITIONS[operation.condition];
      compare(out, REGISTERS[operation.left], operation.right);
      const target = out.target(operation.target);
      return word(out, 0x54000000 | distance(out, target, name, 19) << 5 | code, `${name} ${hex(target)}`);
    }
    case "call":
      return call(out, operation.target);
    case "return":
      return word(out, 0xd65f03c0, "ret");
    case "syscall":
      return systemCall(out, syscallNumber(operation.name, "arm64"), operation.arguments);
  }
}

/** An addition of zero: the register form of mov cannot name sp. */
function stackPointer(out: CodeWriter, to: number): void {
  word(out, 0x910003e0 | to, `mov x${to}, sp`);
}

/** The form that takes the stack pointer: ARM ARM, SUB (extended register). */
function reserve(out: CodeWriter, operand: Operand): void {
  const by = inRegister(out, operand);
  word(out, 0xcb2063ff | by << 16, `sub sp, sp, x${by}`);
}

function arithmetic(out: CodeWriter, operation: "add" | "subtract" | "and", to: number, by: Operand): void {
  const { opcode, name } = ARITHMETIC[operation];
  if (typeof by === "number" && operation !== "and") {
    return addImmediate(out, to, to, operation === "add" ? by : -by);
  }
  // "and" has immediate forms too, but only for repeating bit patterns, and with an encoding to match
  threeRegisters(out, opcode, name, to, to, inRegister(out, by));
}

/** bl overwrites the return address in x30. x86-64 keeps it on the stack: so do we, in units of 16 bytes, to which the
 * stack pointer must stay aligned: ARM ARM, "SP alignment checking". */
function call(out: CodeWriter, target: string): void {
  word(out, 0xf81f0ffe, "str x30, [sp, #-16]!");
  branch(out, 0x94000000, "bl", target);
  word(out, 0xf84107fe, "ldr x30, [sp], #16");
}

/** One instruction for each 16 bits that are not zero, or one for a small negative number. */
function set(out: CodeWriter, to: number, value: bigint): void {
  const unsigned = BigInt.asUintN(64, value);
  const inverted = BigInt.asUintN(64, ~value);
  if (inverted < 0x10000n) {
    // movn writes the inverse of its immediate
    return word(out, 0x92800000 | Number(inverted) << 5 | to, `mov x${to}, ${immediate(unsigned)}`);
  }
  const quarters = [0, 1, 2, 3].map((index) => ({
    index,
    bits: Number(unsigned >> BigInt(16 * index) & 0xffffn),
  }));
  const [first = { index: 0, bits: 0 }, ...others] = quarters.filter(({ bits }) => bits !== 0);
  // movz zeroes the other quarters, movk keeps them; objdump calls the former mov and shows the whole value
  const shown = immediate(BigInt(first.bits) << BigInt(16 * first.index));
  word(out, 0xd2800000 | first.index << 21 | first.bits << 5 | to, `mov x${to}, ${shown}`);
  for (const { index, bits } of others) {
    const text = `movk x${to}, ${immediate(bits)}${index > 0 ? `, lsl #${16 * index}` : ""}`;
    word(out, 0xf2800000 | index << 21 | bits << 5 | to, text);
  }
}

function move(out: CodeWriter, to: number, from: number): void {
  if (to !== from) word(out, 0xaa0003e0 | from << 16 | to, `mov x${to}, x${from}`);
}

/** The operand in a register: its own, or the scratch register. */
function inRegister(out: CodeWriter, operand: Operand): number {
  if (typeof operand !== "number") return REGISTERS[operand];
  set(out, SCRATCH, BigInt(operand));
  return SCRATCH;
}

function address(out: CodeWriter, to: number, label: string): void {
  const target = out.target(label);
  const field = signedField(out, target, "adr", target - out.offset, 21);
  // The two lowest bits stand apart: ARM ARM, ADR
  word(out, 0x10000000 | (field & 3) << 29 | field >> 2 << 5 | to, `adr x${to}, ${hex(target)}`);
}

function memory(
  out: CodeWriter,
  access: (typeof ACCESS)[keyof typeof ACCESS],
  register: number,
  base: number,
  offset: number,
  width: Width,
): void {
  const size = width / 8;
  const scaled = offset >= 0 && offset % size === 0;
  const name = `${access.name}${scaled ? "r" : "ur"}${access.suffix}`;
  const text = `${name} ${access.register}${register}, [x${base}${offset === 0 ? "" : `, #${offset}`}]`;
  const opcode = access.opcode | base << 5 | register;
  if (scaled) return word(out, opcode | offset / size << 10, text);
  // The form with a signed 9-bit offset in bytes differs in one bit: ARM ARM, LDUR
  word(out, opcode & ~(1 << 24) | (offset & 0x1ff) << 12, text);
}

/** Load exclusive, store exclusive, again if somebody came between: the single instruction for it is newer than
 * ARMv8.0. No other memory access may come between the two, and their registers must all differ: ARM ARM,
 * "Load-Exclusive and Store-Exclusive instruction usage restrictions" and STLXR. */
function fetchAdd(out: CodeWriter, to: number, base: number, offset: number, by: Operand): void {
  addImmediate(out, ADDRESS, base, offset);
  const increment = inRegister(out, by);
  const again = out.offset;
  word(out, 0x885ffc00 | ADDRESS << 5 | OLD, `ldaxr w${OLD}, [x${ADDRESS}]`);
  word(out, 0x0b000000 | increment << 16 | OLD << 5 | NEW, `add w${NEW}, w${OLD}, w${increment}`);
  word(out, 0x8800fc00 | STATUS << 16 | ADDRESS << 5 | NEW, `stlxr w${STATUS}, w${NEW}, [x${ADDRESS}]`);
  word(out, 0x35000000 | distance(out, again, "cbnz", 19) << 5 | STATUS, `cbnz w${STATUS}, ${hex(again)}`);
  // A 32-bit load has zeroed the upper half
  move(out, to, OLD);
}

/** Immediates of additions and comparisons have 12 bits without a sign: add or subtract. */
function addImmediate(out: CodeWriter, to: number, from: number, value: number): void {
  if (value >= 0 && value <= 4095) {
    word(out, 0x91000000 | value << 10 | from << 5 | to, `add x${to}, x${from}, ${immediate(value)}`);
  } else if (value < 0 && value >= -4095) {
    word(out, 0xd1000000 | -value << 10 | from << 5 | to, `sub x${to}, x${from}, ${immediate(-value)}`);
  } else {
    set(out, SCRATCH, BigInt(value));
    threeRegisters(out, 0x8b000000, "add", to, from, SCRATCH);
  }
}

/** A comparison is a subtraction, or an addition, whose result is discarded. Adding 1 gives the same flags as
 * subtracting -1, carry included; only for 0 it would not. */
function compare(out: CodeWriter, left: number, right: Operand): void {
  if (typeof right === "number" && right >= 0 && right <= 4095) {
    word(out, 0xf1000000 | right << 10 | left << 5 | ZERO, `cmp x${left}, ${immediate(right)}`);
  } else if (typeof right === "number" && right < 0 && right >= -4095) {
    word(out, 0xb1000000 | -right << 10 | left << 5 | ZERO, `cmn x${left}, ${immediate(-right)}`);
  } else {
    const register = inRegister(out, right);
    word(out, 0xeb000000 | register << 16 | left << 5 | ZERO, `cmp x${left}, x${register}`);
  }
}

function threeRegisters(
  out: CodeWriter,
  opcode: number,
  name: string,
  to: number,
  left: number,
  right: number,
): void {
  word(out, opcode | right << 16 | left << 5 | to, `${name} x${to}, x${left}, x${right}`);
}

/** lsl and lsr are other names for ubfm, which moves a field of bits: ARM ARM, UBFM. */
function moveBits(out: CodeWriter, rotate: number, highest: number, to: number, text: string): void {
  word(out, 0xd3400000 | rotate << 16 | highest << 10 | to << 5 | to, text);
}

function branch(out: CodeWriter, opcode: number, name: string, label: string): void {
  const target = out.target(label);
  word(out, opcode | distance(out, target, name, 26), `${name} ${hex(target)}`);
}

/** Distance from the next instruction to be written, in instructions, as a field of that many bits. */
function distance(out: CodeWriter, target: number, name: string, bits: number): number {
  const words = (target - out.offset) / 4;
  if (!Number.isInteger(words)) {
    throw new Error(
      `Cannot branch to offset "${hex(target)}": arm64 code is aligned to 4 bytes, add align(4)`,
    );
  }
  return signedField(out, target, name, words, bits);
}

function signedField(out: CodeWriter, target: number, name: string, value: number, bits: number): number {
  const limit = 2 ** (bits - 1);
  if (value < -limit || value >= limit) {
    throw new RangeError(
      `Cannot reach offset "${hex(target)}" from "${hex(out.offset)}": too far for arm64's ${name}`,
    );
  }
  return value & (2 ** bits - 1);
}

/** From the last argument to the first: x0 is `result`, and may be among the arguments itself. */
function systemCall(out: CodeWriter, number: number, args: readonly Argument[]): void {
  for (const [register, value] of [...args.entries()].reverse()) {
    if (typeof value === "bigint") set(out, register, value);
    else if (typeof value === "string") move(out, register, REGISTERS[value]);
    else if ("label" in value) address(out, register, value.label);
    else addImmediate(out, register, REGISTERS[value.base], value.offset);
  }
  set(out, SYSCALL_NUMBER, BigInt(number));
  word(out, 0xd4000001, "svc #0x0");
}

function word(out: CodeWriter, value: number, text: string): void {
  if (out.offset % 4 !== 0) {
    throw new Error(
      `Cannot place "${text}" at offset "${hex(out.offset)}": arm64 code is aligned to 4 bytes, add align(4)`,
    );
  }
  out.code([value & 0xff, value >> 8 & 0xff, value >> 16 & 0xff, value >>> 24], text);
}

function immediate(value: number | bigint): string {
  return `#${hex(value)}`;
}

function hex(value: number | bigint): string {
  return `0x${value.toString(16)}`;
}
