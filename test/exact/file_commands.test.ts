/** Commands of file systems that change what they are given a descriptor of, however it was opened: Landlock does not
 * restrict them, so the filter does. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { landlockdown, shell } from "../cli/command.ts";
import { compileC, COMPILER, hasCompiler } from "../support/compile_c.ts";
import { makeFolder } from "../support/folder.ts";
import { skip } from "../support/skip.ts";

if (!hasCompiler()) skip("commands of file systems", COMPILER.package);
else {
  const folder = makeFolder({ "in/": "" });
  test.after(folder.remove);
  const program = folder.at("commands");
  compileC("test/probes/file_commands.c", program);
  const flags = [`--allow-read=${folder.path}`, `--allow-run=${program}`];

  test("without a sandbox the kernel takes every one", () => {
    const { stdout } = shell(program);
    for (const line of stdout.trim().split("\n")) assert.match(line, /: Bad file descriptor$/);
  });

  test("those that change something are refused, those that do not are not", () => {
    for (const more of [[], [`--allow-write=${folder.at("in")}/`]]) {
      const { stdout, code, stderr } = landlockdown(["run", ...flags, ...more, "--", program]);
      assert.is(code, 0, stderr);
      for (const line of stdout.trim().split("\n")) {
        const answer = line.startsWith("allowed ") ? "Bad file descriptor" : "Inappropriate ioctl for device";
        assert.ok(line.endsWith(`: ${answer}`), line);
      }
    }
  });

  test("where writing is granted everywhere they work", () => {
    const { stdout } = landlockdown(["run", ...flags, "--allow-write", "--", program]);
    for (const line of stdout.trim().split("\n")) assert.match(line, /: Bad file descriptor$/);
  });
}

test.run();
