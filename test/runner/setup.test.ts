/** What `npm test` says when it cannot install what tests need: the reason that apt-get gives. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeFolder } from "../support/folder.ts";
import { runSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";

/** Runs the setup with no command in PATH but an apt-get that is this script. */
function setUp(script: string): string {
  const folder = makeFolder();
  try {
    folder.write("apt-get", `#!/bin/sh\n${script}\n`, 0o755);
    const { code, stdout, stderr } = runSelf("test/probes/set_up.ts", [], { env: { PATH: folder.path } });
    assert.is(code, 0, stderr);
    return stdout;
  } finally {
    folder.remove();
  }
}

const tests: Record<string, () => void> = {
  "what apt-get marks as an error or a warning is reported, once and without the rest": () => {
    const printed = setUp(`
      [ "$2" = update ] && { echo "W: Failed to fetch a list" >&2; exit 0; }
      echo "Reading package lists..." >&2
      echo "E: Unable to locate package gcc" >&2
      echo "E: Unable to locate package gcc" >&2
      exit 100`);
    const [, ...lines] = printed.trim().split("\n");
    assert.equal(lines.slice(0, -1), [
      "apt-get could not install them:",
      "  W: Failed to fetch a list",
      "  E: Unable to locate package gcc",
    ]);
    assert.match(lines.at(-1) as string, /^Cases that need them are skipped: .*gcc/);
  },
  "where it marks nothing its last words are, and where it says nothing how it ended": () => {
    assert.match(setUp("echo 'No space left' >&2; exit 1"), /:\n {2}No space left\nCases/);
    assert.match(setUp("exit 3"), /:\n {2}apt-get update ended with exit code 3\n {2}apt-get install ended/);
  },
  "nothing is reported where it succeeds": () => {
    assert.not.match(setUp("exit 0"), /could not|skipped/);
  },
};

for (const [fact, check] of Object.entries(tests)) {
  if (process.getuid?.() === 0) test(fact, check);
  else skip(fact, "root");
}

test.run();
