/** LD_PRELOAD and NODE_OPTIONS in the environment that a program inherits. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "uvu";
import { presets, Sandbox } from "../../mod.ts";
import { findProgram } from "../support/programs.ts";
import { skip } from "../support/skip.ts";
import { examineAttack, trueNames } from "./three_steps.ts";

const LIBRARY = `
#include <fcntl.h>
__attribute__((constructor)) static void load(void) { creat("loaded", 0644); }
`;

// What is loaded leaves its trace where the command may write: it is not only denied, it does not run
const gcc = findProgram("gcc");
if (gcc === undefined) skip("LD_PRELOAD", "gcc");
else {
  examineAttack({
    fact: "LD_PRELOAD loads nothing into a command",
    harm: ["loaded"],
    sandbox: ({ at }) => new Sandbox({ read: [at("work")], write: [at("work")], run: ["cat"], env: true }),
    act(run, folder, hostile) {
      const { at } = folder;
      const source = folder.write("library.c", LIBRARY);
      spawnSync(gcc, ["-shared", "-fPIC", "-o", at("work/library.so"), source]);
      folder.write("work/file", "content");
      const env = { ...process.env, ...(hostile ? { LD_PRELOAD: at("work/library.so") } : {}) };
      const { stdout } = run("cat", ["file"], { cwd: at("work"), env, encoding: "utf8" });
      return { done: stdout === "content", harm: trueNames({ loaded: existsSync(at("work/loaded")) }) };
    },
  });
}

const node = findProgram("node");
if (node === undefined) skip("NODE_OPTIONS", "node in PATH");
else {
  examineAttack({
    fact: "NODE_OPTIONS loads nothing into a command",
    harm: ["loaded"],
    sandbox: ({ at }) => new Sandbox({ ...presets.node(at("work")), env: true }),
    act(run, folder, hostile) {
      const { at } = folder;
      folder.write("work/loaded.cjs", 'require("fs").writeFileSync("loaded", "")');
      const program = folder.write("work/app.cjs", 'process.stdout.write("done")');
      const env = {
        ...process.env,
        ...(hostile ? { NODE_OPTIONS: `--require ${at("work/loaded.cjs")}` } : {}),
      };
      const { stdout } = run(node, [program], { cwd: at("work"), env, encoding: "utf8" });
      return { done: stdout === "done", harm: trueNames({ loaded: existsSync(at("work/loaded")) }) };
    },
  });
}

test.run();
