/** Under `landlockdown/auto` a runtime does what it did before: each program runs without and with it, under the same
 * flags. What is special to one runtime is in the tests of that name. */
import { test } from "uvu";
import { kernel } from "../../mod.ts";
import { serve } from "../support/http_server.ts";
import { skip } from "../support/skip.ts";
import { compare, type Project } from "./compare.ts";

const server = await serve("served");
test.after(() => server.close());

/** A module larger than what Bun compiles without a cache, and any runtime would rather not compile twice. */
const large = `${"// padding so that it is worth caching\n".repeat(2000)}export const name = "large";\n`;

const ALWAYS: readonly (Project & { readonly fact: string })[] = [
  {
    fact: "a module that the code names is imported",
    files: {
      "lib/late.mjs": 'export { name } from "./deep.mjs";',
      "lib/deep.mjs": 'export const name = "deep";',
    },
    act: 'return (await import("./lib/late.mjs")).name',
    expected: "deep",
  },
  {
    fact: "a large module is imported",
    files: { "large.mjs": large },
    act: 'return (await import("./large.mjs")).name',
    expected: "large",
  },
  {
    fact: "a module whose name is made at run time is imported from a granted folder",
    files: { "data/plugin.mjs": 'export const name = "plugin";' },
    act: 'return (await import("./data/" + ["plugin", "mjs"].join("."))).name',
    expected: "plugin",
  },
  {
    fact: "JSON is imported",
    files: { "settings.json": '{ "name": "json" }' },
    act: 'return (await import("./settings.json", { with: { type: "json" } })).default.name',
    expected: "json",
  },
  {
    fact: "CommonJS is required",
    files: { "old.cjs": 'module.exports = require("./older");', "older.js": 'exports.name = "cjs";' },
    // Deno looks for a package.json around it
    permissions: { read: ["@"] },
    act: 'return (await import("./old.cjs")).default.name',
    expected: "cjs",
  },
  {
    fact: "an installed package and its dependency are imported",
    files: {
      "package.json": '{ "type": "module", "dependencies": { "greeter": "1.0.0" } }',
      "node_modules/greeter/package.json": '{ "name": "greeter", "version": "1.0.0", "type": "module", ' +
        '"exports": { ".": "./main.js", "./sub": "./sub.js" }, "dependencies": { "words": "1.0.0" } }',
      "node_modules/greeter/main.js": 'import words from "words"; export const hello = words.hello;',
      "node_modules/greeter/sub.js": 'export const sub = "sub";',
      "node_modules/words/package.json": '{ "name": "words", "version": "1.0.0", "main": "lib/words" }',
      "node_modules/words/lib/words.js": 'module.exports = require("./list.json");',
      "node_modules/words/lib/list.json": '{ "hello": "good day" }',
    },
    act: 'return [(await import("greeter")).hello, (await import("greeter/sub")).sub]',
    expected: ["good day", "sub"],
  },
  {
    fact: "names that package.json gives to the program's own modules lead to them",
    files: {
      "package.json": '{ "name": "me", "type": "module", "imports": { "#lib/*": "./lib/*" }, ' +
        '"exports": { "./own": { "import": "./lib/own.mjs" } } }',
      "lib/own.mjs": 'export const name = "own";',
      "lib/numbered.mjs": 'export const name = "numbered";',
    },
    act: 'return [(await import("#lib/numbered.mjs")).name, (await import("me/own")).name]',
    expected: ["numbered", "own"],
  },
  {
    fact: "files are read, written, moved and removed",
    act: `
      const fs = await import("node:fs");
      const { pipeline } = await import("node:stream/promises");
      fs.mkdirSync("out/a/b", { recursive: true });
      fs.writeFileSync("out/a/one", fs.readFileSync("data/file"));
      await fs.promises.appendFile("out/a/one", "+");
      await pipeline(fs.createReadStream("out/a/one"), fs.createWriteStream("out/a/b/two"));
      await fs.promises.rename("out/a/b/two", "out/two");
      fs.copyFileSync("out/two", "out/three");
      fs.truncateSync("out/three", 2);
      const list = fs.readdirSync("out").sort();
      fs.rmSync("out/a", { recursive: true });
      const folder = await fs.promises.mkdtemp("out/temporary-");
      return [list, await fs.promises.readFile("out/two", "utf8"), fs.readFileSync("out/three", "utf8"),
        fs.existsSync("out/a"), fs.statSync(folder).isDirectory()]`,
    expected: [["a", "three", "two"], "data+", "da", false, true],
  },
  {
    fact: "Workers are made afterwards, and import modules",
    files: {
      "worker.mjs":
        'import { name } from "./worker_part.mjs"; const port = globalThis.postMessage ? globalThis : ' +
        '(await import("node:worker_threads")).parentPort; port.postMessage(name);',
      "worker_part.mjs": 'export const name = "part";',
    },
    permissions: { read: ["@/worker.mjs", "@/worker_part.mjs"] },
    act: `
      const { Worker } = await import("node:worker_threads");
      const worker = new Worker(new URL("./worker.mjs", import.meta.url));
      const name = await new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject));
      await worker.terminate();
      return name`,
    expected: "part",
  },
  {
    fact: "granted programs run, with pipes and without",
    act: `
      const { spawn, execFileSync } = await import("node:child_process");
      const whole = execFileSync("cat", ["data/file"], { encoding: "utf8" });
      const child = spawn("cat", [], { stdio: ["pipe", "pipe", "ignore"] });
      child.stdin.end("through");
      let piped = "";
      child.stdout.on("data", (data) => piped += data);
      const code = await new Promise((resolve) => child.on("close", resolve));
      return [whole, piped, code]`,
    expected: ["data", "through", 0],
  },
];

const WITH_NETWORK: readonly (Project & { readonly fact: string })[] = [
  {
    fact: "a granted host is reached by name and by address, and names are looked up",
    permissions: { net: [`localhost:${server.port}`, `127.0.0.1:${server.port}`, "localhost"] },
    act: `
      const { lookup } = await import("node:dns/promises");
      const { connect } = await import("node:net");
      const get = async (host) => (await fetch("http://" + host + ":${server.port}/")).text();
      const connected = await new Promise((resolve) => {
        const socket = connect({ host: "localhost", port: ${server.port}, family: 4 });
        socket.on("connect", () => resolve(true)).on("error", (error) => resolve(String(error)));
        socket.on("connect", () => socket.destroy());
      });
      const { address } = await lookup("localhost", { family: 4 });
      return [await get("localhost"), await get("127.0.0.1"), connected, address]`,
    expected: ["served", "served", true, "127.0.0.1"],
  },
  {
    fact: "a server listens on a port that the system picks",
    permissions: { net: ["127.0.0.1:0"] },
    act: `
      const { createServer } = await import("node:net");
      const server = createServer().listen({ host: "127.0.0.1", port: 0 });
      await new Promise((resolve, reject) => server.on("listening", resolve).on("error", reject));
      const { port } = server.address();
      await new Promise((resolve) => server.close(resolve));
      return port > 0`,
    expected: true,
  },
];

for (const { fact, ...project } of ALWAYS) test(fact, () => compare(project));
for (const { fact, ...project } of WITH_NETWORK) {
  if (kernel().abi < 4) skip(fact, "Landlock ABI 4");
  else test(fact, () => compare(project));
}

test.run();
