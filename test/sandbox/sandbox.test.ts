/** Sandbox through the runtime's own spawn: what a child reaches, and that it ends as it would without. */
import { type ChildProcess, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

test("a program that is not granted does not run, and the launcher says so", () => {
  const sandbox = new Sandbox(permissions);
  const refused = sandbox.spawnSync("ls", [], TEXT);
  assert.is(refused.status, 126);
  assert.match(refused.stderr as string, /^landlockdown: cannot execute ".*\/ls": EACCES\n$/);
  assert.is(sandbox.spawnSync("no-such-program", [], TEXT).status, 127);
  sandbox.close();
});

test("a command line that outlived its sandbox fails, and does not find another's launcher", () => {
  const narrow = new Sandbox({ ...permissions, read: [] });
  const words = narrow.argv("cat", [folder.at("in/a")]);
  narrow.close();
  const others = Array.from({ length: 20 }, () => new Sandbox(permissions));
  for (const other of others) {
    const [launcher = "", ...args] = other.argv("cat", [folder.at("in/a")]);
    assert.is(spawnSync(launcher, args, TEXT).stdout, "granted");
  }
  const { status, stdout } = spawnSync(words[0] as string, words.slice(1), TEXT);
  assert.equal([status === 0, stdout ?? ""], [false, ""]);
  for (const other of others) other.close();
});

test("functions can be handed on by themselves", async () => {
  const sandbox = new Sandbox(permissions);
  const { spawn, spawnSync, execFile, argv } = sandbox;
  const args = [folder.at("in/a")];
  assert.is(spawnSync("cat", args, TEXT).stdout, "granted");
  assert.equal(await ended(spawn("cat", args, { stdio: "ignore" })), [0, null]);
  assert.is((await execFile("cat", args)).stdout, "granted");
  assert.is(argv("cat", args).length, 4);
  sandbox.close();
});

test.after(() => folder.remove());
test.run();
