/** `landlockdown compile` and `inspect`: a file that confines a command without any runtime. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { launcher, readLauncher } from "../../src/launcher/executable.ts";
import type { LauncherPlan } from "../../src/launcher/policy.ts";
import { makeFolder } from "../support/folder.ts";
import { commandLine, landlockdown, shell } from "./command.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

const folder = makeFolder({ "in/a": "granted", "secret": "secret", "out/": "" });
const at = { cwd: folder.path };
const compile = (...words: string[]) => {
  const ended = landlockdown(["compile", ...words], at);
  assert.is(ended.code, 0, ended.stderr);
};

test("a box confines the command it is given, also without environment and from another directory", () => {
  compile("--allow-read=in", "--allow-run=cat,sh", "-o", "box");
  assert.ok(statSync(folder.at("box")).size < 20_000);
  assert.is(shell("cat in/a secret", at).stdout, "grantedsecret");
  assert.is(shell("./box cat in/a secret", at).stdout, "granted");
  assert.is(
    shell(`cd / && env -i ${folder.at("box")} sh -c 'cat ${folder.at("secret")} ${folder.at("in/a")}'`)
      .stdout,
    "granted",
  );
  assert.is(shell("./box ls", at).code, 126);
  assert.is(shell("./box", at).code, 125);
});

test("a box leaves the limit of open files as it is; behind run, where the runtime has raised it, a shell sets it", () => {
  compile("-o", "limited", "--command", "sh");
  const limit = (script: string) => shell(`ulimit -Sn 100; ${script}`, at).stdout;
  assert.is(limit("./limited -c 'ulimit -Sn'"), "100\n");
  const run = commandLine(["run", "sh", "-c", "ulimit -Sn 101; ulimit -Sn"]);
  assert.is(limit(run), "101\n");
});

test("a baked-in command gets the box's arguments behind its own", () => {
  compile("--allow-read=in", "-o", "cat-a", "--command", "cat", "in/a");
  assert.is(shell("./cat-a", at).stdout, "granted");
  assert.is(shell("./cat-a secret", at).stdout, "granted");
  assert.is(shell("./cat-a in/a", at).stdout, "grantedgranted");
});

test("a box can be the interpreter in the first line of a script", () => {
  compile(
    "--allow-read=in",
    "--allow-read=script",
    "--missing=create",
    "--allow-run=cat",
    "-o",
    "confined-sh",
    "--command",
    "/bin/sh",
  );
  folder.write(
    "script/run",
    `#!${folder.at("confined-sh")}\ncat ${folder.at("in/a")} ${folder.at("secret")}\nexit 5\n`,
    0o755,
  );
  const { stdout, code } = shell(folder.at("script/run"));
  assert.equal([stdout, code], ["granted", 5]);
});

test("the same flags give the same bytes, other flags others", () => {
  compile("--allow-read=in", "--allow-net=localhost:80", "-o", "one");
  compile("--allow-read=in", "--allow-net=localhost:80", "-o", "two");
  compile("--allow-read=in", "--allow-net=localhost:81", "-o", "three");
  assert.equal(readFileSync(folder.at("one")), readFileSync(folder.at("two")));
  assert.not.equal(readFileSync(folder.at("one")), readFileSync(folder.at("three")));
});

test("a folder that is gone when the box starts ends it with 125: nothing runs unconfined", () => {
  folder.write("passing/x");
  compile("--allow-read=passing", "--allow-run=cat", "-o", "stale");
  assert.is(shell("./stale cat passing/x", at).code, 0);
  shell("rm -r passing", at);
  const { code, stderr } = shell("./stale cat secret", at);
  assert.is(code, 125);
  assert.match(stderr, /cannot open ".*passing"/);
});

test("inspect prints the plan back, and notices a changed file", () => {
  compile("--allow-read=in", "--allow-net=localhost:8080", "--env=A=b", "-o", "seen", "--command", "cat");
  const { code, stdout } = landlockdown(["inspect", "seen", "--json"], at);
  assert.is(code, 0);
  const plan = JSON.parse(stdout);
  assert.is(plan.genuine, true);
  assert.match(plan.command.join(" "), /\/cat$/);
  assert.is(plan.environment.set.A, "b");
  const rules = new Map<string, string[]>(
    plan.landlock.rules.map((
      { subject, access }: { subject: string; access: string[] },
    ) => [subject, access]),
  );
  assert.equal(rules.get(folder.at("in")), ["read_file", "read_dir"]);
  assert.equal(rules.get("port 8080")?.slice(0, 2), ["bind_tcp", "connect_tcp"]);
  assert.match(landlockdown(["inspect", "seen"], at).stdout, /genuine[^]*port 8080 +bind_tcp connect_tcp/);

  const bytes = readFileSync(folder.at("seen"));
  bytes[300] = (bytes[300] as number) ^ 1;
  writeFileSync(folder.at("changed"), bytes);
  chmodSync(folder.at("changed"), 0o755);
  const changed = landlockdown(["inspect", "changed"], at);
  assert.is(changed.code, 1);
  assert.match(changed.stdout, /NOT genuine. Its code is not that of this version/);
});

test("inspect tells a box whose filter was emptied, or that hands on descriptors, from one that compile wrote", () => {
  compile("--allow-read=in", "-o", "whole");
  const { plan, architecture } = readLauncher(readFileSync(folder.at("whole")));
  const inspected = (name: string, changes: Partial<LauncherPlan>) => {
    writeFileSync(folder.at(name), launcher({ ...plan, ...changes }, architecture), { mode: 0o755 });
    const text = landlockdown(["inspect", name], at).stdout.slice(name.length);
    return { text, json: JSON.parse(landlockdown(["inspect", name, "--json"], at).stdout) };
  };
  const whole = inspected("whole", {});
  assert.match(
    whole.text,
    /^system calls +a filter of \d+ instructions closes internetSockets .*administration$/m,
  );
  assert.match(whole.text, /^descriptors +closes those from 3 on$/m);
  assert.match(whole.text, /^capabilities +keeps at most CAP_CHOWN/m);
  const emptied = inspected("emptied", { filter: new Uint8Array() });
  assert.match(emptied.text, /^system calls +no filter$/m);
  assert.equal([emptied.json.filterInstructions, emptied.json.filterCloses], [0, []]);
  // One that lets everything pass: SECCOMP_RET_ALLOW
  const idle = inspected("idle", { filter: Uint8Array.of(6, 0, 0, 0, 0, 0, 255, 127) });
  assert.match(idle.text, /^system calls +a filter of 1 instructions closes nothing$/m);
  const handing = inspected("handing", { closeFrom: "none" });
  assert.match(handing.text, /^descriptors +closes none: it gets every one that is open$/m);
  const some = inspected("some", { closeFrom: 9 });
  assert.match(some.text, /^descriptors +closes those from 9 on$/m);
  const texts = [whole, emptied, idle, handing, some].map(({ text }) => text);
  assert.is(new Set(texts).size, texts.length);
});

test("what cannot be compiled or inspected is refused in one line, and no file is written", () => {
  const cases: [words: string[], message: RegExp][] = [
    [["compile", "--allow-read=in"], /add -o FILE/],
    [["compile", "-o", "none", "ls"], /cannot use "ls" here: write --command/],
    [["compile", "-o", "none", "--command"], /cannot bake a command in without one/],
    [["compile", "-o", "none", "--allow-read=missing"], /"missing"/],
    [["compile", "-o", "out/none", "--allow-write=out"], /the sandbox may write there/],
    [["inspect", "secret"], /none of the files that landlockdown compile writes/],
    [["inspect", "no-such-file"], /cannot read "no-such-file": ENOENT/],
    [["inspect"], /name one file/],
  ];
  for (const [words, message] of cases) {
    const { code, stderr } = landlockdown(words, at);
    assert.is(code, 125, words.join(" "));
    assert.match(stderr, message);
    assert.match(stderr, /^landlockdown: [^\n]+\n$/);
  }
  assert.not(existsSync(folder.at("none")));
  assert.is(landlockdown(["compile", "-o", "none", "--command", "no-such-program"], at).code, 127);
});

test("job control is the command's own: a box stops and goes on", () => {
  compile("--allow-run=sleep", "-o", "sleeper");
  const until = (word: string, file: string) => `until grep -q ${word} /proc/$!/${file}; do sleep 0.05; done`;
  const script = `./sleeper sleep 60 &
    ${until("^sleep$", "comm")}; kill -STOP $!; ${until("State:.T", "status")}
    kill -CONT $!; ${until("State:.S", "status")}; kill -TERM $!; wait $!; echo $?`;
  const { stdout } = spawnSync("/bin/sh", ["-c", script], {
    ...at,
    encoding: "utf8",
    timeout: HANGS_MILLISECONDS,
  });
  assert.is(stdout, "143\n");
});

test.after(() => folder.remove());
test.run();
