/** `--preset`: real programs do their work with it and reach nothing else; flags add to it and take out of it. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { findPython } from "../../examples/unpack/tools.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { bunExecutable, denoExecutable } from "../support/runtimes.ts";
import type { Ended } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { landlockdown, pathWith, shell } from "./command.ts";

/** Does its work in the working directory and in a temporary folder, and tries what is outside. */
const SCRIPT = `
import fs from "node:fs";
import os from "node:os";
let secret = "";
try { secret = fs.readFileSync("../secret", "utf8"); } catch {}
try { fs.writeFileSync("../outside", secret); } catch {}
fs.mkdtempSync(os.tmpdir() + "/x-");
fs.writeFileSync("result", fs.readFileSync("data", "utf8") + secret);
`;
const PYTHON_SCRIPT = `
import pathlib, tempfile
secret = ""
try:
    secret = pathlib.Path("../secret").read_text()
    pathlib.Path("../outside").write_text(secret)
except OSError:
    pass
tempfile.mkdtemp()
pathlib.Path("result").write_text(pathlib.Path("data").read_text() + secret)
`;
const MANIFEST = JSON.stringify({ name: "package", version: "1.0.0", scripts: { build: "node main.mjs" } });

type Run = (flags: readonly string[], words: readonly string[]) => Ended;

/** Lets an act run a command bare and confined, in a folder with a secret beside it; the flags hold inside only. */
function examine(
  act: (run: Run, folder: Folder, confined: boolean) => void,
  path?: (folder: Folder) => string,
) {
  for (const confined of [false, true]) {
    const folder = makeFolder({
      "work/data": "data",
      "work/main.mjs": SCRIPT,
      "work/main.py": PYTHON_SCRIPT,
      "work/package.json": MANIFEST,
      "secret": "secret",
    });
    const env = { TMPDIR: folder.path, ...(path === undefined ? {} : { PATH: path(folder) }) };
    const options = { cwd: folder.at("work"), env };
    const run: Run = (flags, words) =>
      confined ? landlockdown(["run", ...flags, "--", ...words], options) : shell(words.join(" "), options);
    act(run, folder, confined);
    assert.is(existsSync(folder.at("outside")), !confined, confined ? "inside" : "bare");
    folder.remove();
  }
}

const PROGRAMS: readonly [preset: string, executable: string | undefined, words: string[]][] = [
  ["npm", findProgram("node"), ["npm", "run", "--silent", "build"]],
  ["node", findProgram("node"), ["node", "main.mjs"]],
  ["deno", denoExecutable(), ["deno", "run", "--allow-all", "--no-prompt", "main.mjs"]],
  ["bun", bunExecutable(), ["bun", "main.mjs"]],
  ["python", findPython()?.path, ["python3", "main.py"]],
];

for (const [preset, executable, words] of PROGRAMS) {
  const name = `--preset=${preset}: ${words.join(" ")} does its work and reaches nothing else`;
  if (executable === undefined) skip(name, preset);
  else {
    test(name, () =>
      examine(
        (run, { at }, confined) => {
          const { code, stderr } = run([`--preset=${preset}`], words);
          assert.is(code, 0, stderr);
          assert.is(readFileSync(at("work/result"), "utf8"), confined ? "data" : "datasecret");
        },
        // npm is where its node is
        (folder) =>
          preset === "npm" ? process.env["PATH"] ?? "" : pathWith(folder, words[0] as string, executable),
      ));
  }
}

if (findProgram("git") === undefined) skip("--preset=git", "git");
else {
  test("--preset=git=FOLDER: git clones into that folder only, from where a flag lets it read", () =>
    examine((run, { at }, confined) => {
      const script = "git init -q ../origin && cd ../origin && echo first > file && git add . && " +
        "git -c user.name=A -c user.email=a@localhost commit -qm First";
      assert.is(shell(script, { cwd: at("work") }).code, 0);
      const clone = (to: string, ...flags: string[]) => run(flags, ["git", "clone", "-q", "../origin", to]);
      assert.is(clone("made", "--preset=git=.", "--allow-read=../origin").code, 0);
      assert.is(readFileSync(at("work/made/file"), "utf8"), "first\n");
      assert.is(clone("../outside", "--preset=git=.", "--allow-read=../origin").code === 0, !confined);
      assert.is(clone("unread", "--preset=git").code === 0, !confined);
    }));
}

const folder = makeFolder({
  "work/open": "open",
  "work/private": "private",
  "secret": "secret",
  "policy.json": '{ "read": ["secret"] }',
});
const at = { cwd: folder.at("work") };
const read = (...flags: string[]) =>
  landlockdown(["run", ...flags, "cat", "open", "private", "../secret"], at).stdout;

