/** Permissions as a whole: shapes, names, and what is refused before any entry is looked at. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parsePermissions, type PermissionSet } from "../../src/permissions/permission_set.ts";
import { type Permission, PERMISSION_NAMES, type Permissions } from "../../src/permissions/permissions.ts";
import { fc, forAll } from "./property.ts";
import { assertRefused, parsed, type Refusal } from "./refusal.ts";

const DIRECTORY = "/work";
const parse = (permissions: unknown) =>
  parsePermissions(permissions as Permissions, { directory: DIRECTORY });

test("what is left out is denied", () => {
  const none = { allowAll: false, allow: [], deny: [] };
  const all = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, none]));
  assert.equal(parse({}), all);
  assert.equal(parse(Object.fromEntries(PERMISSION_NAMES.map((name) => [name, undefined]))), all);
});

const a = { text: "a", path: "/work/a" };
const b = { text: "b", path: "/work/b" };
const SHAPES: readonly [fact: string, permission: Permission, expected: PermissionSet["read"]][] = [
  ["true allows all", true, { allowAll: true, allow: [], deny: [] }],
  ["false allows nothing", false, { allowAll: false, allow: [], deny: [] }],
  ["an empty list allows nothing", [], { allowAll: false, allow: [], deny: [] }],
  ["a list allows its entries", ["a", "b"], { allowAll: false, allow: [a, b], deny: [] }],
  ["an entry may stand there twice", ["a", "a"], { allowAll: false, allow: [a, a], deny: [] }],
  ["an empty object allows nothing", {}, { allowAll: false, allow: [], deny: [] }],
  ["allow alone is a list", { allow: ["a"] }, { allowAll: false, allow: [a], deny: [] }],
  ["an allow that is undefined allows nothing", { allow: undefined }, {
    allowAll: false,
    allow: [],
    deny: [],
  }],
  ["deny alone allows nothing", { deny: ["a"] }, { allowAll: false, allow: [], deny: [a] }],
  ["deny takes out of all", { allow: true, deny: ["a"] }, { allowAll: true, allow: [], deny: [a] }],
  ["deny takes out of a list", { allow: ["a"], deny: ["b"] }, { allowAll: false, allow: [a], deny: [b] }],
  ["deny all beats allow all", { allow: true, deny: true }, { allowAll: false, allow: [], deny: [] }],
  ["an entry beats deny all, as it is more specific", { allow: ["a"], deny: true }, {
    allowAll: false,
    allow: [a],
    deny: [],
  }],
  ["an empty deny takes nothing out", { allow: true, deny: [] }, { allowAll: true, allow: [], deny: [] }],
  ["deny false takes nothing out", { allow: true, deny: false }, { allowAll: true, allow: [], deny: [] }],
];

for (const [fact, permission, expected] of SHAPES) {
  test(fact, () => {
    assert.equal(parse({ read: permission }).read, expected);
    assert.equal(parse({ write: permission }).write, expected);
    assert.equal(parse({ ffi: permission }).ffi, expected);
  });
}

test("every permission takes its own kind of entry", () => {
  const set = parse({ net: ["h:1"], run: ["r"], env: ["E*"], sys: ["cpus"], import: ["i.com"] });
  assert.equal(set.net.allow.map(({ kind }) => kind), ["host"]);
  assert.equal(set.run.allow, [{ text: "r" }]);
  assert.equal(set.env.allow, [{ text: "E*" }]);
  assert.equal(set.sys.allow, [{ text: "cpus" }]);
  assert.equal(set.import.allow, [{ text: "i.com" }]);
});

const LONG = "x".repeat(10_000);
const REFUSED: readonly Refusal<unknown>[] = [
  ...([
    ["nothing is no permissions", undefined, "undefined"],
    ["null is no permissions", null, "null"],
    ["true is no permissions", true, "true"],
    ["a text is no permissions", "read", "read"],
    ["a number is no permissions", 1, "1"],
    ["a list is no permissions", ["read"], "read"],
    ["a function is no permissions", parse, ""],
  ] as const).map(([fact, input, names]) => ({
    fact,
    input,
    error: TypeError,
    names,
    remedy: 'pass an object such as { read: ["./data"] }',
  })),
  ...([
    ["an unknown permission is refused", { reed: true }, "reed"],
    ["names are lower case", { Read: true }, "Read"],
    ["an unknown permission is refused also when it is false", { hrtime: false }, "hrtime"],
    ["an unknown permission is refused also when it is undefined", { all: undefined }, "all"],
    ["a name of Object.prototype is no permission", { constructor: true }, "constructor"],
    ["a prototype is no permission", JSON.parse('{"__proto__":true}'), "__proto__"],
  ] as const).map(([fact, input, names]) => ({
    fact,
    input,
    error: TypeError,
    names,
    remedy: "not one of read, write, net, run, env, ffi, sys, import",
  })),
  ...([
    ["a text is no list", { read: "./data" }, './data" as read permission', 'a list such as ["./data"]'],
    ["null is no value", { write: null }, 'null" as write permission', "pass true, false, a list"],
    ["a number is no value", { net: 443 }, '443" as net permission', "pass true, false, a list"],
    ["a text is no allow", { run: { allow: "git" } }, 'git" in run permission', "a list of strings"],
    ["null is no allow", { run: { allow: null } }, 'null" in run permission', "a list of strings"],
    ["null is no deny", { run: { deny: null } }, 'null" in run permission', "a list of strings"],
    ["a map is no value", { read: { "./data": true } }, './data" in read', 'only "allow" and "deny"'],
    [
      "ignore is not known where nothing can be hidden",
      { net: { ignore: ["a.com"] } },
      'ignore" in net',
      'only "allow" and "deny"',
    ],
    ["a set is no list", { read: { allow: new Set(["a"]) } }, "[object Set]", "a list of strings"],
  ] as const).map(([fact, input, names, remedy]) => ({ fact, input, error: TypeError, names, remedy })),
  ...([
    ["a number is no entry", [1], '1" in read permission', "must be a string"],
    ["null is no entry", ["a", null], 'null" in read permission', "must be a string"],
    ["a list is no entry", [["a"]], 'a" in read permission', "must be a string"],
    ["a URL object is no entry", [new URL("file:///a")], 'file:///a" in read', "must be a string"],
    ["a hole is no entry", Array(1), 'undefined" in read permission', "must be a string"],
    ["a line break is refused", ["a\nb"], 'a\\nb" in read permission', "Pass one entry a list item"],
    ["a carriage return is refused", ["a\r"], 'a\\r" in read permission', "Pass one entry a list item"],
    ["a NUL is refused", ["a\0b"], 'a\\u0000b" in read permission', "Pass one entry a list item"],
    ["a long entry is cut in the message", [`\n${LONG}`], "\\nxxxx", "characters)"],
  ] as const).flatMap(([fact, list, names, remedy]) => [
    { fact, input: { read: list }, error: TypeError, names, remedy },
    { fact: `${fact} in deny`, input: { read: { deny: list } }, error: TypeError, names, remedy },
  ]),
];

for (const refusal of REFUSED) test(refusal.fact, () => assertRefused(parse, refusal));

test("an empty entry is refused in every permission, with its name", () => {
  for (const name of PERMISSION_NAMES) {
    for (const value of [[""], { allow: [""] }, { allow: true, deny: [""] }]) {
      try {
        parse({ [name]: value });
        assert.unreachable(name);
      } catch (error) {
        assert.is((error as Error).name, "TypeError");
        assert.match(
          (error as Error).message,
          `an empty entry in ${name} permission: leave it out, or write "."`,
        );
      }
    }
  }
});

test("the first bad entry is named, whatever comes after", () => {
  assertRefused(parse, {
    fact: "order",
    input: { net: ["ok.com:1", "bad host", "worse host"] },
    error: TypeError,
    names: 'bad host" in net permission',
    remedy: "write",
  });
});

const names = fc.constantFrom(...PERMISSION_NAMES, "all", "__proto__", "allow");
const likely = fc.dictionary(
  names,
  fc.oneof(
    fc.boolean(),
    fc.array(fc.string({ unit: "binary" }), { maxLength: 4 }),
    fc.record({ allow: fc.anything(), deny: fc.anything() }, { requiredKeys: [] }),
  ),
);

test("any value is a set of permissions or a wrong argument", () => {
  forAll(fc.oneof(likely, fc.anything()), (value) => void parsed(() => parse(value)), 3000);
});

test("every entry of a list is in the result, in its order", () => {
  forAll(fc.array(fc.stringMatching(/^[^\0\r\n]+$/), { maxLength: 5 }), (list) => {
    const set = parsePermissions({ read: list, env: { allow: true, deny: list } }, {
      directory: DIRECTORY,
      literal: true,
    });
    assert.equal(set.read.allow.map(({ text }) => text), list);
    assert.equal(set.env.deny.map(({ text }) => text), list);
  });
});

test.run();
