/** Sandbox through the runtime's own spawn: what a child reaches, and that it ends as it would without. */
import { type ChildProcess, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../mod.ts";
import { makeFolder } from "../support/folder.ts";

const folder = makeFolder({ "in/a": "granted", "secret": "secret", "out/": "" });
const permissions = {
  read: [folder.at("in")],
  write: [folder.at("out")],
  run: ["cat", "sh", "env", "true", "sleep"],
};
const TEXT = { encoding: "utf8" } as const;

const ended = (child: ChildProcess) =>
  new Promise<[code: number | null, signal: string | null]>((resolve) =>
    child.once("close", (code, signal) => resolve([code, signal]))
  );

test("a child reads what is granted and nothing else, while this process stays free", async () => {
  const sandbox = new Sandbox(permissions);
  assert.is(spawnSync("cat", [folder.at("secret")], TEXT).stdout, "secret");
  for (const [file, text] of [["in/a", "granted"], ["secret", ""]] as const) {
    const args = [folder.at(file)];
    const status = text === "" ? 1 : 0;
    const sync = sandbox.spawnSync("cat", args, TEXT);
    assert.equal([sync.status, sync.stdout], [status, text], `spawnSync ${file}`);
    const done = await sandbox.execFile("cat", args);
    assert.equal([done.exitCode, done.stdout], [status, text], `execFile ${file}`);
    const [launcher = "", ...words] = sandbox.argv("cat", args);
    const prefixed = spawnSync(launcher, words, TEXT);
    assert.equal([prefixed.status, prefixed.stdout], [status, text], `argv ${file}`);
    const child = sandbox.spawn("cat", args, { stdio: "ignore" });
    assert.equal(await ended(child), [status, null], `spawn ${file}`);
    assert.equal([child.spawnfile, child.spawnargs], ["cat", ["cat", ...args]]);
  }
  assert.is(readFileSync(folder.at("secret"), "utf8"), "secret");
  sandbox.close();
});

test("grandchildren are confined, and writing ends where it was granted", () => {
  const sandbox = new Sandbox(permissions);
  const script = `echo x > ${folder.at("out/made")}; sh -c 'cat ${folder.at("secret")}'; echo y > ${
    folder.at("escaped")
  }`;
  const bare = spawnSync("sh", ["-c", script], TEXT);
  assert.is(bare.stdout, "secret");
  assert.ok(existsSync(folder.at("escaped")));
  spawnSync("rm", [folder.at("escaped"), folder.at("out/made")]);
  const inside = sandbox.spawnSync("sh", ["-c", script], TEXT);
  assert.is(inside.stdout, "");
  assert.not(existsSync(folder.at("escaped")));
  assert.ok(existsSync(folder.at("out/made")));
  sandbox.close();
});

test("exit codes, signals, input, working directory and argv0 come through", async () => {
  const sandbox = new Sandbox(permissions);
  assert.is(sandbox.spawnSync("sh", ["-c", "exit 42"]).status, 42);
  assert.is(sandbox.spawnSync("sh", ["-c", "kill -KILL $$"]).signal, "SIGKILL");
  assert.is(sandbox.spawnSync("cat", [], { ...TEXT, input: "through" }).stdout, "through");
  assert.is(
    sandbox.spawnSync("sh", ["-c", "pwd"], { ...TEXT, cwd: folder.at("in") }).stdout,
    `${folder.at("in")}\n`,
  );
  assert.is(sandbox.spawnSync("sh", ["-c", "echo $0"], { ...TEXT, argv0: "renamed" }).stdout, "renamed\n");
  assert.is(sandbox.spawnSync("echo $((1 + 1))", { ...TEXT, shell: true }).stdout, "2\n");
  const child = sandbox.spawn("sleep", ["60"]);
  child.kill("SIGTERM");
  assert.equal(await ended(child), [null, "SIGTERM"]);
  sandbox.close();
});

test("a program that is not granted does not run, and the launcher says so", () => {
  const sandbox = new Sandbox(permissions);
  const refused = sandbox.spawnSync("ls", [], TEXT);
  assert.is(refused.status, 126);
  assert.match(refused.stderr as string, /^landlockdown: cannot execute ".*\/ls": EACCES\n$/);
  assert.is(sandbox.spawnSync("no-such-program", [], TEXT).status, 127);
  sandbox.close();
});

test("execFile() ends what takes too long or prints too much, and says which", async () => {
  const sandbox = new Sandbox(permissions);
  const slow = await sandbox.execFile("sleep", ["60"], { timeout: 100 });
  assert.equal([slow.timedOut, slow.outputTruncated, slow.signal], [true, false, "SIGTERM"]);
  const loud = await sandbox.execFile("cat", ["/dev/zero"], { maxBuffer: 1000 });
  assert.equal([loud.timedOut, loud.outputTruncated, loud.stdout.length], [false, true, 1000]);
  sandbox.close();
});

test("only the minimal environment passes, unless variables are named", () => {
  const env = {
    ...process.env,
    SECRET: "s",
    LD_PRELOAD: "",
    NODE_OPTIONS: "",
    FOO_A: "a",
    HOME: folder.at("in"),
  };
  const names = (output: unknown) =>
    String(output).split("\n").filter(Boolean).map((line) => line.split("=")[0]);
  const bare = names(spawnSync("env", [], { ...TEXT, env }).stdout);
  for (const name of ["SECRET", "NODE_OPTIONS", "FOO_A", "PATH"]) assert.ok(bare.includes(name), name);

  const minimal = new Sandbox(permissions);
  const passed = names(minimal.spawnSync("env", [], { ...TEXT, env }).stdout);
  assert.ok(passed.includes("PATH"));
  for (const name of ["SECRET", "LD_PRELOAD", "NODE_OPTIONS", "FOO_A"]) {
    assert.not(passed.includes(name), name);
  }

  const named = new Sandbox({ ...permissions, env: ["FOO_*", "NODE_OPTIONS"] });
  assert.equal(names(named.spawnSync("env", [], { ...TEXT, env }).stdout).sort(), ["FOO_A", "NODE_OPTIONS"]);

  const all = new Sandbox({ ...permissions, env: true });
  const most = names(all.spawnSync("env", [], { ...TEXT, env }).stdout);
  assert.ok(most.includes("SECRET"));
  assert.not(most.includes("LD_PRELOAD"), "passes only by its own name");
  for (const sandbox of [minimal, named, all]) sandbox.close();
});

test("HOME points where the child may read, or nowhere", () => {
  const sandbox = new Sandbox(permissions);
  const home = (env: Record<string, string | undefined>) =>
    sandbox.spawnSync("sh", ["-c", "echo $HOME"], { ...TEXT, env: { ...process.env, ...env } }).stdout;
  assert.is(home({}), "/nonexistent\n");
  sandbox.close();
});

test("tmp gives each child a folder of its own that is gone afterwards", () => {
  const sandbox = new Sandbox(permissions, { tmp: true });
  const run = () =>
    sandbox.spawnSync("sh", ["-c", 'echo x > "$TMPDIR/file" && cat "$TMPDIR/file" && echo $TMPDIR'], TEXT);
  const [first, second] = [run(), run()].map(({ stdout }) => String(stdout).trim().split("\n"));
  assert.is(first?.[0], "x");
  assert.is.not(first?.[1], second?.[1]);
  assert.not(existsSync(first?.[1] as string));
  sandbox.close();
});

test("a sandbox inside a sandbox can only narrow", () => {
  const outer = new Sandbox(permissions);
  const inner = new Sandbox({ read: [folder.path], run: ["cat", "sh"] });
  const command = inner.argv("cat", [folder.at("secret")]);
  assert.is(spawnSync(command[0] as string, command.slice(1), TEXT).stdout, "secret");
  // A launcher at a path can be reached from inside; a memory file belongs to this process
  const path = folder.at("launcher");
  const file = new Sandbox({ read: [folder.path], run: ["cat"] }, { launcher: path });
  const words = file.argv("cat", [folder.at("secret")]);
  assert.is(words[0], path);
  const both = new Sandbox({ ...permissions, run: ["cat", path] });
  assert.is(spawnSync(path, words.slice(1), TEXT).stdout, "secret");
  const nested = both.spawnSync(path, words.slice(1), TEXT);
  assert.is.not(nested.status, 0);
  assert.is(nested.stdout, "");
  for (const sandbox of [outer, inner, file, both]) sandbox.close();
});

test("many spawns leave no descriptor behind", () => {
  const sandbox = new Sandbox(permissions);
  sandbox.spawnSync("true");
  const before = readdirSync("/proc/self/fd").length;
  for (let index = 0; index < 100; index++) assert.is(sandbox.spawnSync("true").status, 0);
  // Fewer is fine: a runtime may close some of its own meanwhile
  assert.ok(readdirSync("/proc/self/fd").length <= before);
  const launcher = sandbox.argv("true")[0] as string;
  assert.ok(existsSync(launcher));
  sandbox.close();
  assert.not(existsSync(launcher));
});

test.after(() => folder.remove());
test.run();
