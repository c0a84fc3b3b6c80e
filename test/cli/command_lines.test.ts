/** Where a runtime's own options end and the script begins: flags behind it are the program's. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { bunCommandLine } from "../../src/flags/bun/command_line.ts";
import type { RuntimeCommandLine } from "../../src/flags/runtime_command_line.ts";
import { denoCommandLine } from "../../src/flags/deno/command_line.ts";
import { nodeCommandLine } from "../../src/flags/node/command_line.ts";
import type { FlagPlace } from "../../src/flags/flag_place.ts";

/** A place where every script exists, and nothing else. */
function place(commandLine: readonly string[]): FlagPlace {
  return {
    directory: "/app",
    commandLine,
    environment: (name) => name === "HOME" ? "/home/user" : undefined,
    readText: (path) => /\/(main|app)\.\w+$/.test(path) ? "" : undefined,
    listDirectory: () => undefined,
    findProgram: () => undefined,
  };
}

const node = (...words: string[]) => nodeCommandLine(place(["node", ...words]), "26.10.0");
const bun = (...words: string[]) => bunCommandLine(place(["bun", ...words]));
const deno = (...words: string[]) => denoCommandLine(place(["deno", ...words]));

test("flags behind the script grant nothing", () => {
  const cases: [RuntimeCommandLine, unknown][] = [
    [node("--permission", "--allow-fs-read=/a", "main.js", "--allow-fs-read=/b"), ["/a"]],
    [node("--permission", "--import", "./x.js", "--allow-fs-read=/a", "main.js", "--allow-child-process"), [
      "/a",
    ]],
    [bun("--allow-read=/a", "main.ts", "--allow-read=/b"), ["/a"]],
    [bun("--preload", "./x.ts", "--allow-read=/a", "run", "main.ts", "--allow-read=/b"), ["/a"]],
    [bun("run", "--allow-read=/a", "main.ts", "--allow-read=/b"), ["/a"]],
    [deno("run", "--allow-read=/a", "main.ts", "--allow-read=/b"), ["/a"]],
  ];
  for (const [{ permissions }, read] of cases) {
    assert.equal(permissions.read, read);
    assert.is(permissions.run, undefined);
  }
});

test("the script is the entry point, with and without its extension", () => {
  for (
    const line of [
      node("--permission", "main"),
      node("--permission", "--", "main.js"),
      node("--permission", "-r", "x", "./main.js"),
    ]
  ) {
    assert.is(line.ownPaths.entry, "/app/main.js");
  }
  assert.is(node("--permission", "-e", "1", "main.js").ownPaths.entry, undefined);
  assert.is(bun("--allow-read", "--define", "a:1", "app.ts").ownPaths.entry, "/app/app.ts");
  assert.is(bun("--allow-read", "test", "app.ts").ownPaths.entry, undefined);
  assert.is(deno("run", "file:///app/main.ts").ownPaths.entry, "/app/main.ts");
  assert.is(deno("run", "https://example.com/main.ts").ownPaths.entry, undefined);
  assert.is(deno("test", "main.ts").ownPaths.entry, undefined);
});

test("caches are read from where the environment has them", () => {
  assert.equal(deno("run", "main.ts").ownPaths.caches.map(({ path }) => path), ["/home/user/.cache/deno"]);
  assert.equal(bun("--allow-read", "app.ts").ownPaths.caches.map(({ path }) => path), [
    "/home/user/.bun/install/cache",
  ]);
});

test("without a permission flag Bun and Node are refused, Deno has none then", () => {
  assert.throws(() => bun("app.ts", "--allow-read"), /Bun was started without any/);
  assert.throws(() => node("main.js", "--permission"), /there is no --permission before the script/);
  assert.throws(() => nodeCommandLine(place(["node", "main.js"]), "20.20.0"), /--experimental-permission/);
  assert.equal(deno("run", "main.ts").permissions, {});
});

test.run();
