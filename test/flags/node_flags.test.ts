/** Node's flags as permissions: what has no counterpart, what depends on the version, and what is refused. That the
 * rest is Node's own is for `node_oracle.test.ts`. */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type NodeFlags, type NodeFlagsOptions, parseNodeFlags } from "../../src/flags/node/flags.ts";
import { splitNodeOptions } from "../../src/flags/node/options.ts";

const OPTIONS: NodeFlagsOptions = {
  directory: "/work",
  version: "26.10.0",
  listDirectory: (path) => path === "/work" ? ["data", "data2", "other"] : undefined,
};
const parse = (words: string, options: Partial<NodeFlagsOptions> = {}): NodeFlags =>
  parseNodeFlags(words.split(" ").filter((word) => word !== ""), { ...OPTIONS, ...options });

test("what Node does not restrict is granted", () => {
  assert.equal(parse("--permission").permissions, { env: true, sys: true });
  assert.equal(parse("--experimental-permission", { version: "20.20.2" }).permissions, {
    net: true,
    env: true,
    sys: true,
  });
  assert.ok(
    parse("--permission", { version: "24.21.0" }).notes.some((note) => note.includes("restricts no network")),
  );
});

test("every flag has its permission", () => {
  const { permissions } = parse(
    "--permission --allow-fs-read=a --allow-fs-write=* --allow-net --allow-child-process --allow-ffi",
  );
  assert.equal(permissions, {
    read: ["/work/a"],
    write: true,
    net: true,
    run: true,
    env: true,
    ffi: true,
    sys: true,
  });
  assert.is(parse("--permission --allow-addons").permissions?.ffi, true);
});

test("without --permission there are none", () => {
  assert.equal(parse(""), { permissions: undefined, auditOnly: false, notes: [] });
  assert.equal(parse("--title x --no-warnings"), { permissions: undefined, auditOnly: false, notes: [] });
  assert.throws(() => parse("--allow-net"), /Cannot use "--allow-net" without --permission: .*, add it/);
});

test("an audit is told from a restriction", () => {
  assert.is(parse("--permission-audit").auditOnly, true);
  assert.is(parse("--permission --permission-audit --allow-fs-read=a").auditOnly, true);
  assert.equal(parse("--permission-audit --allow-fs-read=a").permissions, undefined);
});

test("the beginning of a name is the names that are there, with a note", () => {
  const { permissions, notes } = parse("--permission --allow-fs-read=da* --allow-fs-read=/work/*");
  assert.equal(permissions?.read, ["/work/data", "/work/data2", "/work"]);
  assert.ok(notes.some((note) => note.includes('names that are made later in "/work" are not covered')));
  assert.equal(parse("--permission --allow-fs-read=x*").permissions?.read, undefined);
  assert.throws(() => parse("--permission --allow-fs-read=/no/x*"), /the directory "\/no" cannot be listed/);
});

test("a comma is part of the path, with a note", () => {
  const { permissions, notes } = parse("--permission --allow-fs-write=a,b");
  assert.equal(permissions?.write, ["/work/a,b"]);
  assert.ok(notes.some((note) => note.includes("Write --allow-fs-write once for each")));
});

test("what has no counterpart is said in a note", () => {
  const { notes } = parse("--permission --allow-inspector --allow-openssl-store --allow-fs-vfs --allow-ffi");
  for (const word of ["Worker", "WASI", "inspector", "OpenSSL", "Virtual file systems", "Addons"]) {
    assert.ok(notes.some((note) => note.includes(word)), word);
  }
  assert.equal(parse("--permission --allow-worker --allow-wasi --allow-addons --allow-ffi").notes, []);
});

const REFUSED: readonly [words: string, message: string, nodeOptions?: string][] = [
  [
    "--permission --allow-foo",
    'Cannot use "--allow-foo": Node has --allow-fs-read, --allow-fs-write, --allow-child',
  ],
  ["--permission --allow-env=A", 'Cannot use "--allow-env=A": Node has'],
  ["--permission --deny-fs-read=a", 'Cannot use "--deny-fs-read=a": Node has'],
  [
    "--permission --allow-fs-read",
    'Cannot use "--allow-fs-read": its path is missing, write "--allow-fs-read=…"',
  ],
  ["--permission --allow-fs-read=", 'Cannot use "--allow-fs-read=": its path is missing'],
  ["--permission --no-allow-fs-read", 'only options without a value have a "no-"'],
  ["--experimental-config-file=x.json", 'Cannot read configuration file "/work/x.json"'],
  ["", "a double quote is not closed", '"--permission'],
  ["", 'nothing follows the last "\\"', '"\\'],
  ["", "Cannot name a configuration file in NODE_OPTIONS", "--experimental-config-file=x.json"],
];

for (const [words, message, nodeOptions] of REFUSED) {
  test(`refused: ${words}${nodeOptions ?? ""}`, () => {
    assert.throws(() => parse(words, { nodeOptions }), (error: Error) => error.message.includes(message));
  });
}

test("words that were quoted for NODE_OPTIONS are split into the same words", () => {
  const quote = (word: string) => `"${word.replace(/["\\]/g, "\\$&")}"`;
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", minLength: 1 })), (words) => {
      assert.equal(splitNodeOptions(words.map(quote).join(" ")), words);
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test("without quotes NODE_OPTIONS is split at spaces and nothing else", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[^ "]+$/)), (words) => {
      assert.equal(splitNodeOptions(words.join("  ")), words);
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test.run();
