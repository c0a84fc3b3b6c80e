/** Entries of the run permission: a name, or a path as soon as there is a slash in it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseRunEntry, type RunEntry } from "../../src/permissions/run_entry.ts";
import { fc, forAll } from "./property.ts";
import { assertRefused, parsed } from "./refusal.ts";

const DIRECTORY = "/home/user/app";

const ENTRIES: readonly [fact: string, entry: RunEntry][] = [
  ["a name stays a name", { text: "git" }],
  ["a name may have dots", { text: "python3.11" }],
  ["a name may be a dot", { text: ".." }],
  ["a name with a space is one name", { text: "ls -la" }],
  ["an absolute path stays", { text: "/usr/bin/git", path: "/usr/bin/git" }],
  ["a path is normalised", { text: "/usr/bin/../bin//git", path: "/usr/bin/git" }],
  ["a relative path lies in the directory", { text: "bin/tool", path: "/home/user/app/bin/tool" }],
  ["a leading dot makes a path", { text: "./tool", path: "/home/user/app/tool" }],
  ["a trailing slash makes a path", { text: "tool/", path: "/home/user/app/tool" }],
];

for (const [fact, entry] of ENTRIES) {
  test(`${fact}: "${entry.text}"`, () =>
    assert.equal(parseRunEntry(entry.text, { directory: DIRECTORY }), entry));
}

test("a path that is too long is refused in the name of its permission", () => {
  assertRefused((text) => parseRunEntry(text, { directory: DIRECTORY }), {
    fact: "length",
    input: `/${"a".repeat(5000)}`,
    error: RangeError,
    names: "/aaa",
    remedy: "in run permission: longer than 4095 bytes",
  });
});

test("any text is a name, a path or a wrong argument", () => {
  forAll(fc.string({ unit: "binary" }), (text) => {
    const entry = parsed(() => parseRunEntry(text, { directory: DIRECTORY }));
    if (entry !== undefined) assert.is(entry.path !== undefined, text.includes("/"));
  });
});

test.run();
