/** What the filter closes follows from the permissions, the kernel and the options; what it could not close is said. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { explain, type LockdownOptions, type Permissions, type Report } from "../../mod.ts";
import { parsePermissions } from "../../src/permissions/permission_set.ts";
import { type ActName, ACTS } from "../../src/acts/catalogue.ts";
import { refuseInexact } from "../../src/sandbox/strict.ts";
import { resolveOptions } from "../../src/plan/options.ts";
import { type Filtering, type Plan, plan, type ThreadMethod } from "../../src/plan/plan.ts";
import { reportOf } from "../../src/plan/report.ts";
import { thrownBy } from "../permissions/refusal.ts";
import { tree } from "./tree.ts";

const DEFAULTS: readonly ActName[] = [
  "tracing",
  "ipc",
  "keyrings",
  "terminalInput",
  "ioUring",
  "ioUringOfBefore",
  "userNamespaces",
  "bpf",
  "userfaultfd",
  "perfEvents",
  "administration",
];
const ELF = new TextEncoder().encode("\x7fELF");
const FILES = { "/app/data/a": "", "/usr/bin/tool": ELF, "/run/a.sock": "=" };

interface Case {
  readonly permissions: Permissions;
  readonly abi?: number;
  readonly options?: LockdownOptions;
  readonly method?: ThreadMethod;
  readonly filtering?: Partial<Filtering>;
}

function planFor(
  { permissions, abi = 11, options = {}, method = "tsync", filtering }: Case,
): Plan & { readonly report: Report } {
  const made = plan(parsePermissions(permissions, { directory: "/app" }), resolveOptions(options), {
    lookup: tree(FILES),
    kernel: { abi, errata: 0xf },
    method,
    architecture: "x86_64",
    ownPaths: { entry: undefined, listsFolders: false, startFiles: [], caches: [] },
    mayHaveTerminal: true,
    isRoot: false,
    searchPath: "/usr/bin",
    libraryPath: undefined,
    filtering: { available: true, ringOpen: false, temporary: false, ...filtering },
  });
  return { ...made, report: reportOf(made) };
}

const closedBy = ({ closed }: Report) => closed.map(({ name }) => name);
/** Those that are not there whatever the permissions. */
const implied = (report: Report) => closedBy(report).filter((name) => !DEFAULTS.includes(name as ActName));
const isOpen = ({ limits }: Report, name: ActName) => limits.some(({ act }) => act === ACTS[name].act);

const NO_NET = ["internetSockets", "otherFamilies", "vsock", "netlink"];
const SOME_NET = ["otherProtocols", "otherFamilies", "vsock", "netlink", "fastOpen"];
const ALL = { read: true, write: true, net: true, run: true } as const;

const CASES: readonly [fact: string, closed: readonly string[], Case][] = [
  ["everything granted", [], { permissions: ALL }],
  ["nothing granted", [...NO_NET, "execution", "metadata", "inodeFlags"], { permissions: {} }],
  ["a kernel without Landlock", [], { permissions: {}, abi: 0, options: { compat: "best-effort" } }],
  ["no net", NO_NET, { permissions: { ...ALL, net: [] } }],
  ["a server here", SOME_NET, { permissions: { ...ALL, net: ["localhost:1"] } }],
  ["a server elsewhere: nothing is listened on", [...SOME_NET, "listening"], {
    permissions: { ...ALL, net: ["a.com:1"] },
  }],
  ["every port elsewhere", ["otherProtocols", "otherFamilies", "vsock", "netlink", "listening"], {
    permissions: { ...ALL, net: ["a.com"] },
  }],
  ["a socket may be listened on", SOME_NET, {
    permissions: { ...ALL, net: ["a.com:1", "unix:/run/a.sock"] },
  }],
  ["vsock granted", ["internetSockets", "otherFamilies", "netlink"], {
    permissions: { ...ALL, net: ["vsock:1:1"] },
  }],
  ["no net before ABI 9", [...NO_NET, "unixSockets"], { permissions: { ...ALL, net: [] }, abi: 8 }],
  ["a UNIX socket granted before ABI 9", NO_NET, {
    permissions: { ...ALL, net: ["unix:/run/a.sock"] },
    abi: 8,
  }],
  ["everything but a UNIX socket before ABI 9", [], {
    permissions: { ...ALL, net: { allow: true, deny: ["unix:/run/a.sock"] } },
    abi: 8,
  }],
  ["UNIX sockets left on", NO_NET, {
    permissions: { ...ALL, net: [] },
    abi: 8,
    options: { filter: { unixSockets: false } },
  }],
  ["abstract sockets of others wanted", NO_NET, {
    permissions: { ...ALL, net: [] },
    abi: 8,
    options: { scope: { abstractUnixSockets: false } },
  }],
  ["no program", ["execution"], { permissions: { ...ALL, run: [] } }],
  ["no program but the runtime again", ["memoryFiles"], {
    permissions: { ...ALL, run: [] },
    method: "reexec",
  }],
  ["no program but the command", ["memoryFiles"], { permissions: { ...ALL, run: [] }, method: "child" }],
  ["a program", ["memoryFiles"], { permissions: { ...ALL, run: ["tool"] } }],
  ["every program but one", ["memoryFiles"], {
    permissions: { ...ALL, run: { allow: true, deny: ["tool"] } },
  }],
  ["memory files left on", [], {
    permissions: { ...ALL, run: ["tool"] },
    options: { filter: { memoryFiles: false } },
  }],
  ["nothing to write", ["metadata", "inodeFlags"], { permissions: { ...ALL, write: [] } }],
  ["a temporary folder to write", ["inodeFlags"], {
    permissions: { ...ALL, write: [] },
    filtering: { temporary: true },
  }],
  ["something to write", ["inodeFlags"], { permissions: { ...ALL, write: ["data"] } }],
  ["everything but something", [], { permissions: { ...ALL, write: { allow: true, deny: ["data"] } } }],
  ["nothing to write before ABI 3", ["metadata", "inodeFlags", "truncatingOpens", "truncation"], {
    permissions: { ...ALL, write: [] },
    abi: 2,
  }],
  ["something to write before ABI 3", ["inodeFlags", "truncatingOpens"], {
    permissions: { ...ALL, write: ["data"] },
    abi: 2,
  }],
];

