/** `npm run` puts `node_modules/.bin` first in PATH, and what is confined may write there. What it plants must not be
 * started outside of the sandbox, nor decide what the next start grants. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { compileC, hasCompiler } from "../support/compile_c.ts";
import { makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { skip } from "../support/skip.ts";
import { landlockdown, shell } from "./command.ts";

const folder = makeFolder({
  "work/node_modules/.bin/": "",
  "work/package.json": JSON.stringify({
    name: "package",
    version: "1.0.0",
    scripts: { test: "tool", nested: "echo" },
  }),
  "elsewhere/bin/": "",
  "elsewhere/lib/secret": "secret",
});
folder.write("shell/sh", "#!/bin/sh\n", 0o755);
const bin = folder.at("work/node_modules/.bin");
const at = { cwd: folder.at("work"), env: { PATH: `${bin}:${process.env["PATH"]}`, HOME: folder.path } };

/** Puts a program of this name in the first folder of PATH. */
function plant(name: string, content = `#!/bin/sh\necho > "${folder.at("work/sprung")}"\n`): void {
  rmSync(`${bin}/${name}`, { force: true });
  folder.write(`work/node_modules/.bin/${name}`, content, 0o755);
}

function plantLink(name: string, target: string): void {
  rmSync(`${bin}/${name}`, { force: true });
  symlinkSync(target, `${bin}/${name}`);
}

function uproot(): void {
  rmSync(bin, { recursive: true });
  mkdirSync(bin);
}

/** Whether something planted has run since it was asked last. */
function sprung(): boolean {
  const answer = existsSync(folder.at("work/sprung"));
  rmSync(folder.at("work/sprung"), { force: true });
  return answer;
}

for (
  const [name, words] of [
    ["strace", ["run", "--allow-read=.", "--explain-denials", "/bin/true"]],
    ["strace", ["doctor"]],
    ["dmesg", ["why", "--last"]],
    ["sh", ["run", "--tmp", "/bin/true"]],
    ["rm", ["run", "--tmp", "/bin/true"]],
    ["cat", ["doctor"]],
    ["node", ["node", "--permission", "--allow-fs-write=.", "main.js"]],
    ["node", ["run", "--preset=npm", "/bin/true"]],
    ["git", ["run", "--preset=git", "/bin/true"]],
    ["python3", ["run", "--preset=python", "/bin/true"]],
  ] as const
) {
  test(`${words.join(" ")} starts no ${name} that PATH finds`, () => {
    plant(name);
    shell(name, at);
    assert.ok(sprung(), "the trap works");
    landlockdown(words, { ...at, env: { ...at.env, XDG_STATE_HOME: folder.at("work/none") } });
    assert.not(sprung());
    uproot();
  });
}

if (!hasCompiler()) skip("a planted Node is asked for its version in a sandbox only", "gcc");
else {
  test("a planted Node is asked for its version in a sandbox only, and is not the one that is started", () => {
    compileC("test/probes/leave_mark.c", `${bin}/node`);
    shell("node", at);
    assert.ok(sprung(), "the trap works");
    folder.write("work/main.js", 'console.log("real");\n');
    const flags = ["--permission", "--allow-fs-read=.", "--allow-fs-write=."];
    const { code, stdout, stderr } = landlockdown(["node", ...flags, "main.js"], at);
    assert.not(sprung());
    // Node 20 knows the flag by a longer name only, and says so itself
    assert.equal([code, stdout], code === 9 ? [9, ""] : [0, "real\n"], stderr);
    uproot();
  });
}

/** A copy of a program in a folder that nothing grants. */
function secretProgram(name: string): string {
  const path = folder.at(`elsewhere/bin/${name}`);
  rmSync(path, { force: true });
  copyFileSync("/bin/true", path);
  chmodSync(path, 0o755);
  return path;
}

const PRESET_PROGRAMS = { npm: "node", node: "node", python: "python3", git: "git" } as const;
for (const [preset, name] of Object.entries(PRESET_PROGRAMS)) {
  const title = `--preset=${preset} grants nothing that a planted link to ${name} leads to`;
  if (findProgram(name) === undefined) skip(title, name);
  else {
    test(title, () => {
      plantLink(name, secretProgram(name));
      const { code, stdout, stderr } = landlockdown(["explain", `--preset=${preset}`, "--json"], at);
      assert.is(code, 0, stderr);
      assert.not(stdout.includes(folder.at("elsewhere")), stdout);
      const read = ["why", "read", folder.at("elsewhere/lib/secret"), `--preset=${preset}`];
      assert.is(landlockdown(read, at).code, 1);
      // Where nothing else has the name, it is refused, and can be meant
      const only = { ...at, env: { ...at.env, PATH: `${bin}:${folder.at("shell")}` } };
      const refused = landlockdown(["explain", `--preset=${preset}`], only);
      assert.is(refused.code, 125);
      assert.match(
        refused.stderr,
        /^landlockdown: cannot grant the program ".*it is only in ".*deny writing/i,
      );
      assert.is(landlockdown(["explain", `--preset=${preset}`, `--deny-write=${bin}`], only).code, 0);
      uproot();
    });
  }
}

