/** Which files count as the program's own modules: those its code names, and never the data beside them. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { LockdownError } from "../../src/errors.ts";
import { ownModules } from "../../src/plan/own_modules.ts";
import { fc, forAll } from "../permissions/property.ts";
import { makeFolder } from "../support/folder.ts";
import { runSelf } from "../support/self.ts";
import { type Files, tree } from "./tree.ts";

/** What lies beside every program here and must never be found. */
const DATA: Files = {
  "/app/.env": "PASSWORD=1",
  "/app/secret.txt": "s",
  "/app/secret": "s",
  "/app/key.pem": "k",
  "/app/unused.ts": "",
  "/app/lib/unused.js": "",
  "/etc/shadow": "root:x",
};

function found(files: Files, entry = "/app/main.ts"): string {
  return [...ownModules(entry, tree({ ...DATA, ...files })).paths].sort().join(" ");
}

/** A line of the entry point, other files, and what is found besides the entry point. */
const CASES: readonly [fact: string, line: string, files: Files, modules: string][] = [
  ["a static import", 'import { a } from "./a.ts";', { "/app/a.ts": "" }, "/app/a.ts"],
  [
    "an import over several lines",
    'import {\n  a,\n  b,\n} from "./a.ts";',
    { "/app/a.ts": "" },
    "/app/a.ts",
  ],
  ["an import for its effects", 'import "./a.ts";', { "/app/a.ts": "" }, "/app/a.ts"],
  ["an import squeezed by a bundler", 'import{a}from"./a.js";import"./b.js"', {
    "/app/a.js": "",
    "/app/b.js": "",
  }, "/app/a.js /app/b.js"],
  ["a type import", 'import type { A } from "./a.ts";', { "/app/a.ts": "" }, "/app/a.ts"],
  ["a dynamic import", 'await import("./a.ts");', { "/app/a.ts": "" }, "/app/a.ts"],
  ["a dynamic import over lines", "await import(\n  './a.ts'\n);", { "/app/a.ts": "" }, "/app/a.ts"],
  ["a dynamic import with backticks", "await import(`./a.ts`);", { "/app/a.ts": "" }, "/app/a.ts"],
  ["export from", 'export { a } from "./a.ts";', { "/app/a.ts": "" }, "/app/a.ts"],
  ["export all from", 'export * from "./a.ts";', { "/app/a.ts": "" }, "/app/a.ts"],
  ["require", 'const a = require("./a.cjs");', { "/app/a.cjs": "" }, "/app/a.cjs"],
  ["require without an extension", 'require("./a");', { "/app/a.js": "" }, "/app/a.js"],
  ["require of a folder", 'require("./lib");', { "/app/lib/index.js": "" }, "/app/lib/index.js"],
  ["require of JSON", 'require("./data.json");', { "/app/data.json": "{}" }, "/app/data.json"],
  [
    "require of an addon",
    'require("./build/a.node");',
    { "/app/build/a.node": "\x7fELF" },
    "/app/build/a.node",
  ],
  ["a Worker's script", 'new Worker("./w.ts");', { "/app/w.ts": "" }, "/app/w.ts"],
  ["a URL of a module", 'new Worker(new URL("./w.ts", import.meta.url));', { "/app/w.ts": "" }, "/app/w.ts"],
  ["a URL of WebAssembly", 'new URL("./m.wasm", import.meta.url)', { "/app/m.wasm": "" }, "/app/m.wasm"],
  ["a URL of a module without a dot before it", 'new Worker(new URL("w.ts", import.meta.url));', {
    "/app/w.ts": "",
  }, "/app/w.ts"],
  ["a resolved Worker", 'new Worker(import.meta.resolve("./w.ts"));', { "/app/w.ts": "" }, "/app/w.ts"],
  ["an absolute path", 'import "/lib/a.ts";', { "/lib/a.ts": "" }, "/lib/a.ts"],
  ["a file URL", 'import "file:///lib/with%20space.ts";', { "/lib/with space.ts": "" }, "/lib/with space.ts"],
  ["a path upward", 'import "../shared/a.ts";', { "/shared/a.ts": "" }, "/shared/a.ts"],
  ["compiled names of TypeScript", 'import "./a.js"; import "./b.mjs"; import "./c.jsx";', {
    "/app/a.ts": "",
    "/app/b.mts": "",
    "/app/c.tsx": "",
  }, "/app/a.ts /app/b.mts /app/c.tsx"],
  [
    "the compiled file before the source",
    'import "./a.js";',
    { "/app/a.js": "", "/app/a.ts": "" },
    "/app/a.js",
  ],
  ["modules of modules", 'import "./a.ts";', {
    "/app/a.ts": 'import "./lib/b.ts"',
    "/app/lib/b.ts": 'import "./c.ts"',
    "/app/lib/c.ts": "",
  }, "/app/a.ts /app/lib/b.ts /app/lib/c.ts"],
  ["a circle once", 'import "./a.ts";', { "/app/a.ts": 'import "./main.ts"; import "./a.ts";' }, "/app/a.ts"],
  ["a link by where it leads", 'import "./a.ts";', {
    "/app/a.ts": "-> ../store/a.ts",
    "/store/a.ts": 'import "./b.ts"',
    "/store/b.ts": "",
  }, "/store/a.ts /store/b.ts"],
  ["no package", 'import "uvu"; import "node:fs"; import "npm:x"; import "https://x.y/z.ts";', {}, ""],
  ["no missing module", 'import "./missing.ts";', {}, ""],
  ["no specifier made at run time", 'import("../translate" + name); import(`./${name}.ts`);', {
    "/app/a.ts": "",
  }, ""],
  [
    "no data of a URL",
    'new URL("./secret.txt", import.meta.url); new URL("./.env", import.meta.url)',
    {},
    "",
  ],
  [
    "no file that is read",
    'readFileSync("./secret.txt"); Deno.readTextFile("./.env"); open("./key.pem")',
    {},
    "",
  ],
  [
    "no file that text seems to import",
    'throw "cannot copy from \'./.env\'"; // import "./secret.txt"',
    {},
    "",
  ],
  ["no file without an extension", 'require("./secret"); throw `got it from "/etc/shadow"`', {}, ""],
  ["no folder", 'import "./lib"; import "."; import "..";', {}, ""],
  ["no text that is no path", `Buffer.from("/9j/${"4AAQSkZJRg".repeat(1000)}", "base64")`, {}, ""],
  ["no text that is no URL", 'import "file:///%zz.ts"; import "file:///a%00b.ts"', {}, ""],
];

