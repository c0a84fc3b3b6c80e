/** Only own properties count: what a careless merge of objects has put into `Object.prototype` grants nothing, takes
 * nothing away, and decides nothing about children. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { explain, formatFlags, type Permissions, Sandbox } from "../../mod.ts";
import { makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { runSelf } from "../support/self.ts";
import type { PollutedJob } from "./polluted_job.ts";

const folder = makeFolder({ granted: "granted", secret: "secret", "other/granted": "other" });
test.after(folder.remove);
const cat = findProgram("cat") as string;
const evil = folder.write("evil", `#!/bin/sh\necho evil\n`, 0o755);
const permissions: Permissions = { read: [folder.at("granted")], run: [cat] };

function outcome(way: string, job: Omit<PollutedJob, "cat" | "file"> & { readonly file?: string }): unknown {
  const whole: PollutedJob = { cat, file: folder.at("secret"), permissions, ...job };
  const { stdout, stderr, code } = runSelf("test/javascript/polluted.ts", [way, JSON.stringify(whole)], {
    cwd: folder.path,
  });
  assert.is(code, 0, stderr);
  return JSON.parse(stdout).outcome;
}

/** What would grant everything, were it looked at. */
const GRANTING = {
  read: true,
  write: true,
  net: true,
  run: true,
  env: true,
  ffi: true,
  allow: true,
  filter: false,
  scope: false,
};
/** What would forbid everything, or be an error. */
const FORBIDDING = {
  deny: true,
  ignore: true,
  compat: "strict",
  missing: "error",
  tmp: true,
  descriptor: 900,
  launcher: evil,
};

const CHILDREN = ["spawnSync", "spawn", "execFile"];

test("bare, the secret can be read", () => {
  assert.is(outcome("bare", {}), "secret");
});

test("the process is confined to what its own properties say", () => {
  assert.is(outcome("lockdown", {}), "EACCES");
  assert.is(outcome("lockdown", { pollution: GRANTING }), "EACCES");
  assert.is(outcome("lockdown", { file: folder.at("granted"), pollution: FORBIDDING }), "granted");
});

for (const way of CHILDREN) {
  test(`children of ${way}() are confined to what their own properties say`, () => {
    const denied = outcome(way, {});
    assert.equal(denied, { status: 1, stdout: "" });
    assert.equal(outcome(way, { pollution: GRANTING }), denied);
    const read = outcome(way, { file: folder.at("granted") });
    assert.equal(read, { status: 0, stdout: "granted" });
    assert.equal(outcome(way, { file: folder.at("granted"), pollution: FORBIDDING }), read);
  });

  test(`what ${way}() starts is what it was told`, () => {
    const read = outcome(way, { file: "granted" });
    assert.equal(read, { status: 0, stdout: "granted" });
    for (
      const pollution of [
        { shell: evil },
        { shell: true },
        { argv0: evil },
        { cwd: folder.at("other") },
        { uid: 65534, gid: 65534 },
        { stdio: "ignore" },
        { detached: true },
      ]
    ) assert.equal(outcome(way, { file: "granted", pollution }), read, JSON.stringify(pollution));
  });
}

test("plans and flags are those of own properties", () => {
  const plain = outcome("explain", {});
  for (const pollution of [GRANTING, FORBIDDING]) {
    assert.equal(outcome("explain", { pollution }), plain);
    assert.equal(outcome("flags", { pollution }), formatFlags(permissions));
  }
});

test("the hole of a list is none of Array.prototype's entries", () => {
  const hole: Permissions = { read: [folder.at("granted"), , folder.at("granted")] as string[], run: [cat] };
  assert.throws(
    () => explain(hole),
    (error: Error) => error.message.includes("every entry must be a string"),
  );
  const listed = { listPollution: { 1: folder.at("secret") } };
  assert.equal(outcome("explain", listed), outcome("explain", {}));
});

test("an object that inherits permissions is refused: a deny in it would be lost", () => {
  const inherits = Object.create({ deny: [folder.at("secret")] }, {
    allow: { value: [folder.path], enumerable: true },
  });
  for (
    const act of [
      () => explain({ read: inherits }),
      () => explain(Object.create({ read: [folder.path] })),
      () => explain({}, Object.create({ filter: false })),
      () => new Sandbox({ read: inherits }),
      () => new Sandbox({}, Object.create({ tmp: true })),
      () => formatFlags({ read: inherits }),
    ]
  ) {
    assert.throws(
      act,
      (error: Error) => error instanceof TypeError && error.message.includes("only its own properties count"),
    );
  }
});

test("objects of JavaScript's own classes are no permissions", () => {
  for (
    const [given, named] of [
      [{ read: [new URL("file:///a")] }, '"file:///a"'],
      [{ read: new Set(["a"]) }, '"[object Set]"'],
      [{ read: { allow: new Map() } }, '"[object Map]"'],
    ] as const
  ) {
    const remedy = `Cannot use ${named} here: pass a string, a list or a plain object`;
    assert.throws(() => explain(given as unknown as Permissions), (error: Error) => error.message === remedy);
  }
});

test("objects with a class, without a prototype and behind a proxy count by what is theirs", () => {
  class Granted {
    readonly read = [folder.at("granted")];
    describe(): string {
      return this.read.join();
    }
  }
  const plain = explain({ read: [folder.at("granted")] }).rules;
  const bare = Object.assign(Object.create(null), { read: [folder.at("granted")] });
  for (const given of [new Granted(), bare, new Proxy({ read: [folder.at("granted")] }, {})]) {
    assert.equal(explain(given).rules, plain);
  }
});

test("each property is read once", () => {
  const reads: string[] = [];
  const watched = (name: string, ...answers: unknown[]) => ({
    enumerable: true,
    get() {
      reads.push(name);
      return answers.shift();
    },
  });
  const read = Object.defineProperties({}, { allow: watched("allow", [folder.at("granted")], true) });
  const given = Object.defineProperties({}, {
    read: watched("read", read, true),
    net: watched("net", false, true),
  });
  const options = Object.defineProperties({}, { filter: watched("filter", true, false) });
  const { report } = explain(given, options);
  assert.equal(reads.sort(), ["allow", "filter", "net", "read"]);
  assert.is(report.permissions.read.granted, 1);
  assert.is(report.permissions.net.granted, "none");
  assert.ok(report.closed.length > 0);
});

test.run();
