/** `landlockdown run`: what the command reaches, and that it is the command itself that ends up in our place. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { untilEnded } from "../support/ended.ts";
import { makeFolder } from "../support/folder.ts";
import { selfCommand } from "../support/self.ts";
import { until } from "../support/until.ts";
import { commandLine, landlockdown, shell } from "./command.ts";

const folder = makeFolder({ "in/a": "granted", "secret": "secret", "out/": "" });
const cat = (flags: readonly string[], file: string) =>
  landlockdown(["run", ...flags, "cat", folder.at(file)]);

test("a command reads what is granted and nothing else", () => {
  assert.is(shell(`cat ${folder.at("secret")}`).stdout, "secret");
  const granted = cat([`--allow-read=${folder.at("in")}`], "in/a");
  assert.equal([granted.code, granted.stdout, granted.stderr], [0, "granted", ""]);
  const denied = cat([`--allow-read=${folder.at("in")}`], "secret");
  assert.equal([denied.code, denied.stdout], [1, ""]);
  assert.match(denied.stderr, "Permission denied");
  assert.is(cat(["-R"], "secret").stdout, "secret");
  assert.is(cat(["-R", `--deny-read=${folder.at("secret")}`], "secret").stdout, "");
});

test("its children are confined as well, and only granted programs run", () => {
  const script = `sh -c 'cat ${folder.at("secret")}; echo x > ${folder.at("made")}'; ls /`;
  const bare = shell(script);
  assert.match(bare.stdout, /^secret/);
  assert.ok(existsSync(folder.at("made")));
  shell(`rm ${folder.at("made")}`);
  const inside = landlockdown(["run", "--allow-run=cat", "sh", "-c", script]);
  assert.is(inside.stdout, "");
  assert.match(inside.stderr, "ls: Permission denied");
  assert.not(existsSync(folder.at("made")));
});

test("the command takes our place: process id, exit code, signal, input and name are its own", async () => {
  const [program, args] = selfCommand("cli.ts", [
    "run",
    "sh",
    "-c",
    'echo $$ $0; read line; echo "$line"; exit 42',
  ]);
  const child = spawn(program, args);
  child.stdin.end("through\n");
  const ended = await untilEnded(child);
  assert.equal([ended.stdout, ended.code], [`${child.pid} sh\nthrough\n`, 42]);
  assert.is(landlockdown(["run", "sh", "-c", "kill -TERM $$"]).signal, "SIGTERM");
});

test("nothing of ours is left in it: no descriptors, no ignored signals", () => {
  const { stdout } = landlockdown([
    "run",
    "--allow-read=/proc",
    "--allow-run=ls,cat",
    "--",
    "sh",
    "-c",
    "ls /proc/self/fd; cat /proc/self/status",
  ]);
  // 3 is the folder that ls reads
  assert.match(stdout, /^0\n1\n2\n3\n(4\n)?Name/);
  // A runtime ignores SIGPIPE and hands that on; others may come from whoever started the tests
  const ignored = (text: string) => BigInt(`0x${/^SigIgn:\t(\w+)$/m.exec(text)?.[1]}`) & 0x7fff_ffffn;
  assert.is(ignored(stdout), 0n);
  assert.is(/^SigBlk:\t(\w+)$/m.exec(stdout)?.[1], "0000000000000000");
});

test("words come through as they are, also those that are no UTF-8 or look like ours", () => {
  // Deno rewrites shell lines that begin with its own path
  const line = `byte=$(printf '\\377'); ${
    commandLine(["run", "printf", "%s.%s.%s"])
  } "$byte" --allow-all '' | od -An -tx1`;
  assert.is(shell(line).stdout.replaceAll(/\s+/g, " ").trim(), "ff 2e 2d 2d 61 6c 6c 6f 77 2d 61 6c 6c 2e");
  assert.is(landlockdown(["run", "--", "echo", "-n", "--", "x"]).stdout, "-- x");
});

test("what is wrong with the command line is said in one line, with exit code 125, and nothing is run", () => {
  const touch = ["touch", folder.at("touched")];
  const cases: [words: string[], message: RegExp][] = [
    [["run"], /^landlockdown: cannot run without a command: write it after the flags/],
    [["run", "--alow-read=.", ...touch], /cannot use "--alow-read=\.": there is no such option/],
    [["run", "--allow-reed=.", ...touch], /cannot use option "--allow-reed"/],
    [["run", "-x", ...touch], /cannot use "-x"/],
    [
      ["run", "--allow-read=no-such-folder", ...touch],
      /cannot grant read on "no-such-folder": .*--missing=skip/,
    ],
    [["run", "--allow-run=no-such-program", ...touch], /cannot grant run on "no-such-program"/],
    [["run", "--allow-net=host:99999", ...touch], /"host:99999"/],
    [
      ["run", "--missing=perhaps", ...touch],
      /cannot use "--missing=perhaps": write one of error, skip, create/,
    ],
    [["run", "--missing"], /--missing/],
    [["run", "--strict", "--best-effort", ...touch], /--strict next to --best-effort/],
    [["run", "--tmp=x", ...touch], /--tmp/],
    [["run", "--env==x", ...touch], /--env/],
    [["run", "-P", ...touch], /cannot use "-P": name the file .*--policy=deno\.json/],
    [["run", "--preset=nmp", ...touch], /"--preset=nmp": .*write one of npm, git, node, deno, bun, python;/],
    [["run", "--preset=npm,git", ...touch], /no preset "npm,git", .* write --preset twice/],
    [["run", "--preset=npm=", ...touch], /"--preset=npm=": name a folder/],
    [["run", "--preset=git=no-such-folder", ...touch], /cannot grant read on "no-such-folder"/],
    [["run", "--preset"], /--preset/],
    [["run", "--policy=no-such-file", ...touch], /cannot read ".*no-such-file": ENOENT/],
    [["frobnicate"], /cannot use "frobnicate" as subcommand/],
  ];
  for (const [words, message] of cases) {
    const { code, stdout, stderr } = landlockdown(words);
    assert.equal([code, stdout], [125, ""], words.join(" "));
    assert.match(stderr, message);
    assert.match(stderr, /^landlockdown: [^\n]+\n$/, words.join(" "));
  }
  assert.not(existsSync(folder.at("touched")));
  assert.is(landlockdown(["run", `--allow-write=${folder.path}`, ...touch]).code, 0);
  assert.ok(existsSync(folder.at("touched")));
});

test("a command that is nowhere, or may not be executed, ends with 127 and 126 as in env(1)", () => {
  assert.is(landlockdown(["run", "no-such-program"]).code, 127);
  assert.is(landlockdown(["run", "./no-such-program"]).code, 127);
  assert.is(landlockdown(["run", "-R", folder.write("plain", "text")]).code, 126);
  assert.is(landlockdown(["run", "--deny-run=cat", "cat"]).code, 126);
});

test("where the program that was found is denied, no other of that name is run", () => {
  const first = folder.write("bin/cat", "#!/bin/sh\necho first\n", 0o755);
  const env = { PATH: `${folder.at("bin")}:${process.env["PATH"]}` };
  assert.is(landlockdown(["run", "cat"], { env }).stdout, "first\n");
  const denied = landlockdown(["run", `--deny-run=${first}`, "cat", "/etc/passwd"], { env });
  assert.equal([denied.code, denied.stdout], [126, ""]);
});

test("a program outside PATH runs also where everything may be run", () => {
  const program = folder.write("own", "#!/bin/sh\necho own\n", 0o755);
  assert.is(landlockdown(["run", "--allow-run", program]).stdout, "own\n");
});

test("--env passes and sets variables, others stay outside", () => {
  const env = { SECRET: "s", FOO: "f", NODE_OPTIONS: "--no-warnings" };
  const names = (...flags: string[]) => landlockdown(["run", ...flags, "env"], { env }).stdout;
  assert.match(shell("env", { env }).stdout, "SECRET=s");
  assert.not.match(names(), /SECRET|FOO|NODE_OPTIONS/);
  assert.match(names(), /^PATH=/m);
  assert.match(names("--env=FOO", "--env", "BAR=b=c"), /^FOO=f$[^]*^BAR=b=c$|^BAR=b=c$[^]*^FOO=f$/m);
  assert.match(names("--env=NODE_OPTIONS"), "NODE_OPTIONS=--no-warnings");
  assert.not.match(names("--allow-env=FOO"), /PATH/);
});

test("--tmp gives a folder of its own that is gone afterwards", async () => {
  const { stdout } = landlockdown(["run", "--tmp", "sh", "-c", 'echo x > "$TMPDIR/file" && echo "$TMPDIR"']);
  const path = stdout.trim();
  assert.match(path, /landlockdown-tmp-/);
  assert.ok(await until(() => !existsSync(path)), path);
});

test("--missing skips or makes, --strict refuses what is not exact", () => {
  const missing = folder.at("later");
  assert.is(landlockdown(["run", `--allow-read=${missing}`, "--missing=skip", "true"]).code, 0);
  assert.not(existsSync(missing));
  const made = landlockdown([
    "run",
    `--allow-write=${missing}`,
    "--missing=create",
    "sh",
    "-c",
    `echo x > ${missing}/x`,
  ]);
  assert.is(made.code, 0);
  assert.is(readFileSync(`${missing}/x`, "utf8"), "x\n");
  const contents = landlockdown([
    "run",
    "--strict",
    `--allow-write=${folder.at("new")}/`,
    "--missing=create",
    "true",
  ]);
  assert.is(
    contents.code,
    0,
    `what a folder contains is exact, also of one that is made: ${contents.stderr}`,
  );
  const strict = landlockdown(["run", "--strict", "--allow-net=example.com:443", "true"]);
  assert.is(strict.code, 125);
  assert.match(strict.stderr, "leave --strict out");
});

test("a policy is a permission set, with paths from its own folder; flags replace what it says", () => {
  const set = folder.write(
    "policies/set.json",
    '{ "read": ["../in"], /* why */ "run": { "allow": ["cat"], } }',
  );
  const run = (policy: string, ...words: string[]) =>
    landlockdown(["run", `--policy=${policy}`, ...words], { cwd: "/" });
  assert.is(run(set, "cat", folder.at("in/a")).stdout, "granted");
  assert.is(run(set, "cat", folder.at("secret")).stdout, "");
  assert.is(run(set, `--allow-read=${folder.at("secret")}`, "cat", folder.at("secret")).stdout, "secret");
  assert.is(run(set, `--allow-read=${folder.at("secret")}`, "cat", folder.at("in/a")).stdout, "");
  const config = folder.write(
    "policies/deno.json",
    '{ "tasks": {}, "permissions": { "default": { "read": ["../in"] }, "all": { "all": true } } }',
  );
  assert.is(run(config, "cat", folder.at("in/a")).stdout, "granted");
  assert.is(run(config, "cat", folder.at("secret")).stdout, "");
  assert.is(run(`${config}#all`, "cat", folder.at("secret")).stdout, "secret");
});

test("a policy that is none is refused by name", () => {
  const refused = (content: string, message: RegExp, name = "") => {
    const policy = folder.write("policies/bad.json", content);
    const { code, stderr } = landlockdown(["run", `--policy=${policy}${name}`, "true"]);
    assert.is(code, 125, content);
    assert.match(stderr, message);
    assert.match(stderr, /^landlockdown: [^\n]*bad\.json[^\n]*\n$/);
  };
  refused("", /write an object such as/);
  refused("[]", /write an object such as/);
  refused("{", /cannot parse/);
  refused('{ "defaultAction": "SCMP_ACT_ALLOW" }', /"defaultAction"/);
  refused('{ "read": "./in" }', /"\.\/in"/);
  refused('{ "read": [""] }', /bad\.json|empty/);
  refused('{ "permissions": { "other": {} } }', /default/);
  refused('{ "permissions": { "other": {} } }', /"nothing"/, "#nothing");
  refused('{ "read": true }', /#x/, "#x");
});

test.after(() => folder.remove());
test.run();
