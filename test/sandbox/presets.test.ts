/** Presets on real projects: the work is done, and nothing outside of the folder is reached. npm has a file of its own
 * in test/programs. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { explain, type Permissions, presets, Sandbox } from "../../mod.ts";
import { findPython } from "../../examples/unpack/tools.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { bunExecutable, denoExecutable } from "../support/runtimes.ts";
import { skip } from "../support/skip.ts";

/** Runs an act in a folder with a secret beside it, bare and in a sandbox. */
function examine(
  permissions: (folder: Folder) => Permissions,
  act: (run: typeof spawnSync, folder: Folder) => void,
) {
  for (const confined of [false, true]) {
    const folder = makeFolder({ "work/data.json": '{"n":20}', "origin/file": "first", secret: "secret" });
    const sandbox = confined ? new Sandbox(permissions(folder), { tmp: true }) : undefined;
    act(sandbox?.spawnSync ?? spawnSync, folder);
    assert.is(existsSync(folder.at("outside")), !confined, confined ? "inside" : "bare");
    sandbox?.close();
    folder.remove();
  }
}

/** A program of two modules that reads, writes, uses a temporary folder, and tries what is outside. */
const MAIN = `
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { double } from "./double.mjs";
const { n } = JSON.parse(fs.readFileSync("data.json", "utf8"));
fs.mkdtempSync(path.join(os.tmpdir(), "x-"));
let secret = "";
try { secret = fs.readFileSync("../secret", "utf8"); } catch {}
try { fs.writeFileSync("../outside", secret); } catch {}
fs.writeFileSync("result", double(n) + secret);
`;

const RUNTIMES = [
  ["node", findProgram("node"), []],
  ["bun", bunExecutable(), []],
  ["deno", denoExecutable(), ["run", "--allow-all", "--no-prompt"]],
] as const;

for (const [name, program, flags] of RUNTIMES) {
  if (program === undefined) skip(`presets.${name}`, name);
  else {
    test(`presets.${name} runs a program of two modules`, () =>
      examine(({ at }) => presets[name](at("work"), { program }), (run, folder) => {
        const main = folder.write("work/main.mjs", MAIN);
        folder.write("work/double.mjs", "export const double = (n) => 2 * n;");
        const { stderr } = run(program, [...flags, main], { cwd: folder.at("work"), encoding: "utf8" });
        const secret = run === spawnSync ? "secret" : "";
        assert.ok(existsSync(folder.at("work/result")), stderr);
        assert.is(readFileSync(folder.at("work/result"), "utf8"), `40${secret}`);
      }));
  }
}

const python = findPython();
if (python === undefined) skip("presets.python", "python3");
else {
  const script = `
import json, tempfile, pathlib, double
n = json.loads(pathlib.Path("data.json").read_text())["n"]
tempfile.mkdtemp()
secret = ""
try:
    secret = pathlib.Path("../secret").read_text()
    pathlib.Path("../outside").write_text(secret)
except OSError:
    pass
pathlib.Path("result").write_text(str(double.double(n)) + secret)
`;
  test("presets.python runs a script with a module and the standard library", () =>
    examine(({ at }) => presets.python(at("work"), { program: python.path }), (run, folder) => {
      folder.write("work/double.py", "def double(n):\n    return 2 * n\n");
      const main = folder.write("work/main.py", script);
      const { stderr } = run(python.path, [main], { cwd: folder.at("work"), encoding: "utf8" });
      const secret = run === spawnSync ? "secret" : "";
      assert.ok(existsSync(folder.at("work/result")), stderr);
      assert.is(readFileSync(folder.at("work/result"), "utf8"), `40${secret}`);
    }));
}

const git = findProgram("git");
if (git === undefined) skip("presets.git", "git");
else {
  test("presets.git clones a repository, commits and fetches; a hook is not granted", () =>
    examine(({ at }) => presets.git(at("work"), { read: [at("origin")] }), (run, folder) => {
      const { at } = folder;
      const own = (folder: string, ...words: string[]) => [
        ...[
          "-C",
          folder,
          "-c",
          "user.name=A",
          "-c",
          "user.email=a@localhost",
          "-c",
          "init.defaultBranch=main",
        ],
        ...words,
      ];
      const outside = (...words: string[]) =>
        assert.is(spawnSync(git, own(at("origin"), ...words)).status, 0);
      for (const words of [["init", "-q"], ["add", "."], ["commit", "-qm", "First"]]) outside(...words);
      const inside = (...words: string[]) => {
        const { status, stderr } = run(git, own(at("work"), ...words), { encoding: "utf8" });
        assert.is(status, 0, `${words.join(" ")}: ${stderr}`);
      };
      inside("clone", "-q", at("origin"), "clone");
      assert.is(readFileSync(at("work/clone/file"), "utf8"), "first");
      folder.write(
        "work/clone/.git/hooks/post-commit",
        `#!/bin/sh\necho x > hooked; echo x > ${at("outside")}`,
        0o755,
      );
      folder.write("work/clone/file", "second");
      // The hook is a program in the folder: git may not run it unless it is granted
      inside("-C", "clone", "commit", "-qam", "Second");
      folder.write("origin/more", "");
      for (const words of [["add", "."], ["commit", "-qm", "More"]]) outside(...words);
      inside("-C", "clone", "fetch", "-q");
      inside("-C", "clone", "log", "-1", "--format=%s", "origin/HEAD");
      assert.is(existsSync(at("work/clone/hooked")), run === spawnSync, "hooks do not run inside");
    }));
}

test("a preset is plain permissions, to be spread and extended", () => {
  const folder = makeFolder({ "work/": "", "more/": "" });
  const preset = presets.npm(folder.at("work"), { read: [folder.at("more")] });
  assert.equal(JSON.parse(JSON.stringify(preset)), preset);
  assert.equal(preset.write, [`${folder.at("work")}/`]);
  assert.is(preset.net, undefined);
  const { report } = explain({ ...preset, net: ["localhost:8080"] });
  assert.is(report.permissions.net.granted, 1);
  folder.remove();
});

test("a program that is not there is an error that names it", () => {
  assert.throws(
    () => presets.python(".", { program: "no-such-python" }),
    /"no-such-python".*option "program"/,
  );
});

test.run();
