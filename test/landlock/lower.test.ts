/** Lowering a ruleset to an older kernel, as properties over every ABI. Whether the kernel agrees is in
 * `masks_kernel.test.ts`. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { FILE_RIGHTS, masksOf, namesOf, NEWEST_ABI } from "../../src/landlock/abi.ts";
import { lower, type PathRule, type PortRule, type Ruleset } from "../../src/landlock/ruleset.ts";
import { fc, forAll } from "../permissions/property.ts";

/** One beyond the newest: a kernel of tomorrow. */
const ABIS: readonly number[] = Array.from({ length: NEWEST_ABI + 2 }, (_, abi) => abi);
const NEWEST = masksOf(NEWEST_ABI);

const mask = (all: bigint) => fc.bigInt({ min: 0n, max: all });
const pathRule: fc.Arbitrary<PathRule> = fc.record({
  path: fc.constantFrom("/", "/a", "/a/b", "/c"),
  isDirectory: fc.boolean(),
  access: mask(NEWEST.fs),
});
const portRule: fc.Arbitrary<PortRule> = fc.record({
  port: fc.integer({ min: 0, max: 65535 }),
  access: mask(NEWEST.net),
});
const anyRuleset: fc.Arbitrary<Ruleset> = fc.record({
  handledFs: mask(NEWEST.fs),
  handledNet: mask(NEWEST.net),
  scoped: mask(NEWEST.scope),
  paths: fc.array(pathRule, { maxLength: 4 }),
  ports: fc.array(portRule, { maxLength: 4 }),
});

/** Checks something for random rulesets on every ABI. */
function onEveryAbi(check: (ruleset: Ruleset, abi: number) => void): void {
  forAll(anyRuleset, (ruleset) => ABIS.forEach((abi) => check(ruleset, abi)), 300);
}

test("what is lowered already stays as it is, and loses nothing more", () => {
  onEveryAbi((ruleset, abi) => {
    const once = lower(ruleset, abi).ruleset;
    assert.equal(lower(once, abi), { ruleset: once, lost: [] });
  });
});

test("lowering in steps is lowering at once", () => {
  onEveryAbi((ruleset, abi) => {
    for (const between of ABIS.filter((other) => other >= abi)) {
      assert.equal(lower(lower(ruleset, between).ruleset, abi).ruleset, lower(ruleset, abi).ruleset);
    }
  });
});

test("an older kernel handles no more, and allows exactly the same of what it handles", () => {
  onEveryAbi((ruleset, abi) => {
    const newer = lower(ruleset, abi + 1).ruleset;
    const older = lower(ruleset, abi).ruleset;
    assert.is(older.handledFs & ~newer.handledFs, 0n);
    assert.is(older.handledNet & ~newer.handledNet, 0n);
    assert.is(older.scoped & ~newer.scoped, 0n);
    const fs = newer.paths.map((rule) => ({ ...rule, access: rule.access & older.handledFs }));
    const net = newer.ports.map((rule) => ({ ...rule, access: rule.access & older.handledNet }));
    assert.equal(older.paths, fs.filter(({ access }) => access !== 0n));
    assert.equal(older.ports, net.filter(({ access }) => access !== 0n));
  });
});

test("what is lost is what is handled no more, each with the first ABI that has it", () => {
  onEveryAbi((ruleset, abi) => {
    const lowered = lower(ruleset, abi);
    for (const [kind, field] of [["fs", "handledFs"], ["net", "handledNet"], ["scope", "scoped"]] as const) {
      const lost = lowered.lost.filter((right) => right.kind === kind);
      const missing = namesOf(kind, ruleset[field] & ~lowered.ruleset[field]);
      assert.equal(lost.map(({ name }) => name), missing, `${kind} on ABI ${abi}`);
      for (const { abi: first, name } of lost) {
        const added = namesOf(kind, masksOf(first)[kind] & ~masksOf(first - 1)[kind]);
        assert.ok(first > abi && added.includes(name), `${name} on ABI ${abi}`);
      }
    }
  });
});

test("every rule has something left, and only what is handled", () => {
  onEveryAbi((ruleset, abi) => {
    const { handledFs, handledNet, paths, ports } = lower(ruleset, abi).ruleset;
    for (const { access } of paths) assert.ok(access !== 0n && (access & ~handledFs) === 0n);
    for (const { access } of ports) assert.ok(access !== 0n && (access & ~handledNet) === 0n);
  });
});

test("a rule on a file has no right that only a directory may have", () => {
  onEveryAbi((ruleset, abi) => {
    for (const { isDirectory, access } of lower(ruleset, abi).ruleset.paths) {
      if (!isDirectory) assert.is(access & ~FILE_RIGHTS, 0n);
    }
  });
});

test("no rule appears, moves or gains a right", () => {
  onEveryAbi((ruleset, abi) => {
    const rest = ruleset.paths.values();
    for (const rule of lower(ruleset, abi).ruleset.paths) {
      const comesFrom = (from: PathRule) =>
        from.path === rule.path && from.isDirectory === rule.isDirectory &&
        (rule.access & ~from.access) === 0n;
      let from = rest.next();
      while (!from.done && !comesFrom(from.value)) from = rest.next();
      assert.not(from.done, rule.path);
    }
  });
});

test("nothing is left on a kernel without Landlock", () => {
  forAll(anyRuleset, (ruleset) => {
    const none = { handledFs: 0n, handledNet: 0n, scoped: 0n, paths: [], ports: [] };
    assert.equal(lower(ruleset, 0).ruleset, none);
  });
});

test("a kernel of tomorrow takes what the newest one does", () => {
  forAll(anyRuleset, (ruleset) => assert.equal(lower(ruleset, 99), lower(ruleset, NEWEST_ABI)));
});

const everything: Ruleset = {
  handledFs: NEWEST.fs,
  handledNet: NEWEST.net,
  scoped: NEWEST.scope,
  paths: [],
  ports: [],
};
/** What each kernel lacks of all there is. */
const LOST: readonly [abi: number, names: string][] = [
  [11, ""],
  [10, ""],
  [9, "bind_udp connect_send_udp"],
  [8, "resolve_unix bind_udp connect_send_udp"],
  [7, "resolve_unix bind_udp connect_send_udp"],
  [6, "resolve_unix bind_udp connect_send_udp"],
  [5, "resolve_unix bind_udp connect_send_udp abstract_unix_socket signal"],
  [4, "ioctl_dev resolve_unix bind_udp connect_send_udp abstract_unix_socket signal"],
  [3, "ioctl_dev resolve_unix bind_tcp connect_tcp bind_udp connect_send_udp abstract_unix_socket signal"],
  [
    2,
    "truncate ioctl_dev resolve_unix bind_tcp connect_tcp bind_udp connect_send_udp abstract_unix_socket signal",
  ],
  [
    1,
    "refer truncate ioctl_dev resolve_unix bind_tcp connect_tcp bind_udp connect_send_udp abstract_unix_socket " +
    "signal",
  ],
];

for (const [abi, names] of LOST) {
  test(`ABI ${abi} lacks ${names || "nothing"}`, () => {
    assert.is(lower(everything, abi).lost.map(({ name }) => name).join(" "), names);
  });
}

test.run();
