/** Nothing that our modules export can be changed by code that finds them. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import "../../src/sandbox/sealed_tables.ts";
import { programPath, ROOT } from "../support/runtimes.ts";
import { runtimeName } from "../support/self.ts";

/** Their paths in the repository; the command runs in a process of its own. */
function modules(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return path.endsWith(".ts") ? [path] : [];
    return path === "src/cli" ? [] : modules(path);
  });
}

function isClass(value: unknown): value is { readonly prototype: object } {
  return typeof value === "function" &&
    Object.getOwnPropertyDescriptor(value, "prototype")?.writable === false;
}

function canBeChanged(value: unknown): boolean {
  if (isClass(value)) return !Object.isFrozen(value) || !Object.isFrozen(value.prototype);
  if (typeof value !== "object" || value === null) return false;
  // What is in them changes although they are frozen
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) return true;
  return !Object.isFrozen(value) || Object.values(value).some(canBeChanged);
}

test("what is looked for is found", () => {
  class Open {}
  for (const value of [{}, [[]], Object.freeze([[]]), Open, Object.freeze(new Map())]) {
    assert.ok(canBeChanged(value));
  }
  for (const value of [1, "a", 1n, () => {}, Object.freeze({ a: 1 })]) assert.not.ok(canBeChanged(value));
});

test("every table and every class is sealed", async () => {
  const paths = [...modules("src"), ...modules("runtimes")];
  assert.ok(paths.length > 100);
  const open: string[] = [];
  for (const path of paths) {
    const file = programPath({ compiled: runtimeName === "node" }, path);
    const inner = await import(pathToFileURL(file).href);
    for (const [name, value] of Object.entries(inner)) if (canBeChanged(value)) open.push(`${path}: ${name}`);
  }
  assert.equal(open, []);
});

test.run();
