/** `landlockdown deno`, `bun` and `node`: the runtime's own flags hold for it, for native code and for its children. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeFolder } from "../support/folder.ts";
import { bunExecutable, denoExecutable, testRuntimes } from "../support/runtimes.ts";
import { skip } from "../support/skip.ts";
import { landlockdown, pathWith, shell } from "./command.ts";

/** Reads a file by a child, past the runtime's own permissions. */
const PROGRAM = `
import { spawnSync } from "node:child_process";
import { word } from "./module.mjs";
const { stdout } = spawnSync("cat", ["data/open", "secret"], { encoding: "utf8" });
console.log(JSON.stringify([word, stdout, process.argv.slice(2)]));
`;
const folder = makeFolder({
  "main.mjs": PROGRAM,
  "module.mjs": 'export const word = "module";\n',
  "data/open": "open",
  "secret": "secret",
});

// Bun and Deno pretend to be a Node: the last one is real
const node26 = testRuntimes().findLast(({ name }) => name === "node 26")?.executable;

const RUNTIMES: readonly [
  name: string,
  executable: string | undefined,
  grants: string[],
  denies: string[],
][] = [
  ["deno", denoExecutable(), ["run", "--no-prompt", "--allow-env", "--allow-read=data", "--allow-run=cat"], [
    "run",
    "--no-prompt",
  ]],
  ["bun", bunExecutable(), ["--allow-read=data", "--allow-run=cat"], ["--allow-read=data"]],
  ["node", node26, [
    "--permission",
    "--disable-warning=SecurityWarning",
    "--allow-fs-read=main.mjs",
    "--allow-fs-read=module.mjs",
    "--allow-fs-read=data",
    "--allow-child-process",
  ], ["--permission", "--allow-fs-read=."]],
];

for (const [name, executable, grants, denies] of RUNTIMES) {
  if (executable === undefined) {
    skip(`landlockdown ${name}`, `${name} from npm install or npm test`);
    continue;
  }
  const env = { PATH: pathWith(folder, name, executable), NO_COLOR: "1" };
  const words = ["main.mjs", "argument", "--allow-read=/"];

  test(`landlockdown ${name}: children reach what the flags grant and nothing else`, () => {
    const bare = shell(`${name} ${[...grants, ...words].join(" ")}`, { cwd: folder.path, env });
    assert.equal(JSON.parse(bare.stdout), ["module", "opensecret", words.slice(1)], bare.stderr);
    const inside = landlockdown([name, ...grants, ...words], { cwd: folder.path, env });
    assert.equal(
      inside.stdout && JSON.parse(inside.stdout),
      ["module", "open", words.slice(1)],
      inside.stderr,
    );
  });

  test(`landlockdown ${name}: without the flag no child is started`, () => {
    const { code, stdout } = landlockdown([name, ...denies, ...words], { cwd: folder.path, env });
    assert.not.match(stdout, "open");
    if (name !== "bun") assert.is.not(code, 0);
  });

  test(`landlockdown ${name}: a line that cannot be read is refused with 125`, () => {
    const refused = landlockdown([name, "--allow-reed=x", "main.mjs"], { cwd: folder.path, env });
    assert.is(refused.code, 125);
    assert.match(refused.stderr, /^landlockdown: cannot [^\n]+\n$/);
    assert.is(landlockdown([name, "main.mjs"], { cwd: folder.path, env: { PATH: "/nowhere" } }).code, 127);
  });
}

test("a runtime that is only a script is refused: what it starts would not be granted", () => {
  folder.write("bin/deno", "#!/bin/sh\nexec /bin/true\n", 0o755);
  const { code, stderr } = landlockdown(["deno", "run", "main.mjs"], {
    cwd: folder.path,
    env: { PATH: `${folder.at("bin")}:${process.env["PATH"]}` },
  });
  assert.is(code, 125);
  assert.match(stderr, "is a script that starts deno from elsewhere");
});

test("bun and node without permission flags are refused, with what to write", () => {
  for (
    const [name, executable, flag] of [["bun", bunExecutable(), "--allow-read"], [
      "node",
      node26,
      "--permission",
    ]] as const
  ) {
    if (executable === undefined) continue;
    const { code, stderr } = landlockdown([name, "main.mjs"], {
      env: { PATH: pathWith(folder, name, executable) },
    });
    assert.is(code, 125);
    assert.match(stderr, flag);
  }
});

test.after(() => folder.remove());
test.run();
