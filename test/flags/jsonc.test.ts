/** Reading JSON with comments and trailing commas. */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseJsonc } from "../../src/flags/jsonc.ts";

const CASES: readonly [fact: string, text: string, value: unknown][] = [
  ["plain JSON is read", '{"a":[1,true,null,"x"]}', { a: [1, true, null, "x"] }],
  ["a comment to the end of the line is passed over", "[1, // one\n2]", [1, 2]],
  ["a comment may end the file", "[1] // one", [1]],
  ["a comment in the middle is passed over", "[1, /* two */ 3]", [1, 3]],
  ["a comment may have lines and stars", "[1 /** 2\n * 3 **/]", [1]],
  ["a comment may be empty", "[/**/1]", [1]],
  ["a comma may come last in a list", "[1,2,]", [1, 2]],
  ["a comma may come last in an object", '{"a":1,}', { a: 1 }],
  ["a comma may come last, before a comment", "[1, // one\n/* two */ ]", [1]],
  ["a comment's signs in a text are text", '["//", "/* */", "http://a/*"]', ["//", "/* */", "http://a/*"]],
  ["a comma before a bracket in a text is text", '[",]", ",}", "a,"]', [",]", ",}", "a,"]],
  ["an escaped quote ends no text", '["\\"//", "\\\\", ","]', ['"//', "\\", ","]],
  ["a quote in a comment begins no text", '[1 /* " */, 2 // "\n]', [1, 2]],
  ["an empty file is nothing", " \n", undefined],
  ["a file of comments is nothing", "// none\n/* none */", undefined],
];

for (const [fact, text, value] of CASES) test(fact, () => assert.equal(parseJsonc(text, "x"), value));

for (
  const text of [
    "[1,,2]",
    "[,]",
    "{,}",
    "[1 2]",
    "{'a':1}",
    "{a:1}",
    "/* ",
    '["a',
    "[1]]",
    "\ufeff[]",
    "[01]",
    "/",
    "[1/ /2]",
  ]
) {
  test(`refused, with the name of the file: ${text}`, () => {
    assert.throws(
      () => parseJsonc(text, "/x/deno.json"),
      (error: Error) =>
        error.name === "SyntaxError" && error.message.startsWith('Cannot parse "/x/deno.json": '),
    );
  });
}

test("any JSON is read, with comments and commas put into it", () => {
  const noise = fc.constantFrom("", " ", "\n", '/* , ] } " */', '// } " \n');
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(noise, { minLength: 20, maxLength: 20 }), (value, noises) => {
      let at = 0;
      const next = () => noises[at++ % noises.length] as string;
      const write = (part: unknown): string => {
        if (Array.isArray(part)) {
          return `[${part.map((item) => `${next()}${write(item)}${next()},`).join("")}${next()}]`;
        }
        if (typeof part !== "object" || part === null) return JSON.stringify(part);
        const entries = Object.entries(part).map(([key, item]) =>
          `${next()}${JSON.stringify(key)}${next()}:${write(item)}`
        );
        return `{${entries.map((entry) => `${entry}${next()},`).join("")}${next()}}`;
      };
      const plain = JSON.parse(JSON.stringify(value));
      assert.equal(parseJsonc(`${next()}${write(plain)}${next()}`, "x"), plain);
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

/** Texts that take hours if any part of them is looked at again for every other. */
const LONG: readonly [fact: string, text: string][] = [
  ["commas and comments", `[${",/**/ ".repeat(1_000_000)}`],
  ["escaped quotes", '\\"'.repeat(2_000_000)],
  ["escaped quotes in a string that does not end", `"${'\\"'.repeat(2_000_000)}`],
  ["comments that do not end", "/*".repeat(2_000_000)],
  ["comments to the end of lines", "//\n".repeat(1_000_000)],
  ["spaces before a comma", `[1${" ".repeat(4_000_000)},`],
  ["commas and spaces", `[${", ".repeat(2_000_000)}`],
  ["open brackets", "[".repeat(2_000_000)],
];

for (const [fact, text] of LONG) {
  test(`a long text is read in one pass: ${fact}`, () => {
    try {
      parseJsonc(text, "x");
    } catch (error) {
      assert.ok(error instanceof SyntaxError || error instanceof RangeError, String(error));
    }
  });
}

test.run();
