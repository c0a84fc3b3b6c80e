/** What Bun keeps for itself under `landlockdown/auto`: its cache of compiled code, packages it installs by itself, and
 * its own API. Each program runs without and with it. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { untilEnded } from "../support/ended.ts";
import type { Folder } from "../support/folder.ts";
import { runtimeName } from "../support/self.ts";
import { compare, type Project } from "./compare.ts";
import { type Registry, startRegistry } from "./registry.ts";

/** Bun keeps compiled code of modules from 50,000 bytes on. */
const large = `${
  "// padding so that it is worth caching\n".repeat(2000)
}export const name: string = "large";\n`;
const loadLarge = 'return (await import("./large.ts")).name';

/** Whether the large module was cached: beside it lie our own, which are loaded before. */
function isCached(project: Folder): boolean {
  return readdirSync(project.at("compiled"))
    .some((name) => readFileSync(project.at(`compiled/${name}`), "latin1").includes('name = "large"'));
}

function cases(registry: Registry): readonly (Project & { readonly fact: string })[] {
  const registryOnly = { BUN_CONFIG_REGISTRY: registry.url, BUN_INSTALL: "@/installed", HOME: "@" };
  return [
    {
      fact: "compiled code goes into the cache where that may be written",
      env: { BUN_RUNTIME_TRANSPILER_CACHE_PATH: "@/compiled" },
      files: { "large.ts": large, "compiled/": "" },
      permissions: { read: ["@/compiled"], write: ["@/compiled"] },
      act: loadLarge,
      expected: "large",
      check: (project) => assert.ok(isCached(project)),
    },
    {
      fact: "a module is compiled anew where the cache may not be written",
      env: { BUN_RUNTIME_TRANSPILER_CACHE_PATH: "@/compiled" },
      files: { "large.ts": large, "compiled/": "" },
      act: loadLarge,
      expected: "large",
      check: (project, confined) => assert.is(isCached(project), !confined),
    },
    {
      fact: "compiled code comes from the cache",
      env: { BUN_RUNTIME_TRANSPILER_CACHE_PATH: "@/compiled" },
      files: { "large.ts": large, "compiled/": "" },
      permissions: { read: ["@/compiled"] },
      prepare: (project) =>
        runBun(project, ["large.ts"], { BUN_RUNTIME_TRANSPILER_CACHE_PATH: "@/compiled" }),
      act: loadLarge,
      expected: "large",
    },
    {
      fact: "a package that Bun installed by itself is imported from its global cache",
      env: registryOnly,
      files: { "uses.mjs": 'import "greeter";' },
      prepare: (project) => runBun(project, ["uses.mjs"], registryOnly),
      act: 'return (await import("greeter")).default.hello',
      expected: "good day",
    },
    {
      fact: "an installed package is imported from node_modules",
      env: registryOnly,
      files: { "package.json": '{ "dependencies": { "greeter": "1.0.0" } }' },
      prepare: (project) => runBun(project, ["install"], registryOnly),
      act: 'return (await import("greeter")).default.hello',
      expected: "good day",
    },
    {
      fact: "names in tsconfig.json and members of a workspace lead to the program's own modules",
      env: registryOnly,
      files: {
        "package.json":
          '{ "name": "root", "workspaces": ["packages/*"], "dependencies": { "member": "workspace:*" } }',
        "packages/member/package.json": '{ "name": "member", "version": "1.0.0", "main": "./src/main.ts" }',
        "packages/member/src/main.ts": 'export { name } from "./part.ts";',
        "packages/member/src/part.ts": 'export const name: string = "member";',
        "tsconfig.json": '{ "compilerOptions": { "paths": { "~/*": ["./lib/*"] } } }',
        "lib/a.ts": 'export const name: string = "mapped";',
      },
      prepare: (project) => runBun(project, ["install"], registryOnly),
      act: 'return [(await import("member")).name, (await import("~/a")).name]',
      expected: ["member", "mapped"],
    },
    {
      fact: "Bun's own API reads, writes, spawns, serves, and opens databases",
      permissions: { net: ["127.0.0.1:0", "127.0.0.1"] },
      act: `
        const { Database } = await import("bun:sqlite");
        await Bun.write("out/file", Bun.file("data/file"));
        const spawned = Bun.spawn(["cat", "out/file"]);
        const shell = await Bun.$\`cat out/file\`.text();
        const server = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => new Response("own") });
        const text = await (await fetch(server.url)).text();
        server.stop(true);
        const database = new Database("out/database");
        database.run("create table words (word text)");
        database.run("insert into words values ('kept')");
        const { word } = database.query("select word from words").get();
        database.close();
        return [await new Response(spawned.stdout).text(), shell, text, word]`,
      expected: ["data", "data", "own", "kept"],
    },
  ];
}

async function runBun(
  project: Folder,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const variables = Object.entries(env).map(([name, value]) => [name, value.replaceAll("@", project.path)]);
  const child = spawn(process.execPath, words, {
    cwd: project.path,
    env: { ...process.env, ...Object.fromEntries(variables) },
  });
  const ended = await untilEnded(child);
  assert.is(ended.code, 0, ended.stderr);
}

if (runtimeName === "bun") {
  const registry = await startRegistry();
  test.after(() => registry.close());
  for (const { fact, ...project } of cases(registry)) test(fact, () => compare(project));
}

test.run();
