/** execFile(): what a command printed and how it ended, also if the command will not end by itself. */
import { existsSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../mod.ts";

const sandbox = new Sandbox({ run: ["sh", "cat", "sleep"] });
test.after(() => sandbox.close());
const sh = (script: string, options = {}) => sandbox.execFile("sh", ["-c", script], options);

test("a command that ends: both streams and the exit code, whatever it is", async () => {
  assert.equal(await sh("echo out; echo err >&2; exit 3"), {
    stdout: "out\n",
    stderr: "err\n",
    exitCode: 3,
    signal: null,
    timedOut: false,
    outputTruncated: false,
  });
  assert.is((await sh("kill -TERM $$")).signal, "SIGTERM");
  assert.is((await sandbox.execFile("no-such-program")).exitCode, 127);
});

test("characters that arrive in pieces are put together", async () => {
  const { stdout } = await sh("printf '\\303'; sleep 0.05; printf '\\274'");
  assert.is(stdout, "ü");
});

test("a command over its time is told to end", async () => {
  const { timedOut, outputTruncated, signal, stdout } = await sh("echo begun; exec sleep 60", {
    timeout: 1_500,
  });
  assert.equal([timedOut, outputTruncated, signal, stdout], [true, false, "SIGTERM", "begun\n"]);
});

test("one that does not listen is killed", async () => {
  const script = "echo $$; trap '' TERM; while :; do sleep 0.05; done";
  const { timedOut, signal, stdout } = await sh(script, { timeout: 1_500 });
  assert.is(timedOut, true);
  // Deno names the signal it was asked to send first
  assert.match(String(signal), /^SIG(KILL|TERM)$/);
  assert.not(existsSync(`/proc/${stdout.trim()}`));
});

test("one that left something with its output open is not waited for", async () => {
  const { timedOut, exitCode, stdout } = await sh("sleep 20 & echo begun", { timeout: 1_500 });
  assert.equal([timedOut, exitCode, stdout], [true, 0, "begun\n"]);
});

test("a command that prints too much is told to end", async () => {
  const loud = await sandbox.execFile("cat", ["/dev/zero"], { maxBuffer: 1000 });
  assert.equal([loud.timedOut, loud.outputTruncated, loud.stdout.length], [false, true, 1000]);
  const exact = await sh("printf 1234", { maxBuffer: 4 });
  assert.equal([exact.outputTruncated, exact.stdout, exact.exitCode], [false, "1234", 0]);
  const errors = await sh("printf 12345 >&2", { maxBuffer: 4 });
  assert.equal([errors.outputTruncated, errors.stderr], [true, "1234"]);
});

test("an AbortSignal ends it with an error", async () => {
  const controller = new AbortController();
  const running = sandbox.execFile("sleep", ["60"], { signal: controller.signal });
  controller.abort();
  const error = await running.catch((error) => error);
  assert.is(error.name, "AbortError");
});

test("limits that are none are refused", async () => {
  for (
    const [name, value] of [["timeout", -1], ["timeout", NaN], ["maxBuffer", "1"], ["maxBuffer", -1]] as const
  ) {
    const error = await sandbox.execFile("true", [], { [name]: value }).catch((error) => error);
    assert.instance(error, RangeError);
    assert.match(error.message, `option "${name}"`);
  }
});

test.run();
