/** The public reader of flags and its inverse: shapes, properties, and what is refused with which words. That the
 * grammar is Deno's is for `deno_oracle.test.ts`. */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { formatFlags } from "../../src/flags/format_flags.ts";
import { parseFlags } from "../../src/flags/parse_flags.ts";
import { normalizePermissions } from "../../src/flags/permission_lists.ts";
import { PERMISSION_NAMES, type Permissions } from "../../src/permissions/permissions.ts";

const SETTINGS = { seed: 20261122, numRuns: 500 };

/** Flags, what they say, and how it is written again. */
const BOTH_WAYS: readonly [fact: string, flags: string, permissions: Permissions, written?: string][] = [
  ["no flags grant nothing", "", {}],
  ["a bare flag grants all", "--allow-read", { read: true }, "-R"],
  ["a list grants its entries", "--allow-read=a,b", { read: ["a", "b"] }, "-R=a,b"],
  ["lists add up, and repeated entries fall away", "-R=a -R=b,a", { read: ["a", "b"] }, "-R=a,b"],
  ["a list makes a bare flag say nothing", "-R -R=a", { read: ["a"] }, "-R=a"],
  ["a deny stands beside its allow", "-R=a --deny-read=a/b", { read: { allow: ["a"], deny: ["a/b"] } }],
  ["a deny alone stays", "--deny-net=a.com", { net: { deny: ["a.com"] } }],
  [
    "everything denied beats everything allowed",
    "--allow-env --deny-env",
    { env: { deny: true } },
    "--deny-env",
  ],
  ["an entry is more than everything denied", "-E=A --deny-env", { env: { allow: ["A"], deny: true } }],
  ["what is ignored", "-R --ignore-read=a", { read: { allow: true, ignore: ["a"] } }],
  ["all", "--allow-all", all(true), "-A"],
  ["all but", "-A --deny-run=sh", { ...all(true), run: { allow: true, deny: ["sh"] } }],
  ["all by name is all", "-RWNESI --allow-run --allow-ffi", all(true), "-A"],
  ["letters in one word", "-RW=d", { read: true, write: ["d"] }, "-R -W=d"],
  [
    "bare letters come first and together",
    "-N=a.com -E -R --allow-run",
    { ...NET_ENV_READ(), run: true },
    "-RE -N=a.com --allow-run",
  ],
  ["flags that are not about permissions of ours", "--no-prompt --allow-hrtime -R", { read: true }, "-R"],
];

function all(value: true): Permissions {
  return Object.fromEntries(PERMISSION_NAMES.map((name) => [name, value]));
}

function NET_ENV_READ(): Permissions {
  return { read: true, net: ["a.com"], env: true };
}

for (const [fact, flags, permissions, written = flags] of BOTH_WAYS) {
  test(`${fact}: ${flags}`, () => {
    const list = flags === "" ? [] : flags.split(" ");
    assert.equal(parseFlags(list), permissions);
    assert.is(formatFlags(permissions).join(" "), written);
  });
}

test("long names are written where letters are not taken", () => {
  const long = (permissions: Permissions) => formatFlags(permissions, { long: true }).join(" ");
  assert.is(long({ read: true, write: ["a"], run: ["b"] }), "--allow-read --allow-write=a --allow-run=b");
  assert.is(long({ ...all(true), net: { allow: true, deny: [":80"] } }), "--allow-all --deny-net=:80");
});

test("what makes no difference is not written", () => {
  assert.equal(
    formatFlags({ read: [], write: false, net: { allow: [], deny: false }, env: undefined, run: {} }),
    [],
  );
  assert.equal(formatFlags({ read: { allow: true, deny: true } }), ["--deny-read"]);
});

/** Permissions whose every entry a flag can say. */
const permissions: fc.Arbitrary<Permissions> = fc.record(
  Object.fromEntries(PERMISSION_NAMES.map((name) => {
    const entries: Record<string, string[]> = {
      net: ["a.com", "a.com:80", ":443", "[::1]:80", "10.0.0.0/8", "unix:/run/x", "vsock:1:2", "*.a.com"],
      import: ["a.com", "jsr.io:443"],
      sys: ["uid", "cpus", "userInfo"],
      env: ["A", "B*", "*"],
    };
    const list = fc.array(fc.constantFrom(...entries[name] ?? ["a", "./a b", "/", "é", "a=b", "-x", "~"]), {
      maxLength: 4,
    });
    const value = fc.oneof(fc.boolean(), list);
    const effects = ["allow", "deny", ...(name === "read" || name === "env" ? ["ignore"] : [])];
    const object = fc.record(Object.fromEntries(effects.map((effect) => [effect, value])), {
      requiredKeys: [],
    });
    return [name, fc.oneof(fc.constant(undefined), value, object)];
  })),
) as fc.Arbitrary<Permissions>;

test("flags that were written say the same when they are read", () => {
  fc.assert(
    fc.property(permissions, fc.boolean(), (given, long) => {
      assert.equal(parseFlags(formatFlags(given, { long })), normalizePermissions(given));
    }),
    SETTINGS,
  );
});

test("flags that are read and written again stay the same", () => {
  fc.assert(
    fc.property(permissions, (given) => {
      const flags = formatFlags(given);
      assert.equal(formatFlags(parseFlags(flags)), flags);
    }),
    SETTINGS,
  );
});

