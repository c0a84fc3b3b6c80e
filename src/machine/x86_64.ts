import { syscallNumber } from "../linux/syscalls.ts";
import type { CodeWriter } from "./code_writer.ts";
import type { Argument, Condition, Instruction, Operand, Register, Width } from "./program.ts";
import {
  addressName,
  type Gpr,
  hex,
  littleEndian,
  memoryName,
  modRm,
  rex,
  withMemory,
  withRegister,
} from "./x86_64_format.ts";

const RAX: Gpr = { number: 0, 64: "rax", 32: "eax", 8: "al" };
const RCX: Gpr = { number: 1, 64: "rcx", 32: "ecx", 8: "cl" };
const RDX: Gpr = { number: 2, 64: "rdx", 32: "edx", 8: "dl" };
const RBX: Gpr = { number: 3, 64: "rbx", 32: "ebx", 8: "bl" };
const RSP: Gpr = { number: 4, 64: "rsp", 32: "esp", 8: "spl" };
const RBP: Gpr = { number: 5, 64: "rbp", 32: "ebp", 8: "bpl" };
const RSI: Gpr = { number: 6, 64: "rsi", 32: "esi", 8: "sil" };
const RDI: Gpr = { number: 7, 64: "rdi", 32: "edi", 8: "dil" };
const R8: Gpr = { number: 8, 64: "r8", 32: "r8d", 8: "r8b" };
const R9: Gpr = { number: 9, 64: "r9", 32: "r9d", 8: "r9b" };
const R10: Gpr = { number: 10, 64: "r10", 32: "r10d", 8: "r10b" };
const R12: Gpr = { number: 12, 64: "r12", 32: "r12d", 8: "r12b" };
const R13: Gpr = { number: 13, 64: "r13", 32: "r13d", 8: "r13b" };
const R14: Gpr = { number: 14, 64: "r14", 32: "r14d", 8: "r14b" };
const R15: Gpr = { number: 15, 64: "r15", 32: "r15d", 8: "r15b" };

/** The kernel preserves all registers but rax, rcx and r11. Six of them carry no argument of a system call;
 * those of the last two arguments, which few calls have, make eight: see {@linkcode systemCall}. */
const REGISTERS: Record<Register, Gpr> = {
  r0: RBX,
  r1: RBP,
  r2: R12,
  r3: R13,
  r4: R14,
  r5: R15,
  r6: R8,
  r7: R9,
  result: RAX,
};

/** For use within an operation. */
const SCRATCH = RCX;

/** Second byte of the opcode, after 0x0f. */
const JUMPS: Record<Condition, { readonly opcode: number; readonly name: string }> = {
  equal: { opcode: 0x84, name: "je" },
  notEqual: { opcode: 0x85, name: "jne" },
  below: { opcode: 0x82, name: "jb" },
  less: { opcode: 0x8c, name: "jl" },
};

/** Opcode for two registers, and the part of the opcode in ModRM when the second is an immediate. */
const ARITHMETIC = {
  add: { opcode: 0x01, extension: 0 },
  and: { opcode: 0x21, extension: 4 },
  sub: { opcode: 0x29, extension: 5 },
  cmp: { opcode: 0x39, extension: 7 },
};

