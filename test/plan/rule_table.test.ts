/** The list of rules is shorter than what was added and says the same. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { FS } from "../../src/landlock/abi.ts";
import { isWithin } from "../../src/linux/paths.ts";
import { accessFor, isGranted, type PlannedPathRule } from "../../src/plan/origin.ts";
import { RuleTable } from "../../src/plan/rule_table.ts";
import { fc, forAll } from "../permissions/property.ts";

const path = fc
  .array(fc.constantFrom("a", "ab", "b"), { maxLength: 4 })
  .map((names) => `/${names.join("/")}`);
const addition = fc.record({ path, access: fc.bigInt({ min: 0n, max: 15n }) });
const anyAdditions = fc.array(addition, { maxLength: 12 });

interface Addition {
  readonly path: string;
  readonly access: bigint;
}

function tableOf(additions: readonly Addition[]): RuleTable {
  const table = new RuleTable();
  for (const { path, access } of additions) table.add(path, true, access);
  return table;
}

/** What the kernel gives on a path: the rights of all rules there and above. */
function given(path: string, rules: readonly Addition[]): bigint {
  return rules.filter((rule) => isWithin(path, rule.path)).reduce((sum, { access }) => sum | access, 0n);
}

test("every path has the rights that were added there and above, no more and no fewer", () => {
  forAll(fc.tuple(anyAdditions, fc.array(path, { maxLength: 20 })), ([additions, paths]) => {
    const rules = tableOf(additions).rules();
    for (const path of [...paths, ...additions.map(({ path }) => path)]) {
      assert.is(given(path, rules), given(path, additions), path);
    }
  }, 3000);
});

test("no rule says only what rules above it say", () => {
  forAll(anyAdditions, (additions) => {
    const rules = tableOf(additions).rules();
    for (const rule of rules) {
      const others = rules.filter((other) => other !== rule);
      assert.is.not(rule.access & ~given(rule.path, others), 0n, rule.path);
    }
  }, 3000);
});

test("rules are sorted by path, one each", () => {
  forAll(anyAdditions, (additions) => {
    const paths = tableOf(additions).rules().map(({ path }) => path);
    assert.equal(paths, [...new Set(paths)].sort());
  });
});

test("a file keeps its kind when more rights are added to it", () => {
  const table = new RuleTable();
  table.add("/a/f", false, FS.READ_FILE);
  table.add("/a/f", false, FS.EXECUTE);
  assert.equal(table.rules(), [{
    path: "/a/f",
    isDirectory: false,
    access: FS.READ_FILE | FS.EXECUTE,
    origins: [],
  }]);
});

test("each right of a rule knows what asked for it, also where a directory above gives it", () => {
  const table = new RuleTable();
  const entry = (text: string) => ({ permission: "read", entry: text, effect: "allow" }) as const;
  const need = { subject: "/a", access: "read", reason: "why" } as const;
  table.add("/a", true, 0b1n, [{ entry: entry("a") }]);
  table.add("/a", true, 0b10n, [{ need }], { mayVanish: true });
  table.add("/a/b", true, 0b1n, [{ entry: entry("b") }]);
  const [rule] = table.rules();
  const [covered] = table.covered();
  assert.equal([table.rules().length, rule?.path, covered?.path], [1, "/a", "/a/b"]);
  assert.is(accessFor(entry("a"), rule as PlannedPathRule), 0b1n);
  assert.is(accessFor(entry("b"), rule as PlannedPathRule), 0n);
  assert.is(accessFor(entry("b"), covered as PlannedPathRule), 0b1n);
  assert.ok(isGranted(rule as PlannedPathRule));
});

test.run();
