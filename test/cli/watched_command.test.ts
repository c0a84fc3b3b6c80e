/** `run --explain-denials` and `why --last`: what a command does to those who watch it, or to what they leave behind,
 * gains it nothing. */
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { findPython } from "../../examples/unpack/tools.ts";
import { makeFolder } from "../support/folder.ts";
import { skip } from "../support/skip.ts";
import { commandLine, landlockdown, shell } from "./command.ts";

const folder = makeFolder({ "secret": "s", "out/": "", "tmp/": "", "state/landlockdown/": "", "other/": "" });
const record = folder.at("state/landlockdown/last.json");
const at = {
  cwd: folder.path,
  env: { XDG_STATE_HOME: folder.at("state"), TMPDIR: folder.at("tmp") },
};
const run = (...words: string[]) => landlockdown(["run", "--explain-denials", ...words], at);
const DENIED = `--allow-read=${folder.at("secret")}`;

if (shell("strace -V").code !== 0) skip("a traced command gains nothing by what it does to us", "strace");
else {
  const LINK = `ln -sfn ${folder.at("victim")} ${record}`;
  const newVictim = () => folder.write("victim", "mine");

  test("a record is never written through a link, and not at all where the command may write", () => {
    newVictim();
    assert.is(
      shell(`${LINK} && echo lost > ${record} && cat victim`, at).stdout,
      "lost\n",
      "a link leads there",
    );
    newVictim();
    const planted = run(`--allow-write=state`, "--allow-run=ln,cat", "sh", "-c", `${LINK}; cat secret`);
    assert.ok(lstatSync(record).isSymbolicLink(), planted.stderr);
    assert.is(readFileSync(folder.at("victim"), "utf8"), "mine");
    assert.match(planted.stderr, DENIED);
    assert.match(
      planted.stderr,
      /\nlandlockdown: why --last will not know this run: it may write ".*\/state\/landlockdown"\n$/,
    );

    const { stderr } = run("cat", "secret");
    assert.not.match(stderr, "will not know");
    assert.ok(lstatSync(record).isFile());
    assert.is(readFileSync(folder.at("victim"), "utf8"), "mine");
    assert.match(landlockdown(["why", "--last"], at).stdout, DENIED);
  });

  test("a folder for the record that is a link is not followed", () => {
    rmSync(folder.at("state/landlockdown"), { recursive: true });
    symlinkSync(folder.at("other"), folder.at("state/landlockdown"));
    shell(`: > ${record}`, at);
    assert.ok(existsSync(folder.at("other/last.json")), "a link leads there");
    rmSync(folder.at("other/last.json"));
    assert.match(run("cat", "secret").stderr, /will not know this run: ".*" is no folder/);
    assert.not(existsSync(folder.at("other/last.json")));
    rmSync(folder.at("state/landlockdown"));
    shell("mkdir state/landlockdown", at);
  });

  test("a command that may write the temporary folder finds no trace there, and has its own exit code", () => {
    const script = "ls tmp; rm -rf tmp/*; mkfifo tmp/pipe; cat secret; exit 7";
    folder.write("tmp/there");
    const bare = shell(script, at);
    assert.equal([bare.code, bare.stdout, existsSync(folder.at("tmp/there"))], [7, "there\ns", false]);
    rmSync(folder.at("tmp/pipe"));
    const flags = ["--allow-read=tmp", "--allow-write=tmp", "--allow-run=ls,rm,mkfifo,cat"];
    const { code, stdout, stderr } = run(...flags, "sh", "-c", script);
    assert.equal([code, stdout], [7, ""], stderr);
    assert.match(stderr, DENIED);
  });

  test("what the command removes, the policy it runs with among it, changes no exit code", () => {
    const script = "cat secret; rm out/policy.json && exit 7";
    folder.write("out/policy.json", "{}");
    assert.is(shell(script, at).code, 7);
    folder.write("out/policy.json", '{ "write": ["."], "run": ["rm", "cat"] }');
    const { code, stderr } = run("--policy=out/policy.json", "sh", "-c", script);
    assert.is(code, 7, stderr);
    assert.match(stderr, DENIED);
  });

  test("a command that is found in a PATH of its own keeps its exit code", () => {
    folder.write("path/named", "#!/bin/sh\nexit 7\n", 0o755);
    const { code, stderr } = run(`--env=PATH=${folder.at("path")}`, "--allow-run=sh", "named");
    assert.is(code, 7, stderr);
    assert.match(stderr, "denied nothing");
  });

  for (const [end, expected] of [["exit 7", 7], ["kill -TERM $$", 143]] as const) {
    test(`who leaves something running behind does not keep us waiting: ${end}`, () => {
      const script = `cat secret; sleep 300 > /dev/null 2>&1 & echo $!; ${end}`;
      const { code, stdout, stderr } = run("--allow-run=cat,sleep", "sh", "-c", script);
      assert.is(code, expected, stderr);
      const traced = shell(`grep TracerPid /proc/${Number(stdout)}/status; kill ${Number(stdout)}`);
      assert.equal([traced.code, traced.stdout], [0, "TracerPid:\t0\n"], "it goes on, and nobody traces it");
    });
  }

  const python = findPython()?.path;
  if (python === undefined) skip("a standard error that the command filled", "python3");
  else {
    test("a standard error that the command made non-blocking and filled loses no denial", () => {
      const fill = `import os
os.set_blocking(2, False)
try:
  while True: os.write(2, b"\\0" * 4096)
except BlockingIOError: pass
open("out/filled", "w")
try: open("secret")
except PermissionError: os._exit(7)
os._exit(0)`;
      const read = "until [ -e out/filled ]; do sleep 0.1; done; sleep 1; tr -d '\\000'";
      const through = (command: string) =>
        shell(`rm -f out/filled; { ${command} 2>&1; echo $? > out/code; } | { ${read}; }; cat out/code`, at)
          .stdout;
      assert.is(through(`'${python}' -c '${fill}'`), "0\n", "the pipe is full");
      const flags = [
        `--allow-run=${python}`,
        `--allow-read=${dirname(dirname(python))}`,
        "--allow-write=out",
      ];
      const text = through(commandLine(["run", "--explain-denials", ...flags, python, "-c", fill]));
      assert.match(text, DENIED);
      assert.match(text, /\n7\n$/);
    });
  }
}

