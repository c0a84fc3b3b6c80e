/** Standard streams and further descriptors of every kind come through as without a sandbox. */
import { spawnSync, type StdioOptions } from "node:child_process";
import { closeSync, createWriteStream, openSync, readFileSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../../mod.ts";
import { selfCommand } from "../../support/self.ts";
import { untilEnded } from "../../support/ended.ts";
import { examinePairs, folder, sandbox, type Spawner } from "./pair.ts";

/** Runs a script with a file open for writing among its streams, and what is in the file then. */
async function withFile({ spawn }: Spawner, script: string, stdio: (fd: number) => StdioOptions) {
  const fd = openSync(folder.at("output"), "w");
  const ended = await untilEnded(spawn("sh", ["-c", script], { stdio: stdio(fd) }));
  closeSync(fd);
  return [readFileSync(folder.at("output"), "utf8"), ended.code];
}

await examinePairs([
  {
    fact: "pipes carry input and output",
    act: async ({ spawn }) => {
      const child = spawn("sh", ["-c", "cat; echo err >&2"]);
      child.stdin.end("in");
      const { stdout, stderr, code } = await untilEnded(child);
      return [stdout, stderr, code];
    },
    expected: ["in", "err\n", 0],
  },
  {
    fact: "a megabyte goes through both ways",
    act: async ({ spawn }) => {
      const child = spawn("cat");
      child.stdin.end("x".repeat(1 << 20));
      return (await untilEnded(child)).stdout.length;
    },
    expected: 1 << 20,
  },
  {
    fact: "ignored streams are /dev/null",
    act: async ({ spawn }) => {
      const child = spawn("sh", ["-c", "cat; echo lost; echo lost >&2"], { stdio: "ignore" });
      return [await untilEnded(child), child.stdin, child.stdout];
    },
    expected: [{ code: 0, signal: null, stdout: "", stderr: "" }, null, null],
  },
  {
    fact: "a file as output",
    act: (spawner) => withFile(spawner, "echo out; echo err >&2", (fd) => ["ignore", fd, fd]),
    expected: ["out\nerr\n", 0],
  },
  {
    fact: "a file as input",
    act: async ({ spawn }) => {
      const fd = openSync(folder.at("file"), "r");
      const { stdout } = await untilEnded(spawn("cat", [], { stdio: [fd, "pipe", "inherit"] }));
      closeSync(fd);
      return stdout;
    },
    expected: "content",
  },
  {
    fact: "a stream as output",
    act: async ({ spawn }) => {
      const stream = createWriteStream(folder.at("output"));
      await new Promise((resolve) => stream.once("open", resolve));
      const { code } = await untilEnded(
        spawn("sh", ["-c", "echo out"], { stdio: ["ignore", stream, "inherit"] }),
      );
      await new Promise<void>((resolve) => stream.end(resolve));
      return [readFileSync(folder.at("output"), "utf8"), code];
    },
    expected: ["out\n", 0],
  },
  {
    fact: "a file as a further descriptor",
    act: (spawner) =>
      withFile(spawner, "echo four >&4", (fd) => ["ignore", "ignore", "inherit", "ignore", fd]),
    expected: ["four\n", 0],
  },
  {
    fact: "a pipe as a further descriptor, written by the child",
    act: async ({ spawn }) => {
      const child = spawn("sh", ["-c", "echo three >&3"], { stdio: ["ignore", "ignore", "inherit", "pipe"] });
      const [text] = await Promise.all([textOf(child.stdio[3] as Readable), untilEnded(child)]);
      return text;
    },
    expected: "three\n",
  },
  {
    fact: "a pipe as a further descriptor, read by the child",
    act: async ({ spawn }) => {
      const child = spawn("sh", ["-c", "cat <&3"], { stdio: ["ignore", "pipe", "inherit", "pipe"] });
      (child.stdio[3] as Writable).end("given");
      return (await untilEnded(child)).stdout;
    },
    expected: "given",
  },
  {
    fact: "spawnSync with input",
    act: ({ spawnSync }) => spawnSync("cat", { input: "in", encoding: "utf8" }).stdout,
    expected: "in",
  },
  {
    fact: "spawnSync with a file as a further descriptor",
    act: ({ spawnSync }) => {
      const fd = openSync(folder.at("output"), "w");
      const { status } = spawnSync("sh", ["-c", "echo x >&3"], {
        stdio: ["ignore", "ignore", "inherit", fd],
      });
      closeSync(fd);
      return [readFileSync(folder.at("output"), "utf8"), status];
    },
    expected: ["x\n", 0],
  },
]);

test("inherited streams are those of this process", () => {
  const run = (how: string) => {
    const [command, args] = selfCommand("test/probes/spawn_inherited.ts", [how]);
    const { stdout, stderr, status } = spawnSync(command, args, { input: "in", encoding: "utf8" });
    return { stdout, stderr: stderr.includes("err\n"), status };
  };
  assert.equal(run("bare"), { stdout: "inout\n", stderr: true, status: 3 });
  assert.equal(run("sandbox"), run("bare"));
});

test("a child has no descriptors but those it was given, even if this process would pass on others", () => {
  const list = ["-c", "ls /proc/self/fd"];
  const { stdout } = sandbox.spawnSync("sh", list, {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  assert.is(stdout, "0\n1\n2\n3\n"); // 3 is the folder that ls lists
  const fd = openSync(folder.at("file"), "r");
  const passedOn = ["sh", "-c", 'exec 9<&3; exec 3<&-; exec "$@"', "sh"] as const;
  const run = (words: readonly string[]) => {
    const stdio: StdioOptions = ["ignore", "pipe", "inherit", fd];
    return spawnSync(passedOn[0], [...passedOn.slice(1), ...words], { stdio, encoding: "utf8" }).stdout;
  };
  const launcher = new Sandbox({ run: ["cat"] }, { launcher: folder.at("launcher") });
  assert.is(run(["cat", "/proc/self/fd/9"]), "content");
  assert.is(run(launcher.argv("cat", ["/proc/self/fd/9"])), "");
  launcher.close();
  closeSync(fd);
});

test.run();
