/** What is allowed besides the grants, on made-up files: for any program, for this one, and what a user's deny takes
 * away again. What programs make of it is in `kernel_baseline.test.ts`. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { LockdownError } from "../../src/errors.ts";
import type { OwnPaths } from "../../src/flags/own_paths.ts";
import { FS } from "../../src/landlock/abi.ts";
import { isWithin } from "../../src/linux/paths.ts";
import { translateBaseline } from "../../src/plan/baseline.ts";
import { BASELINE, HOSTS } from "../../src/plan/baseline_entries.ts";
import type { Lookup } from "../../src/linux/lookup.ts";
import { READ, WRITE } from "../../src/plan/paths.ts";
import { type Pins, pinsOf } from "../../src/plan/pins.ts";
import { RuleTable } from "../../src/plan/rule_table.ts";
import { type Files, tree } from "./tree.ts";

const SYSTEM: Files = {
  "/lib": "-> usr/lib",
  "/usr/lib/libc.so": "",
  "/usr/lib/deep/data": "",
  "/usr/share/zoneinfo/UTC": "",
  "/etc/passwd": "",
  "/etc/shadow": "",
  "/etc/resolv.conf": "-> ../run/resolve/stub.conf",
  "/run/resolve/stub.conf": "",
  "/dev/null": "=",
  "/proc/self": "-> 7",
  "/proc/7/environ": "",
  "/proc/8/environ": "",
  "/proc/meminfo": "",
};
const PROGRAM: Files = {
  "/home/user/app/src/main.ts": 'import "./other.ts"; import "../lib/far.ts";',
  "/home/user/app/src/other.ts": "",
  "/home/user/app/lib/far.ts": "",
  "/home/user/app/.env": "",
  "/home/user/app/package.json": "{}",
  "/home/user/app/node_modules/p/index.js": "",
  "/home/user/.npmrc": "",
  "/home/user/package.json": "{}",
  "/home/user/.ssh/id": "",
  "/home/user/.cache/deno/dep": "",
  "/node_modules/q/index.js": "",
};

interface Setting {
  readonly own?: Partial<OwnPaths>;
  readonly connects?: boolean;
  readonly starts?: boolean;
  readonly unreadable?: readonly string[];
  readonly unwritable?: readonly string[];
  readonly lookup?: Lookup;
  readonly pins?: Pins;
}

function translated(setting: Setting = {}) {
  const { own = {}, connects = false, starts = false } = setting;
  const { unreadable = [], unwritable = [] } = setting;
  const rules = new RuleTable();
  const entries = (paths: readonly string[]) => paths.map((path) => ({ text: path, path }));
  const { needs: reports, loose } = translateBaseline(
    {
      ownPaths: { entry: undefined, listsFolders: false, startFiles: [], caches: [], ...own },
      connects,
      starts,
      unreadable: entries(unreadable),
      unwritable: entries(unwritable),
      mayHaveTerminal: true,
      pins: setting.pins ?? pinsOf([]),
    },
    setting.lookup ?? tree({ ...SYSTEM, ...PROGRAM }),
    rules,
  );
  return { reports, loose, rules: rules.rules() };
}

/** Paths of rules, `*` for those that are also written, `l` for those that are only listed. */
function pathsOf(setting?: Setting, beneath = "/"): string {
  const marks = (access: bigint) =>
    (access & FS.WRITE_FILE) !== 0n ? "*" : access === FS.READ_DIR ? " (listed)" : "";
  return translated(setting).rules
    .filter(({ path }) => isWithin(path, beneath))
    .map(({ path, access }) => path + marks(access)).join(", ");
}

test("what does not exist is left out, and links are what they lead to", () => {
  assert.is(
    pathsOf({ connects: true }),
    "/dev/null*, /etc/passwd, /proc, /run/resolve/stub.conf, /usr/lib, /usr/share",
  );
});

test("what only connections need is there only for them", () => {
  assert.is(pathsOf(), "/dev/null*, /etc/passwd, /proc, /usr/lib, /usr/share");
});

test("no entry is a home, a place for secrets or a directory full of anything", () => {
  const paths = [...BASELINE, ...HOSTS].map(({ path }) => path);
  for (
    const place of [
      "/root",
      "/home",
      "/tmp",
      "/var",
      "/run",
      "/etc",
      "/dev",
      "/sys",
      "/usr/bin",
      "/bin",
      "/boot",
      "/srv",
      "/mnt",
      "/opt",
    ]
  ) {
    assert.not(paths.includes(place), place);
  }
  for (
    const secret of [
      "/etc/shadow",
      "/etc/ssl/private/key.pem",
      "/root/.ssh/id",
      "/var/log/x",
      "/etc/ssh/key",
    ]
  ) {
    const covering = BASELINE.filter(({ path }) => isWithin(secret, path));
    assert.equal(covering, [], secret);
  }
});

test("every entry has a reason, none twice, and only devices are written", () => {
  const all = BASELINE;
  assert.is(new Set(all.map(({ path }) => path)).size, all.length);
  for (const { path, access, reason } of all) {
    assert.ok(reason.length > 5, path);
    if (access === "read, write") assert.ok(path.startsWith("/dev/"), path);
  }
});

test("reading is reading and listing, writing is everything but moving between directories", () => {
  for (const { path, access } of translated().rules) {
    assert.is(access, path === "/dev/null" ? READ | (WRITE & ~FS.REFER) : READ, path);
  }
});