for (const [fact, closed, given] of CASES) {
  test(`the filter closes what follows from it: ${fact}`, () => {
    assert.equal(implied(planFor(given).report), closed);
  });
}

test("what is dangerous whatever is granted is closed by default, and each can be left on", () => {
  assert.equal(closedBy(planFor({ permissions: ALL }).report), DEFAULTS);
  for (const name of DEFAULTS.filter((name) => name !== "ioUringOfBefore")) {
    const { report } = planFor({ permissions: ALL, options: { filter: { [name]: false } } });
    assert.not(closedBy(report).includes(name), name);
    assert.ok(isOpen(report, name), name);
  }
});

test("filter: false is no filter, and all that it would close is said to be open", () => {
  const { filter, report } = planFor({ permissions: {}, options: { filter: false } });
  assert.is(filter, undefined);
  assert.equal(report.closed, []);
  for (const name of ["otherProtocols", "memoryFiles", "metadata", "bpf", "tracing"] as const) {
    assert.ok(isOpen(report, name), name);
  }
});

test("a kernel that takes no filter is told apart from one that does", () => {
  const { filter, report } = planFor({ permissions: {}, filtering: { available: false } });
  assert.is(filter, undefined);
  assert.ok(isOpen(report, "metadata") && isOpen(report, "ioUring"));
  assert.equal(report.permissions.run.mechanisms, ["landlock"]);
});

test("a ring that is in use stays usable, and that is said", () => {
  const { report } = planFor({ permissions: ALL, filtering: { ringOpen: true } });
  assert.ok(closedBy(report).includes("ioUring"));
  assert.not(closedBy(report).includes("ioUringOfBefore"));
  assert.ok(isOpen(report, "ioUringOfBefore"));
});

test("nothing is open and closed at once, and no act of a permission that is granted wholly is either", () => {
  for (const [, , given] of CASES) {
    const { report } = planFor(given);
    for (const name of closedBy(report)) assert.not(isOpen(report, name as ActName), name);
  }
  const { limits, closed } = planFor({ permissions: ALL }).report;
  for (const { permission } of [...limits, ...closed]) {
    assert.ok(["scope", "env", "ffi"].includes(permission), permission);
  }
});

test("with no net an old kernel closes it as well as a new one, strictly", () => {
  for (const abi of [1, 2, 3]) {
    const plan = planFor({ permissions: { ...ALL, net: [] }, abi, options: { scope: false } });
    assert.equal(
      plan.report.gaps.filter(({ permission }) => permission === "net").map(({ act }) => act),
      abi < 9
        ? [
          // Without scopes abstract sockets are wanted, and with them those with a path
          "connecting to UNIX sockets with a path, such as a D-Bus or Docker socket",
        ]
        : [],
    );
  }
  const plan = planFor({
    permissions: { net: { deny: ["a.com:1", "unix:/run/a.sock", "vsock:1:1"] } },
    abi: 6,
  });
  refuseInexact(plan);
  for (const grant of plan.report.grants) {
    assert.equal(
      [grant.status, grant.fidelity, grant.mechanisms],
      ["enforced", "exact", ["seccomp"]],
      grant.entry,
    );
  }
});

test("the report tells what enforces each permission and entry", () => {
  const permissions = { read: ["data"], net: ["localhost:1"], run: ["tool"], env: ["A"] };
  const { permissions: summary, grants } = planFor({ permissions, method: "child" }).report;
  assert.equal(Object.entries(summary).map(([name, { mechanisms }]) => `${name} ${mechanisms}`), [
    "read landlock",
    "write landlock,seccomp",
    "net landlock,seccomp",
    "run landlock,seccomp",
    "env environment",
    "ffi landlock",
    "sys ",
    "import ",
  ]);
  assert.equal(grants.map(({ permission, mechanisms }) => `${permission} ${mechanisms}`), [
    "read landlock",
    "net landlock,seccomp",
    "run landlock,seccomp",
    "env environment",
  ]);
});

test("a child has an environment of its own: exact by name, narrower by pattern", () => {
  const { permissions, grants } = planFor({
    permissions: { env: { allow: ["A", "B*"], deny: ["BC"] } },
    method: "child",
  }).report;
  assert.equal(grants.map(({ entry, fidelity }) => `${entry} ${fidelity}`), [
    "A exact",
    "B* narrower",
    "BC exact",
  ]);
  assert.is(permissions.env.status, "partial");
});

test("explain() lists the filter", () => {
  const { filter, report } = explain({});
  if (report.closed.length === 0) return;
  assert.match(filter[0] ?? "", "000  load architecture");
  assert.ok(filter.some((line) => line.includes("(ioctl)")));
  assert.equal(explain({}, { filter: false }).filter, []);
});

for (const filter of [1, "true", null, [], { bpf: 1 }, { nothing: true }] as unknown[]) {
  test(`option filter: ${JSON.stringify(filter)} is refused`, () => {
    const error = thrownBy(() => resolveOptions({ filter } as LockdownOptions)) as TypeError;
    assert.instance(error, TypeError);
    assert.match(error.message, 'as option "filter"');
  });
}

test.run();
