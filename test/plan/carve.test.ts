/** What has to be granted so that a deny inside an allow holds, on made-up files. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { LockdownError } from "../../src/errors.ts";
import { isWithin } from "../../src/linux/paths.ts";
import { carve, type Mark, MOST_CARVED_RULES } from "../../src/plan/carve.ts";
import type { Lookup } from "../../src/linux/lookup.ts";
import { fc, forAll } from "../permissions/property.ts";
import { thrownBy } from "../permissions/refusal.ts";
import { everyPath, type Files, tree } from "./tree.ts";

const FILES: Files = {
  "/d/a": "a",
  "/d/b": "b",
  "/d/sub/c": "c",
  "/d/sub/deep/e": "e",
  "/d/sub/deep/f": "f",
  "/d/empty/": "",
  "/d/to_a": "-> a",
  "/d/to_etc": "-> /etc",
  "/d/broken": "-> nowhere",
  "/d2/x": "x",
  "/etc/passwd": "p",
};

/** Decisions as signs, `+/d -/d/a`, and what they become: what is granted, and what had to be split; a split in
 * which only files are denied has a star. */
const CASES: readonly [fact: string, decisions: string, grants: string, split?: string][] = [
  ["nothing is granted without an allow", "", ""],
  ["nothing is granted by a deny", "-/d", ""],
  ["a directory is granted whole", "+/d", "/d"],
  ["a file is granted", "+/d/a", "/d/a"],
  ["the root is granted whole", "+/", "/"],
  ["a missing path is not granted", "+/d/missing", ""],
  ["a path beneath a file is not granted", "+/d/a/x", ""],
  ["two directories are granted", "+/d +/d2", "/d /d2"],
  ["without a deny all is granted as it is said", "+/d +/d/sub", "/d /d/sub"],
  ["an allow within an allow adds nothing", "+/d +/d/sub -/etc", "/d"],
  ["a name that begins alike is another name", "+/d -/d2", "/d"],
  ["a tie is a deny", "+/d -/d", ""],
  ["a tie is a deny in the other order", "-/d +/d", ""],
  ["three of a kind are one", "+/d +/d -/d", ""],
  ["a deny elsewhere splits nothing", "+/d -/etc", "/d"],
  ["a deny above gives way to an allow", "-/d +/d/sub", "/d/sub"],
  ["a denied file leaves its siblings", "+/d -/d/a", "/d/b /d/empty /d/sub", "/d*"],
  ["two denied files are one split", "+/d -/d/a -/d/b", "/d/empty /d/sub", "/d*"],
  ["a denied directory leaves its siblings", "+/d -/d/sub", "/d/a /d/b /d/empty", "/d"],
  ["an empty directory can be denied", "+/d -/d/empty", "/d/a /d/b /d/sub", "/d"],
  [
    "a deep deny splits all on the way",
    "+/d -/d/sub/deep/e",
    "/d/a /d/b /d/empty /d/sub/c /d/sub/deep/f",
    "/d* /d/sub* /d/sub/deep*",
  ],
  [
    "an allow within a deny within an allow",
    "+/d -/d/sub +/d/sub/deep",
    "/d/a /d/b /d/empty /d/sub/deep",
    "/d",
  ],
  [
    "and a deny in that again",
    "+/d -/d/sub +/d/sub/deep -/d/sub/deep/e",
    "/d/a /d/b /d/empty /d/sub/deep/f",
    "/d /d/sub/deep*",
  ],
  ["a missing deny splits too, as it may be made later", "+/d -/d/later", "/d/a /d/b /d/empty /d/sub", "/d"],
  [
    "a missing deny further down splits as far as there is something",
    "+/d -/d/x/y",
    "/d/a /d/b /d/empty /d/sub",
    "/d",
  ],
  ["a deny beneath a file leaves the file", "+/d -/d/a/x", "/d/a /d/b /d/empty /d/sub", "/d"],
  ["a deny beneath a broken link leaves out the link", "+/d -/d/broken/x", "/d/a /d/b /d/empty /d/sub", "/d"],
  ["the root can be split", "+/ -/etc", "/d /d2", "/"],
  ["the root can be split further down", "+/ -/etc/passwd", "/d /d2", "/* /etc*"],
  ["a deny of the root means nothing for what is allowed", "-/ +/d", "/d"],
];

for (const [fact, text, grants, split = ""] of CASES) {
  test(`${fact}: ${text}`, () => {
    const carved = carve(decisions(text), tree(FILES));
    assert.is(carved.grants.map(({ path }) => path).sort().join(" "), grants);
    const marked = carved.split.map(({ path, onlyFilesDenied }) => `${path}${onlyFilesDenied ? "*" : ""}`);
    assert.is(marked.sort().join(" "), split);
  });
}