test("every rule has a line in the report", () => {
  const { reports } = translated();
  assert.ok(reports.some(({ subject }) => subject === "/lib"), "as it is called, not where it leads");
  for (const { reason } of reports) assert.ok(reason);
});

const ENTRY = "/home/user/app/src/main.ts";

test("the program's modules are readable, packages and manifests above them, and no data beside them", () => {
  assert.is(
    pathsOf({ own: { entry: ENTRY } }, "/home"),
    [
      "/home/user/app/lib/far.ts",
      "/home/user/app/node_modules",
      "/home/user/app/package.json",
      "/home/user/app/src/main.ts",
      "/home/user/app/src/other.ts",
      "/home/user/package.json",
    ].join(", "),
  );
  assert.is(pathsOf({ own: { entry: ENTRY } }, "/node_modules"), "/node_modules");
});

test("a runtime that lists folders may list those of modules", () => {
  const listed = translated({ own: { entry: ENTRY, listsFolders: true } }).rules
    .filter(({ access }) => access === FS.READ_DIR);
  assert.equal(listed.map(({ path }) => path), ["/home/user/app/lib", "/home/user/app/src"]);
});

test("files that a runtime starts with are readable only if it is started again", () => {
  const own = { entry: ENTRY, startFiles: [".npmrc"] };
  assert.not(pathsOf({ own }).includes(".npmrc"));
  assert.ok(pathsOf({ own, starts: true }).includes("/home/user/.npmrc"));
});

test("caches of the runtime are readable, with its reason", () => {
  const caches = [{ path: "/home/user/.cache/deno", reason: "modules" }, {
    path: "/no/such",
    reason: "none",
  }];
  assert.is(pathsOf({ own: { caches } }, "/home"), "/home/user/.cache/deno");
  assert.ok(translated({ own: { caches } }).reports.some(({ reason }) => reason === "modules"));
});

const WRITABLE_APP = pinsOf([{ path: "/home/user/app", isDirectory: true, access: WRITE }]);

test("a link that could have been planted is not followed", () => {
  const files = {
    ...SYSTEM,
    ...PROGRAM,
    "/home/user/app/package.json": "-> /home/user/.ssh",
    "/home/user/.ssh/key": "",
  };
  const own = { entry: ENTRY };
  const lookup = tree(files);
  assert.match(pathsOf({ own, lookup }, "/home"), "/home/user/.ssh");
  assert.not.match(pathsOf({ own, lookup, pins: WRITABLE_APP }, "/home"), "/home/user/.ssh");
});

test("what can be replaced and only the baseline lets be read is told", () => {
  const own = { entry: ENTRY };
  assert.equal(translated({ own }).loose, []);
  assert.ok(translated({ own, pins: WRITABLE_APP }).loose.includes("/home/user/app/node_modules"));
});

test("nobody named what is in the baseline: all of it may be gone when a rule is added", () => {
  for (const { path, mayVanish } of translated({ own: { entry: ENTRY } }).rules) assert.ok(mayVanish, path);
});

test("a program without an entry point has no modules", () => assert.is(pathsOf({}, "/home"), ""));

const DENIED: readonly [fact: string, Setting, beneath: string, paths: string][] = [
  ["an entry", { unreadable: ["/etc/passwd"] }, "/etc", ""],
  ["an entry by another name", { unreadable: ["/lib"] }, "/usr", "/usr/share"],
  ["a directory above entries", { unreadable: ["/usr"] }, "/usr", ""],
  ["something in an entry", { unreadable: ["/usr/lib/deep"] }, "/usr/lib", "/usr/lib/libc.so"],
  ["a file in an entry", { unreadable: ["/usr/lib/libc.so"] }, "/usr/lib/deep", "/usr/lib/deep"],
  ["something elsewhere", { unreadable: ["/srv"] }, "/usr", "/usr/lib, /usr/share"],
  ["everything, which is what is meant anyway", { unreadable: ["/"] }, "/usr", "/usr/lib, /usr/share"],
  ["a module", { own: { entry: ENTRY }, unreadable: ["/home/user/app/src"] }, "/home/user/app/src", ""],
  [
    "a package",
    {
      own: { entry: ENTRY },
      unreadable: ["/home/user/app/node_modules/p"],
    },
    "/home/user/app/node_modules",
    "",
  ],
  ["writing a device", { unwritable: ["/dev/null"] }, "/dev", ""],
  ["writing what is only read", { unwritable: ["/usr/lib"] }, "/usr/lib", "/usr/lib"],
];

for (const [fact, setting, beneath, paths] of DENIED) {
  test(`a user may deny ${fact}`, () => {
    const listed = pathsOf(setting, beneath).split(", ").filter((path) => !path.endsWith("(listed)"));
    assert.is(listed.join(", "), paths);
  });
}

test("an entry that cannot be looked up is left out", () => {
  const files = tree({ ...SYSTEM, ...PROGRAM });
  const lookup: Lookup = {
    ...files,
    resolve(path) {
      if (isWithin(path, "/home/user/.cache")) throw new LockdownError("PATH_NOT_FOUND", "EACCES");
      return files.resolve(path);
    },
  };
  const caches = [{ path: "/home/user/.cache/deno", reason: "modules" }];
  assert.is(pathsOf({ lookup, own: { caches } }, "/home"), "");
});

test.run();
