/** A sandbox that starts many commands holds nothing more afterwards. Two hundred here; `npm run bench:leaks` starts ten
 * thousand and shows the memory too. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeFolder } from "../support/folder.ts";
import { runSelf, runtimeName } from "../support/self.ts";

for (const how of ["sandbox", "tmp"]) {
  test(`many spawns leave no descriptor, memory file or folder behind: ${how}`, () => {
    const folder = makeFolder(); // No others make theirs there
    const { stdout, stderr, code } = runSelf("test/probes/spawn_many.ts", ["200", how], {
      env: { TMPDIR: folder.path },
    });
    folder.remove();
    assert.is(code, 0, stderr);
    const { before, after, closed } = JSON.parse(stdout);
    // A runtime opens and closes a few of its own meanwhile; one for each command would be two hundred
    assert.ok(after.descriptors < before.descriptors + 10, stdout);
    assert.is(after.memfds, before.memfds, stdout);
    assert.is(before.memfds, how === "tmp" ? 0 : 1);
    assert.equal([after.temporaryFolders, closed.temporaryFolders, closed.memfds], [0, 0, 0]);
  });
}

test("a forgotten sandbox gives back its launcher, but not one that a command line relies on", () => {
  const flags =
    { node: ["--expose-gc"], bun: [], deno: ["--allow-all", "--v8-flags=--expose-gc"] }[runtimeName];
  const { stdout, stderr, code } = runSelf("test/probes/forgotten_sandbox.ts", [], { flags });
  assert.is(code, 0, stderr);
  assert.equal(JSON.parse(stdout), { before: 2, after: 1, stdout: "still confined\n" });
});

test.run();
