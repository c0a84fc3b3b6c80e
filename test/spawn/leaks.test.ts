/** A sandbox that starts many commands holds nothing more afterwards. Two hundred here; `npm run bench:leaks` starts ten
 * thousand and shows the memory too. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeFolder } from "../support/folder.ts";
import { runSelf } from "../support/self.ts";

for (const how of ["sandbox", "tmp"]) {
  test(`many spawns leave no descriptor, memory file or folder behind: ${how}`, () => {
    const folder = makeFolder(); // No others make theirs there
    const { stdout, stderr, code } = runSelf("test/probes/spawn_many.ts", ["200", how], {
      env: { TMPDIR: folder.path },
    });
    folder.remove();
    assert.is(code, 0, stderr);
    const { before, after, closed } = JSON.parse(stdout);
    // Fewer is fine: a runtime may close some of its own meanwhile
    assert.ok(after.descriptors <= before.descriptors, stdout);
    assert.is(after.memfds, before.memfds, stdout);
    assert.is(before.memfds, how === "tmp" ? 0 : 1);
    assert.equal([after.temporaryFolders, closed.temporaryFolders, closed.memfds], [0, 0, 0]);
  });
}

test.run();
