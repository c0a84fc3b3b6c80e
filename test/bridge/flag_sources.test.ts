/** Every place where flags may stand, with the real runtime: sets in deno.json for each command that has one, members of
 * a workspace, Node's configuration file, Bun's options. Without `lockdown()` a child reads every file. Then: flags that
 * are no sandbox, and arguments that are none. */
import { spawn } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { join } from "node:path";
import { untilEnded } from "../support/ended.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { denoExecutable, ROOT } from "../support/runtimes.ts";
import { type Ended, runtimeName } from "../support/self.ts";
import { symlinkSync } from "node:fs";
import { LIBC, NODE_NEEDS, PRELOAD } from "./own_flags.ts";

const PATHS = ["a", "b", "c"];
const MODULE = JSON.stringify(join(ROOT, runtimeName === "node" ? "dist/mod.js" : "mod.ts"));

/** Reads every path in a child, after `CALL`. */
const MAIN = `
import { explain, lockdown } from ${MODULE};
import process from "node:process";
import { spawnSync } from "node:child_process";
const succeeds = (path) => globalThis.Deno === undefined
  ? spawnSync("cat", [path]).status === 0
  : new Deno.Command("cat", { args: [path], stdout: "null", stderr: "null" }).outputSync().success;
try {
  CALL;
  console.log("\\nANSWER " + JSON.stringify(PATHS.filter((path) => succeeds(FOLDER + "/" + path))));
} catch (error) {
  console.log("\\nANSWER " + JSON.stringify([error.code ?? error.name, error.message]));
}
`;

