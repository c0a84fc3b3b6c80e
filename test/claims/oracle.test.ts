import { test } from "uvu";
import * as assert from "uvu/assert";
import type { TreeItem, Words } from "./case.ts";
import { globMatches } from "./glob.ts";
import { absolute, HERE, Model } from "./model.ts";
import { Oracle } from "./oracle.ts";

const NONE = { allow: [], deny: [] } as const;

function oracle(tree: readonly TreeItem[], words: Partial<Words>): Oracle {
  return new Oracle(new Model(tree), { read: NONE, write: NONE, run: NONE, ...words });
}

const folder = (path: string): TreeItem => ({ kind: "folder", path });
const file = (path: string): TreeItem => ({ kind: "file", path });

test("a model follows symbolic links and tells which", () => {
  const model = new Model([
    folder("@/t/a"),
    file("@/t/a/s"),
    { kind: "symlink", path: "@/t/l", to: "a" },
    { kind: "symlink", path: "@/t/m", to: "@/t/l/s" },
    { kind: "symlink", path: "@/t/none", to: "a/missing" },
  ]);
  const place = model.resolve("m");
  assert.is(place.path, "@/t/a/s");
  assert.equal(place.links, ["@/t/m", "@/t/l"]);
  assert.is(model.resolve("./l/../l/s").path, "@/t/a/s");
  assert.is(model.resolve("l/x/y").path, "@/t/a/x/y");
  assert.is(model.resolve("l/x/y").item, undefined);
  assert.is(model.resolve("none").path, "@/t/none", "a dangling link stands for itself");
  assert.is(model.resolve("../out").path, "@/out");
});

test("a model knows every name of a hard link and of what is mounted", () => {
  const model = new Model([
    folder("@/t/a"),
    file("@/t/a/s"),
    { kind: "hard link", path: "@/t/h", to: "@/t/a/s" },
    folder("@/t/n"),
    { kind: "bind", path: "@/t/n", to: "@/t/a" },
  ]);
  const item = model.items.get("@/t/h");
  assert.ok(item);
  assert.equal([...model.namesOf(item)].sort(), ["@/t/a/s", "@/t/h", "@/t/n/s"]);
  assert.equal([...model.aliases("@/t/a/new")].sort(), ["@/t/a/new", "@/t/n/new"]);
  assert.is(model.mountOf("@/t/n/s"), "@/t/n");
});

test("the most specific entry decides, and of two equal ones the deny", () => {
  const words = { read: { allow: [".", "a/b", "c"], deny: ["a", "c"] } };
  const said = oracle([folder("@/t/a"), folder("@/t/a/b"), folder("@/t/c")], words);
  assert.ok(said.allows("read", "@/t/x"));
  assert.not(said.allows("read", "@/t/a/x"));
  assert.ok(said.allows("read", "@/t/a/b/x"));
  assert.not(said.allows("read", "@/t/c"));
  assert.not(said.allows("read", "@/out"));
  assert.not(said.allows("read", "@/t2"));
  assert.equal(said.denying("read", "@/t/a/b/x"), []);
  assert.equal(said.denying("read", "@/t/a/x").map(({ text }) => text), ["a"]);
});

test("a glob that matches nothing decides about nothing, and is said all the same", () => {
  const said = oracle([folder("@/t/a"), file("@/t/a/s")], {
    read: { allow: ["**/f", "a/*"], deny: ["*.key"] },
  });
  assert.equal(said.unmatched.map(({ text }) => text), ["**/f", "*.key"]);
  assert.equal(said.saidOf("read", "allow").map(({ text }) => text), ["a/*", "**/f"]);
  assert.not(said.allows("read", "@/t/f"));
});

test("a deny holds for an object whichever of its names is denied", () => {
  const tree: TreeItem[] = [file("@/t/s"), folder("@/t/a"), {
    kind: "hard link",
    path: "@/t/a/h",
    to: "@/t/s",
  }];
  const said = oracle(tree, { read: { allow: ["."], deny: ["s"] } });
  const item = said.model.items.get("@/t/a/h");
  assert.ok(item);
  assert.equal(said.denyingItem("read", item).map(({ text }) => text), ["s"]);
});

test("a symbolic link on the way belongs to a deny of writing, not of reading", () => {
  const tree: TreeItem[] = [folder("@/t/a"), file("@/t/a/f"), { kind: "symlink", path: "@/t/l", to: "a" }];
  const words = { allow: ["."], deny: ["l/f"] };
  const said = oracle(tree, { read: words, write: words });
  assert.is(said.denying("write", "@/t/l").length, 1);
  assert.is(said.denying("read", "@/t/l").length, 0);
  assert.is(said.denying("write", "@/t/a/f").length, 1);
});

test("a denied program is not granted, whichever name grants it", () => {
  const tree: TreeItem[] = [{ kind: "program", path: "@/t/p" }, {
    kind: "hard link",
    path: "@/t/q",
    to: "@/t/p",
  }];
  const item = (said: Oracle) =>
    said.model.items.get("@/t/p") as NonNullable<ReturnType<Model["items"]["get"]>>;
  const granted = oracle(tree, { run: { allow: ["./q"], deny: [] } });
  assert.ok(granted.isGrantedProgram(item(granted)));
  const denied = oracle(tree, { run: { allow: ["./q"], deny: ["./p"] } });
  assert.not(denied.isGrantedProgram(item(denied)));
});

test("a glob names what it matches while planning", () => {
  const tree = [file("@/t/k.pem"), folder("@/t/a"), file("@/t/a/k.pem"), file("@/t/a/.env")];
  const said = oracle(tree, { read: { allow: ["."], deny: ["*.pem", "**/.env"] } });
  const places = said.of("read", "deny").map(({ place }) => place.path);
  assert.equal(places, ["@/t/k.pem", "@/t/a/.env"]);
  assert.ok(globMatches("@/t/**/s", "@/t/s"));
  assert.ok(globMatches("@/t/**/s", "@/t/a/b/s"));
  assert.not(globMatches("@/t/*", "@/t/a/s"));
  assert.not(globMatches("@/t/*", "@/t/.env"));
  assert.not(globMatches("@/t/*.pem", "@/t/kxpem"));
});

test("a text becomes absolute without a look at the tree", () => {
  assert.is(absolute("a/../b/./c//", HERE), "@/t/b/c");
  assert.is(absolute("..", HERE), "@");
  assert.is(absolute("@/out/x", HERE), "@/out/x");
  assert.is(absolute("/", HERE), "/");
});

test.run();