/** The same, through names that manifests give to modules. */
const NAMED: typeof CASES = [
  ["a name of deno.json", 'import "helpers";', {
    "/app/deno.json": '{ "imports": { "helpers": "./lib/h.ts", "other": "./lib/unused.js" } }',
    "/app/lib/h.ts": "",
  }, "/app/lib/h.ts"],
  ["a name of deno.jsonc, with comments", 'import "helpers";', {
    "/app/deno.jsonc": '{ /* ours */ "imports": { "helpers": "./lib/h.ts", }, }',
    "/app/lib/h.ts": "",
  }, "/app/lib/h.ts"],
  ["the beginning of names", 'await import("@/deep/a.ts");', {
    "/app/deno.json": '{ "imports": { "@/": "./lib/", "@/deep/": "./deep/" } }',
    "/app/deep/a.ts": 'import "@/b.ts"',
    "/app/lib/b.ts": "",
  }, "/app/deep/a.ts /app/lib/b.ts"],
  ["an import map in a file of its own", 'import "helpers";', {
    "/app/deno.json": '{ "importMap": "./maps/map.json" }',
    "/app/maps/map.json": '{ "imports": { "helpers": "../lib/h.ts" } }',
    "/app/lib/h.ts": "",
  }, "/app/lib/h.ts"],
  ["a name within a scope", 'import "helpers";', {
    "/app/deno.json": '{ "imports": {}, "scopes": { "./": { "helpers": "./lib/h.ts" } } }',
    "/app/lib/h.ts": "",
  }, "/app/lib/h.ts"],
  ["a name of a manifest further up", 'import "helpers";', {
    "/deno.json": '{ "imports": { "helpers": "./shared/h.ts" } }',
    "/app/package.json": "{}",
    "/shared/h.ts": "",
  }, "/shared/h.ts"],
  ["imports of package.json, in every condition", 'import "#db"; import "#lib/x/y.js";', {
    "/app/package.json":
      '{ "imports": { "#db": { "deno": "./d.ts", "default": ["./n.js"] }, "#lib/*.js": "./lib/*.js" } }',
    "/app/d.ts": "",
    "/app/n.js": "",
    "/app/lib/x/y.js": "",
  }, "/app/d.ts /app/n.js /app/lib/x/y.js"],
  ["the package's own name", 'import "me"; import "me/sub"; import "me/features/a";', {
    "/app/package.json":
      '{ "name": "me", "exports": { ".": "./i.js", "./sub": { "types": "./t.ts", "import": "./s.js" }, ' +
      '"./features/*": "./f/*.js" } }',
    "/app/i.js": "",
    "/app/s.js": "",
    "/app/t.ts": "",
    "/app/f/a.js": "",
  }, "/app/f/a.js /app/i.js /app/s.js"],
  ["a member of a workspace of Deno", 'import "@w/a"; import "@w/b/x";', {
    "/deno.json": '{ "workspace": ["./app", "./a", "./more/*"] }',
    "/a/deno.json": '{ "name": "@w/a", "exports": "./mod.ts" }',
    "/a/mod.ts": "",
    "/more/b/deno.json": '{ "name": "@w/b", "exports": { "./x": "./x.ts" } }',
    "/more/b/x.ts": "",
  }, "/a/mod.ts /more/b/x.ts"],
  ["a package that is a link to elsewhere", 'import "linked"; import "@w/linked/sub.js";', {
    "/app/node_modules/linked": "-> ../../one",
    "/app/node_modules/@w/linked": "-> ../../../two",
    "/one/package.json": '{ "main": "./lib/main.js" }',
    "/one/lib/main.js": 'require("./more")',
    "/one/lib/more.js": "",
    "/one/secret.json": "",
    "/two/package.json": "{}",
    "/two/sub.js": "",
  }, "/one/lib/main.js /one/lib/more.js /two/sub.js"],
  ["paths of tsconfig.json", 'import "~/a"; import "b";', {
    "/app/tsconfig.json":
      '{ "compilerOptions": { "baseUrl": "./lib", "paths": { "~/*": ["./*"], "b": ["b.ts"] } } }',
    "/app/lib/a.ts": "",
    "/app/lib/b.ts": "",
  }, "/app/lib/a.ts /app/lib/b.ts"],
  ["no name that the code does not say", 'import "other";', {
    "/app/deno.json": '{ "imports": { "helpers": "./lib/unused.js", "./": "./lib/" } }',
  }, ""],
  [
    "no data that a manifest names",
    'import "env"; import "key"; import "all/secret.txt"; import "self/.env";',
    {
      "/app/deno.json":
        '{ "imports": { "env": "./.env", "key": "./key.pem", "all/": "./", "shadow": "/etc/shadow" } }',
      "/app/package.json": '{ "name": "self" }',
    },
    "",
  ],
  ["no package within node_modules", 'import "p";', {
    "/app/node_modules/p": "-> .store/p",
    "/app/node_modules/.store/p/index.js": "",
  }, ""],
  ["nothing of manifests that make no sense", 'import "a"; import "b"; import "c"; import "d";', {
    "/app/deno.json":
      '{ "imports": ["a"], "scopes": 1, "importMap": 2, "workspace": { "members": [3, "../x"] } }',
    "/app/package.json": '{ "name": 1, "imports": { "a": null, "b": 7 }, "workspaces": "x", "exports": [] }',
    "/app/tsconfig.json": "{ nonsense",
    "/app/node_modules": "a file",
  }, ""],
];

