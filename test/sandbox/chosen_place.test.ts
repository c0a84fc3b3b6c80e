/** Launchers at a path or with a descriptor's number that the user chose. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { LockdownError, Sandbox } from "../../mod.ts";
import { makeFolder } from "../support/folder.ts";

const folder = makeFolder({ granted: "granted", secret: "secret", "writable/": "" });
test.after(folder.remove);
const permissions = { read: [folder.at("granted")], run: ["cat", "sh"] };
const run = ([command = "", ...args]: readonly string[], cwd?: string) =>
  spawnSync(command, args, { encoding: "utf8", cwd });

/** The message of what an act is refused with. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    assert.instance(error, LockdownError);
    assert.is((error as LockdownError).code, "NOT_ENFORCEABLE");
    return (error as LockdownError).message;
  }
  throw new Error("it was not refused");
}

test("a file is written whole, executable and not writable, and any process can use it", () => {
  const path = folder.at("sub/launcher");
  const sandbox = new Sandbox(permissions, { launcher: path });
  const words = sandbox.argv("cat", [folder.at("granted"), folder.at("secret")]);
  assert.is(words[0], path);
  assert.is(statSync(path).mode & 0o777, 0o555);
  assert.equal(readdirSync(folder.at("sub")), ["launcher"]);
  assert.is(run(["cat", ...words.slice(3)]).stdout, "grantedsecret");
  assert.is(run(words).stdout, "granted");
  assert.is(run(["sh", "-c", '"$@"', "sh", ...words]).stdout, "granted", "from a shell");
  sandbox.close();
  assert.is(run(words).stdout, "granted", "it stays");
});

test("it is looked at before each use, and put right", () => {
  const path = folder.at("checked");
  const sandbox = new Sandbox(permissions, { launcher: path });
  const { ino } = (sandbox.argv("cat"), statSync(path));
  sandbox.argv("cat");
  assert.is(statSync(path).ino, ino, "what is right is left alone");
  const content = readFileSync(path);
  chmodSync(path, 0o755);
  // The plan is the end of the file
  writeFileSync(path, content.map((byte, index) => index === content.length - 200 ? byte ^ 1 : byte));
  assert.is(sandbox.spawnSync("cat", [folder.at("secret")], { encoding: "utf8" }).stdout, "");
  assert.equal(new Uint8Array(readFileSync(path)), new Uint8Array(content));
  sandbox.close();
});

test("what is no launcher is not replaced", () => {
  const path = folder.write("program", "#!/bin/sh\n", 0o755);
  symlinkSync(folder.at("granted"), folder.at("link"));
  for (const place of [path, folder.at("link"), folder.at("writable")]) {
    const sandbox = new Sandbox(permissions, { launcher: place });
    assert.match(refusal(() => sandbox.argv("cat")), /no launcher/);
    sandbox.close();
  }
  assert.is(readFileSync(path, "utf8"), "#!/bin/sh\n");
  assert.is(readFileSync(folder.at("granted"), "utf8"), "granted");
});

test("a place that the sandbox may write is refused", () => {
  const write = [folder.at("writable")];
  assert.match(
    refusal(() => new Sandbox({ ...permissions, write }, { launcher: folder.at("writable/x") })),
    /may write/,
  );
  assert.match(
    refusal(() => new Sandbox({ ...permissions, write: true }, { launcher: folder.at("x") })),
    /may write/,
  );
});

test("from inside, a launcher cannot be changed", () => {
  const path = folder.at("own");
  const sandbox = new Sandbox({ ...permissions, write: [folder.at("writable")] }, { launcher: path });
  const before = (sandbox.argv("cat"), readFileSync(path));
  chmodSync(path, 0o755); // Its mode is not what protects it
  const script = `echo x >> ${path}; echo x > ${path}; echo made > ${folder.at("writable/made")}`;
  const { stderr } = sandbox.spawnSync("sh", ["-c", script], { encoding: "utf8" });
  assert.is(stderr.match(/Permission denied/g)?.length, 2);
  assert.ok(existsSync(folder.at("writable/made")));
  assert.equal(new Uint8Array(readFileSync(path)), new Uint8Array(before));
  assert.is(run(["sh", "-c", `echo x >> ${folder.write("mine")}`]).status, 0);
  sandbox.close();
});

test("a place belongs to one sandbox, and to one command line's needs", () => {
  const path = folder.at("one");
  const sandbox = new Sandbox(permissions, { launcher: path });
  assert.match(refusal(() => new Sandbox(permissions, { launcher: path })), /another Sandbox/);
  const words = sandbox.argv("cat", [folder.at("granted")]);
  const more = { stdio: ["ignore", "pipe", "inherit", "ignore"] as ["ignore", "pipe", "inherit", "ignore"] };
  assert.match(refusal(() => sandbox.argv("cat", [], more)), /relies on/);
  assert.match(refusal(() => sandbox.spawnSync("cat", [], more)), /relies on/);
  assert.is(run(words).stdout, "granted");
  sandbox.close();
  const next = new Sandbox(permissions, { launcher: path });
  assert.is(next.spawnSync("cat", [folder.at("granted")], more).status, 0);
  assert.is(next.spawnSync("cat", [folder.at("granted")]).status, 0);
  next.close();
});

test("a descriptor has the number that was chosen, once", () => {
  const sandbox = new Sandbox(permissions, { descriptor: 900 });
  const words = sandbox.argv("cat", [folder.at("granted"), folder.at("secret")]);
  assert.is(words[0], "/proc/self/fd/900");
  assert.is(run(words).stdout, "granted");
  assert.match(refusal(() => new Sandbox(permissions, { descriptor: 900 })), /in use/);
  sandbox.close();
  assert.not(existsSync("/proc/self/fd/900"));
  const own = new Sandbox(permissions, { descriptor: 900, tmp: true });
  for (let index = 0; index < 3; index++) {
    assert.is(own.spawnSync("cat", [folder.at("granted")], { encoding: "utf8" }).stdout, "granted");
  }
  own.close();
});

test("wrong options are refused", () => {
  for (
    const [options, name] of [
      [{ launcher: "" }, "launcher"],
      [{ launcher: 1 }, "launcher"],
      [{ descriptor: 2 }, "descriptor"],
      [{ descriptor: 3.5 }, "descriptor"],
      [{ tmp: "yes" }, "tmp"],
      [{ threads: "auto" }, "threads"],
      [{ launcher: folder.at("x"), descriptor: 900 }, "launcher"],
      [{ temp: true }, "temp"],
    ] as const
  ) {
    assert.throws(() => new Sandbox(permissions, options as object), new RegExp(`option "${name}"`));
  }
});

test("a closed sandbox starts nothing", () => {
  const sandbox = new Sandbox(permissions);
  sandbox.close();
  assert.throws(() => sandbox.spawnSync("cat"), /closed Sandbox/);
  assert.throws(() => sandbox.argv("cat"), /closed Sandbox/);
  sandbox.close();
});

test.run();
