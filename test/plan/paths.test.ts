/** Path entries and what becomes of them: rules, and a line in the report that tells the truth. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { LockdownError } from "../../src/errors.ts";
import { FS, namesOf } from "../../src/landlock/abi.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import type { Permission } from "../../src/permissions/permissions.ts";
import { canonicalPath } from "../../src/linux/lookup.ts";
import type { Missing } from "../../src/plan/path_entries.ts";
import { READ, translatePaths, WRITE } from "../../src/plan/paths.ts";
import type { EntryDecision } from "../../src/plan/decision.ts";
import { RuleTable } from "../../src/plan/rule_table.ts";
import { thrownBy } from "../permissions/refusal.ts";
import { type Files, tree } from "./tree.ts";

const FILES: Files = {
  "/app/main.ts": "",
  "/app/.env": "",
  "/app/data/a.csv": "",
  "/app/data/b.csv": "",
  "/app/data/private/key": "",
  "/app/bin/tool": "#!/bin/sh",
  "/app/current": "-> data",
  "/app/outside": "-> /srv/files",
  "/app/broken": "-> later",
  "/srv/files/x": "",
};

interface Setting {
  readonly permission?: "read" | "write" | "ffi";
  readonly missing?: Missing;
  readonly alwaysDenied?: readonly string[];
  readonly files?: Files;
  /** Whether entries are those of a runtime's own flags. Default `true`. */
  readonly literal?: boolean;
}

interface Outcome {
  readonly rules: readonly string[];
  readonly reports: readonly EntryDecision[];
  readonly create: readonly string[];
}

const NO_IDENTITY = { inode: 0n, born: 0n };

function translated(value: Permission, setting: Setting = {}): Outcome {
  const { permission = "read", missing = "error", literal = true, alwaysDenied = [], files = FILES } =
    setting;
  const table = new RuleTable();
  const grants = parsePermissions({ [permission]: value }, {
    directory: "/app",
    literal,
    home: () => "/home/me",
  })[permission];
  const rights = { read: READ, write: WRITE, ffi: FS.READ_FILE }[permission];
  const { outcomes, create } = translatePaths(
    { permission, grants, rights, missing, alwaysDenied, isChild: false, mounts: undefined },
    tree(files),
    table,
  );
  const reports = outcomes.map(({ grant }) => grant);
  return { rules: table.rules().map(({ path, access }) => `${path} ${short(access)}`), reports, create };
}

/** `r` and `l` for reading files and listing, `w` for all that writing takes, otherwise the names. */
function short(access: bigint): string {
  if (access === READ) return "rl";
  if (access === FS.READ_DIR) return "l";
  if (access === FS.READ_FILE) return "r";
  return access === WRITE ? "w" : namesOf("fs", access).join("+");
}

