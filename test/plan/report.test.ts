/** The report says what holds and what does not, for every kernel: plans are made for kernels of every ABI on made-up
 * files. How it prints is tried in the runtime itself. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  explain,
  type LockdownError,
  type LockdownOptions,
  type Permissions,
  type Report,
} from "../../mod.ts";
import { NEWEST_ABI } from "../../src/landlock/abi.ts";
import type { KernelInfo } from "../../src/landlock/kernel.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import { PERMISSION_NAMES } from "../../src/permissions/permissions.ts";
import { refuseInexact } from "../../src/sandbox/strict.ts";
import { resolveOptions } from "../../src/plan/options.ts";
import { type Filtering, type Plan, plan, type ThreadMethod } from "../../src/plan/plan.ts";
import { reportOf } from "../../src/plan/report.ts";
import { thrownBy } from "../permissions/refusal.ts";
import { runSelf } from "../support/self.ts";
import { tree } from "./tree.ts";

const ELF = new TextEncoder().encode("\x7fELF");
const FILES = {
  "/app/main.js": "",
  "/app/data/a": "",
  "/app/data/secret": "",
  "/usr/bin/tool": ELF,
  "/usr/bin/script": "#!/usr/bin/sh\n",
  "/usr/bin/sh": ELF,
  "/run/a.sock": "=",
  "/dev/null": "=",
  "/etc/passwd": "",
  "/proc/self/exe": "-> /usr/bin/tool",
};
const ABIS = Array.from({ length: NEWEST_ABI + 1 }, (_, abi) => abi);
const ALL_ERRATA = 0xf;

function planFor(
  permissions: Permissions,
  kernel: Partial<KernelInfo> = {},
  options: LockdownOptions = {},
  method: ThreadMethod = "tsync",
  filtering: Partial<Filtering> = {},
): Plan & { readonly report: Report } {
  const made = plan(parsePermissions(permissions, { directory: "/app" }), resolveOptions(options), {
    lookup: tree(FILES),
    kernel: { abi: NEWEST_ABI, errata: ALL_ERRATA, ...kernel },
    method,
    architecture: "x86_64",
    ownPaths: { entry: "/app/main.js", listsFolders: false, startFiles: [], caches: [] },
    mayHaveTerminal: true,
    isRoot: false,
    searchPath: "/usr/bin",
    libraryPath: undefined,
    filtering: { available: false, ringOpen: false, temporary: false, ...filtering },
  });
  return { ...made, report: reportOf(made) };
}

function reportFor(...input: Parameters<typeof planFor>): Report {
  return planFor(...input).report;
}

/** `read 1 enforced, …` for those that are not `none enforced`. */
function totals({ permissions }: Report): string {
  return Object.entries(permissions)
    .map(([name, { granted, status }]) => `${name} ${granted} ${status}`)
    .filter((line) =>
      !/none (enforced|unenforced)$/.test(line) || /^(read|write|net|run|ffi) none un/.test(line)
    )
    .join(", ");
}

const TOTALS: readonly [fact: string, Permissions, totals: string, kernel?: Partial<KernelInfo>][] = [
  ["nothing granted and all of it held", {}, ""],
  ["entries are counted", { read: ["data", "main.js"], run: ["tool"] }, "read 2 enforced, run 1 enforced"],
  ["true is all", { read: true, net: true }, "read all enforced, net all enforced"],
  ["all with an exception is partial", { read: { allow: true, deny: ["data"] } }, "read all partial"],
  ["a host is partial", { net: ["a.com:443"] }, "net 1 partial"],
  ["the worst entry decides", { net: ["unix:/run/a.sock", "a.com:443"] }, "net 2 partial"],
  ["an entry that does not hold and nothing else", { net: ["vsock:1:1"] }, "net 1 unenforced"],
  [
    "what is no matter of the kernel is not enforced",
    { env: ["A", "B*"], sys: true, import: ["a.com"] },
    [
      "env 2 unenforced",
      "sys all unenforced",
      "import 1 unenforced",
    ].join(", "),
  ],
  ["a gap makes a permission partial that grants nothing", {}, "net none partial", { abi: 9 }],
  ["and several do", {}, "write none partial, net none partial", { abi: 2 }],
  [
    "but not one that grants all",
    { read: true, net: true, write: true },
    "read all enforced, write all enforced, net all enforced",
    { abi: 4 },
  ],
  ["what can be replaced is not held", { write: true }, "read none partial, write all partial"],
  [
    "without Landlock nothing holds",
    { read: ["data"] },
    [
      "read 1 unenforced",
      "write none unenforced",
      "net none unenforced",
      "run none unenforced",
      "ffi none unenforced",
    ].join(", "),
    { abi: 0 },
  ],
  [
    "without Landlock all is what it was",
    { read: true },
    [
      "read all partial",
      "write none unenforced",
      "net none unenforced",
      "run none unenforced",
      "ffi none unenforced",
    ].join(", "),
    { abi: 0 },
  ],
];

