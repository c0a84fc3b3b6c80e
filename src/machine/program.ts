import { CODE_ALIGNMENT } from "../linux/elf.ts";
import type { PortableSyscall } from "../linux/syscalls.ts";

/** A register of the portable machine, 64 bits wide.
 *
 * `r0` to `r7` change only when an operation writes them. `result` does too, and every `syscall` writes it. */
export type Register = "r0" | "r1" | "r2" | "r3" | "r4" | "r5" | "r6" | "r7" | "result";

/** A register, or an immediate value: a signed 32-bit integer. */
export type Operand = Register | number;

/** An argument of a system call: a register, any 64-bit integer, the address of a label, or an address in memory, see
 * {@linkcode at}. */
export type Argument = Register | bigint | { readonly label: string } | Memory;

/** How {@linkcode jumpIf} compares: `below` is unsigned, `less` is signed, both on 64 bits. */
export type Condition = "equal" | "notEqual" | "below" | "less";

/** Width of a memory access, in bits. */
export type Width = 8 | 32 | 64;

/** One step of a program. Made by the functions below, which check every number in it. */
export type Operation = Step & {
  /** A comment for the listing. */
  readonly why?: string | undefined;
};

type Step =
  | { readonly op: "set"; readonly to: Register; readonly value: bigint }
  | { readonly op: "move"; readonly to: Register; readonly from: Register }
  | { readonly op: "stackPointer"; readonly to: Register }
  | { readonly op: "reserve"; readonly by: Operand }
  | { readonly op: "address"; readonly to: Register; readonly label: string }
  | Memory & { readonly op: "load"; readonly to: Register; readonly width: Width; readonly signed: boolean }
  | Memory & { readonly op: "store"; readonly from: Register; readonly width: Width }
  | Memory & { readonly op: "fetchAdd"; readonly to: Register; readonly by: Operand }
  | { readonly op: "add" | "subtract" | "and"; readonly to: Register; readonly by: Operand }
  | { readonly op: "shiftLeft" | "shiftRight"; readonly to: Register; readonly by: number }
  | { readonly op: "jump" | "call"; readonly target: string }
  | {
    readonly op: "jumpIf";
    readonly left: Register;
    readonly condition: Condition;
    readonly right: Operand;
    readonly target: string;
  }
  | { readonly op: "return" }
  | { readonly op: "syscall"; readonly name: PortableSyscall; readonly arguments: readonly Argument[] }
  | { readonly op: "data"; readonly bytes: Uint8Array; readonly text: string }
  | { readonly op: "align"; readonly to: number }
  | { readonly op: "label"; readonly name: string };

/** A place in memory. */
export interface Memory {
  readonly base: Register;
  /** In bytes. */
  readonly offset: number;
}

/** An operation that becomes instructions, not data or a place. */
export type Instruction = Exclude<Operation, { readonly op: "data" | "align" | "label" }>;

/** A program: its operations in order. Compose programs with array spread. */
export type Program = readonly Operation[];

// Registers

/** `to = value`, a 64-bit integer, signed or unsigned.
 *
 * @throws RangeError if `value` needs more than 64 bits, or is a number that is not a safe integer
 */
export function set(to: Register, value: number | bigint, why?: string): Operation {
  return { op: "set", to, value: integer64(value), why };
}

/** `to = from` */
export function move(to: Register, from: Register, why?: string): Operation {
  return { op: "move", to, from, why };
}

/** `to = the stack pointer`. As the first operation of an executable it finds argc there, then argv, a zero,
 * envp, a zero: all 64-bit. */
export function stackPointer(to: Register, why?: string): Operation {
  return { op: "stackPointer", to, why };
}

/** Takes `by` bytes of the stack, a multiple of 16: the stack pointer is then their address. What is in them is not
 * defined. Not between a {@linkcode call} and its {@linkcode ret}, unless that is never reached.
 *
 * @throws RangeError if `by` is a number and no multiple of 16 up to 2^31
 */
export function reserve(by: Operand, why?: string): Operation {
  if (typeof by === "number" && (by <= 0 || by % CODE_ALIGNMENT !== 0)) {
    throw new RangeError(`Cannot reserve "${by}" bytes of the stack: not a multiple of ${CODE_ALIGNMENT}`);
  }
  return { op: "reserve", by: operand(by), why };
}