/** A permission, its rules, and its report: `allow entry: status fidelity`. */
const CASES: readonly [fact: string, Permission, rules: string, reports: string, Setting?][] = [
  ["nothing is granted by nothing", [], "", ""],
  ["nothing is granted by false", false, "", ""],
  ["all is granted by true", true, "/ rl", "allow *: enforced exact"],
  ["a directory is granted with all beneath", ["data"], "/app/data rl", "allow data: enforced exact"],
  ["a file is granted", ["main.ts"], "/app/main.ts rl", "allow main.ts: enforced exact"],
  [
    "an entry through a link is what it leads to",
    ["current"],
    "/app/data rl",
    "allow current: enforced exact",
  ],
  [
    "a path through a link is where it leads",
    ["outside/x"],
    "/srv/files/x rl",
    "allow outside/x: enforced exact",
  ],
  [
    "entries that lie in one another are one rule",
    [".", "data", "data/a.csv"],
    "/app rl",
    "allow .: enforced exact, allow data: enforced exact, allow data/a.csv: enforced exact",
  ],
  [
    "a denied file leaves the listing",
    { allow: ["data"], deny: ["data/a.csv"] },
    "/app/data l, /app/data/b.csv rl, /app/data/private rl",
    "allow data: partial narrower, deny data/a.csv: enforced exact",
  ],
  [
    "a denied directory takes the listing",
    { allow: ["data"], deny: ["data/private"] },
    "/app/data/a.csv rl, /app/data/b.csv rl",
    "allow data: partial narrower, deny data/private: enforced exact",
  ],
  [
    "a deny that is not there yet takes the listing, as it may be a directory",
    { allow: ["data"], deny: ["data/later"] },
    "/app/data/a.csv rl, /app/data/b.csv rl, /app/data/private rl",
    "allow data: partial narrower, deny data/later: enforced exact",
  ],
  [
    "a deny by another name is a deny",
    { allow: ["data"], deny: ["current/a.csv"] },
    "/app/data l, /app/data/b.csv rl, /app/data/private rl",
    "allow data: partial narrower, deny current/a.csv: enforced exact",
  ],
  [
    "an allow by another name does not beat a deny",
    { allow: ["current"], deny: ["data"] },
    "",
    "allow current: partial narrower, deny data: enforced exact",
  ],
  [
    "a tie is a deny and said so",
    { allow: ["data"], deny: ["data"] },
    "",
    "allow data: partial narrower, deny data: enforced exact",
  ],
  [
    "an allow within a deny",
    { allow: ["data/private/key"], deny: ["data"] },
    "/app/data/private/key rl",
    "allow data/private/key: enforced exact, deny data: enforced exact",
  ],
  [
    "all but one directory",
    { allow: true, deny: ["/app"] },
    "/srv rl",
    "allow *: partial narrower, deny /app: enforced exact",
  ],
  ["a deny alone grants nothing", { deny: ["data"] }, "", "deny data: enforced exact"],
  ["write takes all its rights", ["data"], "/app/data w", "allow data: enforced exact", {
    permission: "write",
  }],
  [
    "a write split gives no right on the directory itself",
    { allow: ["data"], deny: ["data/a.csv"] },
    "/app/data/b.csv w, /app/data/private w",
    "allow data: partial narrower, deny data/a.csv: enforced exact",
    { permission: "write" },
  ],
  [
    "a program in a written directory is taken out",
    ["bin"],
    "",
    "allow bin: partial narrower",
    { permission: "write", alwaysDenied: ["/app/bin/tool"] },
  ],
  [
    "a program cannot be written, asked for by name",
    ["bin/tool"],
    "",
    "allow bin/tool: partial narrower",
    { permission: "write", alwaysDenied: ["/app/bin/tool"] },
  ],
  ["a library may be read, not listed", ["data"], "/app/data r", "allow data: enforced exact", {
    permission: "ffi",
  }],
  ["a missing path can be skipped", ["no"], "", "allow no: partial narrower", { missing: "skip" }],
  ["a broken link is a missing path", ["broken"], "", "allow broken: partial narrower", { missing: "skip" }],
  ["a path beneath a file is a missing path", ["main.ts/x"], "", "allow main.ts/x: partial narrower", {
    missing: "skip",
  }],
  ["a missing path can be made", ["no"], "/app/no rl", "allow no: enforced exact", { missing: "create" }],
  [
    "the same missing path twice is one rule",
    ["no", "./no/"],
    "/app/no rl",
    "allow no: enforced exact, allow ./no/: enforced exact",
    {
      missing: "create",
    },
  ],
  [
    "a missing path is made where a link leads",
    ["current/new"],
    "/app/data/new rl",
    "allow current/new: enforced exact",
    { missing: "create" },
  ],
  [
    "a missing path is not made when it is denied as well",
    { allow: ["no"], deny: ["no"] },
    "",
    "allow no: partial narrower, deny no: enforced exact",
    { missing: "create" },
  ],
  [
    "a missing path is not made when something in it is denied",
    { allow: ["no"], deny: ["no/private"] },
    "",
    "allow no: partial narrower, deny no/private: enforced exact",
    { missing: "create" },
  ],
  [
    "a missing path is made within a deny",
    { allow: ["data/new"], deny: ["data"] },
    "/app/data/new rl",
    "allow data/new: enforced exact, deny data: enforced exact",
    { missing: "create" },
  ],
];

for (const [fact, permission, rules, reports, setting] of CASES) {
  test(fact, () => {
    const outcome = translated(permission, setting);
    assert.is(outcome.rules.join(", "), rules);
    const lines = outcome.reports.map(({ effect, entry, status, fidelity }) =>
      `${effect} ${entry}: ${status} ${fidelity}`
    );
    assert.is(lines.join(", "), reports);
    for (const report of outcome.reports) {
      assert.is(report.permission, setting?.permission ?? "read");
      if (report.fidelity !== "exact") assert.ok(report.reason, "what differs needs a reason");
    }
  });
}

test("what is to be made is listed", () => {
  assert.equal(translated(["no/deep", "data"], { missing: "create" }).create, ["/app/no/deep"]);
  assert.equal(translated(["no"], { missing: "skip" }).create, []);
});

/** Why an entry is narrower. */
const REASONS: readonly [Permission, reason: RegExp, Setting?][] = [
  [
    { allow: ["data"], deny: ["data/a.csv"] },
    /the kernel cannot deny inside an allow.*"\/app\/data".*made there later are not covered$/,
  ],
  [{ allow: ["data"], deny: ["data/private"] }, /made there later are not covered, and it cannot be listed$/],
  [{ allow: ["data"], deny: ["data/a.csv"] }, /nothing can be created, moved or deleted directly in there$/, {
    permission: "write",
  }],
  [["bin"], /a program in it may be run and must not be writable/, {
    permission: "write",
    alwaysDenied: ["/app/bin/tool"],
  }],
  [["bin/tool"], /never writable/, { permission: "write", alwaysDenied: ["/app/bin/tool"] }],
  [{ allow: ["data"], deny: ["data"] }, /the deny wins/],
  [["no"], /does not exist.*skipped/, { missing: "skip" }],
  [{ allow: ["/"], deny: ["/a/b/c/d/x"] }, /"\/a\/b\/c\/d", "\/a\/b\/c", "\/a\/b" and 2 more/, {
    files: { "/a/b/c/d/x": "", "/a/b/c/d/y": "" },
  }],
];