for (const [fact, permissions, expected, kernel] of TOTALS) {
  test(`totals: ${fact}`, () => assert.is(totals(reportFor(permissions, kernel)), expected));
}

const UDP = ["net: receiving UDP on any port 10", "net: sending UDP anywhere 10"];
const SOCKETS = "net: connecting to UNIX sockets with a path, such as a D-Bus or Docker socket 9";
const SCOPES = [
  "scope: connecting to abstract UNIX sockets of other processes 6",
  "scope: sending signals to other processes of the same user 6",
];
const IOCTL = "write: commands to device files (ioctl) 5";
const TCP = ["net: listening on any TCP port 4", "net: connecting to any TCP port 4"];
const TRUNCATE = "write: emptying any file its owner may write (truncate) 3";

/** What stays open when nothing is granted. */
const GAPS: Readonly<Record<number, readonly string[]>> = {
  11: [],
  10: [],
  9: UDP,
  8: [SOCKETS, ...UDP],
  7: [SOCKETS, ...UDP],
  6: [SOCKETS, ...UDP],
  5: [SOCKETS, ...UDP, ...SCOPES],
  4: [IOCTL, SOCKETS, ...UDP, ...SCOPES],
  3: [IOCTL, SOCKETS, ...TCP, ...UDP, ...SCOPES],
  2: [TRUNCATE, IOCTL, SOCKETS, ...TCP, ...UDP, ...SCOPES],
  1: [TRUNCATE, IOCTL, SOCKETS, ...TCP, ...UDP, ...SCOPES],
};

function gapsOf({ gaps }: Report): string[] {
  return gaps.map(({ permission, act, abi }) => `${permission}: ${act} ${abi}`);
}

for (const [abi, gaps] of Object.entries(GAPS)) {
  test(`ABI ${abi} leaves ${gaps.length} acts open`, () => {
    assert.equal(gapsOf(reportFor({}, { abi: Number(abi) })), gaps);
  });
}

test("a kernel of tomorrow leaves nothing open", () => assert.equal(gapsOf(reportFor({}, { abi: 99 })), []));

test("no act is open on a newer kernel that an older one denies", () => {
  for (const permissions of [{}, { net: ["a.com"] }, { net: true }, { write: ["data"] }] as Permissions[]) {
    for (const abi of ABIS.slice(2)) {
      const older = gapsOf(reportFor(permissions, { abi: abi - 1 }));
      for (const gap of gapsOf(reportFor(permissions, { abi }))) assert.ok(older.includes(gap), gap);
    }
  }
});

test("what is granted is no gap", () => {
  assert.equal(gapsOf(reportFor({ net: true }, { abi: 3 })), [IOCTL, ...SCOPES]);
  assert.equal(gapsOf(reportFor({}, { abi: 5 }, { scope: false })), [SOCKETS, ...UDP]);
  assert.equal(gapsOf(reportFor({}, { abi: 5 }, { scope: { signals: false } })), [
    SOCKETS,
    ...UDP,
    SCOPES[0],
  ]);
});

test("UDP ports that a grant opens besides its own are named", () => {
  const named = (permissions: Permissions, abi: number) =>
    reportFor(permissions, { abi }).baseline.some(({ subject }) => subject === "UDP ports the kernel picks");
  assert.ok(named({ net: ["a.com:443"] }, 10));
  assert.ok(named({ net: ["a.com"] }, 11));
  // On older kernels it is a gap; without hosts nothing is opened; with `localhost` everything is
  assert.not.ok(named({ net: ["a.com:443"] }, 9));
  for (const net of [[], ["unix:/run/a.sock"], true, ["localhost"]]) assert.not.ok(named({ net }, 11));
});

const SIGNALS = /sending signals .*erratum 2/;

test("signals stay possible where each thread restricts itself and the kernel has erratum 2", () => {
  for (
    const [errata, method, open] of [
      [0, "signal", true],
      [1, "signal", true],
      [2, "signal", false],
      [3, "signal", false],
      [0, "tsync", false],
      [0, "reexec", false],
    ] as const
  ) {
    const { report, ruleset } = planFor({}, { abi: 7, errata }, {}, method);
    assert.is(report.gaps.some(({ act }) => SIGNALS.test(act)), open, `${errata} ${method}`);
    assert.is(report.scopes.includes("signal"), !open);
    assert.is((ruleset.scoped & 2n) === 0n, open);
  }
});

