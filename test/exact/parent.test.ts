/** What a program may do to the process that called `lockdown()` and started it: not read or write its memory, not read its
 * environment, not open its descriptors. As root and as an ordinary user; of a Sandbox too. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { NOBODY, obstacleForUser, runSelfAs } from "../support/as_user.ts";
import { runSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const PROBE = "test/probes/parent.ts";

/** Each succeeds if the act does; `P` is the parent. */
const ATTACKS: Readonly<Record<string, string>> = {
  "open its memory for writing": "exec 3<>/proc/$P/mem",
  "open its memory for reading": "exec 3</proc/$P/mem",
  "read its environment": "tr '\\0' '\\n' </proc/$P/environ | grep -q SECRET_OF_PARENT",
  "read where its memory lies": "grep -q . /proc/$P/maps",
  "read where its descriptors lead": "ls -l /proc/$P/fd/ | grep -q -- '->'",
  "open a descriptor of it": "exec 3</proc/$P/fd/$FD",
  "reach its working directory": "ls /proc/$P/cwd/",
  "reach the memory of a thread of it": "exec 3</proc/$P/task/$P/mem",
};

if (kernel().abi === 0) skip("the parent is out of reach", "a kernel with Landlock");
else {
  register("root", (args, env) => runSelf(PROBE, args, { env }));
  const obstacle = obstacleForUser(NOBODY, PROBE);
  if (obstacle !== undefined) skip("a child of an ordinary user", obstacle);
  else register("an ordinary user", (args, env) => runSelfAs(NOBODY, PROBE, args, { env }));
}

function register(
  user: string,
  start: (args: readonly string[], env: Record<string, string>) => ReturnType<typeof runSelf>,
): void {
  const reached = (way: string): string[] => {
    const { stdout, stderr, code } = start([way, JSON.stringify(ATTACKS)], { SECRET_OF_PARENT: "1" });
    assert.is(code, 0, stderr);
    return JSON.parse(stdout) as string[];
  };
  const works = "WORKS";
  test(`a child of ${user} reaches all of its parent without lockdown`, () => {
    assert.equal(reached("bare"), [...Object.keys(ATTACKS), works]);
  });
  for (const way of ["lockdown", "reexec", "sandbox"]) {
    test(`a child of ${user} reaches nothing of its parent: ${way}`, () =>
      assert.equal(reached(way), [works]));
  }
}

test.run();
