/** A sandbox inside lockdown() or inside another sandbox narrows further, and only that. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../mod.ts";
import { makeFolder } from "../support/folder.ts";
import { runSelf } from "../support/self.ts";

const folder = makeFolder({ "a/file": "a", "b/file": "b", "launchers/": "" });
test.after(folder.remove);
const run = ([command = "", ...args]: readonly string[]) => spawnSync(command, args, { encoding: "utf8" });
const files = [folder.at("a/file"), folder.at("b/file")];

/** A sandbox whose launcher others can execute: one in memory cannot be reached through another launcher. */
function make(name: string, read: readonly string[]): Sandbox {
  const launcher = folder.at(`launchers/${name}`);
  return new Sandbox({ read: [...read, folder.at("launchers")], run: true }, { launcher });
}

/** A command line inside sandboxes, the first the outermost. */
const inside = (sandboxes: readonly Sandbox[], words: readonly string[]) =>
  sandboxes.reduceRight<readonly string[]>(
    ([command = "", ...args], sandbox) => sandbox.argv(command, args),
    words,
  );

test("what a command may is what all sandboxes around it grant", () => {
  const both = make("both", [folder.path]);
  const onlyA = make("a", [folder.at("a")]);
  const onlyB = make("b", [folder.at("b")]);
  const words = ["cat", ...files];
  assert.is(run(words).stdout, "ab");
  assert.is(run(inside([both], words)).stdout, "ab");
  assert.is(run(inside([both, onlyA], words)).stdout, "a");
  assert.is(run(inside([onlyA, both], words)).stdout, "a");
  assert.is(run(inside([onlyA, onlyB], words)).stdout, "");
  for (const sandbox of [both, onlyA, onlyB]) sandbox.close();
});

test("16 layers work, and the 17th is an error that says so", () => {
  const sandbox = make("many", [folder.path]);
  const words = ["cat", folder.at("a/file")];
  assert.is(run(inside(Array(16).fill(sandbox), words)).stdout, "a");
  const { status, stdout, stderr } = run(inside(Array(17).fill(sandbox), words));
  assert.equal([status, stdout, stderr], [125, "", "landlockdown: cannot enforce the ruleset: E2BIG\n"]);
  sandbox.close();
});

test("under lockdown() a sandbox narrows, and cannot widen", () => {
  const { stdout, stderr, code } = runSelf("test/probes/nested_sandbox.ts", [folder.path]);
  assert.is(code, 0, stderr);
  assert.equal(JSON.parse(stdout), {
    bare: ["a", "b", "secret"],
    locked: ["a", "b", ""],
    narrower: ["a", "", ""],
    wider: ["a", "b", ""],
    temporary: ["a", "b", ""],
  });
});

test("where lockdown() forbids executable memory files, a sandbox is an error that says what to pass", () => {
  const { stdout, stderr, code } = runSelf("test/probes/nested_sandbox.ts", [folder.path, "forbidden"]);
  assert.is.not(code, 0);
  assert.is(stdout, "");
  assert.match(stderr, /Cannot start a command in a Sandbox here: .*filter: \{ memoryFiles: false \}/);
});

test.run();