/** Writes one operation as x86-64 instructions. */
export function encodeX86(operation: Instruction, out: CodeWriter): void {
  switch (operation.op) {
    case "set":
      return set(out, REGISTERS[operation.to], operation.value);
    case "move":
      return move(out, REGISTERS[operation.to], REGISTERS[operation.from]);
    case "stackPointer":
      return move(out, REGISTERS[operation.to], RSP);
    case "reserve":
      return arithmetic(out, "sub", RSP, operation.by);
    case "address":
      return address(out, REGISTERS[operation.to], operation.label);
    case "load": {
      const { to, base, offset, width, signed } = operation;
      return load(out, REGISTERS[to], REGISTERS[base], offset, width, signed);
    }
    case "store": {
      const { from, base, offset, width } = operation;
      return store(out, REGISTERS[from], REGISTERS[base], offset, width);
    }
    case "fetchAdd":
      return fetchAdd(
        out,
        REGISTERS[operation.to],
        REGISTERS[operation.base],
        operation.offset,
        operation.by,
      );
    case "add":
    case "and":
      return arithmetic(out, operation.op, REGISTERS[operation.to], operation.by);
    case "subtract":
      return arithmetic(out, "sub", REGISTERS[operation.to], operation.by);
    case "shiftLeft":
      return shift(out, "shl", 4, REGISTERS[operation.to], operation.by);
    case "shiftRight":
      return shift(out, "shr", 5, REGISTERS[operation.to], operation.by);
    case "jump":
      return branch(out, [0xe9], "jmp", operation.target);
    case "jumpIf": {
      const { opcode, name } = JUMPS[operation.condition];
      arithmetic(out, "cmp", REGISTERS[operation.left], operation.right);
      return branch(out, [0x0f, opcode], name, operation.target);
    }
    case "call":
      return branch(out, [0xe8], "call", operation.target);
    case "return":
      return out.code([0xc3], "ret");
    case "syscall":
      return systemCall(out, syscallNumber(operation.name, "x86_64"), operation.arguments);
  }
}

/** The shortest of four forms. One of them changes the flags: no operation leaves any for the next. */
function set(out: CodeWriter, to: Gpr, value: bigint): void {
  const signed = BigInt.asIntN(64, value);
  const unsigned = BigInt.asUintN(64, value);
  const opcode = 0xb8 + (to.number & 7);
  if (unsigned === 0n) {
    out.code(withRegister([0x31], false, to, to), `xor ${to[32]},${to[32]}`);
  } else if (unsigned < 2n ** 32n) {
    // Writing 32 bits zeroes the upper half: SDM volume 1, "General-Purpose Registers in 64-Bit Mode"
    out.code(
      [...rex(false, 0, to.number), opcode, ...littleEndian(unsigned, 4)],
      `mov ${to[32]},${hex(unsigned)}`,
    );
  } else if (signed < 0n && signed >= -(2n ** 31n)) {
    out.code(
      [...withRegister([0xc7], true, 0, to), ...littleEndian(signed, 4)],
      `mov ${to[64]},${hex(signed)}`,
    );
  } else {
    out.code(
      [...rex(true, 0, to.number), opcode, ...littleEndian(signed, 8)],
      `movabs ${to[64]},${hex(signed)}`,
    );
  }
}

function move(out: CodeWriter, to: Gpr, from: Gpr): void {
  if (to !== from) out.code(withRegister([0x89], true, from, to), `mov ${to[64]},${from[64]}`);
}

function address(out: CodeWriter, to: Gpr, label: string): void {
  const opcode = [...rex(true, to.number, 0), 0x8d, modRm(0, to.number, 5)];
  // The distance counts from the end of the instruction: SDM volume 2, "RIP-Relative Addressing"
  const distance = out.target(label) - (out.offset + opcode.length + 4);
  out.code([...opcode, ...littleEndian(BigInt(distance), 4)], `lea ${to[64]},[rip+${hex(distance)}]`);
}

function load(out: CodeWriter, to: Gpr, base: Gpr, offset: number, width: Width, signed: boolean): void {
  const from = memoryName(width, base, offset);
  if (width === 8) out.code(withMemory([0x0f, 0xb6], false, to, base, offset), `movzx ${to[32]},${from}`);
  else if (signed) out.code(withMemory([0x63], true, to, base, offset), `movsxd ${to[64]},${from}`);
  else out.code(withMemory([0x8b], width === 64, to, base, offset), `mov ${to[width]},${from}`);
}

function store(out: CodeWriter, from: Gpr, base: Gpr, offset: number, width: Width): void {
  const opcode = width === 8 ? 0x88 : 0x89;
  const bytes = withMemory([opcode], width === 64, from, base, offset, width === 8);
  out.code(bytes, `mov ${memoryName(width, base, offset)},${from[width]}`);
}