test("threads with domains of their own are noted only where there are scopes", () => {
  const notes = (abi: number, options?: LockdownOptions) =>
    reportFor({}, { abi }, options, "signal").notes.length;
  assert.equal([notes(0), notes(5), notes(6), notes(7), notes(7, { scope: false })], [0, 0, 1, 1, 0]);
});

/** How a grant fares on old kernels: `status fidelity` from that ABI down to the next entry. */
const BY_ABI: readonly [entry: string, Permissions, byAbi: Readonly<Record<number, string>>][] = [
  ["allow data", { read: ["data"] }, { 11: "enforced exact", 0: "unenforced wider" }],
  ["deny data", { read: { deny: ["data"] } }, { 11: "enforced exact", 0: "unenforced wider" }],
  ["allow data/", { write: ["data/"] }, {
    11: "enforced exact",
    1: "partial narrower",
    0: "unenforced wider",
  }],
  ["deny data", { write: { deny: ["data"] } }, {
    11: "enforced exact",
    2: "partial wider",
    0: "unenforced wider",
  }],
  ["allow tool", { run: ["tool"] }, { 11: "enforced exact", 0: "unenforced wider" }],
  ["allow a.com:443", { net: ["a.com:443"] }, { 11: "partial wider", 3: "unenforced wider" }],
  ["deny a.com:443", { net: { deny: ["a.com:443"] } }, {
    11: "enforced exact",
    9: "partial wider",
    3: "unenforced wider",
  }],
  ["allow unix:/run/a.sock", { net: ["unix:/run/a.sock"] }, { 11: "enforced exact", 8: "unenforced wider" }],
  ["deny unix:/run/a.sock", { net: { deny: ["unix:/run/a.sock"] } }, {
    11: "enforced exact",
    8: "unenforced wider",
  }],
  ["allow vsock:1:1", { net: ["vsock:1:1"] }, { 11: "unenforced wider" }],
  ["allow A", { env: ["A"] }, { 11: "unenforced not a kernel matter" }],
  ["allow *", { sys: true }, { 11: "unenforced not a kernel matter" }],
];

for (const [entry, permissions, byAbi] of BY_ABI) {
  test(`${JSON.stringify(permissions)} on every kernel`, () => {
    let expected = "";
    for (const abi of [...ABIS].reverse()) {
      expected = byAbi[abi] ?? expected;
      const { grants } = reportFor(permissions, { abi });
      const grant = grants.find((grant) => `${grant.effect} ${grant.entry}` === entry);
      assert.is(`${grant?.status} ${grant?.fidelity}`, expected, `ABI ${abi}`);
      if (grant?.fidelity !== "exact") assert.ok(grant?.reason, `ABI ${abi} needs a reason`);
      if (grant?.abi !== undefined) assert.ok(grant.abi > abi, `ABI ${abi} is promised ABI ${grant.abi}`);
    }
  });
}

/** Denies that something else undoes. */
const UNDONE: readonly [fact: string, Permissions, entry: string, LockdownOptions?][] = [
  [
    "a program must be readable to run",
    { run: ["tool"], read: { deny: ["/usr/bin/tool"] } },
    "deny /usr/bin/tool",
  ],
  ["also in a denied directory", { run: ["tool"], read: { deny: ["/usr/bin"] } }, "deny /usr/bin"],
  ["also when everything may run", { run: true, read: { deny: ["/usr/bin/tool"] } }, "deny /usr/bin/tool"],
  ["a library must be readable to be loaded", { ffi: ["data/a"], read: { deny: ["data/a"] } }, "deny data/a"],
  ["what may be read can be loaded", { read: ["data"], ffi: { deny: ["data/a"] } }, "deny data/a"],
];

for (const [fact, permissions, entry, options] of UNDONE) {
  test(`a deny that is undone is said to be: ${fact}`, () => {
    const { grants } = reportFor(permissions, {}, options);
    const grant = grants.find((grant) => `${grant.effect} ${grant.entry}` === entry);
    assert.is(`${grant?.status} ${grant?.fidelity}`, "partial wider");
  });
}

test("a socket whose name can be given to another is said to be", () => {
  const { grants } = reportFor({ net: ["unix:/app/data/s"], write: ["data/"] }, { abi: 11 });
  assert.is(grants.find(({ permission }) => permission === "net")?.fidelity, "wider");
});

test("a deny that holds is said to hold although what is beside it is granted", () => {
  const { grants } = reportFor({
    read: { allow: ["data"], deny: ["data/secret", "/etc/passwd"] },
    write: { allow: ["data"], deny: ["data/secret", "/dev/null"] },
    run: ["tool"],
  });
  for (const grant of grants.filter(({ effect }) => effect === "deny")) {
    assert.is(`${grant.status} ${grant.fidelity}`, "enforced exact", `${grant.permission} ${grant.entry}`);
  }
});

