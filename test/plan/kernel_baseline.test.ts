/** What is allowed besides the grants: enough that programs run, and no secrets. Each act is tried without lockdown
 * first. */
import { accessSync, constants } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { NOBODY, obstacleForUser, runSelfAs } from "../support/as_user.ts";
import { findProgram } from "../support/programs.ts";
import { bunExecutable, denoExecutable, testRuntimes } from "../support/runtimes.ts";
import { skip } from "../support/skip.ts";
import { answerOf, type Attempt, attempt, type Step } from "./attempt.ts";

const [TRUE, CAT, SH, TAR, PYTHON, GIT] = ["true", "cat", "sh", "tar", "python3", "git"].map((name) =>
  findProgram(name)
);
const isRoot = process.getuid?.() === 0;
const nodes = testRuntimes().map(({ executable }) => executable).filter((path) => path.endsWith("/node"));
const [bun, deno] = [bunExecutable(), denoExecutable()];

interface Case extends Attempt {
  readonly root?: boolean;
  /** A program it takes; `undefined` where it is not installed. */
  readonly program?: string | undefined;
}

const PYTHON_PROGRAM = "import ssl, socket, json, hashlib, zlib; ssl.create_default_context()";
/** What it takes to connect with TLS. */
const PYTHON_LOOKUPS =
  "import ssl, socket; socket.getservbyname('https'); socket.getaddrinfo('localhost', 443); assert ssl.create_default_context().get_ca_certs()";
const NODE_PROGRAM = "require('os').cpus().length || process.exit(9); require('crypto').randomBytes(8)";

/** A program with words that make it load what it has. */
const PROGRAMS: readonly [program: string | undefined, ...words: string[]][] = [
  [TRUE],
  [TAR, "--version"],
  [TAR, "-tf", "@/empty.tar"],
  [PYTHON, "-c", PYTHON_PROGRAM],
  [GIT, "--version"],
  [GIT, "help", "-a"],
  ...nodes.map((node) => [node, "-e", NODE_PROGRAM] as [string, ...string[]]),
  [deno, "eval", "--no-lock", "Deno.hostname()"],
];

/** Files that root may read and no sandbox should, unless it was said. */
const SECRETS: readonly [act: string, path: string][] = [
  ["readSync", "/etc/shadow"],
  ["listSync", "/root"],
  ["listSync", "/home"],
  ["listSync", "/tmp"],
  ["listSync", "/var"],
  ["listSync", "/etc"],
  ["listSync", "/run"],
  ["listSync", "/"],
  ["readSync", `/proc/${process.pid}/environ`],
  ["readSync", `/proc/${process.pid}/maps`],
];

/** More than once: what was in use of late is spared the first time. */
const DROP_CACHES = "/proc/sys/vm/drop_caches";
const FORGET = `for round in 1 2 3 4 5; do echo 2 > ${DROP_CACHES}; done`;

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Deno itself lets `/proc` be read only while it has every permission, and lockdown takes this one back. It gives
 * no right in the kernel. */
const KEEP_ALL = { ffi: true };

