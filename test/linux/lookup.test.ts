/** Where paths lead, compared with what the runtime says. */
import { linkSync, mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { context } from "../../src/context.ts";
import { systemLookup } from "../../src/linux/lookup.ts";
import { makeFolder } from "../support/folder.ts";

const folder = makeFolder({ "d/file": "", "d/sub/file": "", "d/\ufffd": "", "d/🔒": "", "d/a.b": "" });
symlinkSync("d", folder.at("link"));
symlinkSync("file", folder.at("d/to file"));
mkdirSync(folder.at("d/..."));

const lookup = systemLookup(context().system);
test.after(() => {
  lookup[Symbol.dispose]();
  folder.remove();
});

for (
  const name of ["d", "d/file", "d/sub/file", "d/a.b", "d/...", "d/🔒", "link", "link/file", "link/to file"]
    .concat(["d/", "d//file", "d/./file", "d/.", "d/..", "d/sub/../file", "link/../d/file", "d/sub/.."])
) {
  test(`"${name}" leads where the runtime says`, () => {
    const path = `${folder.path}/${name}`;
    assert.is(lookup.resolve(path)?.path, realpathSync(path));
  });
}

test("half of a surrogate pair leads to the character that stands in for it", () => {
  assert.is(lookup.resolve(`${folder.path}/d/\ud83d`)?.path, `${folder.path}/d/\ufffd`);
});

test("what lies beyond an end or a file leads nowhere", () => {
  for (const name of ["none", "d/none", "link/none", "d/file/none", "d/none/../file"]) {
    assert.is(lookup.resolve(`${folder.path}/${name}`), undefined, name);
  }
});

test("links of procfs are followed to what they stand for", () => {
  assert.is(lookup.resolve("/proc/self/exe")?.path, realpathSync("/proc/self/exe"));
});

test("after many paths, which cannot all be held open, each still leads where it does", () => {
  const many = Array.from({ length: 200 }, (_, index) => `many/${index}`);
  for (const name of many) folder.write(name, "");
  linkSync(folder.at("many/0"), folder.at("many/again"));
  const names = [
    "d",
    "d/file",
    "d/to file",
    "d/sub/file",
    "d/🔒",
    "link",
    "link/file",
    "link/to file",
    "d/..",
  ]
    .concat(["d/none", "none/file", "d/file/none", "d/\ud83d", "many/again", "many/1"]);
  const full = systemLookup(context().system);
  for (const name of many) full.resolve(folder.at(name));
  for (
    const path of [...names.map((name) => `${folder.path}/${name}`), "/", "/proc/self/exe", "/proc/self/fd/0"]
  ) {
    assert.equal(full.resolve(path), systemLookup(context().system).resolve(path), path);
  }
  assert.is(full.resolve(folder.at("many/again"))?.links, 2);
  assert.is(full.descriptorOf?.(folder.at("many/199")), undefined);
  full[Symbol.dispose]();
});

test.run();
