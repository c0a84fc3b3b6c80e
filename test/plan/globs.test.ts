/** What patterns in path entries become: the files they match now, and one line of the report. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { LockdownError, Permissions } from "../../mod.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import { expandGlobs } from "../../src/plan/globs.ts";
import { tree } from "./tree.ts";

const FILES = tree({
  "/w/a.pem": "",
  "/w/.hidden.pem": "",
  "/w/.env": "",
  "/w/sub/.env": "",
  "/w/sub/b.pem": "",
  "/w/sub/deep/.env": "",
  "/w/link": "-> /other",
  "/w/l.pem": "-> /other/key",
  "/other/.env": "",
  "/other/key": "",
});

const CASES: readonly [effect: "allow" | "deny", pattern: string, found: string][] = [
  ["allow", "*.pem", "/w/a.pem"],
  ["deny", "*.pem", "/w/.hidden.pem /w/a.pem /w/l.pem"],
  ["deny", "**/.env", "/w/.env /w/sub/.env /w/sub/deep/.env"],
  ["allow", "**/.env", "/w/.env /w/sub/.env /w/sub/deep/.env"],
  ["deny", "sub/*", "/w/sub/.env /w/sub/b.pem /w/sub/deep"],
  ["allow", "sub/*", "/w/sub/b.pem /w/sub/deep"],
  ["deny", "*/.env", "/w/sub/.env"],
  ["deny", "link/*", "/other/.env /other/key"],
  ["deny", "**", "/w/.env /w/.hidden.pem /w/a.pem /w/l.pem /w/link /w/sub"],
  ["deny", "nothing*", ""],
];

for (const [effect, pattern, expected] of CASES) {
  test(`${effect} ${pattern}`, () => {
    const { read } = parsePermissions({ read: { [effect]: [pattern] } } as Permissions, { directory: "/w" });
    const { grants, globs } = expandGlobs("read", read, "skip", FILES);
    assert.is(grants[effect].map(({ path }) => path).join(" "), expected);
    assert.equal(globs.map(({ text, found }) => [text, found.join(" ")]), [[pattern, expected]]);
  });
}

test("an allow that matches nothing is an error, a deny is not", () => {
  const parse = (effect: string) =>
    parsePermissions({ read: { [effect]: ["no*"] } } as Permissions, { directory: "/w" }).read;
  assert.throws(
    () => expandGlobs("read", parse("allow"), "error", FILES),
    (error: LockdownError) =>
      error.code === "PATH_NOT_FOUND" && error.message.includes('matches nothing in "/w"'),
  );
  assert.equal(expandGlobs("read", parse("deny"), "error", FILES).grants.deny, []);
});

test("what is ignored is a pattern too, and stays among what is denied", () => {
  const { read } = parsePermissions({ read: { ignore: ["*.pem"], deny: ["sub"] } }, { directory: "/w" });
  const { grants } = expandGlobs("read", read, "error", FILES);
  assert.equal(grants.deny.map(({ path }) => path), ["/w/sub", "/w/.hidden.pem", "/w/a.pem", "/w/l.pem"]);
  assert.equal(grants.ignore, grants.deny.slice(1));
});

test.run();
