/** Paths as users write them: made absolute by the text alone, as Deno does. What they lead to is looked at in
 * `test/plan`. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { normalize } from "../../src/linux/paths.ts";
import { parsePathEntry } from "../../src/permissions/path_entry.ts";
import { fc, forAll } from "./property.ts";
import { assertRefused, parsed, type Refusal, thrownBy } from "./refusal.ts";

const DIRECTORY = "/home/user/app";

const ACCEPTED: readonly [fact: string, text: string, path: string][] = [
  ["a relative path lies in the directory", "data", "/home/user/app/data"],
  ["a leading dot means the directory", "./data", "/home/user/app/data"],
  ["a dot is the directory", ".", "/home/user/app"],
  ["two dots go up", "..", "/home/user"],
  ["dots within are resolved by the text", "d/../d/./sub/", "/home/user/app/d/sub"],
  ["above the root there is the root", "../../../../..", "/"],
  ["an absolute path stays", "/srv/files", "/srv/files"],
  ["the root stays", "/", "/"],
  ["repeated slashes are one", "//srv///files//", "/srv/files"],
  ["three dots are a name", "...", "/home/user/app/..."],
  ["a tilde is a name", "~/data", "/home/user/app/~/data"],
  ["a variable is a name", "$HOME", "/home/user/app/$HOME"],
  ["a star is a name", "*.txt", "/home/user/app/*.txt"],
  ["a file URL is a name", "file:///etc/passwd", "/home/user/app/file:/etc/passwd"],
  ["a comma is part of a name", "a,b", "/home/user/app/a,b"],
  ["a space is a name", " ", "/home/user/app/ "],
  ["a leading space is part of a name", " /etc", "/home/user/app/ /etc"],
  ["a backslash is part of a name", "a\\b", "/home/user/app/a\\b"],
  ["letters of all scripts are names", "Übung/日本/🦀", "/home/user/app/Übung/日本/🦀"],
  ["two spellings of one letter stay two", "e\u0301", "/home/user/app/e\u0301"],
];

for (const [fact, text, path] of ACCEPTED) {
  test(fact, () =>
    assert.equal(parsePathEntry(text, "read", { directory: DIRECTORY, literal: true }), {
      text,
      path,
      isLiteral: true,
    }));
}

const HOME = "/home/user";
const OURS = { directory: DIRECTORY, home: () => HOME };

test("~ is the home folder, in what is not a runtime's own flag", () => {
  assert.is(parsePathEntry("~", "read", OURS).path, HOME);
  assert.is(parsePathEntry("~/", "read", OURS).path, HOME);
  assert.is(parsePathEntry("~/.ssh/id", "read", OURS).path, "/home/user/.ssh/id");
  assert.is(parsePathEntry("./~", "read", OURS).path, `${DIRECTORY}/~`);
  assert.is(parsePathEntry("a~/b", "read", OURS).path, `${DIRECTORY}/a~/b`);
});

test("another user's home is refused, and a home that is none", () => {
  assert.throws(() => parsePathEntry("~root/x", "read", OURS), /your own home folder only/);
  for (const home of [undefined, "", "relative"]) {
    const reading = { directory: DIRECTORY, home: () => home };
    assert.throws(() => parsePathEntry("~/x", "write", reading), /HOME is not set to an absolute path/);
  }
});

const GLOBS: readonly [text: string, base: string, parts: readonly string[]][] = [
  ["*.pem", DIRECTORY, ["*.pem"]],
  ["./src/*.key", `${DIRECTORY}/src`, ["*.key"]],
  ["**/.env", DIRECTORY, ["**", ".env"]],
  ["../a/./b?/c", "/home/user/a", ["b?", "c"]],
  ["/etc//x*", "/etc", ["x*"]],
  ["/*", "/", ["*"]],
  ["~/**/**/id", HOME, ["**", "id"]],
  ["a/*/", `${DIRECTORY}/a`, ["*"]],
];

for (const [text, base, parts] of GLOBS) {
  test(`${text} is a pattern`, () => assert.equal(parsePathEntry(text, "read", OURS).glob, { base, parts }));
}

test("only what the user wrote is a pattern, not the folder it is relative to", () => {
  assert.is(parsePathEntry("a", "read", { directory: "/b*c" }).glob, undefined);
  assert.equal(parsePathEntry("a*", "read", { directory: "/b*c" }).glob, { base: "/b*c", parts: ["a*"] });
});

test("two dots behind a wildcard are refused", () => {
  assert.throws(() => parsePathEntry("*/../x", "read", OURS), /cannot stand behind a wildcard/);
});

test("the root as working directory gives no second slash", () => {
  assert.is(parsePathEntry("data", "read", { directory: "/" }).path, "/data");
});

const LONGEST = `/${"a".repeat(4094)}`;

test("a path of 4095 bytes is accepted", () => {
  assert.is(parsePathEntry(LONGEST, "read", { directory: DIRECTORY }).path.length, 4095);
});

test("a long text that names a short path is accepted", () => {
  assert.is(parsePathEntry("/.".repeat(3000), "read", { directory: DIRECTORY }).path, "/");
});

const REFUSED: readonly Refusal<string>[] = [
  {
    fact: "a path of 4096 bytes is refused",
    input: `${LONGEST}a`,
    error: RangeError,
    names: "/aaa",
    remedy: "Grant a directory further up",
  },
  {
    fact: "bytes count, not letters",
    input: `/${"ü".repeat(2048)}`,
    error: RangeError,
    names: "/üüü",
    remedy: "4095 bytes",
  },
  {
    fact: "the directory counts",
    input: "a".repeat(4090),
    error: RangeError,
    names: "aaa",
    remedy: "4095 bytes",
  },
];

for (const refusal of REFUSED) {
  test(
    refusal.fact,
    () => assertRefused((text) => parsePathEntry(text, "write", { directory: DIRECTORY }), refusal),
  );
}

test("a message about a long path is short", () => {
  const { message } = thrownBy(() => parsePathEntry("x".repeat(100_000), "read", { directory: DIRECTORY }));
  assert.ok(message.length < 400, message);
});

/** Paths with more dots and slashes than letters. */
const wildPath = fc
  .array(fc.constantFrom("/", ".", "..", "a", "b ", "ü", "//", "...", "\\"), { maxLength: 30 })
  .map((parts) => `/${parts.join("")}`);

test("normalizePath() of a normal path is that path", () => {
  forAll(wildPath, (path) => assert.is(normalize(normalize(path)), normalize(path)));
});

test("a normal path is absolute, with no empty part, no dot and no two dots in it", () => {
  forAll(fc.oneof(wildPath, fc.string().map((text) => `/${text}`)), (path) => {
    const normal = normalize(path);
    if (normal === "/") return;
    const [first, ...parts] = normal.split("/");
    assert.is(first, "");
    for (const part of parts) assert.not(["", ".", ".."].includes(part), normal);
  });
});

test("any text is a path or a wrong argument", () => {
  forAll(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
    const entry = parsed(() => parsePathEntry(text, "read", { directory: DIRECTORY }));
    assert.ok(entry === undefined || entry.path.startsWith("/"));
  });
});

test.run();
