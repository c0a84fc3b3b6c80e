/** What cannot be encoded is refused where it is written, the same for both architectures; labels and distances
 * when the program is assembled. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { assemble } from "../../src/machine/assemble.ts";
import {
  add,
  address,
  align,
  call,
  data,
  fetchAdd32,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  load8,
  type Program,
  ret,
  set,
  shiftLeft,
  shiftRight,
  store64,
  syscall,
  zeroTerminated,
} from "../../src/machine/program.ts";
import { ARCHITECTURES } from "./tools.ts";

const FAR = data(new Uint8Array(2 ** 20 + 4));

/** What is written, and how the message begins. */
const REFUSED: readonly [name: string, write: () => unknown, message: string][] = [
  ["65 bits", () => set("r0", 2n ** 64n), 'Cannot use "18446744073709551616" as a value'],
  [
    "less than 64 bits hold",
    () => set("r0", -(2n ** 63n) - 1n),
    'Cannot use "-9223372036854775809" as a value',
  ],
  ["an unsafe integer", () => set("r0", 2 ** 53), 'Cannot use "9007199254740992" as a value'],
  ["a fraction", () => set("r0", 0.5), 'Cannot use "0.5" as a value'],
  ["an operand of 33 bits", () => add("r0", 2 ** 31), 'Cannot use "2147483648" as an operand'],
  ["a fraction as operand", () => jumpIf("r0", "less", 1.5, "a"), 'Cannot use "1.5" as an operand'],
  ["no number as operand", () => fetchAdd32("r0", "r1", 0, NaN), 'Cannot use "NaN" as an operand'],
  ["a shift by nothing", () => shiftLeft("r0", 0), 'Cannot shift by "0"'],
  ["a shift by everything", () => shiftRight("r0", 64), 'Cannot shift by "64"'],
  ["an offset too low", () => load8("r0", "r1", -257), 'Cannot access 8 bits at offset "-257"'],
  [
    "an offset too high",
    () => load64("r0", "r1", 32768),
    'Cannot access 64 bits at offset "32768"',
  ],
  ["a crooked offset", () => load32("r0", "r1", 258), 'Cannot access 32 bits at offset "258"'],
  ["a fraction of a byte", () => store64("r0", "r1", 0.5), 'Cannot access 64 bits at offset "0.5"'],
  ["seven arguments", () => syscall("mmap", [1, 2, 3, 4, 5, 6, 7]), 'Cannot pass 7 arguments to "mmap"'],
  [
    "an argument of 65 bits",
    () => syscall("exit", [2n ** 64n]),
    'Cannot use "18446744073709551616" as a value',
  ],
  ["a text with a zero", () => zeroTerminated("a\0b"), 'Cannot store text "a\\u0000b"'],
  ["half a character", () => zeroTerminated("a\ud800"), 'Cannot store text "a\\ud800"'],
  ["an alignment to 3", () => align(3), 'Cannot align to "3"'],
];

for (const [name, write, message] of REFUSED) {
  test(`${name} is refused`, () => {
    assert.throws(
      write,
      (error: unknown) => error instanceof RangeError && error.message.startsWith(message),
    );
  });
}

for (const architecture of ARCHITECTURES) {
  const refuses = (program: Program, message: string) =>
    assert.throws(() => assemble(program, architecture), (error: Error) => error.message.startsWith(message));

  test(`a label must be there, once, ${architecture}`, () => {
    for (const operation of [jump("a"), call("a"), address("r0", "a"), syscall("close", [{ label: "a" }])]) {
      refuses([operation], 'Cannot find label "a"');
    }
    refuses([label("a"), ret(), label("a")], 'Cannot define label "a"');
  });

  test(`jumps reach over half a mebibyte, ${architecture}`, () => {
    const half = data(new Uint8Array(2 ** 19));
    assemble(
      [label("a"), jumpIf("r0", "equal", 0, "b"), half, jump("a"), label("b"), address("r0", "a")],
      architecture,
    );
  });
}

test("arm64 refuses code behind unaligned data, and jumps into it", () => {
  const unaligned = data(new Uint8Array(3));
  assert.throws(() => assemble([unaligned, ret()], "arm64"), /^Cannot place "ret" at offset "0x3"/);
  assert.throws(
    () => assemble([jump("a"), unaligned, label("a")], "arm64"),
    /^Cannot branch to offset "0x7"/,
  );
  assemble([unaligned, align(4), ret()], "arm64");
});

test("arm64 refuses a label out of reach", () => {
  for (const operation of [jumpIf("r0", "equal", 0, "far"), address("r0", "far")]) {
    assert.throws(() => assemble([operation, FAR, label("far")], "arm64"), /^Cannot reach offset/);
    assert.throws(() => assemble([label("far"), FAR, operation], "arm64"), /^Cannot reach offset/);
    assemble([operation, FAR, label("far")], "x86_64");
  }
  assemble([jump("far"), FAR, label("far")], "arm64");
});

test.run();