/** `to = the address of label`, relative to where the program lies in memory. */
export function address(to: Register, label: string, why?: string): Operation {
  return { op: "address", to, label, why };
}

// Memory. Offsets are in bytes: -256 to 255, or a multiple of the width up to 4095 times the width, which is
// what arm64 encodes in one instruction

/** `to = the byte at base + offset`, zero-extended.
 *
 * @throws RangeError if the offset cannot be encoded; the other loads and stores throw it too
 */
export function load8(to: Register, base: Register, offset: number = 0, why?: string): Operation {
  return { op: "load", to, base, offset: memoryOffset(offset, 8), width: 8, signed: false, why };
}

/** `to = the 32-bit word at base + offset`, zero-extended. */
export function load32(to: Register, base: Register, offset: number = 0, why?: string): Operation {
  return { op: "load", to, base, offset: memoryOffset(offset, 32), width: 32, signed: false, why };
}

/** `to = the 32-bit word at base + offset`, sign-extended. */
export function loadSigned32(to: Register, base: Register, offset: number = 0, why?: string): Operation {
  return { op: "load", to, base, offset: memoryOffset(offset, 32), width: 32, signed: true, why };
}

/** `to = the 64-bit word at base + offset` */
export function load64(to: Register, base: Register, offset: number = 0, why?: string): Operation {
  return { op: "load", to, base, offset: memoryOffset(offset, 64), width: 64, signed: false, why };
}

/** The byte at base + offset becomes the lowest 8 bits of `from`. */
export function store8(from: Register, base: Register, offset: number = 0, why?: string): Operation {
  return { op: "store", from, base, offset: memoryOffset(offset, 8), width: 8, why };
}

/** The 32-bit word at base + offset becomes the lower half of `from`. */
export function store32(from: Register, base: Register, offset: number = 0, why?: string): Operation {
  return { op: "store", from, base, offset: memoryOffset(offset, 32), width: 32, why };
}

/** The 64-bit word at base + offset becomes `from`. */
export function store64(from: Register, base: Register, offset: number = 0, why?: string): Operation {
  return { op: "store", from, base, offset: memoryOffset(offset, 64), width: 64, why };
}

/** Adds `by` to the 32-bit word at base + offset; `to` gets what was there before, zero-extended. In one
 * atomic step: what this thread wrote before is seen by whoever sees the sum. The word must be aligned to 4
 * bytes, or arm64 faults. */
export function fetchAdd32(
  to: Register,
  base: Register,
  offset: number,
  by: Operand,
  why?: string,
): Operation {
  return { op: "fetchAdd", to, base, offset: memoryOffset(offset, 32), by: operand(by), why };
}

// Arithmetic

/** `to = to + by`
 *
 * @throws RangeError if `by` is a number but no signed 32-bit integer; the other operations that take an
 * operand throw it too
 */
export function add(to: Register, by: Operand, why?: string): Operation {
  return { op: "add", to, by: operand(by), why };
}

/** `to = to - by` */
export function subtract(to: Register, by: Operand, why?: string): Operation {
  return { op: "subtract", to, by: operand(by), why };
}

/** `to = to & by`; a negative immediate is sign-extended to 64 bits. */
export function and(to: Register, by: Operand, why?: string): Operation {
  return { op: "and", to, by: operand(by), why };
}

/** `to = to << by`
 *
 * @throws RangeError if `by` is not 1 to 63
 */
export function shiftLeft(to: Register, by: number, why?: string): Operation {
  return { op: "shiftLeft", to, by: shift(by), why };
}

/** `to = to >>> by`, zeros come in from the left.
 *
 * @throws RangeError if `by` is not 1 to 63
 */
export function shiftRight(to: Register, by: number, why?: string): Operation {
  return { op: "shiftRight", to, by: shift(by), why };
}

// Control flow

/** Continues at a label. */
export function jump(target: string, why?: string): Operation {
  return { op: "jump", target, why };
}

/** Continues at a label if the comparison holds: `jumpIf("result", "less", 0, "failed")`. An immediate is
 * sign-extended to 64 bits before either kind of comparison. */
export function jumpIf(
  left: Register,
  condition: Condition,
  right: Operand,
  target: string,
  why?: string,
): Operation {
  return { op: "jumpIf", left, condition, right: operand(right), target, why };
}

