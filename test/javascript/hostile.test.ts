/** Code in the same process that replaces what JavaScript offers sees nothing of ours, and changes nothing in it. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import * as api from "../../mod.ts";
import { architectureOf } from "../../src/linux/architecture.ts";
import { libcPaths } from "../../runtimes/runtime.ts";
import { findProgram } from "../support/programs.ts";
import { ROOT } from "../support/runtimes.ts";
import { runSelf, runtimeName, type SelfOptions } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const run = findProgram("true") as string;
const SECRET = "only-in-the-environment";
const libc = libcPaths(architectureOf(process.arch) ?? "x86_64").find((path) => existsSync(path));
/** Deno's smallest permissions that lockdown() can do with. */
const scoped: SelfOptions = runtimeName === "deno" ? { flags: [`--allow-ffi=${libc}`] } : {};

function hostile(way: string, options: SelfOptions = {}, job: object = {}) {
  const { stdout, stderr, code } = runSelf(
    "test/javascript/hostile.ts",
    [way, JSON.stringify({ run, secret: SECRET, ...job })],
    { ...options, env: { SECRET } },
  );
  assert.is(code, 0, stderr);
  return JSON.parse(stdout);
}

/** Deno tells whoever listens that a permission was given back. */
const TELLING = ["get Event.prototype.type", "EventTarget.prototype.dispatchEvent"];

test("nothing that was replaced is called during a public call", () => {
  const { replaced, control, outcomes } = hostile("watch", {}, { first: false });
  assert.ok(replaced > 2000, String(replaced));
  for (const name of ["Array.prototype.map", "StringIterator.next"]) assert.ok(control.includes(name), name);
  const seen = Object.entries<{ seen: string[] }>(outcomes).map(([name, { seen }]) => [
    name,
    ...seen.filter((call) => name !== "lockdown" || !TELLING.includes(call)),
  ]);
  assert.equal(seen, Object.keys(outcomes).map((name) => [name]));
  const failed = Object.keys(outcomes).filter((name) => outcomes[name].error !== undefined);
  assert.equal(failed, ["missing", "wrong"]);
});

test("the runtime's own spawn is called, and shown none of our memory", () => {
  assert.equal(hostile("children"), { status: [0, 0], ours: [] });
});

test("what the process may not read cannot be read through us, with every path we open replaced", () => {
  const { own, notes, leaked, memory, control } = hostile("read", scoped);
  assert.ok(control);
  if (runtimeName === "deno") {
    assert.is(own, "NotCapable");
    assert.ok(notes.some((note: string) => note.startsWith("Deno permission ffi was given back")));
  }
  assert.equal({ leaked, memory }, { leaked: false, memory: false });
});

test("the frames of our functions tell nothing, nor does what was matched last", () => {
  const { frames, ours, functions, texts } = hostile("stack");
  assert.ok(frames > 0);
  assert.equal({ ours, functions, texts }, { ours: 0, functions: [], texts: "" });
});

if (runtimeName !== "deno") {
  skip("inner modules make no system calls", "a permission that is given back, as Deno's");
} else {
  test("inner modules make no system calls once the permission was given back", () => {
    const { before, after, later, notes, kernel } = hostile("inner", {});
    assert.is(before.context, "done");
    assert.ok(notes.some((note: string) => note.startsWith("Deno permission ffi was given back")));
    assert.equal(later, after);
    for (const [name, outcome] of Object.entries<string>(after)) {
      const expected = name === "patchSystem" ? /read.only|Cannot assign/ : /was given back/;
      assert.match(outcome, expected, name);
    }
    assert.ok(kernel > 0);
  });
}

if (runtimeName !== "node") {
  skip("the package shows its public functions only", "the bundle, which Node loads here");
} else {
  test("the package shows its public functions only", async () => {
    const public_ = new Set<unknown>(Object.values(api));
    const files = readdirSync(join(ROOT, "dist")).filter((name) => /^(mod|auto)(-.*)?\.js$/.test(name));
    assert.ok(files.length > 1);
    for (const name of files.filter((name) => name !== "auto.js")) {
      const inner = await import(pathToFileURL(join(ROOT, "dist", name)).href);
      for (const [key, value] of Object.entries(inner)) assert.ok(public_.has(value), `${name}: ${key}`);
    }
  });
}

test("what other code replaced is as it was after a public call", () => {
  const { encodeInto } = TextEncoder.prototype;
  const own = () => ({ read: 0, written: 0 });
  const prototype = Object.getPrototypeOf(Array.prototype);
  Object.defineProperty(Object.prototype, "net", { value: true, configurable: true, enumerable: true });
  TextEncoder.prototype.encodeInto = own;
  const { has } = Set.prototype;
  delete (Set.prototype as { has?: unknown }).has;
  const other = Object.create(prototype);
  Object.setPrototypeOf(Array.prototype, other);
  try {
    assert.is(api.explain({}).report.permissions.net.granted, "none");
    assert.is(TextEncoder.prototype.encodeInto, own);
    assert.is(({} as { net?: unknown }).net, true);
    assert.is("has" in Set.prototype, false);
    assert.is(Object.getPrototypeOf(Array.prototype), other);
  } finally {
    Object.setPrototypeOf(Array.prototype, prototype);
    Set.prototype.has = has;
    TextEncoder.prototype.encodeInto = encodeInto;
    delete (Object.prototype as { net?: unknown }).net;
  }
});

test("what cannot be made what it was is an error, and nothing is done", () => {
  const { code, stderr } = runSelf("test/javascript/stuck.ts", []);
  assert.is(code, 1);
  assert.match(stderr, "Cannot rely on Array.prototype: map was changed after landlockdown was loaded");
});

test.run();
