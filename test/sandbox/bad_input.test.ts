/** Whatever is wrong, there is one error that names it, and nothing has been applied: the same process reads and runs
 * what it did before. What is wrong with single entries is in `test/permissions`. */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import type { Done, Failure, Job } from "../probes/plan_act.ts";
import type { WorkersDone } from "../probes/plan_workers.ts";
import { NOBODY, obstacleForUser, runSelfAs } from "../support/as_user.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { node20 } from "../support/runtimes.ts";
import { runSelf, runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { answerOf, answersOf, run } from "../plan/attempt.ts";

const { abi } = kernel();
const TRUE = findProgram("true") as string;

/** Acts that a lockdown to nothing would deny. */
const UNTOUCHED: Job["steps"] = [
  ["readSync", "/etc/hostname"],
  ["readAsync", "/etc/hostname"],
  ["listSync", "/"],
  ["spawnSync", TRUE],
];

/** An error by class, code, and what its message must say. */
interface Expected {
  readonly name?: "TypeError" | "RangeError";
  readonly code?: string;
  readonly says: readonly string[];
}

interface Said extends Omit<Expected, "name" | "code"> {
  readonly name: string;
  readonly code: string | undefined;
}

function assertRefused(done: Done, { name, code, says }: Expected, steps = UNTOUCHED): void {
  assert.ok(done.error !== undefined, `no error, but ${JSON.stringify(done.report?.grants)}`);
  assertSays(done.error, { name: name ?? "LockdownError", code, says });
  assert.equal(done.outcomes, steps.map(() => "ok"));
  assert.is(done.noNewPrivileges, "0");
}

function assertSays({ name, code, message }: Failure, expected: Said): void {
  assert.is(name, expected.name, message);
  assert.is(code, expected.code, message);
  for (const part of expected.says) assert.ok(message.includes(part), `${part} is missing in: ${message}`);
}

/** Values that only JavaScript, not TypeScript, lets through. */
type Wrong = unknown;

const CASES: readonly [fact: string, permissions: Wrong, expected: Expected, options?: Wrong][] = [
  ["an unknown permission", { reed: true }, {
    name: "TypeError",
    says: ['"reed"', "not one of read, write"],
  }],
  ["a text instead of a list", { read: "/etc" }, { name: "TypeError", says: ['"/etc"', '["/etc"]'] }],
  ["null instead of a list", { run: null }, { name: "TypeError", says: ['"null"', "run permission"] }],
  ["an empty entry", { write: [""] }, { name: "TypeError", says: ["empty entry", "write permission"] }],
  ["a bad entry after good ones", { read: ["/etc"], net: ["a.com:80", "*"] }, {
    name: "TypeError",
    says: ['"*"'],
  }],
  ["a port out of range", { net: ["a.com:70000"] }, { name: "RangeError", says: ['"a.com:70000"'] }],
  ["a path that is too long", { read: [`/${"a/".repeat(3000)}`] }, {
    name: "RangeError",
    says: ["4095 bytes"],
  }],
  ["an unknown option", {}, { name: "TypeError", says: ['"strict"', "not one of compat, missing"] }, {
    strict: true,
  }],
  ["a name of Object.prototype as option", {}, { name: "TypeError", says: ['"constructor"', "not one of"] }, {
    constructor: 1,
  }],
  ["an unknown value of an option", {}, { name: "TypeError", says: ['"never"', '"compat"', '"strict"'] }, {
    compat: "never",
  }],
  ["null as an option", {}, { name: "TypeError", says: ['"null"', '"baseline"', '"true" or "false"'] }, {
    baseline: null,
  }],
  ["an unknown scope", {}, { name: "TypeError", says: ['"scope"', "abstractUnixSockets"] }, {
    scope: { ptrace: true },
  }],
  ["a text as options", {}, { name: "TypeError", says: ['"strict"', "pass an object"] }, "strict"],
  ["a path that does not exist", { read: ["/etc", "/no/such/path"] }, {
    code: "PATH_NOT_FOUND",
    says: ['read on "/no/such/path"', "no such file", 'missing: "skip"'],
  }],
  ["a program that does not exist", { run: ["true", "no-such-program"] }, {
    code: "PROGRAM_NOT_FOUND",
    says: ['"no-such-program"', "not found in PATH"],
  }],
  ["a directory as program", { run: ["/usr/bin"] }, {
    code: "PROGRAM_NOT_FOUND",
    says: ['"/usr/bin"', "it is a directory"],
  }],
  ["a part of a path that is too long", { read: [`/${"a".repeat(300)}`] }, {
    code: "PATH_NOT_FOUND",
    says: ['"/aaaa', "ENAMETOOLONG"],
  }],
  ["a host, strictly", { net: ["a.com:443"] }, {
    code: "NOT_ENFORCEABLE",
    says: ['allow net "a.com:443"', "ports, not hosts", 'compat: "best-effort"', "Nothing was applied"],
  }, { compat: "strict" }],
  ["a missing path, strictly", { read: ["/no/such/path"] }, {
    code: "NOT_ENFORCEABLE",
    says: ['allow read "/no/such/path"', "does not exist"],
  }, { compat: "strict", missing: "skip" }],
];

let answers: readonly Done[] | undefined;

/** All of them in one process, one after the other: as nothing is applied, the next finds things as they were. */
function answerTo(index: number): Done {
  answers ??= answersOf(runSelf("test/probes/plan_act.ts", [JSON.stringify(jobsOf(CASES))]));
  return answers[index] as Done;
}

function jobsOf(cases: readonly (readonly [string, Wrong, Expected, Wrong?])[]): Job[] {
  return cases.map(([, permissions, , options]) =>
    ({ warm: "/etc/hostname", permissions, options, steps: UNTOUCHED }) as Job
  );
}

CASES.forEach(([fact, , expected], index) => {
  if (abi === 0) skip(fact, "a kernel with Landlock");
  else test(`${fact} is refused`, () => assertRefused(answerTo(index), expected));
});

/** Tests with a folder that is removed afterwards. */
function withFolder(check: (folder: Folder) => void): void {
  const folder = makeFolder();
  try {
    check(folder);
  } finally {
    // Not every runtime can remove a name that is not UTF-8
    spawnSync("rm", ["-rf", folder.path]);
  }
}

const tests: Record<string, () => void> = {
  "more denied siblings than rules are made for": () =>
    withFolder((folder) => {
      for (let index = 0; index <= 10_000; index++) writeFileSync(folder.at(`${index}`), "");
      const permissions = { read: { allow: [folder.path], deny: [folder.at("missing")] } };
      assertRefused(run({ permissions, steps: UNTOUCHED }), {
        code: "TOO_MANY_RULES",
        says: [folder.path, "more than 10000", "Allow the directories you need"],
      });
    }),
  "a link to a name that is not UTF-8": () =>
    withFolder((folder) => {
      const make = 'cd "$1" && mkdir "$(printf "x\\377")" && ln -s "$(printf "x\\377")" link';
      assert.is(spawnSync("sh", ["-c", make, "sh", folder.path]).status, 0);
      assertRefused(run({ permissions: { read: [folder.at("link")] }, steps: UNTOUCHED }), {
        code: "PATH_NOT_FOUND",
        says: [folder.at("link"), "not UTF-8"],
      });
    }),
  "a call from inside a Worker": () => assertWorkersRefused(1),
  "two calls at once from inside two Workers": () => assertWorkersRefused(2),
};

function assertWorkersRefused(count: number): void {
  const { code, stdout, stderr } = runSelf("test/probes/plan_workers.ts", [`${count}`]);
  assert.is(code, 0, stderr);
  const done = JSON.parse(stdout) as WorkersDone;
  assert.is(done.errors.length, count);
  for (const error of done.errors) {
    assert.is.not(error, "none");
    assertSays(error as Failure, {
      name: "LockdownError",
      code: "NOT_MAIN_THREAD",
      says: ["inside a Worker", "on the main thread"],
    });
  }
  assert.ok(done.readable);
  assert.is(done.noNewPrivileges, "0");
}

for (const [fact, check] of Object.entries(tests)) {
  if (abi === 0) skip(fact, "a kernel with Landlock");
  else test(`${fact} is refused`, check);
}

const unreadable = "a directory that this user may not enter is refused";
const obstacle = abi === 0 ? "a kernel with Landlock" : obstacleForUser(NOBODY, "test/probes/plan_act.ts");
if (obstacle !== undefined) skip(unreadable, obstacle);
else {
  test(unreadable, () =>
    withFolder((folder) => {
      folder.write("locked/inside/file", "x");
      chmodSync(folder.path, 0o755);
      chmodSync(folder.at("locked"), 0o700);
      for (const path of ["locked/inside", "locked/inside/file", "locked/no/such"]) {
        const job = { permissions: { read: [folder.at(path)] }, steps: UNTOUCHED };
        // Deno wants a home of its own
        const start = { cwd: "/usr", env: { HOME: "/tmp" } };
        const done = answerOf(runSelfAs(NOBODY, "test/probes/plan_act.ts", [JSON.stringify(job)], start));
        assertRefused(done, {
          code: "PATH_NOT_FOUND",
          says: [folder.at(path), "EACCES", "Check the permissions of the directories above"],
        });
      }
    }));
}

const polling = "an io_uring thread that nothing can restrict is refused";
const oldNode = node20();
if (abi === 0) skip(polling, "a kernel with Landlock");
else if (oldNode === undefined) skip(polling, "Node 20 of test/nodes");
else if (!hasIoUring()) skip(polling, "io_uring (the sysctl kernel.io_uring_disabled at 0)");
else if (runtimeName === "node") {
  test(polling, () => {
    const job = { warm: "/etc/hostname", permissions: {}, steps: UNTOUCHED };
    const start = { executable: oldNode, env: { UV_USE_IO_URING: "1" } };
    assertRefused(run(job, start), {
      code: "IO_URING_SQPOLL",
      says: ["iou-sqp-", "UV_USE_IO_URING", "Nothing was applied"],
    });
  });
}

function hasIoUring(): boolean {
  try {
    return readFileSync("/proc/sys/kernel/io_uring_disabled", "utf8").trim() === "0";
  } catch {
    return true;
  }
}

/** How a kernel without Landlock answers, and what the error says then. */
const ANSWERS: readonly [errno: string, number: number, why: string, says: readonly string[]][] = [
  ["ENOSYS", 38, "not built in", ["CONFIG_SECURITY_LANDLOCK=y", "444 to 446"]],
  ["EOPNOTSUPP", 95, "disabled at boot", ['"landlock"', "lsm="]],
  ["EPERM", 1, "blocked", ["seccomp profile", "444 to 446"]],
];

/** What is asked of each. */
const ASKED: readonly Partial<Job>[] = [
  {},
  { options: { compat: "strict" } },
  { options: { threads: "reexec" } },
  { options: { compat: "best-effort" }, permissions: { read: ["/no/such/path"] } },
  { options: { compat: "best-effort" }, permissions: { read: ["/etc"], net: ["localhost:1"] } },
];

for (const [errno, number, why, says] of ANSWERS) {
  test(`a kernel that answers ${errno} is refused unless best effort was said, and then the report tells`, () => {
    const jobs = ASKED.map((asked) => ({ permissions: {}, ...asked, steps: UNTOUCHED }));
    const words = [`${number}`, JSON.stringify(jobs)];
    const done = answersOf(runSelf("test/probes/plan_seccomp.ts", words)).map(forOrdinaryUser);
    const unavailable = { code: "LANDLOCK_UNAVAILABLE", says: [...says, 'compat: "best-effort"'] };
    for (const refused of done.slice(0, 3)) assertRefused(refused, unavailable);
    assertRefused(done[3] as Done, { code: "PATH_NOT_FOUND", says: ['"/no/such/path"'] });
    const { error, report, outcomes } = done[4] as Done;
    assert.is(error, undefined);
    assert.is(report?.applied, false);
    assert.equal(report?.kernel, { abi: 0, errata: 0, unavailable: why });
    assert.equal(report?.threads, { method: "none", count: 0 });
    assert.equal(report?.scopes, []);
    for (const { status, fidelity } of report?.grants ?? []) {
      assert.is(`${status} ${fidelity}`, "unenforced wider");
    }
    assert.equal(outcomes, UNTOUCHED.map(() => "ok"));
  });
}

/** To hide Landlock, an ordinary user had to set no_new_privs. */
function forOrdinaryUser(done: Done): Done {
  return process.getuid?.() === 0 ? done : { ...done, noNewPrivileges: "0" };
}

/** Flags under which libc cannot be reached, and what to add to them. */
const WITHOUT_FFI: Readonly<Record<string, [flags: readonly string[], says: readonly string[]]>> = {
  deno: [["--allow-read", "--allow-env", "--allow-sys", "--allow-run"], ["--allow-ffi=/"]],
  node: [["--permission", "--allow-fs-read=*", "--allow-child-process"], ["--permission", "--allow-"]],
};

const withoutFfi = "a runtime that may not call libc is refused";
const forbidding = WITHOUT_FFI[runtimeName];
if (runtimeName === "node" && Number(process.versions.node.split(".")[0]) < 22) skip(withoutFfi, "Node 22");
else if (forbidding !== undefined) {
  const [flags, says] = forbidding;
  test(withoutFfi, () => {
    const done = run({ permissions: {}, steps: [["readSync", "/etc/hostname"]] }, { flags });
    assert.is(done.error?.code, "FFI_UNAVAILABLE");
    for (const part of says) assert.ok(done.error?.message.includes(part), done.error?.message);
    assert.equal(done.outcomes, ["ok"]);
  });
}

test.run();