/** The 32-bit xadd leaves the old word in the register, with zeros in the upper half. */
function fetchAdd(out: CodeWriter, to: Gpr, base: Gpr, offset: number, by: Operand): void {
  if (typeof by === "number") set(out, SCRATCH, BigInt(by));
  else move(out, SCRATCH, REGISTERS[by]);
  const lock = 0xf0;
  const text = `lock xadd ${memoryName(32, base, offset)},${SCRATCH[32]}`;
  out.code([lock, ...withMemory([0x0f, 0xc1], false, SCRATCH, base, offset)], text);
  move(out, to, SCRATCH);
}

function arithmetic(out: CodeWriter, name: keyof typeof ARITHMETIC, to: Gpr, by: Operand): void {
  const { opcode, extension } = ARITHMETIC[name];
  if (typeof by !== "number") {
    const from = REGISTERS[by];
    return out.code(withRegister([opcode], true, from, to), `${name} ${to[64]},${from[64]}`);
  }
  // Both opcodes sign-extend the immediate to 64 bits
  const [immediateOpcode, size] = by >= -128 && by <= 127 ? [0x83, 1] : [0x81, 4];
  const bytes = [...withRegister([immediateOpcode], true, extension, to), ...littleEndian(BigInt(by), size)];
  out.code(bytes, `${name} ${to[64]},${hex(by)}`);
}

function shift(out: CodeWriter, name: "shl" | "shr", extension: number, to: Gpr, by: number): void {
  out.code([...withRegister([0xc1], true, extension, to), by], `${name} ${to[64]},${hex(by)}`);
}

/** Always with a 32-bit distance, so that no size depends on a distance. */
function branch(out: CodeWriter, opcode: readonly number[], name: string, label: string): void {
  const target = out.target(label);
  const distance = target - (out.offset + opcode.length + 4);
  out.code([...opcode, ...littleEndian(BigInt(distance), 4)], `${name} ${hex(target)}`);
}

function systemCall(out: CodeWriter, number: number, args: readonly Argument[]): void {
  const [first, second, third, fourth, fifth, sixth] = args;
  if (first !== undefined) argument(out, RDI, first);
  if (second !== undefined) argument(out, RSI, second);
  if (third !== undefined) argument(out, RDX, third);
  if (fourth !== undefined) argument(out, R10, fourth);
  // The last two go where r6 and r7 live, which may be among the arguments themselves: so they come after the
  // others, and the sixth is read before r8 is lost
  if (sixth !== undefined) argument(out, SCRATCH, sixth);
  if (fifth !== undefined) {
    push(out, R8);
    argument(out, R8, fifth);
  }
  if (sixth !== undefined) {
    push(out, R9);
    move(out, R9, SCRATCH);
  }
  set(out, RAX, BigInt(number));
  out.code([0x0f, 0x05], "syscall");
  if (sixth !== undefined) pop(out, R9);
  if (fifth !== undefined) pop(out, R8);
}

function argument(out: CodeWriter, to: Gpr, value: Argument): void {
  if (typeof value === "bigint") set(out, to, value);
  else if (typeof value === "string") move(out, to, REGISTERS[value]);
  else if ("label" in value) address(out, to, value.label);
  else {
    const [base, { offset }] = [REGISTERS[value.base], value];
    out.code(withMemory([0x8d], true, to, base, offset), `lea ${to[64]},${addressName(base, offset)}`);
  }
}

function push(out: CodeWriter, from: Gpr): void {
  out.code([...rex(false, 0, from.number), 0x50 + (from.number & 7)], `push ${from[64]}`);
}

function pop(out: CodeWriter, to: Gpr): void {
  out.code([...rex(false, 0, to.number), 0x58 + (to.number & 7)], `pop ${to[64]}`);
}
