/** Deno with `--allow-run` for the launcher only: it confines what Deno itself would let do anything. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { architectureOf } from "../../src/linux/architecture.ts";
import { libcPaths } from "../../runtimes/runtime.ts";
import { findProgram } from "../support/programs.ts";
import { makeFolder } from "../support/folder.ts";
import { runSelf, runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";

if (runtimeName !== "deno") skip("scoped --allow-run", "Deno");
else {
  const folder = makeFolder({ granted: "granted", secret: "secret" });
  test.after(folder.remove);
  const cat = findProgram("cat") as string;
  const libc = libcPaths(architectureOf(process.arch) ?? "x86_64").find((path) => existsSync(path));
  const probe = (flags: readonly string[], ...args: string[]) => {
    const { stdout, stderr, code } = runSelf("test/probes/scoped_run.ts", [cat, folder.path, ...args], {
      flags: [`--allow-ffi=${libc}`, ...flags],
      cwd: folder.path,
    });
    assert.is(code, 0, stderr);
    return JSON.parse(stdout);
  };
  const ours = { granted: "granted", secret: "", bare: "NotCapable" };

  test("bare, a program that may be run reads everything", () => {
    assert.is(spawnSync(cat, [folder.at("secret")], { encoding: "utf8" }).stdout, "secret");
    assert.equal(probe([`--allow-run=${cat}`], "bare"), { bare: "secret" });
  });

  test("--allow-run=/proc/self/fd/900", () => {
    assert.equal(probe(["--allow-run=/proc/self/fd/900"], "descriptor"), ours);
  });

  test("--allow-run=./.sandbox/cat, which is not there yet", () => {
    const path = "./.sandbox/cat";
    const flags = [`--allow-run=${path}`];
    assert.equal(probe(flags, "launcher", path), ours);
    assert.ok(existsSync(folder.at(".sandbox/cat")));
    assert.equal(probe(flags, "launcher", path), ours);
  });

  test("node:child_process takes --allow-env besides", () => {
    assert.equal(probe(["--allow-run=/proc/self/fd/900", "--allow-env"], "spawn"), {
      secret: "",
      granted: "granted",
    });
  });
}

test.run();