test("every entry is in the report, in the order of the permissions", () => {
  const all = Object.fromEntries(PERMISSION_NAMES.map((name) => [
    name,
    name === "net"
      ? { allow: ["a.com:1"], deny: ["b.com:2"] }
      : { allow: ["/app/data/a"], deny: ["/app/data/b"] },
  ]));
  const grants = reportFor({ ...all, run: { allow: ["tool"], deny: ["nothing"] } } as Permissions).grants;
  assert.equal(grants.map(({ permission, effect }) => `${permission} ${effect}`), [
    ...["read", "write", "net", "run", "ffi", "env", "sys", "import"].flatMap((name) => [
      `${name} allow`,
      `${name} deny`,
    ]),
  ]);
});

/** Grants that a kernel of ABI 11 enforces to the letter, and some that it does not. */
const STRICT: readonly [
  fact: string,
  Permissions,
  problem?: RegExp,
  LockdownOptions?,
  Partial<KernelInfo>?,
][] = [
  ["nothing granted", {}],
  ["files and programs", { read: ["data"], write: ["data/"], run: ["tool"] }],
  ["everything", { read: true, write: true, net: true }],
  ["a socket", { net: ["unix:/run/a.sock"] }],
  ["what is no matter of the kernel", { env: ["A"], sys: true }],
  ["a host", { net: ["a.com:443"] }, /allow net "a\.com:443": The kernel sees ports/],
  ["a deny inside an allow", { read: { allow: ["data"], deny: ["data/a"] } }, /allow read "data": Because/],
  ["everything may run", { run: true }, /allow run "\*": A program outside/],
  ["a missing path", { read: ["no"] }, /allow read "no": It does not exist/, { missing: "skip" }],
  [
    "a deny that is undone",
    { run: ["script"], read: { deny: ["/usr/bin/sh"] } },
    /deny read "\/usr\/bin\/sh"/,
  ],
  ["nothing granted on ABI 9", {}, /sending UDP anywhere would stay possible \(closed from ABI 10\)/, {}, {
    abi: 9,
  }],
];

for (const [fact, permissions, problem, options, kernel] of STRICT) {
  test(`strict ${problem === undefined ? "takes" : "refuses"}: ${fact}`, () => {
    const plan = planFor(permissions, kernel, { compat: "strict", ...options });
    if (problem === undefined) return refuseInexact(plan);
    const error = thrownBy(() => refuseInexact(plan)) as LockdownError;
    assert.is(error.code, "NOT_ENFORCEABLE");
    assert.match(error.message, problem);
    assert.match(error.message, "Nothing was applied");
  });
}

test("a report is the same after JSON", () => {
  for (const abi of ABIS) {
    const report = reportFor({ read: ["data"], net: ["a.com:443"], run: true, env: ["A"] }, { abi });
    assert.equal(JSON.parse(JSON.stringify(report)), report);
  }
  const { report } = explain({ read: ["/"], net: ["localhost:1"] });
  assert.equal(JSON.parse(JSON.stringify(report)), { ...report });
  assert.not(Object.keys(report).includes("toString"));
});

test("no name in a report moves the cursor or turns the text around when it is printed", () => {
  const report = explain({ read: ["./no\x1b[2J\x9b\u202e"] }, { missing: "skip" }).report;
  assert.match(String(report), "no\\x1b[2J\\x9b\\u202e");
  assert.not.match(String(report), /[^\P{Cc}\n]|\u202e/u);
});

test("nor in an error", () => {
  const { message } = thrownBy(() => explain({ read: ["no\n\x1b\x9b\u202e"] })) as Error;
  assert.match(message, '"no\\n\\u001b\\u009b\\u202e"');
});

test("console.log prints the report for people, as String() does", () => {
  const { code, stdout, stderr } = runSelf("test/probes/plan_print.ts", [], { env: { NO_COLOR: "1" } });
  assert.is(code, 0, stderr);
  const [logged = "", text = "", nested = ""] = stdout.split("\n----\n");
  assert.is(logged, text);
  assert.match(text, /^Not applied: this is what would be enforced\nKernel: Landlock ABI \d+/);
  assert.match(text, /\n {2}read +1 +enforced by landlock\n/);
  assert.match(text, /\n {2}net +1 +(partial|unenforced)/);
  assert.match(text, /\nGrants:\n {2}allow read \/: enforced\n/);
  assert.match(nested, "Not applied");
});

test.run();