/** A project, how its program is started, and what a child may read then. */
interface Source {
  readonly fact: string;
  readonly words: string;
  readonly readable: readonly string[];
  readonly files?: Readonly<Record<string, unknown>>;
  /** Default `main.mjs`. */
  readonly script?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const NEEDS = { run: ["cat"], env: true, ffi: [LIBC] };
const set = (...read: string[]) => ({ ...NEEDS, read });
const FLAGS = `--allow-run=cat --allow-env --allow-ffi=${LIBC}`;

const DENO: readonly Source[] = [
  {
    fact: "the default set",
    files: { "deno.json": { permissions: { default: set("a") } } },
    words: "run -P",
    readable: ["a"],
  },
  {
    fact: "a named set, in a file with comments",
    files: { "deno.jsonc": `// ours\n${JSON.stringify({ permissions: { named: set("a", "b") } })}` },
    words: "run --permission-set=named",
    readable: ["a", "b"],
  },
  {
    fact: "a set with a flag that replaces a part of it",
    files: { "deno.json": { permissions: { named: set("a", "b") } } },
    words: "run -P=named --allow-read=c",
    readable: ["c"],
  },
  {
    fact: "a set with everything but",
    files: { "deno.json": { permissions: { most: { all: true, read: { allow: true, deny: ["b"] } } } } },
    words: "run -P=most",
    readable: ["a", "c"],
  },
  {
    fact: "a set in a configuration file that was named",
    files: { "other/config.json": { permissions: { default: set("../c") } } },
    words: "run --config other/config.json -P",
    readable: ["c"],
  },
  {
    fact: "the set of a member of a workspace, before that of the root",
    files: {
      "deno.json": { workspace: ["./member"], permissions: { default: set("a"), root: set("c") } },
      "member/deno.json": { permissions: { default: set("../b") } },
    },
    script: "member/main.mjs",
    words: "run -P",
    readable: ["b"],
  },
  {
    fact: "the root's set in a member of a workspace",
    files: {
      "deno.json": { workspace: ["./member"], permissions: { root: set("c") } },
      "member/deno.json": {},
    },
    script: "member/main.mjs",
    words: "run -P=root",
    readable: ["c"],
  },
  {
    fact: "flags in one word, and a deny",
    words: `run -R=. --deny-read=b ${FLAGS}`,
    readable: ["a", "c"],
  },
  { fact: "flags without a command", words: `--allow-read=c ${FLAGS}`, readable: ["c"] },
];

/** Deno runs every test file on a thread of its own, where nobody can lock down; the flags are understood there. */
const DENO_THREADS: readonly Source[] = [
  {
    fact: "the set for tests",
    files: { "deno.json": { test: { permissions: set("a") }, permissions: { default: set("b") } } },
    script: "main_test.mjs",
    words: "test --no-check -P",
    readable: ["a"],
  },
  {
    fact: "the set for benchmarks, by its name",
    files: { "deno.json": { bench: { permissions: "named" }, permissions: { named: set("b") } } },
    script: "main_bench.mjs",
    words: "bench --no-check -P",
    readable: ["b"],
  },
  {
    fact: "flags of deno test",
    script: "main_test.mjs",
    words: `test --no-check --allow-read=a,c ${FLAGS}`,
    readable: ["a", "c"],
  },
];

const BUN: readonly Source[] = [
  { fact: "flags", words: "--allow-read=a --allow-run=cat", readable: ["a"] },
  { fact: "flags of bun run", words: "run --allow-read=a --allow-run=cat", readable: ["a"] },
  {
    fact: "BUN_OPTIONS",
    env: { BUN_OPTIONS: "--allow-read=b --allow-run=cat" },
    words: "",
    readable: ["b"],
  },
];

const NODE: readonly Source[] = [
  {
    fact: "the command line",
    words: [...NODE_NEEDS, "--allow-child-process", "--allow-fs-read=a", "--allow-fs-read=main.mjs"].join(
      " ",
    ),
    readable: ["a"],
  },
  {
    fact: "NODE_OPTIONS",
    env: {
      NODE_OPTIONS: [...NODE_NEEDS, "--allow-child-process", "--allow-fs-read=b", "--allow-fs-read=main.mjs"]
        .join(" "),
    },
    words: "",
    readable: ["b"],
  },
];

/** Node 26 reads permissions from a configuration file. */
const NODE_CONFIG: Source = {
  fact: "node.config.json",
  files: {
    "node.config.json": {
      permission: {
        "allow-fs-read": ["c", ROOT],
        "allow-child-process": true,
        "allow-ffi": true,
        "allow-addons": true,
      },
    },
  },
  words: "--experimental-config-file=node.config.json",
  readable: ["c"],
};

async function start(source: Source, call: string): Promise<Ended & { readonly answer: unknown }> {
  const files = Object.entries(source.files ?? {}).map(([name, content]): [string, string] => [
    name,
    typeof content === "string" ? content : JSON.stringify(content),
  ]);
  const folder = makeFolder({
    ...Object.fromEntries(PATHS.map((name) => [name, name])),
    ...Object.fromEntries(files),
  });
  try {
    const text = MAIN
      .replace("CALL", () => call)
      .replace("PATHS", JSON.stringify(PATHS))
      .replace("FOLDER", JSON.stringify(folder.path));
    const script = folder.write(source.script ?? "main.mjs", text);
    const words = [...source.words.split(" ").filter((word) => word !== ""), script];
    const child = spawn(executable(folder), words, {
      cwd: folder.path,
      env: { ...process.env, NO_COLOR: "1", ...source.env },
    });
    const ended = await untilEnded(child);
    const line = /^ANSWER (.*)$/m.exec(ended.stdout)?.[1];
    return { ...ended, answer: line === undefined ? ended.stderr + ended.stdout : JSON.parse(line) };
  } finally {
    folder.remove();
  }
}

/** `node:child_process` of Deno adds flags where it sees Deno's own path. */
function executable(folder: Folder): string {
  if (runtimeName !== "deno") return process.execPath;
  symlinkSync(denoExecutable() as string, folder.at("deno"));
  return folder.at("deno");
}

const SOURCES = { deno: DENO, bun: BUN, node: NODE }[runtimeName];
const hasConfig = runtimeName === "node" && Number.parseInt(process.versions.node) >= 26;
for (const source of [...SOURCES, ...(hasConfig ? [NODE_CONFIG] : [])]) {
  test(`${source.fact}: lockdown() puts them in force`, async () => {
    assert.equal((await start(source, "")).answer, PATHS);
    assert.equal((await start(source, "lockdown()")).answer, source.readable);
  });
}

/** Flags that allow all there is to confine. */
const EVERYTHING: readonly string[] = {
  deno: [
    "run -A",
    "--allow-all",
    "run --allow-read --allow-write --allow-net --allow-run --allow-env --allow-ffi",
  ],
  bun: ["--allow-all", "--allow-read --allow-write --allow-net --allow-run"],
  node: [
    [
      ...NODE_NEEDS.filter((flag) => !flag.startsWith("--allow-fs-read")),
      "--allow-child-process",
      "--allow-fs-read=*",
      "--allow-fs-write=*",
      ...(process.allowedNodeEnvironmentFlags.has("--allow-net") ? ["--allow-net"] : []),
    ].join(" "),
  ],
}[runtimeName];

for (const words of EVERYTHING) {
  test(`flags that allow everything are no sandbox: ${words}`, async () => {
    const source: Source = { fact: "", words, readable: [] };
    for (const call of ["lockdown()", "explain()", 'lockdown(undefined, { compat: "best-effort" })']) {
      const { answer } = await start(source, call);
      const [code, message] = answer as [string, string];
      assert.is(code, "FLAGS_GRANT_ALL", message);
      assert.match(message, /they allow all reading, writing, running and connecting\. Say what/);
    }
    const preloaded = await start({ ...source, words: `${words} ${PRELOAD.join(" ")}` }, "");
    assert.is.not(preloaded.code, 0);
    assert.match(preloaded.stderr, "they allow all reading, writing, running and connecting");
  });
}

if (runtimeName === "deno") {
  test("a compiled program does not show its flags: that is an error", async () => {
    // Making a real one would mean to download a runtime
    const call =
      'Object.defineProperty(Deno, "build", { value: { ...Deno.build, standalone: true } }); lockdown()';
    const [code, message] = (await start(DENO[0] as Source, call)).answer as [string, string];
    assert.is(code, "FLAGS_UNKNOWN");
    assert.match(message, "compiled program");
  });

  for (const source of DENO_THREADS) {
    test(`${source.fact}: explain() understands them, and lockdown() refuses the thread`, async () => {
      assert.equal((await start(source, "")).answer, PATHS);
      const read =
        '.report.grants.filter(({ permission }) => permission === "read").map(({ entry }) => entry)';
      const { answer } = await start(source, `throw new Error(explain()${read}.join(" "))`);
      const entries = String((answer as string[])[1]).split(" ").map((path) => path.split("/").at(-1));
      assert.equal(entries, source.readable);
      assert.is(((await start(source, "lockdown()")).answer as string[])[0], "NOT_MAIN_THREAD");
    });
  }
}

test("everything but one thing is a sandbox", async () => {
  if (runtimeName === "node") return;
  const words = runtimeName === "deno" ? "run -A --deny-read=b" : "--allow-all --deny-read=b";
  const source: Source = { fact: "", words, readable: [] };
  assert.equal((await start(source, "lockdown()")).answer, ["a", "c"]);
});

test("permissions that were passed and are undefined or null do not mean the flags", async () => {
  const source = SOURCES[0] as Source;
  for (const call of ["lockdown(undefined)", "explain(undefined)"]) {
    const [name, message] = (await start(source, call)).answer as [string, string];
    assert.is(name, "TypeError");
    assert.match(message, "Cannot use undefined as permissions: pass an object, or no argument at all");
  }
  for (const call of ["lockdown(null)", "explain(null)", "lockdown(null, {})"]) {
    const [name, message] = (await start(source, call)).answer as [string, string];
    assert.is(name, "TypeError");
    assert.match(message, 'Cannot use "null" as permissions');
  }
});

test("the report says that the permissions are those of the flags", async () => {
  const source = SOURCES[0] as Source;
  const call = 'const { notes } = lockdown(); throw new Error(notes.join(" / "))';
  assert.match(
    String((await start(source, call)).answer),
    "The permissions are those of the runtime's own flags",
  );
});

if (runtimeName === "bun") {
  test("bun test does not show its flags: that is an error", async () => {
    const source: Source = { fact: "", script: "main.test.mjs", words: "test --allow-read=a", readable: [] };
    assert.is(((await start(source, "lockdown()")).answer as string[])[0], "FLAGS_UNKNOWN");
  });

  test("Node's flags: what has no counterpart is in the report", async () => {
    const source: Source = { fact: "", words: "--permission --allow-fs-read=a*", readable: [] };
    const call = 'const { notes } = lockdown(); throw new Error(notes.join(" / "))';
    assert.match(String((await start(source, call)).answer), "names that are made later");
  });
}

test.run();
