/** The channel of fork() between this process and a confined child of the same runtime. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../../mod.ts";
import { makeFolder } from "../../support/folder.ts";
import { ROOT } from "../../support/runtimes.ts";
import { selfCommand } from "../../support/self.ts";
import { skip } from "../../support/skip.ts";

const folder = makeFolder({ granted: "granted", secret: "secret" });
const [runtime] = selfCommand("", []);
const sandbox = new Sandbox({ read: [ROOT, folder.at("granted")], run: [runtime] });
test.after(() => {
  sandbox.close();
  folder.remove();
});
const stdio = ["ignore", "inherit", "inherit", "ipc"] as ["ignore", "inherit", "inherit", "ipc"];

/** Asks a child and ends it. */
async function ask(child: ChildProcess): Promise<unknown[]> {
  const answered = once(child, "message");
  const ended = once(child, "exit");
  child.send({ question: [1, "ü"] });
  const [answer] = await answered;
  child.disconnect();
  return [answer, ...await ended];
}

const answer = (text: string) => [{ got: { question: [1, "ü"] }, text }, 5, null];

test("spawn with a channel: messages go both ways, and the child is confined", async () => {
  const start = (start: typeof spawn, name: string) => {
    const [command, args] = selfCommand("test/probes/ipc_child.ts", [folder.at(name)]);
    return ask(start(command, args, { stdio }));
  };
  assert.equal(await start(spawn, "secret"), answer("secret"));
  assert.equal(await start(sandbox.spawn, "granted"), answer("granted"));
  assert.equal(await start(sandbox.spawn, "secret"), answer("EACCES"));
});

const [command, words] = selfCommand("test/probes/ipc_child.ts", []);
const [program, execArgv] = [words.at(-1) as string, words.slice(0, -1)];

/** Forks the probe through a command line that ends with the runtime and its flags. */
const forked = (name: string, [execPath = "", ...before]: readonly string[]) =>
  fork(program, [folder.at(name)], { execPath, execArgv: before, stdio });

/** Whether this runtime's fork() leaves the beginning of a command line where it is. */
async function keepsPrefix(): Promise<boolean> {
  const child = forked("secret", ["/usr/bin/env", command, ...execArgv]);
  const answered = once(child, "message").then(() => true);
  const ended = once(child, "exit").then(() => false);
  child.send({}, () => {});
  const works = await Promise.race([answered, ended]);
  child.kill("SIGKILL");
  return works;
}

if (!await keepsPrefix()) {
  skip("fork with the launcher as execPath", "a fork() that takes a command before the runtime, such as env");
} else {
  test("fork with the launcher as execPath", async () => {
    assert.equal(await ask(forked("secret", [command, ...execArgv])), answer("secret"));
    const inside = sandbox.argv(command, execArgv, { stdio });
    assert.equal(await ask(forked("granted", inside)), answer("granted"));
    assert.equal(await ask(forked("secret", inside)), answer("EACCES"));
  });
}

test.run();
