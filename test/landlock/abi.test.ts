import { test } from "uvu";
import * as assert from "uvu/assert";
import { ABI_STEPS, FILE_RIGHTS, FS, masksOf, NET, NEWEST_ABI, SCOPE } from "../../src/landlock/abi.ts";

/** The masks as the kernel's headers of each release give them, written out: the table must add up to these. */
const EXPECTED: readonly [
  abi: number,
  fs: bigint,
  net: bigint,
  scope: bigint,
  restrict: number,
  size: number,
][] = [
  [1, 0x1fffn, 0n, 0n, 0, 8],
  [2, 0x3fffn, 0n, 0n, 0, 8],
  [3, 0x7fffn, 0n, 0n, 0, 8],
  [4, 0x7fffn, 3n, 0n, 0, 16],
  [5, 0xffffn, 3n, 0n, 0, 16],
  [6, 0xffffn, 3n, 3n, 0, 24],
  [7, 0xffffn, 3n, 3n, 0x7, 24],
  [8, 0xffffn, 3n, 3n, 0xf, 24],
  [9, 0x1ffffn, 3n, 3n, 0xf, 24],
  [10, 0x1ffffn, 0xfn, 3n, 0xf, 48],
  [11, 0x1ffffn, 0xfn, 3n, 0x1f, 48],
];

test("masksOf() gives the masks and struct size of every ABI", () => {
  for (const [abi, fs, net, scope, restrict, size] of EXPECTED) {
    const masks = masksOf(abi);
    assert.equal([masks.fs, masks.net, masks.scope], [fs, net, scope], `ABI ${abi}`);
    assert.equal(
      [masks.restrict, masks.attributeSize, masks.addRule],
      [restrict, size, abi >= 10 ? 1 : 0],
      `ABI ${abi}`,
    );
  }
});

test("masksOf() gives nothing for a kernel without Landlock and nothing unknown for a later one", () => {
  assert.is(masksOf(0).fs, 0n);
  assert.equal(masksOf(NEWEST_ABI + 5), masksOf(NEWEST_ABI));
});

test("every right belongs to exactly one ABI", () => {
  const names = (kind: "fs" | "net" | "scope") =>
    ABI_STEPS.flatMap((step) => step[kind] as readonly string[]).sort();
  assert.equal(names("fs"), Object.keys(FS).sort());
  assert.equal(names("net"), Object.keys(NET).sort());
  assert.equal(names("scope"), Object.keys(SCOPE).sort());
});

test("FILE_RIGHTS is the kernel's ACCESS_FILE", () => {
  assert.is(FILE_RIGHTS, 0x1c007n);
});

test.run();
