/** Properties of what the kernel is told, whatever the flags and the files: a deny more never widens, an allow more never
 * narrows, and order makes no difference. The same of the permissions themselves is in `test/flags/query.test.ts`. */
import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseFlags } from "../../src/flags/parse_flags.ts";
import { FS } from "../../src/landlock/abi.ts";
import { isWithin } from "../../src/linux/paths.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import { READ, translatePaths, WRITE } from "../../src/plan/paths.ts";
import { RuleTable } from "../../src/plan/rule_table.ts";
import { everyPath, tree } from "../plan/tree.ts";

const SETTINGS = { seed: 20261126, numRuns: 200 };

/** Folders, and links within them, upward, and to what is not there. */
const files = tree({
  "/w/a/x": "",
  "/w/a/b/y": "",
  "/w/a/b/c/z": "",
  "/w/a/up": "-> ..",
  "/w/e/f": "",
  "/w/e/link": "-> ../a/b",
  "/w/link": "-> a/b/c",
  "/w/broken": "-> missing",
});
const FILES = everyPath(files).filter(({ kind }) => kind === "file").map(({ path }) => path);
const PATHS = [
  "a",
  "a/x",
  "a/b",
  "a/b/c",
  "a/b/c/z",
  "a/up",
  "e",
  "e/link",
  "link",
  "broken",
  "missing",
  ".",
  "/",
];

const list = fc.array(fc.constantFrom(...PATHS), { minLength: 1, maxLength: 4 });
const flag = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(fc.constantFrom("allow", "deny"), fc.constantFrom("read", "write"), list)
      .map(([effect, name, paths]) => `--${effect}-${name}=${paths.join(",")}`),
  },
  fc.constantFrom("--allow-read", "--allow-write"),
  list.map((paths) => `--ignore-read=${paths.join(",")}`),
);
const flags = fc.array(flag, { minLength: 1, maxLength: 6 });

/** What the rules let be read and written, file by file. */
function open(line: readonly string[]): string[] {
  const set = parsePermissions(parseFlags(line), { directory: "/w" });
  return (["read", "write"] as const).flatMap((permission) => {
    const rules = new RuleTable();
    const rights = permission === "read" ? READ : WRITE;
    translatePaths(
      {
        permission,
        grants: set[permission],
        alwaysDenied: [],
        rights,
        missing: "skip",
        isChild: false,
        mounts: undefined,
      },
      files,
      rules,
    );
    const needed = permission === "read" ? FS.READ_FILE : FS.WRITE_FILE;
    const granting = rules.rules().filter(({ access }) => (access & needed) !== 0n);
    return FILES.filter((file) => granting.some((rule) => isWithin(file, rule.path)))
      .map((file) => `${permission} ${file}`);
  });
}

test("the rules open something, and not everything", () => {
  assert.equal(open(["--allow-read=a", "--deny-read=a/b"]), ["read /w/a/x"]);
  assert.equal(open(["--allow-read=link", "--allow-write=e/link", "--deny-write=link"]), [
    "read /w/a/b/c/z",
    "write /w/a/b/y",
  ]);
});

test("a deny more never opens a file", () => {
  fc.assert(
    fc.property(
      flags,
      fc.constantFrom("deny-read", "deny-write", "ignore-read"),
      list,
      (line, name, paths) => {
        const before = open(line);
        const widened = open([...line, `--${name}=${paths.join(",")}`]).filter((file) =>
          !before.includes(file)
        );
        assert.equal(widened, []);
      },
    ),
    SETTINGS,
  );
});

test("an allow more never closes a file", () => {
  fc.assert(
    fc.property(flags, fc.constantFrom("read", "write"), list, (line, name, paths) => {
      // With a list, a bare flag says nothing any more, as in Deno
      if (line.includes(`--allow-${name}`)) return;
      const after = open([...line, `--allow-${name}=${paths.join(",")}`]);
      assert.equal(open(line).filter((file) => !after.includes(file)), []);
    }),
    SETTINGS,
  );
});

test("the order of flags makes no difference to the rules", () => {
  const shuffled = flags.chain((line) =>
    fc.tuple(fc.constant(line), fc.shuffledSubarray(line, { minLength: line.length }))
  );
  fc.assert(
    fc.property(shuffled, ([line, other]) => assert.equal(open(line), open(other))),
    SETTINGS,
  );
});

test.run();