for (const [fact, line, files, modules] of [...CASES, ...NAMED]) {
  test(`own modules: ${fact}`, () => {
    const expected = [
      "/app/main.ts",
      ...modules.split(" /").map((path) => path && `/${path.replace(/^\//, "")}`),
    ];
    assert.is(found({ "/app/main.ts": line, ...files }), expected.filter(Boolean).sort().join(" "));
  });
}

test("an entry point without extension is itself a module", () => {
  assert.is(found({ "/app/tool": 'import "./a.js"', "/app/a.js": "" }, "/app/tool"), "/app/a.js /app/tool");
});

test("an entry point that is not there has no modules", () => {
  assert.is(found({}, "/app/missing.ts"), "");
  assert.is(found({}, "/app"), "");
});

test("a path that cannot be looked up is passed over", () => {
  const files = tree({
    ...DATA,
    "/app/main.ts": 'import "./locked/a.ts"; import "./b.ts";',
    "/app/b.ts": "",
  });
  const modules = ownModules("/app/main.ts", {
    ...files,
    resolve(path) {
      if (path.includes("locked")) throw new LockdownError("PATH_NOT_FOUND", "EACCES");
      return files.resolve(path);
    },
  });
  assert.equal([...modules.paths].sort(), ["/app/b.ts", "/app/main.ts"]);
});