function decisions(text: string): Mark[] {
  return text.split(" ").filter(Boolean).map((word) => ({ path: word.slice(1), allow: word[0] === "+" }));
}

test("a grant knows whether it is a directory", () => {
  const { grants } = carve(decisions("+/d -/d/a"), tree(FILES));
  for (const { path, isDirectory } of grants) assert.is(isDirectory, path !== "/d/b", path);
});

test("names that are not UTF-8 are counted", () => {
  const lookup: Lookup = {
    ...tree(FILES),
    list: (path) => ({ ...tree(FILES).list(path), undecodable: 2 }),
  };
  assert.equal(carve(decisions("+/d -/d/a"), lookup).split, [
    { path: "/d", onlyFilesDenied: true, undecodable: 2, origins: [] },
  ]);
});

test("another name of a denied file is left out: a rule on it would open both", () => {
  const files = tree({ ...FILES, "/d/sub/also_a": "a", "/d/also_b": "b" });
  const inodes: Record<string, string> = { "/d/a": "1", "/d/sub/also_a": "1", "/d/b": "2", "/d/also_b": "2" };
  const lookup: Lookup = {
    ...files,
    resolve(path) {
      const resolved = files.resolve(path);
      return resolved && { ...resolved, inode: inodes[resolved.path] ?? resolved.inode };
    },
  };
  const granted = (text: string) =>
    carve(decisions(text), lookup).grants.map(({ path }) => path).sort().join(" ");
  assert.is(granted("+/d -/d/a -/d/sub/c"), "/d/also_b /d/b /d/empty /d/sub/deep");
  assert.is(granted("+/d -/d/b"), "/d/a /d/empty /d/sub");
  assert.is(granted("+/d/also_b -/d/b"), "", "nor if it was named");
});

test("a directory that is mounted at two places, or has two spellings, is closed by both names", () => {
  const files = tree({ ...FILES, "/m/c": "c", "/m/deep/e": "e", "/m/deep/f": "f" });
  const lookup: Lookup = {
    ...files,
    resolve(path) {
      const resolved = files.resolve(path);
      return resolved && { ...resolved, inode: resolved.path.replace(/^\/m(?=\/|$)/, "/d/sub") };
    },
  };
  const granted = (text: string) =>
    carve(decisions(text), lookup).grants.map(({ path }) => path).sort().join(" ");
  assert.is(granted("+/m"), "/m");
  assert.is(granted("+/m -/d/a"), "/m", "beside it only");
  assert.is(granted("+/m -/d/sub"), "");
  assert.is(granted("+/m -/d/sub/c"), "/m/deep");
  assert.is(granted("+/m +/d -/d/sub/deep/e"), "/d/a /d/b /d/empty /d/sub/c /d/sub/deep/f /m/c /m/deep/f");
  assert.is(granted("+/ -/d/sub/deep/e -/m/c"), "/d/a /d/b /d/empty /d/sub/deep/f /d2 /etc /m/deep/f");
  assert.is(granted("+/ -/m -/d/sub/c"), "/d/a /d/b /d/empty /d2 /etc");
});

test("where a listing does not tell kinds, each entry is looked at", () => {
  const files = tree(FILES);
  const lookup: Lookup = {
    ...files,
    list(path) {
      const { entries } = files.list(path);
      return { entries: entries.map(({ name }) => ({ name, kind: "other" })), undecodable: 0 };
    },
  };
  for (const text of ["+/d -/d/a", "+/d -/d/sub/c", "+/ -/etc"]) {
    assert.equal(carve(decisions(text), lookup).grants, carve(decisions(text), files).grants, text);
  }
});

test("an entry that cannot be looked at is left out, and one that was named ends the plan", () => {
  const files = tree(FILES);
  const lookup: Lookup = {
    ...files,
    resolve(path) {
      if (path === "/d/sub") throw new LockdownError("PATH_NOT_FOUND", "EACCES");
      return files.resolve(path);
    },
  };
  assert.equal(carve(decisions("+/d -/d/a"), lookup).grants.map(({ path }) => path), ["/d/b", "/d/empty"]);
  assert.match(thrownBy(() => carve(decisions("+/d/sub -/d/a"), lookup)).message, "EACCES");
});

