/** A filter answers as its refusals say, for every call on both architectures: run in a model of the kernel's
 * interpreter. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type ActName, ACTS, CLOSABLE_ACTS, closureOf } from "../../src/acts/catalogue.ts";
import {
  EACCES,
  EAFNOSUPPORT,
  ENOSYS,
  ENOTTY,
  EOPNOTSUPP,
  EPERM,
  EPROTONOSUPPORT,
} from "../../src/linux/errno.ts";
import { NEWEST_CALL, syscallNames, syscallNumber } from "../../src/linux/syscalls.ts";
import { AUDIT_ARCHITECTURE, compileFilter } from "../../src/seccomp/compile.ts";
import { HOT_CALLS } from "../../src/seccomp/hot_calls.ts";
import {
  ALLOW,
  decodeInstructions,
  encodeInstructions,
  MOST_INSTRUCTIONS,
  REFUSE,
} from "../../src/seccomp/instruction.ts";
import { listFilter } from "../../src/seccomp/listing.ts";
import type { Refusal } from "../../src/seccomp/refusal.ts";
import { fc, forAll } from "../permissions/property.ts";
import { expectedErrno } from "./expected.ts";
import { run } from "./model.ts";
import { randomCall } from "./random_call.ts";

const ARCHITECTURES = ["x86_64", "arm64"] as const;
const NAMES = CLOSABLE_ACTS;
const someClosures = fc.subarray([...NAMES]);

function refusalsOf(names: readonly ActName[]): readonly Refusal[] {
  return names.flatMap((name) => closureOf(name).refusals);
}

for (const architecture of ARCHITECTURES) {
  const names = [...syscallNames(architecture).values()];
  const wordSet = fc.uniqueArray(fc.nat({ max: 0xffff_ffff }), { minLength: 1, maxLength: 4 });
  const argumentTest = fc.tuple(
    fc.nat({ max: 5 }),
    fc.option(fc.nat({ max: 0xffff_ffff })),
    wordSet,
    fc.boolean(),
  )
    .map(([argument, mask, words, among]) => ({
      argument,
      ...(mask === null ? {} : { mask }),
      ...(among ? { among: words } : { notAmong: words }),
    }));
  const refusal: fc.Arbitrary<Refusal> = fc.record({
    calls: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
    errno: fc.constantFrom(EPERM, EACCES, ENOTTY, ENOSYS, EPROTONOSUPPORT, EOPNOTSUPP, EAFNOSUPPORT),
    when: fc.array(argumentTest, { maxLength: 3 }),
  });
  const refusals = fc.oneof(fc.array(refusal, { maxLength: 12 }), someClosures.map(refusalsOf));

  test(`${architecture}: a filter answers as its refusals say`, () => {
    forAll(
      refusals.chain((refusals) => {
        const calls = fc.array(randomCall(refusals, architecture), { minLength: 20, maxLength: 20 });
        return fc.tuple(fc.constant(refusals), calls);
      }),
      ([refusals, calls]) => {
        const program = compileFilter(refusals, architecture);
        for (const call of calls) {
          const errno = expectedErrno(refusals, call, architecture);
          assert.is(run(program, call).value, errno === 0 ? ALLOW : REFUSE | errno);
        }
      },
      200,
    );
  });

  test(`${architecture}: the instructions are what the kernel takes, and come back from bytes`, () => {
    forAll(refusals, (refusals) => {
      const program = compileFilter(refusals, architecture);
      assert.ok(program.length <= MOST_INSTRUCTIONS);
      program.forEach(({ jt, jf, k }, index) => {
        assert.ok(jt <= 255 && jf <= 255 && k >= 0 && k <= 0xffff_ffff);
        assert.ok(index + 1 + Math.max(jt, jf) < program.length || jt + jf === 0, `instruction ${index}`);
      });
      assert.equal(decodeInstructions(encodeInstructions(program)), program);
    }, 100);
  });

  test(`${architecture}: calls of other architectures, of x32 and of newer kernels are unknown`, () => {
    const program = compileFilter(refusalsOf(["bpf"]), architecture);
    const answer = (audit: number, number: number) =>
      run(program, { architecture: audit, number, values: [] }).value;
    const own = AUDIT_ARCHITECTURE[architecture];
    const unknown = REFUSE | ENOSYS;
    for (
      const other of [
        0x4000_0003,
        0x4000_0028,
        AUDIT_ARCHITECTURE[architecture === "arm64" ? "x86_64" : "arm64"],
      ]
    ) {
      assert.is(answer(other, 0), unknown);
    }
    for (const number of [NEWEST_CALL + 1, 0x4000_0000, 0x4000_0001, 0xffff_ffff]) {
      assert.is(answer(own, number), unknown, `${number}`);
    }
    assert.is(answer(own, NEWEST_CALL), ALLOW);
    assert.is(answer(own, 0), ALLOW);
  });

  test(`${architecture}: hot calls pass in few instructions, and no argument of theirs is looked at`, () => {
    // What is only for kernels before Landlock ABI 3 looks at open()
    const program = compileFilter(
      refusalsOf(NAMES.filter((name) => name !== "truncatingOpens")),
      architecture,
    );
    for (const name of HOT_CALLS) {
      const number = syscallNumber(name, architecture);
      if (number === undefined) continue;
      const call = { architecture: AUDIT_ARCHITECTURE[architecture], number, values: [] };
      const { value, steps, looked } = run(program, call);
      assert.is(value, ALLOW, name);
      assert.is(looked, false, name);
      assert.ok(steps <= 11, `${name} takes ${steps}`);
    }
  });
}

test("every closure refuses something on each architecture, and has a reason", () => {
  for (const name of NAMES) {
    const { reason, refusals } = closureOf(name);
    const { act } = ACTS[name];
    assert.ok(act !== "" && reason !== "", name);
    for (const architecture of ARCHITECTURES) {
      const calls = refusals.flatMap(({ calls }) => calls);
      assert.ok(
        calls.some((call) => syscallNumber(call, architecture) !== undefined),
        `${name} ${architecture}`,
      );
    }
  }
});

test("no closure refuses what Landlock and seccomp need to be used again", () => {
  for (const architecture of ARCHITECTURES) {
    const program = compileFilter(refusalsOf(NAMES), architecture);
    const prctl = architecture === "x86_64" ? 157 : 167;
    const seccomp = architecture === "x86_64" ? 317 : 277;
    for (const number of [444, 445, 446, prctl, seccomp]) {
      const call = { architecture: AUDIT_ARCHITECTURE[architecture], number, values: [] };
      assert.is(run(program, call).value, ALLOW, `${architecture} ${number}`);
    }
  }
});

test("a filter can be read", () => {
  const listing = listFilter(compileFilter(refusalsOf(["vsock"]), "x86_64"), "x86_64");
  assert.equal(listing, [
    "000  load architecture",
    "001  unless architecture = 0xc000003e (x86_64) go to 010",
    "002  load number",
    "003  unless number >= 41 (socket) go to 009",
    "004  unless number >= 42 go to 006",
    "005  if number >= 470 go to 010, else to 009",
    "006  load argument 0",
    "007  unless argument 0 = 0x28 go to 009",
    "008  refuse with EAFNOSUPPORT",
    "009  allow",
    "010  refuse with ENOSYS",
  ]);
});

test.run();