test("there are never more flags than permissions, denies and ignores, and a word for the letters", () => {
  fc.assert(
    fc.property(permissions, (given) => {
      const said = Object.values(normalizePermissions(given));
      const parts = said.flatMap((value) =>
        typeof value === "object" && !Array.isArray(value) ? Object.keys(value) : ["allow"]
      );
      assert.ok(formatFlags(given).length <= parts.length);
    }),
    SETTINGS,
  );
});

/** Lists that are refused, the error's class, and a part of its message. */
const REFUSED: readonly [flags: unknown, error: typeof Error, message: string][] = [
  [
    "--allow-read",
    TypeError,
    'Cannot use "--allow-read" as flags: pass a list such as ["--allow-read=./data"]',
  ],
  [[1], TypeError, 'Cannot use "1" as flag: every flag must be a string'],
  [["main.ts"], SyntaxError, 'Cannot use "main.ts" as flag: write one flag an item'],
  [
    ["--allow-read", "./data"],
    SyntaxError,
    'Cannot use "./data" as flag: write one flag an item, a value after "="',
  ],
  [[""], SyntaxError, 'Cannot use "" as flag'],
  [["-"], SyntaxError, 'Cannot use "-" as flag'],
  [["--"], SyntaxError, 'Cannot use "--" as flag'],
  [["--="], SyntaxError, 'Cannot use "--=" as flag'],
  [
    ["--allow-foo"],
    SyntaxError,
    'Cannot use option "--allow-foo": there are --allow-… and --deny-… for read, write',
  ],
  [["--ignore-net=a.com"], SyntaxError, "and --ignore-… for read and env"],
  [
    ["--config=deno.json"],
    SyntaxError,
    'Cannot use "--config=deno.json" as flag: it is no permission flag, leave it out',
  ],
  [["--allow-scripts"], SyntaxError, 'Cannot use "--allow-scripts" as flag'],
  [["-q"], SyntaxError, 'Cannot use "-q" as flag: it is no permission flag'],
  [["-Z"], SyntaxError, 'Cannot use option "-Z": Deno has none of that name'],
  [["-Rc"], SyntaxError, 'Cannot use option "-c": its value is missing'],
  [["-P"], SyntaxError, 'Cannot use "-P" here: the set stands in a deno.json, pass the flags it stands for'],
  [["-A", "-R=a"], SyntaxError, 'Cannot use "-R=a" next to --allow-all, which allows it already'],
  [["--allow-all=no"], SyntaxError, '"--allow-all" takes no value, leave "=no" out'],
  [["--allow-read="], TypeError, "an empty entry in read permission"],
  [["--deny-write=a,,b"], TypeError, "an empty entry in write permission"],
  [["--allow-read=a\nb"], TypeError, 'Cannot use "a\\nb" in read permission: it contains a line break'],
  [["--allow-net=https://a.com"], TypeError, 'Cannot use "https://a.com" in net permission: it is a URL'],
  [["--allow-net=a.com:70000"], RangeError, 'port "70000" is not a number from 0 to 65535'],
  [["--allow-net=010.0.0.1"], TypeError, 'Deno takes it for a name and not for an address, write "10.0.0.1"'],
  [["--allow-net=vsock:4294967296:1"], TypeError, "its numbers have at most 32 bits"],
  [
    ["--allow-import=:443"],
    TypeError,
    'a port alone is for --allow-net and --deny-net, write "localhost:443"',
  ],
  [["--allow-sys=foo"], TypeError, 'Cannot use "foo" in sys permission: not one of hostname, osRelease'],
  [["--allow-sys=setuid"], TypeError, "Deno takes it in deno.json only"],
  [["--allow-env=A=B"], TypeError, 'the name of a variable has no "=" in it'],
];

for (const [flags, error, message] of REFUSED) {
  test(`refused: ${JSON.stringify(flags)}`, () => {
    assert.throws(() => parseFlags(flags as string[]), (thrown: Error) => {
      assert.instance(thrown, error);
      assert.ok(thrown.message.includes(message), thrown.message);
      assert.not.match(thrown.message, /\.$/);
      return true;
    });
  });
}

test("an entry that no flag can say is refused", () => {
  const refused = (given: unknown, message: RegExp) =>
    assert.throws(() => formatFlags(given as Permissions), message);
  refused({ read: ["a,b"] }, /Cannot write "a,b" as --allow-read: a comma separates entries/);
  refused({ sys: { allow: true, deny: ["umask"] } }, /Deno takes it in deno.json only/);
  refused({ env: ["A=B"] }, /has no "=" in it/);
  refused({ net: ["x y"] }, /"x y" in net permission/);
  refused({ reed: true }, /Cannot use permission "reed"/);
  refused({ write: { ignore: ["a"] } }, /Cannot use key "ignore" in write permission/);
});

test("any list of texts is permissions or a wrong argument", () => {
  const word = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string().map((text) => `--${text}`),
    fc.tuple(fc.constantFrom("--allow-net=", "-R", "-I=", "--deny-run", "--ignore-env="), fc.string())
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), (flags) => {
      try {
        parseFlags(flags);
      } catch (error) {
        assert.ok(["TypeError", "RangeError", "SyntaxError"].includes((error as Error).name), String(error));
      }
    }),
    { ...SETTINGS, numRuns: 2000 },
  );
});

test.run();
