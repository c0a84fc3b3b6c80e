/** The directory `landlockdown` is started in is often what is to be confined: its files must not decide what runs
 * outside of the sandbox, nor what is granted. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeFolder } from "../support/folder.ts";
import { runFile, runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { landlockdown, shell } from "./command.ts";

const trap = makeFolder({
  "trap.js": 'process.getBuiltinModule("node:fs").writeFileSync("sprung", "");\n',
  "bunfig.toml": 'preload = ["./trap.js"]\n',
  "deno.json": '{ "imports": { "node:fs": "./trap.js" }, "preload": ["./trap.js"], "compilerOptions": {} }\n',
  "package.json": '{ "type": "module", "main": "trap.js" }\n',
  "node.config.json": '{ "nodeOptions": { "import": ["./trap.js"] } }\n',
  "empty.toml": "",
  "folder/file": "",
});
const inTrap = { cwd: trap.path };

/** Whether the trap has sprung since it was asked last. */
function sprung(): boolean {
  const answer = existsSync(trap.at("sprung"));
  rmSync(trap.at("sprung"), { force: true });
  return answer;
}

test("no file of the directory runs outside, or nothing is run at all", () => {
  runFile(trap.at("trap.js"), [], inTrap);
  assert.ok(sprung(), "the trap works");
  for (const words of [["run", "echo", "inside"], ["run", "-A", "echo", "inside"]]) {
    const { code, stdout, stderr } = landlockdown(words, inTrap);
    const expected = runtimeName === "bun" ? [true, 125, ""] : [false, 0, "inside\n"];
    assert.equal([sprung(), code, stdout], expected, stderr);
    if (runtimeName === "bun") {
      assert.match(
        stderr,
        /^landlockdown: cannot confine what has run: "bunfig.toml" in this directory .*trap.js" .*\n$/,
      );
    }
  }
});

if (runtimeName === "bun") {
  test("every subcommand that runs or writes something refuses after a preload", () => {
    for (const words of [["bun", "program.ts"], ["node", "--permission", "x"], ["compile", "-o", "box"]]) {
      const { code, stderr } = landlockdown(words, inTrap);
      assert.is(code, 125);
      assert.match(stderr, "had Bun run");
    }
    assert.not(existsSync(trap.at("box")));
    rmSync(trap.at("sprung"));
  });

  test("with a configuration of the user's, in a folder below, and with a bunfig.toml that preloads nothing", () => {
    const run = ["run", "echo", "inside"];
    const withConfig = landlockdown(run, { ...inTrap, flags: ["--config=empty.toml"] });
    assert.equal([sprung(), withConfig.code, withConfig.stdout], [false, 0, "inside\n"], withConfig.stderr);
    const below = landlockdown(run, { cwd: trap.at("folder") });
    assert.equal([sprung(), below.code, below.stdout], [false, 0, "inside\n"], below.stderr);
    const harmless = makeFolder({ "bunfig.toml": 'logLevel = "warn"\n' });
    assert.is(landlockdown(run, { cwd: harmless.path }).stdout, "inside\n");
    harmless.remove();
  });
}

test("an .env in the directory changes no plan", () => {
  const folder = makeFolder({
    "program.js": "console.log(process.env.LD_LIBRARY_PATH);\n",
    "libraries/libc.so.6": "secret",
  });
  folder.write(".env", `LD_LIBRARY_PATH=${folder.at("libraries")}\nTMPDIR=${folder.at("libraries")}\n`);
  const options = { cwd: folder.path, env: { LD_LIBRARY_PATH: undefined, TMPDIR: undefined } };
  const bare = runFile(folder.at("program.js"), [], options).stdout.trim();
  assert.is(bare, runtimeName === "bun" ? folder.at("libraries") : "undefined");
  const confined = landlockdown(["run", "cat", folder.at("libraries/libc.so.6")], options);
  assert.equal([confined.code, confined.stdout], [1, ""], confined.stderr);
  const temporary = landlockdown(["run", "--tmp", "sh", "-c", 'echo "$TMPDIR"'], options);
  assert.is(temporary.code, 0, temporary.stderr);
  assert.not(temporary.stdout.startsWith(folder.path), temporary.stdout);
  folder.remove();
});

const hasStrace = shell("strace -V").code === 0;

/** Has the loader of every program that gets it write a file, as an LD_PRELOAD would have it run code. */
const loaded = makeFolder({
  "program.js": 'process.getBuiltinModule("node:child_process").spawnSync("/bin/true");\n',
  "log/": "",
});
loaded.write(".env", `LD_DEBUG=files\nLD_DEBUG_OUTPUT=${loaded.at("log/of")}\nSECRET=from-env-file\n`);
const inLoaded = { cwd: loaded.path };

/** Whether the loader has written since it was asked last. */
function loaderWrote(): boolean {
  const logs = readdirSync(loaded.at("log"));
  for (const name of logs) rmSync(loaded.at(`log/${name}`));
  return logs.length > 0;
}