const RECORD = {
  version: 1,
  command: ["cat", "\x1b[2Jsecret"],
  ended: "2026-01-02T03:04:05.678Z",
  denials: [{ act: "read", thing: "/a\x1b[2J", by: "openat", remedy: { entry: "/a b", create: false } }],
};

test("why --last prints a record so that it moves no cursor, with flags of its own making", () => {
  folder.write("state/landlockdown/last.json", JSON.stringify(RECORD));
  const { code, stdout, stderr } = landlockdown(["why", "--last"], at);
  assert.is(code, 0, stderr);
  assert.not.match(stdout, "\x1b");
  assert.match(stdout, "--allow-read='/a b'");
});

test("why --last refuses what is no record of a run in one line, and waits for nobody", () => {
  const [denial] = RECORD.denials;
  const others: unknown[] = [
    7,
    { ...RECORD, ended: "now\x1b[2J" },
    { ...RECORD, command: "cat" },
    { ...RECORD, denials: [null] },
    { ...RECORD, denials: [{ ...denial, act: "\x1b[2J" }] },
    { ...RECORD, denials: [{ ...denial, remedy: { entry: "/a\nreboot", create: false } }] },
    { ...RECORD, denials: [{ ...denial, remedy: "--allow-read=/; reboot" }] },
  ];
  const refuses = (what: string, reason: RegExp) => {
    const { code, stdout, stderr } = landlockdown(["why", "--last"], at);
    assert.equal([code, stdout], [125, ""], `${what}: ${stderr}`);
    assert.match(stderr, /^landlockdown: cannot read ".*last\.json": [^\n]+\n$/, what);
    assert.not.match(stderr, "\x1b");
    assert.match(stderr, reason, what);
  };
  for (const other of others) {
    folder.write("state/landlockdown/last.json", JSON.stringify(other));
    refuses(JSON.stringify(other), /run the command again with landlockdown run --explain-denials/);
  }
  for (const put of ["mkfifo", "ln -s /dev/zero", `ln -s ${folder.at("secret")}`]) {
    assert.is(shell(`rm ${record} && ${put} ${record}`, at).code, 0);
    refuses(put, /no regular file/);
  }
  rmSync(record);
});

test.after(() => folder.remove());
test.run();