test("flags add to a preset or take out of it, and so does a policy", () => {
  assert.is(read(), "");
  assert.is(read("--preset=node"), "openprivate");
  assert.is(read("--preset=node", "--allow-read=../secret"), "openprivatesecret");
  assert.is(read("--allow-read=../secret", "--preset=node", "--deny-read=private"), "opensecret");
  assert.is(read("--preset=node", "--policy=../policy.json"), "openprivatesecret");
  assert.is(read("--preset=node", "--preset=npm=.."), "openprivatesecret");
  assert.is(read("--preset=node", "--allow-read"), "openprivatesecret");
});

test("a preset grants neither the network nor, but for npm, other programs", () => {
  const { code, stderr } = landlockdown(["run", "--preset=node", "sh", "-c", "cat open"], at);
  assert.equal([code === 0, /cat: Permission denied/.test(stderr)], [false, true]);
  assert.is(landlockdown(["run", "--preset=npm", "sh", "-c", "cat open"], at).stdout, "open");
  for (const flags of [["--preset=npm"], ["--preset=npm", "--allow-net=localhost:80"]]) {
    assert.is(landlockdown(["why", "connect", "localhost:80", ...flags]).code, flags.length === 1 ? 1 : 0);
  }
});

test("why names the preset that a rule comes from, and the flag where it was one", () => {
  const { stdout } = landlockdown(["why", "read", "/srv", "--preset=node=/srv", "--allow-read=/usr"]);
  assert.match(stdout, /^ {2}from {2}--preset=node: the folder it works in$/m);
  assert.match(
    landlockdown(["why", "read", "/srv", "--allow-read=/srv"]).stdout,
    /^ {2}from {2}--allow-read=\/srv$/m,
  );
});

test("a preset brings a temporary folder and a home, as --tmp does", () => {
  const script = 'echo x > "$TMPDIR/x" && echo "$TMPDIR" && echo "$HOME"';
  const env = { HOME: folder.path };
  const [temporary = "", home] = landlockdown(["run", "--preset=node", "sh", "-c", script], { ...at, env })
    .stdout.split("\n");
  assert.match(temporary, /landlockdown-tmp-/);
  assert.is(home, temporary);
});

test("compile takes presets as well; the temporary folder is one that exists", () => {
  folder.write("tmp/x");
  const temporary = folder.at("tmp");
  const { code, stderr } = landlockdown([
    "compile",
    "--preset=node",
    `--allow-read=${temporary}`,
    `--allow-write=${temporary}`,
    `--env=TMPDIR=${temporary}`,
    "-o",
    "../box",
    "--command",
    "/bin/sh",
  ], at);
  assert.is(code, 0, stderr);
  const script = 'read line < open; echo "$line"; echo x > "$TMPDIR/y" && read line < ../secret';
  const box = spawnSync(folder.at("box"), ["-c", script], { cwd: folder.at("work"), encoding: "utf8" });
  assert.match(box.stderr, /secret: Permission denied/);
  assert.is(box.stdout, "open\n");
  assert.ok(existsSync(folder.at("tmp/y")));
});

test("a preset whose program is not installed is refused with 125", () => {
  const { code, stderr } = landlockdown(["run", "--preset=python", "/bin/true"], {
    env: { PATH: "/nowhere" },
  });
  assert.is(code, 125);
  assert.is(
    stderr,
    'landlockdown: cannot find the program "python3". Install it, or put its folder into PATH\n',
  );
});

if (findProgram("node") === undefined) skip("what others would run later", "node");
else {
  test("what others would run later can be taken out", () => {
    const plant = [
      "sh",
      "-c",
      "echo planted > .git/hooks/pre-commit; echo {} > package.json; echo > node_modules/made",
    ];
    const left = (flags: readonly string[]) => {
      const folder = makeFolder({ ".git/hooks/": "", "node_modules/": "", "package.json": MANIFEST });
      landlockdown(["run", "--preset=node", ...flags, "--", ...plant], { cwd: folder.path });
      const made = [".git/hooks/pre-commit", "node_modules/made"].map((name) => existsSync(folder.at(name)));
      const manifest = readFileSync(folder.at("package.json"), "utf8");
      folder.remove();
      return [...made, manifest === MANIFEST];
    };
    assert.equal(left([]), [true, true, false]);
    assert.equal(left(["--deny-write=.git,package.json"]), [false, true, true]);
  });
}

test.after(() => folder.remove());
test.run();
