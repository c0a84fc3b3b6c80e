/** Which variables reach a child, through spawn and through argv() alike. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Permissions, Sandbox } from "../../mod.ts";
import { makeFolder } from "../support/folder.ts";

const folder = makeFolder({ "home/": "" });
test.after(folder.remove);

const inherited = {
  ...process.env,
  SECRET: "s",
  FOO_A: "a",
  FOO_B: "b",
  LD_PRELOAD: "",
  LD_LIBRARY_PATH: "",
  NODE_OPTIONS: "--no-warnings",
  BUN_OPTIONS: "",
  DENO_DIR: "/nonexistent",
  npm_config_script_shell: "/bin/sh",
  "BASH_FUNC_ls%%": "() { :; }",
  LC_TIME: "C",
  SHLVL: "1",
};

/** Names of the variables that a child gets; the same through spawn and through a command line. */
function names(env: Permissions["env"], variables: Record<string, string | undefined> = inherited): string[] {
  const sandbox = new Sandbox({ run: ["env"], env });
  const options = { env: variables, encoding: "utf8" } as const;
  const spawned = split(sandbox.spawnSync("env", [], options).stdout);
  const [launcher = "", ...words] = sandbox.argv("env");
  assert.equal(split(spawnSync(launcher, words, options).stdout), spawned);
  sandbox.close();
  return spawned;
}

const split = (output: string) =>
  output.split("\n").filter(Boolean).map((line) => line.split("=")[0] as string).sort();

test("bare, everything is inherited", () => {
  const bare = split(spawnSync("env", [], { env: inherited, encoding: "utf8" }).stdout);
  for (const name of Object.keys(inherited)) {
    // Shells alone may drop it, and runtimes change what is theirs
    if (name in process.env) continue;
    assert.ok(bare.includes(name), name);
  }
});

test("without the permission a minimal set passes", () => {
  const passed = names(undefined);
  for (const name of ["PATH", "HOME", "LC_TIME", "SHLVL"]) assert.ok(passed.includes(name), name);
  const dangerous = ["LD_PRELOAD", "LD_LIBRARY_PATH", "NODE_OPTIONS", "BUN_OPTIONS", "DENO_DIR"];
  for (const name of [...dangerous, "npm_config_script_shell", "BASH_FUNC_ls%%", "SECRET", "FOO_A"]) {
    assert.not(passed.includes(name), name);
  }
});

test("names and prefixes pass, and nothing else", () => {
  assert.equal(names(["FOO_*"]), ["FOO_A", "FOO_B"]);
  assert.equal(names({ allow: ["FOO_*", "SECRET"], deny: ["FOO_B"] }), ["FOO_A", "SECRET"]);
  assert.equal(names({ allow: ["FOO_B"], deny: ["FOO_*"] }), ["FOO_B"], "the most specific wins");
  assert.equal(names([]), []);
  assert.equal(names(false), []);
});

test("dangerous variables pass by their own name only", () => {
  assert.equal(names(["NODE_OPTIONS", "LD_PRELOAD"]), ["LD_PRELOAD", "NODE_OPTIONS"]);
  assert.equal(names(["NODE_O*", "LD_P*", "npm_config_s*", "BASH_*"]), []);
  const all = names(true);
  assert.ok(all.includes("SECRET"));
  for (const name of ["LD_PRELOAD", "NODE_OPTIONS", "BUN_OPTIONS", "DENO_DIR", "npm_config_script_shell"]) {
    assert.not(all.includes(name), name);
  }
});

test("a family of dangerous variables passes if it is named as such", () => {
  assert.equal(names(["LD_*"]), ["LD_LIBRARY_PATH", "LD_PRELOAD"]);
});

test("HOME points where the child may read, or nowhere", () => {
  const home = (permissions: Permissions, HOME: string, tmp = false) => {
    const previous = process.env["HOME"];
    process.env["HOME"] = HOME; // Looked at when the launcher is made
    const sandbox = new Sandbox({ ...permissions, run: ["sh"] }, { tmp });
    const { stdout } = sandbox.spawnSync("sh", ["-c", 'echo "$HOME $TMPDIR"'], { encoding: "utf8" });
    sandbox.close();
    process.env["HOME"] = previous;
    return stdout.trim().split(" ");
  };
  assert.is(home({}, folder.at("home"))[0], "/nonexistent");
  assert.is(home({ read: [folder.path] }, folder.at("home"))[0], folder.at("home"));
  const [own, temporary] = home({}, folder.at("home"), true);
  assert.is(own, temporary);
  assert.is(home({ env: ["PATH"] }, folder.at("home"))[0], "");
});

test.run();
