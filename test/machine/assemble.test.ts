/** Where things end up: labels, padding, comments. What the instructions are is in `disassembly.test.ts`. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { assemble } from "../../src/machine/assemble.ts";
import { align, data, jumpIf, label, move, ret, set, zeroTerminated } from "../../src/machine/program.ts";
import { ARCHITECTURES } from "./tools.ts";

for (const architecture of ARCHITECTURES) {
  test(`labels are offsets, and align() adds what is missing and nothing else, ${architecture}`, () => {
    const program = [
      align(16),
      label("a"),
      zeroTerminated("xyz"),
      align(4),
      label("b"),
      data(Uint8Array.of(255)),
      align(2),
      align(8),
      label("c"),
      label("d"),
    ];
    const { bytes, labels } = assemble(program, architecture);
    assert.equal([...labels], [["a", 0], ["b", 4], ["c", 8], ["d", 8]]);
    assert.equal(bytes, Uint8Array.of(0x78, 0x79, 0x7a, 0, 255, 0, 0, 0));
  });

  test(`data is shown as directives, ${architecture}`, () => {
    const { listing } = assemble([
      data(Uint8Array.of(1, 255), "two bytes"),
      zeroTerminated('a"b'),
      align(16),
      data(new Uint8Array(20)),
      data(new Uint8Array()),
    ], architecture);
    assert.equal(listing.map(({ offset, text, kind, why }) => [offset, text, kind, why]), [
      [0, ".byte 0x01, 0xff", "data", "two bytes"],
      [2, '.asciz "a\\"b"', "data", undefined],
      [6, ".balign 16", "data", undefined],
      [16, `.byte ${"0x00, ".repeat(16)}… (20 bytes)`, "data", undefined],
    ]);
  });

  test(`a comment is on the first line of its operation only, ${architecture}`, () => {
    const { listing } = assemble([
      label("a"),
      jumpIf("r0", "equal", 0, "a", "comment"),
      move("r0", "r0", "of an operation without instructions"),
      ret(),
    ], architecture);
    assert.equal(listing.map(({ why }) => why), ["comment", undefined, undefined]);
  });

  test(`data that changes after it was written into the program does not change it, ${architecture}`, () => {
    const bytes = Uint8Array.of(1);
    const program = [data(bytes), align(4), set("r0", 1)];
    bytes[0] = 2;
    assert.is(assemble(program, architecture).bytes[0], 1);
  });
}

test.run();
