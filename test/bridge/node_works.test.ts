/** How Node loads code under `landlockdown/auto`: hooks, its compile cache, links to workspaces. Each program runs
 * without and with it, and Node itself is told to allow the same. */
import { readdirSync, symlinkSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Folder, makeFolder } from "../support/folder.ts";
import { runFile, runtimeName } from "../support/self.ts";
import { compare, type Project } from "./compare.ts";
import { flagsFor, PRELOADED } from "./own_flags.ts";

const HOOKS = `export async function load(url, context, next) {
  return url.endsWith("made.mjs")
    ? { format: "module", shortCircuit: true, source: 'export const name = "made";' }
    : next(url, context);
}`;
const MADE = { "hooks.mjs": HOOKS, "made.mjs": "throw 1" };

const CASES: readonly (Project & { readonly fact: string })[] = [
  {
    fact: "hooks are registered afterwards, and load modules",
    files: MADE,
    act: `
      const { register } = await import("node:module");
      register("./hooks.mjs", import.meta.url);
      return (await import("./made.mjs")).name`,
    expected: "made",
  },
  {
    fact: "hooks that --import registers load modules",
    files: {
      ...MADE,
      "register.mjs": 'import { register } from "node:module"; register("./hooks.mjs", import.meta.url);',
    },
    flags: ["--import", "@/register.mjs"],
    act: 'return (await import("./made.mjs")).name',
    expected: "made",
  },
  {
    fact: "an installed package is a link to a member of the workspace",
    files: {
      "package.json": '{ "name": "root", "workspaces": ["packages/*"] }',
      "packages/member/package.json": '{ "name": "member", "exports": "./src/main.mjs" }',
      "packages/member/src/main.mjs": 'export { name } from "./part.mjs";',
      "packages/member/src/part.mjs": 'export const name = "member";',
      "node_modules/": "",
    },
    prepare: (project) => symlinkSync("../packages/member", project.at("node_modules/member")),
    act: 'return (await import("member")).name',
    expected: "member",
  },
];

/** What this version of Node has besides. */
const NEWER: readonly (Project & { readonly fact: string })[] = [
  {
    fact: "hooks in the same thread are registered afterwards",
    files: { "made.mjs": "throw 1" },
    act: `
      const { registerHooks } = await import("node:module");
      registerHooks({
        load: (url, context, next) => url.endsWith("made.mjs")
          ? { format: "module", shortCircuit: true, source: 'export const name = "made";' }
          : next(url, context),
      });
      return (await import("./made.mjs")).name`,
    expected: "made",
  },
  {
    fact: "compiled code goes into the cache where that may be written",
    files: { "lib/late.mjs": 'export const name = "late";', "out/cache/": "" },
    act: `
      const { enableCompileCache, flushCompileCache } = await import("node:module");
      const { status } = enableCompileCache("out/cache");
      const { name } = await import("./lib/late.mjs");
      flushCompileCache();
      return [status, name]`,
    expected: [1, "late"],
    check: (project) => assert.ok(cached(project, "out/cache") > 0, "nothing was cached"),
  },
  {
    fact: "compiled code comes from the cache",
    files: { "lib/late.mjs": 'export const name = "late";', "out/cache/": "" },
    prepare: (project) => {
      project.write(
        "warm.mjs",
        'import { enableCompileCache } from "node:module"; enableCompileCache("out/cache"); await import("./lib/late.mjs");',
      );
      const ended = runFile(project.at("warm.mjs"), [], { cwd: project.path });
      assert.is(ended.code, 0, ended.stderr);
      assert.ok(cached(project, "out/cache") > 0);
    },
    act: `
      (await import("node:module")).enableCompileCache("out/cache");
      return (await import("./lib/late.mjs")).name`,
    expected: "late",
  },
  {
    fact: "without a granted cache code is compiled each time",
    env: { NODE_COMPILE_CACHE: "@/elsewhere" },
    files: { "lib/late.mjs": 'export const name = "late";', "elsewhere/": "" },
    act: 'return (await import("./lib/late.mjs")).name',
    expected: "late",
    check: (project) => assert.is(cached(project, "elsewhere"), 0),
  },
  {
    fact: "an ECMAScript module is required",
    files: { "late.mjs": 'export const name = "late";' },
    act: `
      const { createRequire } = await import("node:module");
      return createRequire(import.meta.url)("./late.mjs").name`,
    expected: "late",
  },
];

function cached(project: Folder, name: string): number {
  const folder = project.at(name);
  return readdirSync(folder, { recursive: true }).length;
}

if (runtimeName === "node") {
  const isNew = Number.parseInt(process.versions.node) >= 24;
  for (const { fact, ...project } of [...CASES, ...(isNew ? NEWER : [])]) test(fact, () => compare(project));

  test("a Worker that is told to preload in a process that is not confined does not start", () => {
    const folder = makeFolder({
      "main.mjs": `
        import { Worker } from "node:worker_threads";
        const worker = new Worker(new URL("./worker.mjs", import.meta.url), {
          execArgv: ["--import", ${JSON.stringify(pathToFileURL(PRELOADED).href)}],
        });
        worker.on("error", (error) => console.log(error.code));`,
      "worker.mjs": 'console.log("it ran");',
    });
    try {
      const flags = [...flagsFor({}, folder.path)];
      const ended = runFile(folder.at("main.mjs"), [], { flags, cwd: folder.path });
      // A Worker with arguments of its own sees only those
      assert.is(ended.stdout.trim(), "FLAGS_UNKNOWN", ended.stderr);
    } finally {
      folder.remove();
    }
  });
}

test.run();
