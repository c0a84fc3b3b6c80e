/** A plan comes out of its encoding as it went in; what cannot be is refused where it is said, and what is not a plan
 * of ours where it is read. What the launcher does with a plan is in the other files. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { launcher, readLauncher } from "../../src/launcher/executable.ts";
import { decodePlan } from "../../src/launcher/decode.ts";
import { encodePlan } from "../../src/launcher/encode.ts";
import type { LauncherPlan } from "../../src/launcher/policy.ts";
import { ARCHITECTURES } from "../machine/tools.ts";
import { Random } from "../machine/random_program.ts";
import { FREE } from "./launch.ts";
import { forAll } from "../permissions/property.ts";
import { plans } from "./plans.ts";

const RULESET = { handledFs: 0xfn, handledNet: 3n, scoped: 0n, paths: [], ports: [] };
const building = (ruleset: Partial<typeof RULESET> | object): LauncherPlan => ({
  ...FREE,
  landlock: { kind: "build", restrictFlags: 0, ruleset: { ...RULESET, ...ruleset } },
});
const inEnvironment = (environment: LauncherPlan["environment"]): LauncherPlan => ({ ...FREE, environment });

test("a plan without its defaults is decoded with them", () => {
  const decoded = decodePlan(encodePlan({ landlock: { kind: "none" }, environment: { pass: [] } }, "x86_64"));
  assert.equal(decoded, {
    landlock: { kind: "none" },
    environment: { pass: [], block: [], set: {} },
    closeFrom: 3,
    signals: [13, 25],
    filter: new Uint8Array(),
    command: [],
    nonce: "",
  });
});

test("every part of a plan is decoded as it was", () => {
  const plan: Required<LauncherPlan> = {
    landlock: {
      kind: "build",
      restrictFlags: 0x1f,
      ruleset: {
        handledFs: 0x1ffffn,
        handledNet: 0xfn,
        scoped: 3n,
        paths: [
          { path: "/", access: 1n },
          { path: `/${"ä".repeat(2047)}`, access: 0x1ffffn },
          { path: '/a\nb"\u{1f512}', access: 4n, mayVanish: true },
        ],
        ports: [{ port: 0, access: 1n }, { port: 65535, access: 0xfn }],
      },
    },
    environment: { pass: ["LANG", "XDG_*", "*"], block: ["LD_*"], set: { A: "", "ß": "=\n", PATH: "/x" } },
    closeFrom: "none",
    signals: [1, 13, 64],
    filter: Uint8Array.of(6, 0, 0, 0, 0, 0, 255, 127),
    command: ["busybox", "", "-ä"],
    nonce: "aZ09-_x",
  };
  for (const architecture of ARCHITECTURES) {
    const decoded = decodePlan(encodePlan(plan, architecture));
    assert.equal(
      { ...decoded, environment: { ...decoded.environment, pass: [...decoded.environment.pass].sort() } },
      { ...plan, environment: { ...plan.environment, pass: [...plan.environment.pass].sort() } },
    );
    const prebuilt = { kind: "prebuilt", descriptor: 900, restrictFlags: 1 } as const;
    assert.equal(decodePlan(encodePlan({ ...plan, landlock: prebuilt }, architecture)).landlock, prebuilt);
  }
});

for (const architecture of ARCHITECTURES) {
  test(`random plans are encoded the same after decoding, ${architecture}`, () => {
    forAll(plans, (plan) => {
      const bytes = encodePlan(plan, architecture);
      const decoded = decodePlan(bytes);
      assert.equal(encodePlan(decoded, architecture), bytes);
      assert.equal(decodePlan(encodePlan(decoded, architecture)), decoded);
    });
  });

  test(`a launcher is read from its file, and a changed one is not genuine, ${architecture}`, () => {
    const file = launcher(building({}), architecture);
    const read = readLauncher(file);
    assert.is(read.architecture, architecture);
    assert.ok(read.genuine);
    assert.equal(read.plan, decodePlan(encodePlan(building({}), architecture)));
    const changed = file.slice();
    changed[300] = (changed[300] as number) ^ 1;
    assert.not(readLauncher(changed).genuine);
    assert.not(readLauncher(Uint8Array.of(...file.subarray(0, 64), 0, ...file.subarray(64))).genuine);
  });

  test(`bytes that are not a plan of ours are refused with a SyntaxError, ${architecture}`, () => {
    const random = new Random(3);
    const plan = {
      ...building({ paths: [{ path: "/usr", access: 1n }], ports: [{ port: 1, access: 1n }] }),
      environment: { pass: ["A", "B*"], set: { C: "d" } },
      filter: new Uint8Array(16),
      command: ["e"],
    };
    const bytes = encodePlan(plan, architecture);
    const refused = (changed: Uint8Array) => {
      try {
        // What is accepted must be a plan that is written exactly so
        assert.equal(encodePlan(decodePlan(changed), architectureOf(changed)), changed);
        return 0;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        assert.match(error.message, /^Cannot read the plan of a launcher: /);
        return 1;
      }
    };
    for (let length = 0; length < bytes.length; length++) assert.is(refused(bytes.slice(0, length)), 1);
    assert.is(refused(Uint8Array.of(0, ...bytes)), 1);
    for (let round = 0; round < 3000; round++) {
      const changed = bytes.slice();
      for (let times = random.below(3); times >= 0; times--) {
        changed[random.below(changed.length)] = random.pick([0, 1, 255, 128, random.below(256)]);
      }
      refused(changed);
    }
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 1, 127, 255]) {
        const changed = bytes.slice();
        changed[at] = value;
        refused(changed);
      }
    }
  });
}

function architectureOf(plan: Uint8Array): "x86_64" | "arm64" {
  return plan[108] === 62 ? "x86_64" : "arm64";
}

/** What is said, the error's class, and how its message begins. */
const REFUSED: readonly [plan: LauncherPlan, kind: typeof TypeError | typeof RangeError, message: string][] =
  [
    [building({ handledFs: 0n, handledNet: 0n }), RangeError, "Cannot build a ruleset that handles nothing"],
    [building({ handledFs: 1n << 64n }), RangeError, "Cannot handle rights"],
    [building({ scoped: -1n }), RangeError, "Cannot handle rights"],
    [building({ paths: [{ path: "usr", access: 1n }] }), TypeError, 'Cannot grant path "usr"'],
    [building({ paths: [{ path: "", access: 1n }] }), TypeError, 'Cannot grant path ""'],
    [building({ paths: [{ path: "/a\0b", access: 1n }] }), TypeError, 'Cannot hand on "/a\\u0000b"'],
    [building({ paths: [{ path: "/\ud800", access: 1n }] }), TypeError, 'Cannot hand on "/\\ud800"'],
    [
      building({ paths: [{ path: `/${"a".repeat(4095)}`, access: 1n }] }),
      RangeError,
      'Cannot grant path "/aaa',
    ],
    [building({ paths: [{ path: "/a", access: 0n }] }), RangeError, 'Cannot grant path "/a" the rights 0x0'],
    [
      building({ paths: [{ path: "/a", access: 0x11n }] }),
      RangeError,
      'Cannot grant path "/a" the rights 0x11',
    ],
    [building({ ports: [{ port: 65536, access: 1n }] }), RangeError, 'Cannot grant port "65536"'],
    [building({ ports: [{ port: -1, access: 1n }] }), RangeError, 'Cannot grant port "-1"'],
    [building({ ports: [{ port: 0.5, access: 1n }] }), RangeError, 'Cannot grant port "0.5"'],
    [building({ ports: [{ port: 1, access: 4n }] }), RangeError, "Cannot grant port 1 the rights 0x4"],
    [
      { ...FREE, landlock: { kind: "build", restrictFlags: 32, ruleset: RULESET } },
      RangeError,
      'Cannot restrict with flags "32"',
    ],
    [
      { ...FREE, landlock: { kind: "prebuilt", restrictFlags: 0, descriptor: -1 } },
      RangeError,
      'Cannot use "-1" as a descriptor',
    ],
    [{ ...FREE, closeFrom: 2 ** 31 }, RangeError, 'Cannot use "2147483648" as a descriptor'],
    [{ ...FREE, closeFrom: NaN }, RangeError, 'Cannot use "NaN" as a descriptor'],
    ...[0, 65, 9, 19, 1.5].map((signal): typeof REFUSED[number] => [
      { ...FREE, signals: [signal] },
      RangeError,
      `Cannot reset signal "${signal}"`,
    ]),
    [{ ...FREE, filter: new Uint8Array(9) }, RangeError, 'Cannot install a filter of "9" bytes'],
    [{ ...FREE, filter: new Uint8Array(8 * 4097) }, RangeError, 'Cannot install a filter of "32776" bytes'],
    [{ ...FREE, command: ["a\0"] }, TypeError, 'Cannot hand on "a\\u0000"'],
    [inEnvironment({ pass: [""] }), TypeError, 'Cannot use "" as the name of a variable'],
    [inEnvironment({ pass: ["A=B"] }), TypeError, 'Cannot use "A=B" as the name of a variable'],
    [inEnvironment({ pass: ["A*B"] }), TypeError, 'Cannot use "A*B" as the name of a variable'],
    [inEnvironment({ pass: ["A**"] }), TypeError, 'Cannot use "A**" as the name of a variable'],
    [inEnvironment({ pass: [], block: ["A\0"] }), TypeError, 'Cannot hand on "A\\u0000"'],
    [inEnvironment({ pass: [], set: { "": "x" } }), TypeError, 'Cannot set variable ""'],
    [inEnvironment({ pass: [], set: { "A=": "x" } }), TypeError, 'Cannot set variable "A="'],
    [inEnvironment({ pass: [], set: { A: "\ud800" } }), TypeError, 'Cannot hand on "A=\\ud800"'],
  ];

for (const [plan, kind, message] of REFUSED) {
  test(`refused: ${message}`, () => {
    assert.throws(
      () => encodePlan(plan, "x86_64"),
      (error: unknown) => error instanceof kind && error.message.startsWith(message),
    );
  });
}

test.run();
