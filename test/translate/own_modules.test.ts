/** Which files count as the program's own modules: those its code names, and never the data beside them. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { LockdownError } from "../../src/errors.ts";
import { ownModules } from "../../src/translate/own_modules.ts";
import { fc, forAll } from "../permissions/property.ts";
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
  return [...ownModules(entry, tree({ ...DATA, ...files }))].sort().join(" ");
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
  ["no specifier made at run time", 'import("./" + name); import(`./${name}.ts`);', { "/app/a.ts": "" }, ""],
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

for (const [fact, line, files, modules] of CASES) {
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
  assert.equal([...modules].sort(), ["/app/b.ts", "/app/main.ts"]);
});

test("a bundle of more than a megabyte is a module, but names none", () => {
  const bundle = `import "./a.ts";${" ".repeat(1 << 20)}`;
  assert.is(found({ "/app/main.ts": bundle, "/app/a.ts": "" }), "/app/main.ts");
});

test("no more than 2000 modules are looked for", () => {
  const chain = Array.from(
    { length: 3000 },
    (_, index) => [`/app/m${index}.ts`, `import "./m${index + 1}.ts"`],
  );
  const modules = ownModules("/app/m0.ts", tree(Object.fromEntries(chain)));
  assert.is(modules.size, 2000);
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
    for (const path of modules) assert.match(path, /^\/app\/(main|a)\.ts$|^\/a\.ts$/);
  }, 3000);
});

test.run();
