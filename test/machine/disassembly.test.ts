/** The listing says what the bytes say: objdump disassembles both architectures. That an instruction does what
 * its operation promises is in `run.test.ts` and `semantics.test.ts`. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  type PortableSyscall,
  type SyscallName,
  syscallNames,
  syscallNumber,
} from "../../src/linux/syscalls.ts";
import { assemble } from "../../src/machine/assemble.ts";
import {
  add,
  address,
  align,
  and,
  at,
  call,
  data,
  fetchAdd32,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  load8,
  loadSigned32,
  move,
  type Operand,
  type Operation,
  type Program,
  reserve,
  ret,
  set,
  shiftLeft,
  shiftRight,
  stackPointer,
  store32,
  store64,
  store8,
  subtract,
  syscall,
  zeroTerminated,
} from "../../src/machine/program.ts";
import { assertListings } from "./disassemble.ts";
import { Random, randomProgram, REGISTERS } from "./random_program.ts";
import { ARCHITECTURES, binutils, testWith } from "./tools.ts";

const isPortable = (name: SyscallName): name is PortableSyscall => syscallNumber(name, "arm64") !== undefined;
const CONDITIONS = ["equal", "notEqual", "below", "less"] as const;
const INTEGERS = [0, 1, 127, 128, 255, 256, 4095, 4096, 65535, 65536, 2 ** 31 - 1];
const OPERANDS: Operand[] = [...REGISTERS, ...INTEGERS, ...INTEGERS.map((value) => -value), -(2 ** 31)];
const WIDE = [
  2n ** 32n - 1n,
  2n ** 32n,
  0x1234_0000_0000n,
  0xffff_0000_ffff_0000n,
  2n ** 63n,
  2n ** 64n - 1n,
  -65536n,
];
const PAIRS = REGISTERS.flatMap((left) => REGISTERS.map((right) => [left, right] as const));
const OFFSETS = [0, 1, -1, 127, 128, -128, -129, 255, -256];

/** Every operation, with every register in every role and the extremes of every number. The type asks for an
 * entry for each. */
const CASES: Record<Operation["op"], Program> = {
  set: REGISTERS.flatMap((to) =>
    [...INTEGERS, ...INTEGERS.map((value) => -value), ...WIDE].map((v) => set(to, v))
  ),
  move: PAIRS.map(([to, from]) => move(to, from)),
  stackPointer: REGISTERS.map((to) => stackPointer(to)),
  reserve: [...REGISTERS, 16, 112, 128, 4096, 65536].map((by) => reserve(by)),
  address: REGISTERS.flatMap((to) => [address(to, "start"), address(to, "end")]),
  load: PAIRS.flatMap(([to, base]) => [
    ...OFFSETS.flatMap((at) => [load8, load32, loadSigned32, load64].map((load) => load(to, base, at))),
    load8(to, base, 4095),
    load32(to, base, 4 * 4095),
    loadSigned32(to, base, 4 * 4095),
    load64(to, base, 8 * 4095),
  ]),
  store: PAIRS.flatMap(([from, base]) => [
    ...OFFSETS.flatMap((at) => [store8, store32, store64].map((store) => store(from, base, at))),
    store8(from, base, 4095),
    store32(from, base, 4 * 4095),
    store64(from, base, 8 * 4095),
  ]),
  fetchAdd: PAIRS.flatMap(([to, base]) => [
    ...OPERANDS.map((by) => fetchAdd32(to, base, 4, by)),
    ...[0, -256, 4096, 4 * 4095].map((offset) => fetchAdd32(to, base, offset, 1)),
  ]),
  add: REGISTERS.flatMap((to) => OPERANDS.map((by) => add(to, by))),
  subtract: REGISTERS.flatMap((to) => OPERANDS.map((by) => subtract(to, by))),
  and: REGISTERS.flatMap((to) => OPERANDS.map((by) => and(to, by))),
  shiftLeft: REGISTERS.flatMap((to) => [1, 31, 32, 63].map((by) => shiftLeft(to, by))),
  shiftRight: REGISTERS.flatMap((to) => [1, 31, 32, 63].map((by) => shiftRight(to, by))),
  jump: [jump("start"), jump("end"), label("here"), jump("here")],
  jumpIf: REGISTERS.flatMap((left) =>
    CONDITIONS.flatMap((condition) =>
      OPERANDS.flatMap((right) => ["start", "end"].map((target) => jumpIf(left, condition, right, target)))
    )
  ),
  call: [call("start"), call("end")],
  return: [ret()],
  syscall: [
    ...[...syscallNames("x86_64").values()].filter(isPortable).map((name) => syscall(name)),
    ...REGISTERS.flatMap((register) => [
      syscall("mmap", [register, 1, register, { label: "end" }, register, register]),
      syscall("mmap", [-1, register, 0, register, { label: "start" }, 2n ** 64n - 1n]),
      syscall("prctl", [{ label: "end" }, register, -100, 0, register]),
      syscall("mmap", [0, 127, 128, 4095, 1, 2].map((offset) => at(register, offset))),
    ]),
  ],
  data: [
    jump("behind"),
    data(Uint8Array.of(1, 2, 3)),
    zeroTerminated("PATH=…"),
    align(4),
    label("behind"),
    ret(),
  ],
  align: [2, 4, 8, 16].flatMap((to) => [data(Uint8Array.of(0x48)), align(to), align(4), ret()]),
  label: [label("one"), label("two"), jump("one"), jump("two")],
};

for (const architecture of ARCHITECTURES) {
  const objdump = binutils("objdump", architecture);

  testWith(objdump, `objdump reads every operation as listed, ${architecture}`, () => {
    const programs = Object.values(CASES).map((operations) => [label("start"), ...operations, label("end")]);
    assertListings(programs.map((program) => assemble(program, architecture)), architecture);
  });

  testWith(objdump, `objdump reads 300 random programs as listed, ${architecture}`, () => {
    const random = new Random(1);
    const area = { address: 0x1234_5678_9000, size: 4096 };
    const programs = Array.from(
      { length: 300 },
      (_, index) => randomProgram(random, 30, area, `step ${index}`),
    );
    assertListings(programs.map((program) => assemble(program, architecture)), architecture);
  });

  test(`the listing has every byte, in order, ${architecture}`, () => {
    for (const operations of Object.values(CASES)) {
      const { bytes, listing } = assemble([label("start"), ...operations, label("end")], architecture);
      let offset = 0;
      for (const line of listing) {
        assert.is(line.offset, offset);
        assert.equal(line.bytes, bytes.slice(offset, offset + line.bytes.length));
        offset += line.bytes.length;
      }
      assert.is(offset, bytes.length);
    }
  });
}

test.run();
