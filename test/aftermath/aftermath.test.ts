import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import type { Input } from "./activity.ts";
import { untilEnded } from "../support/ended.ts";
import { makeFolder } from "../support/folder.ts";
import { serve } from "../support/http_server.ts";
import { findProgram } from "../support/programs.ts";
import { startSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";

/** Inside, a runtime works as before: time, network, threads, memory, signals, children, further lockdowns. Each
 * fact has a process of its own. */

const MOST_LAYERS = 16;

const folder = makeFolder({ "first/file": "first", "second/file": "second" });
const [granted, other] = [await serve("granted"), await serve("other")];
const input: Input = {
  first: folder.at("first/file"),
  second: folder.at("second/file"),
  cat: program("cat"),
  sleep: program("sleep"),
  grantedPort: granted.port,
  otherPort: other.port,
  confined: true,
};
const { abi } = kernel();

test("timers set before lockdown go on and new ones start", async () => {
  assert.equal(await carryOut("timers"), { fired: ["microtask", "set before", "set after"] });
});

testFrom(4, "fetch reaches the granted port, by address and by name, and no other", async () => {
  assert.equal(await carryOut("network", { confined: false }), {
    granted: "granted",
    byName: "granted",
    other: "ok",
  });
  assert.equal(await carryOut("network"), { granted: "granted", byName: "granted", other: "EACCES" });
});

test("Workers can be made and ended, and are inside", async () => {
  const { outcomes, workers } = await carryOut("newWorkers");
  assert.equal(outcomes, Array(workers).fill(["ok", "EACCES"]).flat());
});

test("garbage is collected under load while timers fire", async () => {
  const { wrongHere, wrongThere, ticks } = await carryOut("collection");
  assert.equal([wrongHere, wrongThere], [0, 0]);
  assert.ok(ticks >= 20, `ticks: ${ticks}`);
});

test("handlers of signals run, from inside and from outside", async () => {
  const { got } = await carryOut("signals");
  assert.equal(got, ["SIGUSR2", "SIGTERM"]);
});

test("children start, end and can be killed", async () => {
  const { many, killed, earlier } = await carryOut("children");
  assert.equal(many, Array(20).fill(["ok", "EACCES"]).flat());
  assert.is(killed, "SIGTERM");
  // Either way its end is seen: of its own accord, or of the signal where none is denied
  assert.ok(earlier === 0 || earlier === "SIGTERM", String(earlier));
});

testFrom(6, "a child from before lockdown gets no signal any more, and its end is seen", async () => {
  const { toEarlier, earlier } = await carryOut("children");
  assert.equal([toEarlier, earlier], ["EPERM", 0]);
});

test("a further lockdown() takes away and gives nothing back", async () => {
  const [all, denied] = [Array(3).fill("ok"), Array(3).fill("EACCES")];
  assert.equal((await carryOut("narrower")).rounds, [
    { first: all, second: all, inWorker: "ok" },
    { first: all, second: denied, inWorker: "EACCES" },
    { first: all, second: denied, inWorker: "EACCES" },
  ]);
});

test(`${MOST_LAYERS} layers can be made, and the next is refused without harm`, async () => {
  assert.equal(await carryOut("layers"), {
    made: MOST_LAYERS,
    refusal: "TOO_MANY_LAYERS",
    inWorker: "EACCES",
    inAnother: "ok",
    first: Array(3).fill("ok"),
    second: Array(3).fill("EACCES"),
  });
});

test("libc finds its set-id signal as it was, and it works", async () => {
  const { before, after, change, users } = await carryOut("setIdSignal");
  assert.equal(after, before);
  if (change === "not root") return;
  assert.is(change, "ok");
  assert.equal(users, ["65534\t65534\t65534\t65534"]);
});

test.after(() => {
  granted.close();
  other.close();
  folder.remove();
});
test.run();

function testFrom(needed: number, name: string, body: () => Promise<void>): void {
  if (abi >= needed) test(name, body);
  else skip(name, `Landlock ABI ${needed}`);
}

function program(name: string): string {
  const path = findProgram(name);
  if (path === undefined) throw new Error(`Cannot find the program "${name}" in PATH`);
  return path;
}

/** Runs an activity of `test/aftermath/` and returns what it printed; sends SIGTERM when it says it is ready. */
// deno-lint-ignore no-explicit-any -- each activity returns something else, and the assertions look at all of it
async function carryOut(activity: string, changes: Partial<Input> = {}): Promise<any> {
  const child = startSelf("test/probes/aftermath.ts", [activity, JSON.stringify({ ...input, ...changes })], {
    env: { LC_ALL: "C" },
  });
  child.stdout?.on("data", (data) => {
    // Deno takes a child's own kill() for its end
    if (String(data).startsWith("ready")) process.kill(child.pid as number, "SIGTERM");
  });
  const { code, signal, stdout, stderr } = await untilEnded(child);
  if (code === 0) return JSON.parse(stdout.replace(/^ready\n/, ""));
  throw new Error(`${activity} ended with exit code ${code}, signal ${signal}\n${stdout}${stderr}`);
}
