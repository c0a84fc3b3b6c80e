/** What the report calls a limit is possible inside, and what a Sandbox is said to prevent is not. */
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { explain, kernel } from "../../mod.ts";
import { ACTS } from "../../src/acts/catalogue.ts";
import { makeFolder } from "../support/folder.ts";
import { runSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const PROBE = "test/probes/limits.ts";
const TRIED = ["commandLines", "signalsToParent", "siblings", "locks", "loadingLibraries"] as const;
/** A library of this process: a copy is as good as any. */
const library = /\/\S+libc\.so\.6$|\/\S+libc[.-]\S*\.so\S*$/m.exec(readFileSync("/proc/self/maps", "utf8"))
  ?.[0];

if (kernel().abi < 6) skip("limits", "a kernel that restricts signals (ABI 6)");
else if (spawnSync("flock", ["--version"]).error !== undefined) skip("limits", "flock");
else if (library === undefined) skip("limits", "a shared C library");
else {
  const folder = makeFolder({ "file": "locked" });
  copyFileSync(library, folder.at("copied.so"));
  const done = (way: string): string[] => {
    const { stdout, stderr, code } = runSelf(PROBE, [way, folder.at("file"), folder.at("copied.so")]);
    assert.is(code, 0, stderr);
    return JSON.parse(stdout);
  };
  test("all of it is possible without a sandbox", () => assert.equal(done("bare"), TRIED));
  test("what the report of lockdown() lists is possible inside", () => {
    const { limits } = explain({ run: ["sh"] }).report;
    const listed = TRIED.filter((name) => limits.some(({ act }) => act === ACTS[name].act));
    assert.equal(listed, TRIED);
    assert.equal(done("lockdown"), TRIED);
  });
  test("a command of a Sandbox cannot signal who started it, nor reach others that it started", () => {
    const held = TRIED.filter((name) => ACTS[name].heldBySandbox === true);
    assert.equal(done("sandbox"), TRIED.filter((name) => !held.includes(name)));
  });
  test.after(() => folder.remove());
}

test.run();
