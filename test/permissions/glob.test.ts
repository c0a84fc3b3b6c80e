/** What patterns match, compared with regular expressions that say the same. */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { matchesName, matchesPath } from "../../src/permissions/glob.ts";
import { forAll } from "./property.ts";

const CASES: readonly [pattern: string, name: string, matches: boolean][] = [
  ["*.pem", "a.pem", true],
  ["*.pem", ".pem", true],
  ["*.pem", "a.pem.x", false],
  ["?", "a", true],
  ["?", "", false],
  ["?", "ab", false],
  ["a*b*c", "a--b--b--c", true],
  ["a*b*c", "a--c--b", false],
  ["*", "", true],
  ["[ab]", "a", false],
  ["[ab]", "[ab]", true],
];

for (const [pattern, name, matches] of CASES) {
  test(`"${pattern}" ${matches ? "matches" : "does not match"} "${name}"`, () =>
    assert.is(matchesName(pattern, name, true), matches));
}

test("a dot at the beginning is matched in a deny, in an allow only by a dot", () => {
  assert.ok(matchesName("*", ".env", true) && matchesName("?env", ".env", true));
  assert.not(matchesName("*", ".env", false) || matchesName("?env", ".env", false));
  assert.ok(matchesName(".e*", ".env", false));
});

test("names match as regular expressions say", () => {
  const word = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 });
  forAll(fc.tuple(word("ab*?"), word("ab")), ([pattern, name]) => {
    const source = pattern.replaceAll("*", ".*").replaceAll("?", ".");
    assert.is(matchesName(pattern, name, true), new RegExp(`^${source}$`).test(name));
  });
});

test("paths match as regular expressions say", () => {
  const part = fc.constantFrom("a", "b*", "?", "**", "*");
  const name = fc.constantFrom("a", "b", "bc");
  forAll(
    fc.tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.array(name, { minLength: 1, maxLength: 4 })),
    ([parts, names]) => {
      const source = parts.map((part) =>
        part === "**" ? "(?:/[^/]+)*" : `/${part.replaceAll("*", "[^/]*").replaceAll("?", "[^/]")}`
      ).join("");
      const path = `/${names.join("/")}`;
      assert.is(matchesPath({ base: "/", parts }, path, true), new RegExp(`^${source}$`).test(path));
    },
  );
});

test("a pattern of stars takes no more steps than both lengths multiplied", () => {
  const pattern = `${"a*".repeat(100)}b`;
  const started = performance.now();
  for (let time = 0; time < 100; time++) assert.not(matchesName(pattern, "a".repeat(255), true));
  assert.ok(performance.now() - started < 10_000, "exponential matching would not end");
});

test.run();
