/** Where the sysctl `vm.memfd_noexec` keeps memory files from being executed: starting again hands over a memory file,
 * and launchers are ones. */
import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import { makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { selfCommand } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { obstacle, runIn } from "./run_in.ts";
import { withMemoryFiles } from "./settings.ts";

const LEVELS = [0, 1, 2];
const NOEXEC = 'mount -t tmpfs -o noexec tmpfs "$TMPDIR"';

const need = kernel().abi === 0
  ? "a kernel with Landlock"
  : obstacle(withMemoryFiles(2), "grep -q 2 /proc/sys/vm/memfd_noexec");
if (need !== undefined) skip("memory files that cannot be executed", need);
else {
  for (const level of LEVELS) test(`starting again with vm.memfd_noexec ${level}`, () => startAgain(level));
  for (const level of LEVELS) {
    test(`a launcher with vm.memfd_noexec ${level}`, () => {
      assert.is(launch(withMemoryFiles(level)), "status 0\n");
    });
  }
  test("a launcher in memory needs no temporary folder where programs may lie", () => {
    assert.is(launch(withMemoryFiles(1, NOEXEC)), "status 0\n");
  });
  test("a launcher on disk has no name by which a command could replace it", () => {
    const folder = makeFolder({ "temporary/other": "#!/bin/sh\n", "temporary/mine": "", "secret": "secret" });
    const words = [folder.at("temporary"), folder.at("secret")];
    const [command, args] = selfCommand("test/probes/setting_launcher_folder.ts", words);
    const setting = [...withMemoryFiles(2), "env", `TMPDIR=${folder.at("temporary")}`];
    const { code, stdout, stderr } = runIn(setting, [command, ...args]);
    assert.is(code, 0, stderr);
    assert.equal(JSON.parse(stdout), [[folder.at("temporary/mine"), folder.at("temporary/other")], 1]);
    assert.is(
      readFileSync(folder.at("temporary/mine"), "utf8"),
      "#!/bin/sh\n",
      "what has a name was replaced",
    );
    folder.remove();
  });
  test("a launcher that can lie nowhere is an error that says what to do", () => {
    assert.match(launch(withMemoryFiles(2, NOEXEC)), /^SYSTEM: .*memfd_noexec is 2.*noexec.*Set TMPDIR/);
  });
}

test.run();

function startAgain(level: number): void {
  const folder = makeFolder({ granted: "", secret: "" });
  try {
    const words = [folder.at("granted"), folder.at("secret")];
    const [command, args] = selfCommand("test/probes/setting_restart.ts", words);
    const { code, stdout, stderr } = runIn(withMemoryFiles(level), [command, ...args]);
    assert.is(code, 0, stderr);
    assert.equal(JSON.parse(stdout), ["reexec", "ok", "EACCES"]);
  } finally {
    folder.remove();
  }
}

function launch(words: readonly string[]): string {
  const [command, args] = selfCommand("test/probes/setting_launcher.ts", ["/usr", findProgram("true") ?? ""]);
  const { code, stdout, stderr } = runIn(words, [command, ...args]);
  assert.is(code, 0, stderr);
  return stdout;
}