const CASES: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(PROGRAMS.map(([program, ...words]): [string, Case] => [
    `a granted program runs: ${program?.split("/").at(-1)} ${words.join(" ").slice(0, 40)}`,
    {
      program,
      prepare: (folder) => void folder.write("empty.tar", "\0".repeat(10240)),
      permissions: { run: [program as string], read: ["@"] },
      steps: [["spawnSync", "ok", program as string, ...words]],
      // What they look for in their own folders and may not read ends some of them
      start: { cwd: "/usr", env: { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" } },
    },
  ])),
  "a granted program runs: bun, as root with /proc": {
    program: bun,
    permissions: { run: [bun as string], read: isRoot ? ["/proc"] : [] },
    steps: [["spawnSync", "ok", bun as string, "-e", "1"]],
    start: { cwd: "/usr" },
  },
  "names of users can be looked up, those of hosts not without a host": {
    permissions: {},
    steps: [["readSync", "ok", "/etc/passwd"], ["readSync", "EACCES", "/etc/hosts"]],
  },
  "with a host its name and its certificate can be looked up": {
    program: PYTHON,
    permissions: { net: ["localhost:443"], run: [PYTHON as string] },
    steps: [["readSync", "ok", "/etc/hosts"], [
      "spawnSync",
      "ok",
      PYTHON as string,
      "-c",
      PYTHON_LOOKUPS,
    ]],
  },
  "there are random numbers and an empty file": {
    permissions: {},
    // Not appendSync: Deno's appendFileSync() also sets the mode, which the filter denies where nothing is granted
    // for writing
    steps: [["writeSync", "ok", "/dev/null"], ["readSync", "ok", "/dev/null"]],
  },
  "no secrets can be read": {
    root: true,
    permissions: KEEP_ALL,
    steps: SECRETS.map(([act, path]): Step => [act, "EACCES", path]),
  },
  "nor by a child": {
    root: true,
    permissions: { run: [CAT as string] },
    steps: SECRETS.filter(([act]) => act === "readSync").map(([, path]): Step => [
      "spawnSync",
      "EACCES",
      CAT as string,
      path,
    ]),
  },
  "what is said to be denied is denied, also in the baseline": {
    permissions: { read: { deny: ["/etc/passwd", "/usr/share"] } },
    steps: [
      ["readSync", "EACCES", "/etc/passwd"],
      ["listSync", "EACCES", "/usr/share"],
      ["readSync", "ok", "/etc/group"],
      ["listSync", "ok", "/usr/lib"],
    ],
  },
  "what must not be written is not, also in the baseline": {
    permissions: { write: { deny: ["/dev/null"] } },
    steps: [["appendSync", "EACCES", "/dev/null"]],
  },
  "without the baseline there are only the grants": {
    files: { "d/a": "a" },
    permissions: { ...KEEP_ALL, read: ["@/d"] },
    options: { baseline: false },
    steps: [
      ["readSync", "ok", "@/d/a"],
      ["readSync", "EACCES", "/etc/passwd"],
      ["readSync", "EACCES", "/proc/self/status"],
      ["listSync", "EACCES", "/usr/lib"],
      ["appendSync", "EACCES", "/dev/null"],
    ],
  },
  "without the baseline a program runs with its own libraries alone": {
    permissions: { run: [TRUE as string], read: ["/dev/null"], write: ["/dev/null"] },
    options: { baseline: false },
    steps: [["spawnSync", "ok", TRUE as string], ["listSync", "EACCES", "/usr/lib"]],
  },
  "the process sees itself even after the kernel has forgotten all it can": {
    program: isWritable(DROP_CACHES) ? SH : undefined,
    permissions: { ...KEEP_ALL, run: [SH as string], write: [DROP_CACHES] },
    steps: [
      ["spawnSync", "ok", SH as string, "-c", FORGET],
      ["readSync", "ok", "/proc/self/status"],
      ["readSync", "ok", "/proc/self/maps"],
      ["listSync", "ok", "/proc/self/fd"],
      ["readSync", "ok", "/proc/meminfo"],
      ["readSync", "ok", "/proc/cpuinfo"],
      ["readSync", "ok", "/proc/sys/kernel/hostname"],
      ["readSync", "ok", "/proc/sys/vm/overcommit_memory"],
      ["readSync", "EACCES", `/proc/${process.pid}/environ`],
    ],
  },
};

for (const [fact, { root, program, ...what }] of Object.entries(CASES)) {
  if (kernel().abi === 0) skip(fact, "a kernel with Landlock");
  else if (root && !isRoot) skip(fact, "root, as nobody else may read what it denies");
  else if ("program" in (CASES[fact] as Case) && program === undefined) {
    skip(fact, "what it tries to be here");
  } else test(fact, () => void attempt(what));
}

/** An ordinary user cannot read the environment of others anyway, so all of `/proc` is granted. */
const asNobody = "an ordinary user's children see themselves in /proc";
const obstacle = obstacleForUser(NOBODY, "test/probes/plan_act.ts");
if (obstacle !== undefined) skip(asNobody, obstacle);
else {
  test(asNobody, () => {
    const children = [bun, ...nodes].filter((path) => path !== undefined);
    const steps = [
      ["spawnSync", CAT, "/proc/self/maps"],
      ...children.map((path) => ["spawnSync", path, "-e", "process.memoryUsage()"]),
      ["readSync", `/proc/${process.pid}/environ`],
    ];
    const job = JSON.stringify({ permissions: { ...KEEP_ALL, run: [CAT, ...children] }, steps });
    const env = { HOME: "/tmp" };
    const done = answerOf(runSelfAs(NOBODY, "test/probes/plan_act.ts", [job], { cwd: "/usr", env }));
    assert.is(done.error, undefined);
    assert.equal(done.outcomes, [...steps.slice(1).map(() => "ok"), "EACCES"]);
  });
}

test.run();