test("a directory that cannot be listed ends the plan rather than being left out", () => {
  const lookup: Lookup = {
    ...tree(FILES),
    list() {
      throw new LockdownError("PATH_NOT_FOUND", "EACCES");
    },
  };
  assert.match(thrownBy(() => carve(decisions("+/d -/d/a"), lookup)).message, "EACCES");
});

test(`${MOST_CARVED_RULES} rules are made, and not one more`, () => {
  const many = (count: number) => ({
    ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`/d/${index}`, ""])),
    "/d/denied": "",
  });
  assert.is(
    carve(decisions("+/d -/d/denied"), tree(many(MOST_CARVED_RULES))).grants.length,
    MOST_CARVED_RULES,
  );
  const error = thrownBy(() => carve(decisions("+/d -/d/denied"), tree(many(MOST_CARVED_RULES + 1))));
  assert.is((error as LockdownError).code, "TOO_MANY_RULES");
  const named = Array.from({ length: MOST_CARVED_RULES + 1 }, (_, index) => `+/d/${index}`).join(" ");
  const files = tree(many(MOST_CARVED_RULES + 1));
  assert.is(
    carve(decisions(`${named} -/d/denied`), files).grants.length,
    MOST_CARVED_RULES + 1,
    "those are named",
  );
  assert.match(error.message, /"\/d\/\d+".*more than 10000 .*Allow the directories you need/);
});

const path = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 }).map((names) => `/${names.join("/")}`);
const content = fc.constantFrom("text", "-> a", "-> /b/c", "-> nowhere", "-> ..");
const anyFiles = fc.dictionary(path.filter((text) => text !== "/"), content, { maxKeys: 14 }).map(possible);
const anyDecisions = fc.array(fc.record({ path, allow: fc.boolean() }), { maxLength: 5 });

/** Leaves out what would lie beneath another file. */
function possible(files: Files): Files {
  const paths = Object.keys(files).sort();
  const kept = paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other)));
  return Object.fromEntries(kept.map((path) => [path, files[path] as string]));
}

/** Checks something for random files, and decisions on paths that no link leads to: such are what `carve` gets. */
function onAnyTree(check: (lookup: Lookup, decisions: readonly Mark[]) => void): void {
  forAll(fc.tuple(anyFiles, anyDecisions), ([files, all]) => {
    const lookup = tree(files);
    const links = everyPath(lookup).filter(({ kind }) => kind === "symlink");
    check(lookup, all.filter(({ path }) => !links.some((link) => isWithin(path, link.path))));
  }, 3000);
}

/** What Deno would say: the longest path decides, of two equal ones the deny. */
function isAllowed(path: string, all: readonly Mark[]): boolean {
  const matching = all.filter((decision) => isWithin(path, decision.path));
  const longest = Math.max(...matching.map((decision) => decision.path.length));
  const deciding = matching.filter((decision) => decision.path.length === longest);
  return deciding.length > 0 && deciding.every(({ allow }) => allow);
}

test("a file can be reached exactly if the most specific decision allows it", () => {
  onAnyTree((lookup, decisions) => {
    const { grants } = carve(decisions, lookup);
    for (const { path, kind } of everyPath(lookup)) {
      if (kind !== "file") continue;
      assert.is(grants.some((grant) => isWithin(path, grant.path)), isAllowed(path, decisions), path);
    }
  });
});

test("a directory is granted only if nothing beneath it is denied, whether it exists or not", () => {
  onAnyTree((lookup, decisions) => {
    for (const grant of carve(decisions, lookup).grants.filter(({ isDirectory }) => isDirectory)) {
      const beneath = decisions.filter(({ path }) => isWithin(path, grant.path));
      for (const { path } of [grant, ...beneath]) assert.ok(isAllowed(path, decisions), path);
    }
  });
});

test("no link is granted", () => {
  onAnyTree((lookup, decisions) => {
    for (const { path } of carve(decisions, lookup).grants) assert.is(lookup.resolve(path)?.path, path);
  });
});

test("a directory said to have only denied files in it has no denied directory", () => {
  onAnyTree((lookup, decisions) => {
    for (const { path, onlyFilesDenied } of carve(decisions, lookup).split) {
      if (!onlyFilesDenied) continue;
      const directories = everyPath(lookup, path).filter(({ kind }) => kind === "directory");
      for (const directory of directories) assert.ok(isAllowed(directory.path, decisions), directory.path);
    }
  });
});

test("the order of the decisions does not matter", () => {
  onAnyTree((lookup, decisions) => {
    const paths = (all: readonly Mark[]) => carve(all, lookup).grants.map(({ path }) => path).sort();
    assert.equal(paths([...decisions].reverse()), paths(decisions));
  });
});

test.run();
