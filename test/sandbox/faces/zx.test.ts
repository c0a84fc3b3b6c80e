/** zx, with the sandbox's own spawn in place of Node's: that also confines the shell zx starts. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { $ } from "zx";
import { examineFace, type Face, sandbox } from "./face.ts";

const quiet = { nothrow: true, quiet: true };

const zx = (options: object): Face => async (words, input = "") => {
  const { stdout, stderr, exitCode, signal } = await $({ ...quiet, ...options, input })`${words}`;
  return { stdout, stderr, code: exitCode ?? signal };
};

process.env["SHLVL"] ??= "1"; // As below a shell, see MINIMAL_ENVIRONMENT
examineFace("zx", zx({}), zx({ spawn: sandbox.spawn }));

test("zx: what its shell itself does is confined, also in $.sync", () => {
  const run = (options: object) =>
    $.sync({ ...quiet, ...options })`cd / && echo "$(< /etc/shells)" | head -n 1`;
  assert.equal([run({}).exitCode, run({}).stdout.length > 0], [0, true]);
  const inside = run({ spawnSync: sandbox.spawnSync });
  assert.match(inside.stderr, /\/etc\/shells: Permission denied/);
});

test.run();