/** Runs the operations at a label up to their {@linkcode ret}, then goes on. Calls may nest. */
export function call(target: string, why?: string): Operation {
  return { op: "call", target, why };
}

/** Ends what {@linkcode call} began. In a signal handler: goes to the restorer. */
export function ret(why?: string): Operation {
  return { op: "return", why };
}

/** The address of what is at `base + offset`, as an argument of a system call. The offset is 0 to 4095.
 *
 * @throws RangeError for another offset
 */
export function at(base: Register, offset: number): Memory {
  if (!Number.isInteger(offset) || offset < 0 || offset > 4095) {
    throw new RangeError(`Cannot address offset "${offset}": not an integer from 0 to 4095`);
  }
  return { base, offset };
}

/** Makes a system call; `result` gets what the kernel returns, a negated errno on failure.
 *
 * @throws RangeError for more than six arguments, or one that does not fit in 64 bits
 */
export function syscall(
  name: PortableSyscall,
  args: readonly (Argument | number)[] = [],
  why?: string,
): Operation {
  if (args.length > 6) throw new RangeError(`Cannot pass ${args.length} arguments to "${name}": at most six`);
  const checked = args.map((value) => typeof value === "number" ? integer64(value) : value);
  for (const value of checked) if (typeof value === "bigint") integer64(value);
  return { op: "syscall", name, arguments: checked, why };
}

// Data and places. Keep data out of the way of execution

/** The bytes as they are. */
export function data(bytes: Uint8Array, why?: string): Operation {
  const shown = Array.from(bytes.subarray(0, 16), (byte) => `0x${byte.toString(16).padStart(2, "0")}`);
  if (bytes.length > shown.length) shown.push(`… (${bytes.length} bytes)`);
  return { op: "data", bytes: bytes.slice(), text: `.byte ${shown.join(", ")}`, why };
}

/** The text in UTF-8 and a zero byte.
 *
 * @throws RangeError if the text has a zero character or half a surrogate pair: it would arrive as another one
 */
export function zeroTerminated(text: string, why?: string): Operation {
  if (text.includes("\0") || !text.isWellFormed()) {
    throw new RangeError(`Cannot store text ${JSON.stringify(text)}: it has a NUL or a lone surrogate`);
  }
  return {
    op: "data",
    bytes: new TextEncoder().encode(`${text}\0`),
    text: `.asciz ${JSON.stringify(text)}`,
    why,
  };
}

/** Zero bytes up to the next multiple of `to` bytes: 2, 4, 8 or 16, which every place we put a program keeps. arm64 wants `align(4)` between data and
 * code that follows it.
 *
 * @throws RangeError for another `to`
 */
export function align(to: number, why?: string): Operation {
  if (![2, 4, 8, CODE_ALIGNMENT].includes(to)) {
    throw new RangeError(`Cannot align to "${to}": only to 2, 4, 8 or ${CODE_ALIGNMENT} bytes`);
  }
  return { op: "align", to, why };
}

/** Names this place. */
export function label(name: string): Operation {
  return { op: "label", name };
}

function integer64(value: number | bigint): bigint {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`Cannot use "${value}" as a value: not a safe integer, pass a bigint`);
  }
  const wide = BigInt(value);
  if (wide < -(2n ** 63n) || wide >= 2n ** 64n) {
    throw new RangeError(`Cannot use "${wide}" as a value: it does not fit in 64 bits`);
  }
  return wide;
}

function operand(value: Operand): Operand {
  if (typeof value !== "string" && value !== (value | 0)) {
    throw new RangeError(`Cannot use "${value}" as an operand: not a signed 32-bit integer, use a register`);
  }
  return value;
}

function shift(by: number): number {
  if (!Number.isInteger(by) || by < 1 || by > 63) {
    throw new RangeError(`Cannot shift by "${by}": not an integer from 1 to 63`);
  }
  return by;
}

function memoryOffset(offset: number, width: Width): number {
  const size = width / 8;
  const near = Number.isInteger(offset) && offset >= -256 && offset <= 255;
  const far = offset >= 0 && offset <= 4095 * size && offset % size === 0;
  if (!near && !far) {
    throw new RangeError(
      `Cannot access ${width} bits at offset "${offset}": ` +
        `neither -256 to 255 nor a multiple of ${size} up to ${4095 * size}`,
    );
  }
  return offset;
}
