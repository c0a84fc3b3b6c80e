/** The runtime's own flags, made to hold for native children by the preload entry: `landlockdown/auto`. Each line is
 * first run without it, where the child reads everything. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { isOldNode, LIBC, NODE_NEEDS, PRELOAD, PRELOADED } from "./own_flags.ts";
import { makeFolder } from "../support/folder.ts";
import { ROOT } from "../support/runtimes.ts";
import { runSelf, runtimeName } from "../support/self.ts";

const PATHS = ["data/a", "data/sub/b", "data/sub/deep/c", "other/d", "link"];

/** Flags, and the paths a child may read with them. `link` leads from the top to `other/d`. */
const DENO_LINES: readonly [flags: readonly string[], readable: readonly string[]][] = [
  [["--allow-read=data"], ["data/a", "data/sub/b", "data/sub/deep/c"]],
  [["--allow-read=data/a,other"], ["data/a", "other/d", "link"]],
  [["--allow-read=data", "--deny-read=data/sub"], ["data/a"]],
  [["--allow-read=data,data/sub/deep", "--deny-read=data/sub"], ["data/a", "data/sub/deep/c"]],
  [["--allow-read", "--deny-read=other"], ["data/a", "data/sub/b", "data/sub/deep/c"]],
  [["--allow-read=."], PATHS],
  [["--allow-write=data"], []],
  [["--allow-read=data/a,no-such-file", "--allow-write=no-such-folder"], ["data/a"]],
];

const NODE_LINES: readonly [flags: readonly string[], readable: readonly string[]][] = [
  [["--allow-fs-read=data/*"], ["data/a", "data/sub/b", "data/sub/deep/c"]],
  [["--allow-fs-read=data/a", "--allow-fs-read=other"], ["data/a", "other/d", "link"]],
  [["--allow-fs-read=*"], PATHS],
  [["--allow-fs-read=data/*", "--allow-fs-write=data/*"], ["data/a", "data/sub/b", "data/sub/deep/c"]],
  [["--allow-fs-write=data/*"], []],
];

const folder = makeFolder({
  "data/a": "a",
  "data/sub/b": "b",
  "data/sub/deep/c": "c",
  "other/d": "d",
});
const { symlinkSync } = process.getBuiltinModule("node:fs");
symlinkSync(folder.at("other/d"), folder.at("link"));

/** What every line needs besides: the program itself, and calling libc. */
const NEEDED: Record<typeof runtimeName, readonly string[]> = {
  deno: ["--allow-run=cat", "--allow-env", `--allow-ffi=${LIBC}`],
  bun: ["--allow-run=cat"],
  node: [...NODE_NEEDS, "--allow-child-process"],
};

function run(flags: readonly string[]): { js: string[]; child: string[] } {
  const ended = runSelf("test/probes/bridge.ts", [JSON.stringify(PATHS)], { flags, cwd: folder.path });
  assert.is(ended.code, 0, ended.stderr);
  return JSON.parse(ended.stdout) as { js: string[]; child: string[] };
}

const isNode = runtimeName === "node";
const lines = isNode ? NODE_LINES : DENO_LINES;
for (const [flags, readable] of lines) {
  test(`a child reads what ${flags.join(" ")} grants, and no more`, () => {
    const all = [...NEEDED[runtimeName], ...flags];
    const bare = run(all);
    assert.equal(bare.child, PATHS, "without the preload a child reads everything");
    const inside = run([...all, ...PRELOAD]);
    assert.equal(inside.child, readable);
    // The runtime's own layer stays, and the kernel never allows what it did not
    assert.equal(inside.js, bare.js.filter((path) => readable.includes(path)));
    // A rule binds the file, whatever name leads to it: "link" is another name of "other/d"
    const named = inside.child.filter((path) => path !== "link");
    const refused = runtimeName === "bun" ? [] : named.filter((path) => !bare.js.includes(path));
    assert.equal(refused, [], "the runtime itself would not allow it");
  });
}

if (runtimeName === "bun") {
  for (const [flags, readable] of NODE_LINES) {
    test(`Node's flags hold in Bun: ${flags.join(" ")}`, () => {
      const all = ["--permission", "--allow-child-process", ...flags];
      assert.equal(run(all).child, PATHS);
      // In Bun nothing but the kernel enforces them, and with --permission the programs to run are not named
      assert.equal(run([...all, ...PRELOAD]), { js: readable, child: readable });
    });
  }

  test("flags in a shebang line hold", () => {
    const program = join(ROOT, "test/probes/bridge.ts");
    const script = folder.write(
      "script.ts",
      `#!/usr/bin/env -S ${process.execPath} --allow-read=data --allow-run=cat --preload ${PRELOADED}\nawait import(${
        JSON.stringify(program)
      });\n`,
      0o755,
    );
    const ended = spawnSync(script, [JSON.stringify(PATHS)], { cwd: folder.path, encoding: "utf8" });
    assert.is(ended.status, 0, ended.stderr);
    assert.equal(JSON.parse(ended.stdout).child, ["data/a", "data/sub/b", "data/sub/deep/c"]);
  });

  test("a preload in bunfig.toml holds", () => {
    writeFileSync(folder.at("bunfig.toml"), `preload = [${JSON.stringify(PRELOADED)}]\n`);
    const inside = run(["--allow-read=data", "--allow-run=cat"]);
    assert.equal(inside.child, ["data/a", "data/sub/b", "data/sub/deep/c"]);
    writeFileSync(folder.at("bunfig.toml"), "");
  });
}

if (isNode) {
  test("flags in NODE_OPTIONS hold", () => {
    const flags = [
      ...NEEDED.node.filter((flag) => flag !== "--experimental-permission"),
      "--allow-fs-read=data/*",
    ];
    const env = { NODE_OPTIONS: [...flags, ...PRELOAD].join(" ") };
    if (isOldNode) env.NODE_OPTIONS += " --experimental-permission";
    const ended = runSelf("test/probes/bridge.ts", [JSON.stringify(PATHS)], {
      flags: [],
      cwd: folder.path,
      env,
    });
    assert.is(ended.code, 0, ended.stderr);
    assert.equal(JSON.parse(ended.stdout).child, ["data/a", "data/sub/b", "data/sub/deep/c"]);
  });
}

test("a program without permission flags does not start", () => {
  const flags = runtimeName === "deno" ? [`--allow-ffi=${LIBC}`] : [];
  const ended = runSelf("test/probes/bridge.ts", ["[]"], { flags: [...flags, ...PRELOAD], cwd: folder.path });
  if (runtimeName === "deno") {
    // Deno denies everything then, and so does the kernel: an open sandbox it is not
    assert.equal(JSON.parse(ended.stdout), { js: [], child: [] });
    return;
  }
  assert.is.not(ended.code, 0);
  assert.match(ended.stderr, "Cannot take the permissions from the flags");
  assert.is(ended.stdout, "");
});

test.after(() => folder.remove());
test.run();