for (const [permission, reason, setting] of REASONS) {
  test(`the report says: ${reason.source}`, () => {
    const { reports } = translated(permission, setting);
    assert.match(reports[0]?.reason ?? "", reason);
  });
}

/** An entry that leads nowhere, and the hint that its spelling suggests. */
const MISSING: readonly [entry: string, hint: string][] = [
  ["no", ', looked for at "/app/no"'],
  ["/no", '"/no": no such file or directory. Create it'],
  ["~/data", '("~" is not expanded in the flags of a runtime)'],
  ["file:///app/data", "(pass a path, not a URL)"],
  ["data/*.csv", "(wildcards are not expanded in the flags of a runtime)"],
  ["data/?.csv", "(wildcards are not expanded in the flags of a runtime)"],
  ["$HOME/data", "(variables are not expanded)"],
  ["data,bin", "(pass one entry a list item)"],
  ["main.ts/x", ', looked for at "/app/main.ts/x"'],
  ["broken", ', looked for at "/app/broken"'],
];

for (const [entry, hint] of MISSING) {
  test(`a missing path is an error that helps: ${entry}`, () => {
    const error = thrownBy(() => translated([entry])) as LockdownError;
    assert.is(error.code, "PATH_NOT_FOUND");
    for (const part of [`Cannot grant read on "${entry}"`, hint, 'missing: "skip" or missing: "create"']) {
      assert.ok(error.message.includes(part), `${part} is missing in: ${error.message}`);
    }
  });
}

for (const entry of ["$HOME/.ssh", "file:///etc/passwd", "a,b"]) {
  test(`a deny that was meant otherwise is an error: ${entry}`, () => {
    const error = thrownBy(() =>
      translated({ allow: ["."], deny: [entry] }, { literal: false })
    ) as LockdownError;
    assert.is(error.code, "PATH_NOT_FOUND");
    assert.match(error.message, `Cannot deny read on "${entry}": no such file or directory (`);
  });

  test(`not in a runtime's own flags, nor where there is such a file: ${entry}`, () => {
    translated({ allow: ["main.ts"], deny: [entry] });
    const path = entry.startsWith("file:") ? "/app/file:/etc/passwd" : `/app/${entry}`;
    const { rules } = translated({ allow: ["main.ts"], deny: [entry] }, {
      literal: false,
      files: { "/app/main.ts": "", [path]: "" },
    });
    assert.equal(rules, ["/app/main.ts rl"]);
  });
}

test("a deny in the home folder may name what does not exist yet", () => {
  translated({ allow: ["main.ts"], deny: ["~/.ssh"] }, { literal: false });
});

test("the hint about ~ is for a runtime's own flags, where it is not the home folder", () => {
  const error = thrownBy(() => translated(["~/data"], { literal: false })) as LockdownError;
  assert.match(error.message, 'looked for at "/home/me/data"');
  assert.not.match(error.message, "not expanded");
});

test("a missing path among the denies is no error", () => {
  assert.equal(translated({ allow: ["main.ts"], deny: ["no", "/no/such/path"] }).rules, ["/app/main.ts rl"]);
});

test("an open descriptor is no path", () => {
  const files = tree(FILES);
  const lookup = {
    ...files,
    resolve: (path: string) =>
      path === "/proc/self/fd/9"
        ? {
          path: "pipe:[7]",
          kind: "other" as const,
          executable: false,
          inode: "x",
          links: 1,
          identity: NO_IDENTITY,
        }
        : files.resolve(path),
  };
  const grants = parsePermissions({ read: ["/proc/self/fd/9"] }, { directory: "/app" }).read;
  const input = {
    permission: "read",
    grants,
    rights: READ,
    missing: "skip",
    alwaysDenied: [],
    isChild: false,
    mounts: undefined,
  } as const;
  const error = thrownBy(() => translatePaths(input, lookup, new RuleTable())) as LockdownError;
  assert.is(error.code, "PATH_NOT_FOUND");
  assert.match(error.message, '"/proc/self/fd/9": it is an open descriptor (pipe:[7])');
});

/** Paths and what they are called without links, as far as they exist. */
const CANONICAL: readonly [path: string, canonical: string][] = [
  ["/", "/"],
  ["/app/current/a.csv", "/app/data/a.csv"],
  ["/app/current/new", "/app/data/new"],
  ["/app/current/new/deep/er", "/app/data/new/deep/er"],
  ["/app/broken", "/app/later"],
  ["/app/main.ts/x", "/app/main.ts/x"],
  ["/no", "/no"],
  ["/no/such", "/no/such"],
];

for (const [path, canonical] of CANONICAL) {
  test(`canonicalPath() of ${path} is ${canonical}`, () =>
    assert.is(canonicalPath(path, tree(FILES)), canonical));
}

test.run();