test("a bundle of more than a megabyte is a module, but names none", () => {
  const bundle = `import "./a.ts";${" ".repeat(1 << 20)}`;
  assert.is(found({ "/app/main.ts": bundle, "/app/a.ts": "" }), "/app/main.ts");
});

test("as many spaces or nested templates as a file may have do not keep us from reading it", () => {
  const spaces = " ".repeat(250_000);
  const folder = makeFolder({
    "main.ts": `//import x from${spaces}\n//require(${spaces}\n//from${spaces}(${spaces}\nimport "./a.ts";\n`,
    "a.ts": `require${spaces}(${spaces}"./b.cjs"${spaces}); import${spaces}"./c.ts";`,
    "b.cjs": `${"`${".repeat(100_000)}import("./d.ts")${"}`".repeat(100_000)}`,
    "c.ts": "",
    "d.ts": "",
  });
  const { code, stdout, stderr } = runSelf("test/probes/own_modules.ts", [folder.at("main.ts")]);
  assert.is(code, 0, stderr);
  assert.equal(stdout.trim().split("\n"), ["a.ts", "b.cjs", "c.ts", "d.ts", "main.ts"].map(folder.at));
  folder.remove();
});

test("no more than 2000 modules are looked for", () => {
  const chain = Array.from(
    { length: 3000 },
    (_, index) => [`/app/m${index}.ts`, `import "./m${index + 1}.ts"`],
  );
  const modules = ownModules("/app/m0.ts", tree(Object.fromEntries(chain)));
  assert.equal([modules.paths.size, modules.isComplete], [2000, false]);
});

for (
  const [fact, line] of [
    ["paths", (index: number) => `import "./x${index}";\n`],
    ["names", (index: number) => `import "x${index}";\n`],
  ] as const
) {
  test(`50,000 ${fact} that lead nowhere cost no more than 2,000`, () => {
    const looks = (count: number) => {
      const text = Array.from({ length: count }, (_, index) => line(index)).join("");
      const files = tree({ "/app/main.ts": text, "/app/a.ts": "", "/app/tsconfig.json": MANY_PATHS });
      let looked = 0;
      const { isComplete } = ownModules("/app/main.ts", {
        ...files,
        resolve: (path) => (looked++, files.resolve(path)),
      });
      return { looked, isComplete };
    };
    const few = looks(2000);
    assert.equal(looks(50_000).looked, few.looked);
    assert.not(few.isComplete);
    assert.ok(looks(100).isComplete);
  });
}

/** Names of a manifest that match nothing. */
const MANY_PATHS = JSON.stringify({
  compilerOptions: {
    paths: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`other${at}/*`, ["./a.ts"]])),
  },
});

/** Words of which programs and their data are made. */
const text = fc.array(
  fc.constantFrom(
    "import ",
    "from ",
    "require(",
    "new URL(",
    "Worker(",
    '"',
    "'",
    "`",
    ")",
    "\n",
    "./",
    "../",
    "/",
    "file:///",
    "a.ts",
    ".env",
    "secret.txt",
    "secret",
    "lib",
    "%",
    "/etc/shadow",
    "${",
    "}",
  ),
  { maxLength: 30 },
).map((words) => words.join(""));

test("whatever a program says, no data is found and nothing is thrown", () => {
  forAll(text, (line) => {
    const modules = ownModules("/app/main.ts", tree({ ...DATA, "/app/main.ts": line, "/app/a.ts": "" }));
    for (const path of modules.paths) assert.match(path, /^\/app\/(main|a)\.ts$|^\/a\.ts$/);
  }, 3000);
});

test.run();