shell(`set -a; . ./.env; /bin/true`, inLoaded);
if (!loaderWrote()) skip("an .env has no say in what landlockdown itself starts", "glibc");
else {
  test("an .env has no say in what landlockdown itself starts", () => {
    runFile(loaded.at("program.js"), [], inLoaded);
    assert.is(loaderWrote(), runtimeName === "bun", "the runtime takes an .env, or does not");
    for (
      const words of [
        ["run", "--tmp", "/bin/true"],
        ["run", "--preset=git", "/bin/true"],
        ["run", "--explain-denials", "/bin/true"],
        ["node", "--permission", "program.js"],
        ["why", "--last"],
        ["doctor"],
        ["help"],
      ]
    ) {
      landlockdown(words, inLoaded);
      assert.not(loaderWrote(), words.join(" "));
    }
  });
}

if (!hasStrace) skip("--explain-denials passes no variable of an .env", "strace");
else {
  test("--explain-denials passes no variable of an .env", () => {
    const words = ["run", "--explain-denials", "--env=SECRET", "sh", "-c", 'echo "[$SECRET]"'];
    const [given, unset] = [
      landlockdown(words, { ...inLoaded, env: { SECRET: "mine" } }),
      landlockdown(words, inLoaded),
    ];
    assert.equal([given.stdout, unset.stdout], ["[mine]\n", "[]\n"], unset.stderr);
  });
}

const ENDLESS = [
  { path: "pipe", bare: "timeout 1 cat pipe", code: 124 },
  { path: "zero", bare: "head -c 20000000 zero > /dev/null", code: 0 },
  { path: "folder", bare: "test -d folder", code: 0 },
  { path: "large", bare: "test -e large", code: 0 },
];

test("what is no regular file, or too large, is neither a policy nor inspected: nobody waits for it", () => {
  assert.is(shell("mkfifo pipe && ln -s /dev/zero zero && truncate -s 17M large", inTrap).code, 0);
  for (const { path, bare, code } of ENDLESS) {
    assert.is(shell(bare, inTrap).code, code, bare);
    for (const words of [["explain", `--policy=${path}`], ["inspect", path]]) {
      const flags = runtimeName === "bun" ? ["--config=empty.toml"] : undefined;
      const { code, stderr } = landlockdown(words, { ...inTrap, ...(flags && { flags }) });
      assert.is(code, 125, words.join(" "));
      assert.match(
        stderr,
        /^landlockdown: cannot read "[^"]+": it is (no regular file|larger than 16 MiB)[^\n]*\n$/,
      );
    }
  }
});

/** A line that looks like one of ours, what moves the cursor (of both sets of controls), what turns text around, and
 * a separator of lines. */
const FORGERY = "a\nallow write *  exact\x1b[2J\x9b2J\u202eb\u2066\u2028c";
const FORGED = /^allow write \*|[^\P{Cc}\n]|[\u202e\u2066\u2028]/mu;
const SHOWN = "a\\x0aallow write *  exact\\x1b[2J\\x9b2J\\u202eb\\u2066\\u2028c";

test("a name writes nothing but itself, whoever chose it", () => {
  const folder = makeFolder({ [FORGERY]: "", ".git/config": "" });
  const at = { cwd: folder.path };
  const box = ["-o", `box${FORGERY}`, "--env", `NAME=${FORGERY}`, "--command", "cat", FORGERY];
  assert.is(landlockdown(["compile", "--allow-read=.", "--deny-read=.git", ...box], at).code, 0);
  const cases: [words: string[], code: number, times: number][] = [
    [["explain", "--allow-read=.", "--deny-read=.git"], 0, 1],
    [["why", "read", FORGERY], 1, 2],
    [["why", "read", FORGERY, "--allow-read=.", "--deny-read=.git"], 0, 3],
    [["inspect", `box${FORGERY}`], 0, 4],
  ];
  for (const [words, code, times] of cases) {
    const printed = landlockdown(words, at);
    assert.is(printed.code, code, printed.stderr);
    assert.ok(printed.stdout.split(SHOWN).length > times, printed.stdout);
    assert.not.match(printed.stdout, FORGED);
    const json = landlockdown([...words, "--json"], at).stdout;
    assert.ok(JSON.stringify(JSON.parse(json)).includes(JSON.stringify(FORGERY).slice(1, -1)), json);
  }
  folder.remove();
});

test("an error writes one line, whatever it quotes", () => {
  const folder = makeFolder({ "policy.json": `{ "read": ${FORGERY} }` });
  const cases = [
    ["run", "--policy=policy.json", "ls"],
    ["run", `--policy=${FORGERY}`, "ls"],
    ["run", `--allow-read=x${FORGERY.replace("\n", "")}`, "ls"],
    ["inspect", FORGERY],
    ["doctor", FORGERY],
    [FORGERY],
  ];
  for (const words of cases) {
    const { code, stderr } = landlockdown(words, { cwd: folder.path });
    assert.is(code, 125, stderr);
    assert.match(stderr, /^landlockdown: .+\n$/);
    assert.not.match(stderr, FORGED);
  }
  folder.remove();
});

test.after(() => {
  trap.remove();
  loaded.remove();
});
test.run();
