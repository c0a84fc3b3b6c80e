/** Names that mean another file in each process: refused for what another process will be, and for this process reported
 * as its own. */
import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { explain, kernel, type LockdownError, type Permissions, Sandbox } from "../../mod.ts";
import { landlockdown } from "../cli/command.ts";
import { makeFolder } from "../support/folder.ts";
import { skip } from "../support/skip.ts";

const folder = makeFolder({ "granted/x": "x" });
symlinkSync("/proc/self/status", folder.at("link"));

const NAMES: readonly string[] = [
  "/proc/self/status",
  "/proc/thread-self/status",
  `/proc/${process.pid}/status`,
  `/proc/${process.ppid}/status`,
  "/proc/self",
  "/proc/net/tcp",
  "/proc/mounts",
  "/dev/fd/0",
  "/dev/stdin",
  "/dev/stdout",
  "/dev/stderr",
  folder.at("link"),
];
const PERMISSIONS: readonly ((name: string) => Permissions)[] = [
  (name) => ({ read: [name] }),
  (name) => ({ write: [name] }),
  (name) => ({ read: { allow: true, deny: [name] } }),
  (name) => ({ write: { allow: true, deny: [name] } }),
];

if (kernel().abi === 0) skip("names of each process", "a kernel with Landlock");
else {
  for (const name of NAMES) {
    test(`a Sandbox refuses ${name.replace(folder.path, "…").replace(/[0-9]{2,}/, "PID")}`, () => {
      for (const permissions of PERMISSIONS) {
        assert.throws(
          () => new Sandbox(permissions(name)),
          (error: LockdownError) =>
            error.code === "PATH_NOT_FOUND" &&
            error.message.includes("it means another file in each process"),
        );
      }
    });
  }

  test("so do run and compile, with the remedy", () => {
    for (
      const words of [["run", "--allow-write=/proc/self/oom_score_adj", "true"], [
        "compile",
        "--allow-read=/proc/self/status",
        "-o",
        folder.at("box"),
      ]]
    ) {
      const { code, stderr } = landlockdown(words);
      assert.is(code, 125, stderr);
      assert.match(stderr, "it means another file in each process");
    }
  });

  test("/proc itself and its facts can be granted, and a command reads its own files", () => {
    const sandbox = new Sandbox({ read: ["/proc/cpuinfo"], run: ["cat", "sh"] });
    const { stdout } = sandbox.spawnSync("sh", ["-c", "cat /proc/self/comm; cat /proc/cpuinfo | head -c 1"]);
    assert.match(String(stdout), /^cat/);
    sandbox.close();
    new Sandbox({ read: ["/proc"] }).close();
  });

  test("of this process they mean its own, and the report says that children have others", () => {
    const { report } = explain({
      read: { allow: true, deny: ["/proc/self/environ"] },
      write: ["/proc/self/comm"],
    });
    const fidelity = (entry: string) => report.grants.find((grant) => grant.entry === entry)?.fidelity;
    assert.is(fidelity("/proc/self/environ"), "wider");
    assert.is(fidelity("/proc/self/comm"), "narrower");
  });

  if (spawnSync("/usr/bin/strace", ["-V"]).error !== undefined) skip("nobody is told to grant it", "strace");
  else {
    test("nobody is told to grant the file of a process", () => {
      const script = "echo x > /proc/self/comm; echo y > /proc/$$/oom_score_adj";
      const words = ["run", "--allow-run=sh", "--explain-denials", "--", "sh", "-c", script];
      assert.not.match(landlockdown(words).stderr, /--allow-\w+=\S*\/proc\/(?:\d|self)/);
    });
  }
}

test.after(() => folder.remove());
test.run();
