/** Which programs a child can be, in the kernel: those granted with what they need, no other, and none that the
 * sandbox could write. Each act is tried without lockdown first. */
import { chmodSync, copyFileSync, existsSync, linkSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel } from "../../mod.ts";
import type { Folder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { skip } from "../support/skip.ts";
import { type Attempt, attempt, run } from "./attempt.ts";
import { elfHeader, ET_DYN, staticNaming } from "./made_up_elf.ts";
import { has, printed } from "./real_programs.ts";

const [TRUE, FALSE, CAT, SH] = ["true", "false", "cat", "sh"].map((name) => findProgram(name)) as [
  string,
  string,
  string,
  string,
];

/** A copy of `true` to be written to, run, moved and replaced. */
function prepareTool(folder: Folder): void {
  copyFileSync(TRUE, folder.at("bin/tool"));
  copyFileSync(TRUE, folder.at("bin/other"));
  for (const name of ["tool", "other"]) chmodSync(folder.at(`bin/${name}`), 0o755);
}

/** A program whose library lies beside it. */
function prepareLinked(folder: Folder): void {
  folder.write("lib/own.c", "int own(void) { return 0; }\n");
  folder.write("main.c", "int own(void);\nint main(void) { return own(); }\n");
  printed(
    "gcc",
    "-shared",
    "-fPIC",
    "-Wl,-soname,libown.so",
    "-o",
    folder.at("lib/libown.so"),
    folder.at("lib/own.c"),
  );
  const link = ["-L", folder.at("lib"), "-lown", "-Wl,-rpath,$ORIGIN/../lib"];
  printed("gcc", "-o", folder.at("bin/linked"), folder.at("main.c"), ...link);
}

const TOOL = { "bin/.keep": "", "data/x": "x" };

interface Case extends Attempt {
  /** What it takes besides Landlock. */
  readonly needs?: string;
}

const CASES: Readonly<Record<string, Case>> = {
  "no program runs without a grant": {
    permissions: { read: true },
    steps: [["spawnSync", "EACCES", TRUE], ["shell", "EACCES", SH, "true"]],
  },
  "a program granted by name runs by name and by path, and no other does": {
    permissions: { run: ["true"] },
    steps: [["spawnSync", "ok", "true"], ["spawnSync", "ok", TRUE], [
      "spawnSync",
      "EACCES",
      CAT,
      "/etc/hostname",
    ]],
  },
  "a shell can run what is granted, and says 126 for what is not": {
    permissions: { run: [SH, TRUE] },
    steps: [
      ["shell", "ok", SH, TRUE],
      ["shell", "EACCES", SH, CAT, "/etc/hostname"],
      ["shellInShell", "ok", SH, TRUE],
    ],
  },
  "a script runs with its interpreter granted through it": {
    prepare: (folder) => void folder.write("bin/script", `#!${SH}\nexit 0\n`, 0o755),
    permissions: { run: ["@/bin/script"] },
    steps: [["spawnSync", "ok", "@/bin/script"], ["spawnSync", "EACCES", TRUE]],
  },
  "a script that env starts runs": {
    prepare: (folder) => chmodSync(folder.write("bin/script", "#!/usr/bin/env -S sh -e\nexit 0\n"), 0o755),
    permissions: { run: ["@/bin/script"] },
    steps: [["spawnSync", "ok", "@/bin/script"], ["spawnSync", "EACCES", TRUE]],
    needs: "env -S",
  },
  "a script in Python runs": {
    prepare: (folder) =>
      chmodSync(folder.write("bin/script", "#!/usr/bin/env python3\nimport json\n"), 0o755),
    permissions: { run: ["@/bin/script"] },
    steps: [["spawnSync", "ok", "@/bin/script"]],
    start: { env: { PATH: "/usr/bin:/bin" } },
    needs: "/usr/bin/python3",
  },
  "a program runs with a library of its own": {
    files: { "bin/.keep": "", "lib/.keep": "" },
    prepare: prepareLinked,
    permissions: { run: ["@/bin/linked"] },
    steps: [["spawnSync", "ok", "@/bin/linked"], ["readSync", "ok", "@/lib/libown.so"], [
      "readSync",
      "EACCES",
      "@/lib/own.c",
    ]],
    needs: "gcc",
  },
  "a script cannot have a file granted by naming it as its interpreter": {
    files: { "secret": "#! executable, and no program\n" },
    prepare(folder) {
      chmodSync(folder.at("secret"), 0o755);
      folder.write("direct", `#!${folder.at("secret")}\n`, 0o755);
      folder.write("by_env", `#!/usr/bin/env ${folder.at("secret")}\n`, 0o755);
    },
    permissions: { run: ["@/direct", "@/by_env"] },
    steps: [["readSync", "EACCES", "@/secret"]],
  },
  "a program cannot have a file granted by naming it as its dynamic linker, or as a library": {
    files: { "secret": "secret" },
    prepare(folder) {
      folder.write("main.c", "int main(void) { return 0; }\n");
      printed(
        "gcc",
        "-o",
        folder.at("linked_by"),
        folder.at("main.c"),
        `-Wl,--dynamic-linker=${folder.at("secret")}`,
      );
      printed("gcc", "-shared", "-o", folder.at("library.so"), folder.at("main.c"));
      printed(
        "gcc",
        "-o",
        folder.at("needs"),
        folder.at("main.c"),
        "-Wl,--no-as-needed",
        folder.at("library.so"),
      );
      folder.write("library.so", "secret");
    },
    permissions: { run: ["@/linked_by", "@/needs"] },
    steps: [["readSync", "EACCES", "@/secret"], ["readSync", "EACCES", "@/library.so"]],
    needs: "gcc",
  },
  "a static program cannot have a library granted that it does not load": {
    prepare(folder) {
      writeFileSync(folder.at("library.so"), elfHeader(ET_DYN));
      writeFileSync(folder.at("static"), staticNaming(folder.at("library.so")), { mode: 0o755 });
    },
    permissions: { run: ["@/static"] },
    steps: [["readSync", "EACCES", "@/library.so"]],
  },
  "a granted program is not writable although its folder is": {
    files: TOOL,
    prepare: prepareTool,
    permissions: { read: ["@"], write: ["@"], run: ["@/bin/tool"] },
    steps: [
      ["spawnSync", "ok", "@/bin/tool"],
      ["appendSync", "EACCES", "@/bin/tool"],
      ["writeThenRun", "EACCES", SH, "@/data/sh"],
      ["appendSync", "ok", "@/bin/other"],
      ["appendSync", "ok", "@/data/x"],
      ["createSync", "ok", "@/data/y"],
    ],
  },
  "a granted program cannot be moved away, replaced or removed": {
    files: TOOL,
    prepare: prepareTool,
    permissions: { read: ["@"], write: ["@"], run: ["@/bin/tool"] },
    steps: [
      ["renameSync", "EACCES", "@/bin/tool", "@/data/tool"],
      ["renameSync", "ENOENT", "@/data/tool", "@/bin/tool"],
      ["renameSync", "EACCES", "@/bin/other", "@/bin/tool"],
      ["copySync", "EACCES", TRUE, "@/bin/tool"],
      ["renameSync", "EACCES", "@/bin", "@/elsewhere"],
      ["renameSync", "ENOENT", "@/elsewhere", "@/bin"],
      ["unlinkSync", "EACCES", "@/bin/tool"],
    ],
  },
  "a granted program is not writable under a second name beside it": {
    files: TOOL,
    prepare(folder) {
      prepareTool(folder);
      linkSync(folder.at("bin/tool"), folder.at("bin/second_name"));
    },
    permissions: { write: ["@"], run: ["@/bin/tool"] },
    steps: [["appendSync", "EACCES", "@/bin/second_name"], ["appendSync", "ok", "@/bin/other"]],
  },
  "what is written inside does not run": {
    files: { "data/.keep": "" },
    permissions: { read: ["@"], write: ["@"], run: [SH] },
    steps: [
      ["writeThenRun", "EACCES", SH, "@/data/copy"],
      ["writeScriptThenRun", "EACCES", SH, "@/data/script"],
    ],
  },
  "everything may run that lies where programs lie, or may be read": {
    files: TOOL,
    prepare: prepareTool,
    permissions: { run: true, read: ["@/data"] },
    steps: [["spawnSync", "ok", TRUE], ["spawnSync", "ok", CAT, "@/data/x"], [
      "spawnSync",
      "EACCES",
      "@/bin/tool",
    ]],
  },
  "everything may run but one": {
    permissions: { run: { allow: true, deny: ["cat"] } },
    steps: [["spawnSync", "ok", TRUE], ["spawnSync", "EACCES", CAT, "/etc/hostname"]],
  },
  "a denied program does not run by its own name although it has a second": {
    files: TOOL,
    prepare(folder) {
      prepareTool(folder);
      linkSync(folder.at("bin/tool"), folder.at("bin/second_name"));
    },
    permissions: { read: ["@"], run: { allow: true, deny: ["@/bin/tool"] } },
    steps: [["spawnSync", "EACCES", "@/bin/tool"], ["spawnSync", "ok", "@/bin/other"]],
  },
  "a program that must not be read does not run, whatever is granted": {
    permissions: { run: { allow: true, deny: ["/bin/cat"] }, read: true },
    steps: [["spawnSync", "EACCES", CAT, "/etc/hostname"], ["spawnSync", "ok", TRUE]],
  },
};

function lacks(need: string | undefined): boolean {
  if (need === "gcc") return !has("gcc");
  if (need === "env -S") return findProgram("env") === undefined;
  return need !== undefined && !existsSync(need);
}

for (const [fact, { needs, ...what }] of Object.entries(CASES)) {
  if (kernel().abi === 0) skip(fact, "a kernel with Landlock");
  else if (lacks(needs)) skip(fact, needs as string);
  else test(fact, () => void attempt(what));
}

if (kernel().abi > 0) {
  test("a program named by the shell keeps its exit code", () => {
    const { outcomes } = run({ permissions: { run: [FALSE] }, steps: [["spawnSync", FALSE]] });
    assert.equal(outcomes, ["exit code 1: "]);
  });
}

test.run();
