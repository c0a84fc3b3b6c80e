/** Exit codes, signals, time limits, and how a command is started, come through as without a sandbox. */
import { type ChildProcess, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../../mod.ts";
import { NOBODY } from "../../support/as_user.ts";
import { untilEnded } from "../../support/ended.ts";
import { skip } from "../../support/skip.ts";
import { examinePairs, folder, sandbox, type Spawner } from "./pair.ts";

/** All a caller can ask a child that has ended. */
const ending = ({ exitCode, signalCode, killed }: ChildProcess) => ({ exitCode, signalCode, killed });

/** Waits until a child has said that it is ready. */
const ready = (child: ChildProcess) => once(child.stdout as NodeJS.ReadableStream, "data");

/** Process group and session, as seen from outside. */
function group(child: ChildProcess): (string | undefined)[] {
  const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return fields.slice(2, 4).map((id) => id === String(child.pid) ? "its own" : "ours");
}

await examinePairs([
  ...[0, 1, 42, 125, 126, 127, 255].map((code) => ({
    fact: `exit code ${code}`,
    act: async ({ spawn, spawnSync }: Spawner) => {
      const child = spawn("sh", ["-c", `exit ${code}`]);
      await untilEnded(child);
      return [ending(child), spawnSync("sh", ["-c", `exit ${code}`]).status];
    },
    expected: [{ exitCode: code, signalCode: null, killed: false }, code],
  })),
  {
    fact: "a command that ends itself by signals",
    act: ({ spawnSync }) =>
      ["TERM", "KILL", "ABRT", "SEGV", "PIPE", "XFSZ"].map((name) =>
        spawnSync("sh", ["-c", `ulimit -c 0; kill -${name} $$`]).signal
      ),
    expected: ["SIGTERM", "SIGKILL", "SIGABRT", "SIGSEGV", "SIGPIPE", "SIGXFSZ"],
  },
  {
    fact: "kill() ends it",
    act: async ({ spawn }) => {
      const child = spawn("sh", ["-c", "echo ready; exec sleep 60"]);
      await ready(child);
      const sent = child.kill();
      await untilEnded(child);
      return [sent, ending(child)];
    },
    expected: [true, { exitCode: null, signalCode: "SIGTERM", killed: true }],
  },
  {
    fact: "a signal that the command handles",
    act: async ({ spawn }) => {
      const script = "trap 'exit 3' TERM; echo ready; while :; do sleep 0.05; done";
      const child = spawn("sh", ["-c", script]);
      await ready(child);
      child.kill("SIGTERM");
      return (await untilEnded(child)).code;
    },
    expected: 3,
  },
  {
    fact: "an AbortSignal ends it, with an error",
    act: async ({ spawn }) => {
      const controller = new AbortController();
      const child = spawn("sleep", ["60"], { signal: controller.signal });
      const failed = once(child, "error");
      const exited = new Promise((resolve) => child.once("exit", (code, signal) => resolve([code, signal])));
      controller.abort();
      const [error] = await failed as [Error];
      return [error.name, await exited];
    },
    expected: ["AbortError", [null, "SIGTERM"]],
  },
  {
    fact: "spawn with a timeout",
    act: async ({ spawn }) => {
      const child = spawn("sleep", ["60"], { timeout: 100, killSignal: "SIGINT" });
      await untilEnded(child);
      return child.signalCode;
    },
    expected: "SIGINT",
  },
  {
    fact: "spawnSync with a timeout",
    act: ({ spawnSync }) => {
      const { status, signal, error } = spawnSync("sleep", ["60"], { timeout: 100 });
      return [status, signal, (error as { code?: string } | undefined)?.code];
    },
    expected: [null, "SIGTERM", "ETIMEDOUT"],
  },
  {
    fact: "spawnSync with too much output",
    act: ({ spawnSync }) => {
      const { error } = spawnSync("cat", ["/dev/zero"], { maxBuffer: 100 });
      return (error as { code?: string } | undefined)?.code;
    },
    expected: "ENOBUFS",
  },
  {
    fact: "a child is in our process group",
    act: async ({ spawn }) => {
      const child = spawn("sh", ["-c", "echo ready; exec sleep 60"]);
      await ready(child);
      const found = group(child);
      child.kill("SIGKILL");
      await untilEnded(child);
      return found;
    },
    expected: ["ours", "ours"],
  },
  {
    fact: "a detached child has a session of its own",
    act: async ({ spawn }) => {
      const child = spawn("sh", ["-c", "echo ready; exec sleep 60"], { detached: true });
      await ready(child);
      const found = group(child);
      process.kill(-(child.pid as number), "SIGKILL"); // Its whole group
      await untilEnded(child);
      return found;
    },
    expected: ["its own", "its own"],
  },
  {
    fact: "the working directory",
    act: ({ spawnSync }) =>
      spawnSync("sh", ["-c", "pwd"], { cwd: folder.at("sub"), encoding: "utf8" }).stdout,
    expected: `${folder.at("sub")}\n`,
  },
  {
    fact: "a working directory that is not there is an error",
    act: async ({ spawn }) => {
      const child = spawn("sh", ["-c", "pwd"], { cwd: folder.at("missing") });
      const [error] = await once(child, "error") as [{ code: string }];
      return [error.code, child.pid];
    },
    expected: ["ENOENT", undefined],
  },
  {
    fact: "argv0",
    act: ({ spawnSync }) => spawnSync("sh", ["-c", "echo $0"], { argv0: "renamed", encoding: "utf8" }).stdout,
    expected: "renamed\n",
  },
  {
    fact: "a shell",
    act: ({ spawnSync }) => spawnSync("echo $((1 + 1)); exit 4", { shell: true, encoding: "utf8" }).stdout,
    expected: "2\n",
  },
  {
    fact: "the environment that was given",
    act: ({ spawnSync }) =>
      spawnSync("sh", ["-c", "echo $GIVEN"], { env: { ...process.env, GIVEN: "yes" }, encoding: "utf8" })
        .stdout,
    expected: "yes\n",
  },
]);

if (process.getuid?.() !== 0) skip("another user", "root");
else {
  test("another user needs a launcher it can reach, and then works", () => {
    const user = { uid: NOBODY, gid: NOBODY, encoding: "utf8" } as const;
    assert.is(spawnSync("sh", ["-c", "id -u"], user).stdout, `${NOBODY}\n`);
    assert.throws(() => sandbox.spawnSync("sh", ["-c", "id -u"], user), /"uid".*launcher/);
    assert.is(sandbox.spawnSync("sh", ["-c", "echo same"], { ...user, uid: 0, gid: 0 }).stdout, "same\n");
    chmodSync(folder.path, 0o755);
    const reachable = new Sandbox({ run: ["sh", "id"] }, { launcher: folder.at("launcher") });
    assert.is(reachable.spawnSync("sh", ["-c", "id -u"], user).stdout, `${NOBODY}\n`);
    reachable.close();
  });
}

test.run();
