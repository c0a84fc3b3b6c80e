/** A command opens `/dev/tty` only if a terminal is among its standard streams, or under `lockdown()` among those of the process:
 * else it could read what is typed to others, and write over what they print. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";
import { selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";

/** Runs a command in a terminal of its own, which is its standard streams too unless they are to be /dev/null, and ends as
 * it does. */
const IN_TERMINAL = `
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    if sys.argv[1] == "null":
        null = os.open("/dev/null", os.O_RDWR)
        for fd in (0, 1, 2): os.dup2(null, fd)
    os.execv(sys.argv[2], sys.argv[2:])
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status))
`;
/** See the probe. */
const [OPENED, REFUSED] = [10, 11];

const hasPython = spawnSync("python3", ["-c", "import pty"]).status === 0;
if (kernel().abi === 0) skip("the terminal of a command", "a kernel with Landlock");
else if (!hasPython) skip("the terminal of a command", "python3");
else {
  /** Streams of the process, streams of the command, and who may open the terminal. */
  const cases: readonly [own: "terminal" | "null", streams: string, opens: readonly string[]][] = [
    ["null", "pipes", ["bare"]],
    ["null", "inherited", ["bare"]],
    ["terminal", "pipes", ["bare", "lockdown"]],
    ["terminal", "inherited", ["bare", "lockdown", "sandbox"]],
  ];
  for (const [own, streams, opens] of cases) {
    for (const way of ["bare", "lockdown", "sandbox"]) {
      test(`${way}: the process has ${own}, the command ${streams}`, () => {
        const [command, words] = selfCommand("test/probes/terminal.ts", [way, streams]);
        const { status, stderr } = spawnSync("python3", ["-c", IN_TERMINAL, own, command, ...words], {
          encoding: "utf8",
          timeout: HANGS_MILLISECONDS,
          killSignal: "SIGKILL",
        });
        assert.is(status, opens.includes(way) ? OPENED : REFUSED, stderr);
      });
    }
  }
}

test.run();
