/** What Deno keeps for itself, in `DENO_DIR`, under `landlockdown/auto`: compiled code, downloaded modules, stores. Each
 * program runs without and with it; where inside is narrower, what happens then is here as well. */
import { symlinkSync } from "node:fs";
import { spawn } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { untilEnded } from "../support/ended.ts";
import type { Folder } from "../support/folder.ts";
import { runtimeName } from "../support/self.ts";
import { denoExecutable } from "../support/runtimes.ts";
import { compare, type Project } from "./compare.ts";
import { type Registry, startRegistry } from "./registry.ts";

const CACHE = { DENO_DIR: "@/cache" };
const typed = { "lib/typed.ts": 'import type { A } from "./types.ts"; export const name: A = "typed";' };

function cases(registry: Registry): readonly (Project & { readonly fact: string })[] {
  const greets = 'return (await import("greeter")).default.hello';
  const npm = { ...CACHE, NPM_CONFIG_REGISTRY: registry.url };
  const remote = `return (await import("${registry.url}remote.mjs")).name`;
  const stores = `
    localStorage.setItem("key", "stored");
    const kv = await Deno.openKv();
    await kv.set(["key"], localStorage.getItem("key"));
    const { value } = await kv.get(["key"]);
    kv.close();
    const cache = await caches.open("cache");
    await cache.put("http://localhost/", new Response("cached"));
    return [value, await (await cache.match("http://localhost/")).text()]`;
  return [
    {
      fact: "TypeScript is compiled and imported, with nothing in the cache",
      env: CACHE,
      files: { ...typed, "lib/types.ts": "export type A = string;" },
      act: 'return (await import("./lib/typed.ts")).name',
      expected: "typed",
    },
    {
      fact: "TypeScript is imported with compiled code in the cache",
      env: CACHE,
      files: { ...typed, "lib/types.ts": "export type A = string;" },
      // The second run finds the code that the first one compiled
      prepare: async (project) => {
        for (let run = 0; run < 2; run++) {
          await deno(["run", "--no-prompt", "-A", "main.mjs"], project, CACHE);
        }
      },
      act: 'return (await import("./lib/typed.ts")).name',
      expected: "typed",
    },
    {
      fact: "an npm package is imported from the global cache",
      env: npm,
      files: { "deno.json": '{ "imports": { "greeter": "npm:greeter@1.0.0" } }' },
      prepare: (project) => deno(["cache", "main.mjs"], project, npm),
      act: greets,
      expected: "good day",
    },
    {
      fact: "an npm package is imported from node_modules that Deno made",
      env: npm,
      files: { "deno.json": '{ "nodeModulesDir": "auto", "imports": { "greeter": "npm:greeter@1.0.0" } }' },
      prepare: (project) => deno(["cache", "main.mjs"], project, npm),
      act: greets,
      expected: "good day",
    },
    {
      fact: "a module from the network is imported from the cache",
      env: CACHE,
      permissions: { import: [`127.0.0.1:${registry.port}`] },
      prepare: (project) =>
        deno(["cache", `--allow-import=127.0.0.1:${registry.port}`, "main.mjs"], project, CACHE),
      act: remote,
      expected: "remote",
    },
    {
      fact: "a module from the network that is not in the cache is imported where the cache may be written",
      env: CACHE,
      files: { "cache/": "" },
      permissions: {
        import: [`127.0.0.1:${registry.port}`],
        net: [`127.0.0.1:${registry.port}`],
        write: ["@/cache"],
      },
      act: remote,
      expected: "remote",
    },
    {
      fact: "a module from the network that is not in the cache is not imported",
      env: CACHE,
      permissions: { import: [`127.0.0.1:${registry.port}`], net: [`127.0.0.1:${registry.port}`] },
      act: `try { ${remote} } catch (error) { return error.name }`,
      expected: "remote",
      inside: "TypeError",
    },
    {
      fact: "names in deno.json lead to the program's own modules",
      files: {
        "deno.json":
          '{ "imports": { "@/": "./lib/", "named": "./lib/named.ts" }, "workspace": ["./member"] }',
        "lib/named.ts": 'export const name = "named";',
        "lib/begins.ts": 'export { name } from "named";',
        "member/deno.json": '{ "name": "@w/member", "version": "1.0.0", "exports": "./mod.ts" }',
        "member/mod.ts": 'export const name = "member";',
      },
      act: 'return [(await import("@/begins.ts")).name, (await import("@w/member")).name]',
      expected: ["named", "member"],
    },
    {
      fact: "localStorage, KV and caches keep what they are given where their folder may be written",
      env: CACHE,
      files: { "cache/location_data/": "" },
      flags: ["--unstable-kv"],
      permissions: { read: ["@/cache/location_data"], write: ["@/cache/location_data"] },
      act: stores,
      expected: ["stored", "cached"],
    },
    {
      fact: "localStorage keeps nothing where its folder may not be written",
      env: CACHE,
      act:
        'try { localStorage.setItem("key", "stored"); return "stored" } catch (error) { return error.name }',
      expected: "stored",
      inside: "PermissionDenied",
    },
    {
      fact: "KV opens a file in a granted folder",
      flags: ["--unstable-kv"],
      act: `
        const kv = await Deno.openKv("out/kv.db");
        await kv.set(["key"], "kept");
        const { value } = await kv.get(["key"]);
        kv.close();
        return value`,
      expected: "kept",
    },
    {
      fact: "Workers are made of the program's modules, of a blob and of a data URL",
      files: { "worker.ts": 'const name: string = "file"; postMessage(name);' },
      permissions: { read: ["@/worker.ts"] },
      act: `
        const text = (name) => 'postMessage("' + name + '")';
        const urls = [new URL("./worker.ts", import.meta.url), "data:text/javascript," + text("data"),
          URL.createObjectURL(new Blob([text("blob")], { type: "text/javascript" }))];
        return await Promise.all(urls.map((url) => new Promise((resolve, reject) => {
          const worker = new Worker(url, { type: "module" });
          worker.onerror = (error) => { error.preventDefault(); reject(error.message); };
          worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
        })))`,
      expected: ["file", "data", "blob"],
    },
    {
      fact: "Deno's own API reads, writes, watches, spawns and serves",
      permissions: { net: ["127.0.0.1:0", "127.0.0.1"] },
      act: `
        await Deno.writeTextFile("out/file", await Deno.readTextFile("data/file"));
        using watcher = Deno.watchFs("out");
        await Deno.rename("out/file", "out/other");
        const { value: { kind } } = await watcher[Symbol.asyncIterator]().next();
        const { stdout } = await new Deno.Command("cat", { args: ["out/other"] }).output();
        const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, () => new Response("own"));
        const text = await (await fetch("http://127.0.0.1:" + server.addr.port)).text();
        await server.shutdown();
        return [kind.length > 0, new TextDecoder().decode(stdout), text]`,
      expected: [true, "data", "own"],
    },
  ];
}

/** Runs Deno by another name: where `node:child_process` of Deno sees its own path, it changes the flags. */
async function deno(
  words: readonly string[],
  project: Folder,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const alias = project.at("deno");
  try {
    symlinkSync(denoExecutable() as string, alias);
  } catch {
    // It is there from the call before
  }
  const variables = Object.entries(env).map(([name, value]) => [name, value.replaceAll("@", project.path)]);
  const child = spawn(alias, words, {
    cwd: project.path,
    env: { ...process.env, ...Object.fromEntries(variables) },
  });
  const ended = await untilEnded(child);
  assert.is(ended.code, 0, ended.stderr);
}

if (runtimeName === "deno") {
  const registry = await startRegistry();
  test.after(() => registry.close());
  for (const { fact, ...project } of cases(registry)) test(fact, () => compare(project));
}

test.run();
