/** What only root may, and no rule on files or ports speaks of, is out of reach inside, and so is the terminal of a command
 * without one. */
import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { compileC, COMPILER, hasCompiler } from "../support/compile_c.ts";
import { makeFolder } from "../support/folder.ts";
import { selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const folder = makeFolder();
const program = folder.at("administration");
const canMakeNamespaces = spawnSync("unshare", ["-n", "true"]).status === 0;

/** In a network and a terminal of its own, so that nothing else is touched. */
function inOwnWorld(command: string, words: readonly string[]): string[] {
  const script = `exec unshare -n -- "$@"`;
  const { stdout, stderr, status } = spawnSync("sh", ["-c", script, "sh", command, ...words], {
    encoding: "utf8",
  });
  assert.is(status, 0, stderr);
  return stdout.trim().split("\n").filter((line) => line !== "");
}

if (!canMakeNamespaces) skip("what only root may", "root");
else if (kernel().abi === 0) skip("what only root may", "a kernel with Landlock");
else if (!hasCompiler()) skip("what only root may", `${COMPILER.command} (package ${COMPILER.package})`);
else {
  compileC("test/native/administration.c", program);
  chmodSync(program, 0o755);
  const acts = [
    "adjust the clock",
    "decide on others' opens",
    "make a file system",
    "clone mounts",
    "enter a namespace",
    "change a network interface",
    "have core dumps",
  ];

  test("without a sandbox root may all of it", () => {
    const done = inOwnWorld(program, []);
    assert.equal(acts.filter((act) => !done.includes(act)), []);
  });

  for (const way of ["Sandbox", "lockdown"]) {
    test(`none of it inside: ${way}`, () => {
      const [command, words] = selfCommand("test/probes/administration.ts", [way, program]);
      const done = inOwnWorld(command, words);
      assert.equal(done.filter((act) => act !== "WORKS"), []);
      assert.ok(done.includes("WORKS"));
    });
  }
}

test.after(() => folder.remove());
test.run();