test("a name in --allow-run means no program that the sandbox could have put there", () => {
  const cat = ["--allow-run=cat", "--allow-read=.", "--allow-write=.", "--", "/bin/sh", "-c"];
  const secret = secretProgram("cat");
  plantLink("cat", secret);
  const words = ["run", "--allow-run=sh", ...cat, `cat package.json && ! ${secret}`];
  const { code, stdout, stderr } = landlockdown(words, at);
  assert.is(code, 0, stderr);
  assert.match(stdout, /"package"/);
  const why = (...flags: string[]) =>
    landlockdown(["why", "run", secret, "--allow-run=cat", ...flags], at).code;
  assert.is(why(), 0, "where nothing may be written PATH is as the user left it");
  assert.is(why("--allow-write=."), 1);
  assert.is(why("--allow-write=.", "--deny-write=node_modules/.bin"), 0);
  uproot();
});

test("a name that is only where the sandbox may write is refused, and its path is taken", () => {
  plant("tool", "#!/bin/sh\necho tool\n");
  const run = (...flags: string[]) =>
    landlockdown(["run", "--allow-read=.", "--allow-write=.", ...flags], at);
  for (const flags of [["--allow-run=tool", "/bin/true"], ["tool"]]) {
    const { code, stderr } = run(...flags);
    assert.is(code, 125);
    assert.match(
      stderr,
      /"tool": of all folders of PATH it is only in ".*node_modules\/\.bin", where writing is/,
    );
    assert.match(stderr, /[Ww]rite .*if you mean that one, or deny writing that folder\n$/);
  }
  for (
    const flags of [["node_modules/.bin/tool"], ["--deny-write=node_modules/.bin", "tool"], [
      "--missing=skip",
      "--allow-run=tool",
      "node_modules/.bin/tool",
    ]]
  ) {
    const { code, stdout, stderr } = run(...flags);
    assert.is(code, 0, stderr);
    assert.is(stdout, "tool\n");
  }
  uproot();
});

test("an interpreter that #!/usr/bin/env looks up is none that the sandbox could have put there", () => {
  const secret = secretProgram("cat");
  plantLink("cat", secret);
  const script = folder.write("work/script", "#!/usr/bin/env cat\nprinted\n", 0o755);
  const why = (...flags: string[]) =>
    landlockdown(["why", "run", secret, `--allow-run=${script}`, ...flags], at).code;
  assert.is(why(), 0, "where nothing may be written PATH is as the user left it");
  assert.is(why("--allow-write=."), 1);
  const { stdout, stderr } = landlockdown(
    ["run", "--allow-read=.", "--allow-write=.", script],
    at,
  );
  assert.match(stdout, /printed/, stderr);
  uproot();
});

test("with --allow-run a folder of PATH that the sandbox could have replaced is not read", () => {
  rmSync(bin, { recursive: true });
  symlinkSync(folder.at("elsewhere/lib"), bin);
  const why = (...flags: string[]) =>
    landlockdown(["why", "read", folder.at("elsewhere/lib/secret"), "--allow-run", ...flags], at).code;
  assert.is(why(), 0);
  assert.is(why("--allow-write=."), 1);
  rmSync(bin);
  mkdirSync(bin);
});

if (findProgram("node") === undefined) skip("what npm installed runs under --preset=npm", "node");
else {
  test("what npm installed runs under --preset=npm, also by its name", () => {
    plant("tool", '#!/usr/bin/env node\nrequire("node:fs").writeFileSync("done", "by tool");\n');
    // npm is where its node is, which may be a folder that a version manager chose
    for (const words of [["npm", "test"], ["tool"], ["npm", "run", "--silent", "nested", "x"]]) {
      rmSync(folder.at("work/done"), { force: true });
      const { code, stderr } = landlockdown(["run", "--preset=npm", "--", ...words], at);
      assert.is(code, 0, stderr);
      if (!words.includes("nested")) assert.is(readFileSync(folder.at("work/done"), "utf8"), "by tool");
    }
    uproot();
  });
}

test("where writing is granted everywhere, a program by its name is wider than the letter, by its path it is not", () => {
  const strict = (run: string) =>
    landlockdown(["run", "--strict", "--allow-write", `--allow-run=${run}`, "/bin/true"], at);
  const refused = strict("cat");
  assert.is(refused.code, 125);
  assert.match(refused.stderr, /ahead of it in PATH/);
  assert.is(landlockdown(["run", "--allow-write", "--allow-run=cat", "/bin/true"], at).code, 0);
  const { stderr } = strict("/bin/cat");
  assert.not.match(stderr, /ahead of it in PATH/);
});

test.after(() => folder.remove());
test.run();
