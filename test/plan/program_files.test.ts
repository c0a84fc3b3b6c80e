/** What real programs need before their first instruction, compared with the dynamic linker's own list. */
import { spawnSync } from "node:child_process";
import { chmodSync, realpathSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { currentRuntime } from "../../runtimes/mod.ts";
import { System } from "../../src/linux/system.ts";
import { libraryPath } from "../../src/plan/library_path.ts";
import { systemLookup } from "../../src/linux/lookup.ts";
import { programFiles } from "../../src/plan/program_files.ts";
import { findProgram as findInFolders } from "../../src/linux/find_program.ts";
import { makeFolder } from "../support/folder.ts";
import { findProgram } from "../support/programs.ts";
import { skip } from "../support/skip.ts";
import { has, printed, realPrograms } from "./real_programs.ts";

const runtime = currentRuntime();
const lookup = systemLookup(new System(runtime));
const FOLDERS = ["/usr/local/bin", "/usr/bin", "/bin"];

function filesOf(program: string, environment?: string) {
  const { execute, read } = programFiles(
    realpathSync(program),
    lookup,
    libraryPath(lookup, runtime.architecture, environment),
    (name) => findInFolders(name, FOLDERS, lookup),
    () => false,
  );
  return { execute: [...execute].sort(), read: [...read].sort() };
}

/** Canonical paths in what `ldd` prints, without the kernel's own. */
function askLdd(program: string, environment?: string): string[] {
  const env = environment === undefined ? process.env : { ...process.env, LD_LIBRARY_PATH: environment };
  const { stdout } = spawnSync("ldd", [program], { encoding: "utf8", env });
  const paths = [...stdout.matchAll(/(?:=> |^\s*)(\/\S+)/gm)].map((match) =>
    realpathSync(match[1] as string)
  );
  return [...new Set(paths)].sort();
}

/** A program with its interpreter and libraries, which is what `ldd` lists besides the program. */
function closure(program: string, environment?: string): string[] {
  const { execute, read } = filesOf(program, environment);
  return [...new Set([...execute, ...read])].filter((path) => path !== realpathSync(program)).sort();
}

if (has("ldd")) {
  for (const program of realPrograms()) {
    test(`what ldd says of ${program}`, () => assert.equal(closure(program), askLdd(program)));
  }
} else skip("what ldd says of programs", "ldd (libc-bin)");

const folder = makeFolder();

/** A script, and what else the kernel executes for it. */
const SCRIPTS: readonly [line: string, interpreters: readonly string[]][] = [
  ["#!/bin/sh", ["/bin/sh"]],
  ["#!/usr/bin/env sh", ["/usr/bin/env", "/bin/sh"]],
  ["#!/usr/bin/env python3", ["/usr/bin/env", "/usr/bin/python3"]],
  ["#!/usr/bin/env -S python3 -u", ["/usr/bin/env", "/usr/bin/python3"]],
];

for (const [line, interpreters] of SCRIPTS) {
  const name = `a script with ${line} executes its interpreters and what loads them`;
  const found = interpreters.map((path) => lookup.resolve(path)?.path);
  if (found.includes(undefined)) skip(name, interpreters.join(" and "));
  else {
    test(name, () => {
      const script = folder.write("script", `${line}\n`, 0o755);
      const { execute, read } = filesOf(script);
      const needed = interpreters.map((path) => filesOf(path));
      assert.equal(execute, [...new Set([script, ...needed.flatMap((files) => files.execute)])].sort());
      assert.equal(read, [...new Set(needed.flatMap((files) => files.read))].sort());
    });
  }
}

/** The text of a library `name` whose function calls those of others. */
function library(name: string, ...others: string[]): string {
  const calls = others.map((other) => `${other}();`).join(" ");
  return `${others.map((other) => `void ${other}(void);`).join("\n")}\nvoid ${name}(void) { ${calls} }\n`;
}

function compile(...words: string[]): void {
  printed("gcc", "-fPIC", "-O0", ...words);
}

/** A program in `bin/` that needs libraries in `private/`, one of which needs another there. */
function makeProgram(name: string, flags: readonly string[], named = true): string {
  const [inner, outer] = [folder.at("private/libinner.so"), folder.at("private/libouter.so")];
  folder.write("private/inner.c", library("inner"));
  folder.write("private/outer.c", library("outer", "inner"));
  folder.write("main.c", "void outer(void);\nint main(void) { outer(); return 7; }\n");
  folder.write("bin/.keep");
  // A library without a name of its own is asked for by the path it was linked with
  const nameOf = (soname: string) => named ? [`-Wl,-soname,${soname}`] : [];
  const link = flags.filter((flag) => flag.startsWith("-Wl,"));
  compile("-shared", "-o", inner, folder.at("private/inner.c"), ...nameOf("libinner.so"));
  compile("-shared", "-o", outer, folder.at("private/outer.c"), inner, ...nameOf("libouter.so"), ...link);
  const program = folder.at(`bin/${name}`);
  compile("-o", program, folder.at("main.c"), outer, "-Wl,-rpath-link", folder.at("private"), ...flags);
  return program;
}

/** Names of libraries, without the folder. */
const PRIVATE = ["libinner.so", "libouter.so"];

function privateLibraries(program: string, environment?: string): string[] {
  const inside = filesOf(program, environment).read.filter((path) => path.startsWith(folder.path));
  return inside.map((path) => path.slice(path.lastIndexOf("/") + 1));
}

const LINKED: readonly [fact: string, flags: (folder: string) => string[]][] = [
  ["RUNPATH with an absolute path", (path) => [`-Wl,-rpath,${path}/private`]],
  ["RUNPATH relative to the program", () => ["-Wl,-rpath,$ORIGIN/../private:$ORIGIN"]],
  ["RUNPATH with the program's place in braces", () => ["-Wl,-rpath,${ORIGIN}/../private:${ORIGIN}"]],
  [
    "RPATH, which holds for libraries of libraries",
    (path) => [`-Wl,--disable-new-dtags,-rpath,${path}/private`],
  ],
];

if (has("gcc") && has("ldd")) {
  for (const [fact, flags] of LINKED) {
    test(`libraries outside the standard folders: ${fact}`, () => {
      const program = makeProgram("linked", flags(folder.path));
      assert.is(spawnSync(program).status, 7);
      assert.equal(privateLibraries(program), PRIVATE);
      assert.equal(closure(program), askLdd(program));
    });
  }
  test("libraries outside the standard folders: named with their path", () => {
    const program = makeProgram("by_path", [], false);
    assert.is(spawnSync(program).status, 7);
    assert.equal(privateLibraries(program), PRIVATE);
    assert.equal(closure(program), askLdd(program));
  });
  test("libraries outside the standard folders: LD_LIBRARY_PATH", () => {
    const program = makeProgram("unlinked", []);
    const folders = `relative::${folder.at("private")}`;
    assert.equal(privateLibraries(program), []);
    assert.equal(privateLibraries(program, folders), PRIVATE);
    assert.equal(closure(program, folders), askLdd(program, folders));
  });
  test("a static program needs nothing else", () => {
    folder.write("static.c", "int main(void) { return 7; }\n");
    const program = folder.at("static");
    printed("gcc", "-static", "-o", program, folder.at("static.c"));
    assert.equal(filesOf(program), { execute: [program], read: [] });
  });
} else skip("libraries outside the standard folders", "gcc and ldd");

test("a file that is neither script nor ELF executes itself alone", () => {
  const file = folder.write("data", "nothing to run");
  chmodSync(file, 0o755);
  assert.equal(filesOf(file), { execute: [file], read: [] });
});

test("libraries that may be read anyway are not listed", () => {
  const shell = realpathSync(findProgram("sh") ?? "/bin/sh");
  const libraries = libraryPath(lookup, runtime.architecture, undefined);
  assert.is(programFiles(shell, lookup, libraries, () => undefined, () => true).read.size, 0);
});

const LDCONFIG = "/sbin/ldconfig";
if (has(LDCONFIG)) {
  test("every library of the loader's cache is found as the cache says", () => {
    const cached = new Map<string, Set<string>>();
    for (const [, name = "", path = ""] of printed(LDCONFIG, "-p").matchAll(/^\s+(\S+) \(.*\) => (.*)$/gm)) {
      const paths = cached.get(name) ?? new Set();
      const real = lookup.resolve(path)?.path;
      if (real !== undefined) cached.set(name, paths.add(real));
    }
    assert.ok(cached.size > 0);
    const libraries = libraryPath(lookup, runtime.architecture, undefined);
    for (const [name, paths] of cached) {
      const found = libraries.find(name, []);
      assert.ok(paths.has(lookup.resolve(found ?? "")?.path ?? ""), `${name}: ${found}`);
    }
  });
} else skip("every library of the loader's cache is found as the cache says", "ldconfig of glibc");

test.after(() => {
  lookup[Symbol.dispose]();
  folder.remove();
});
test.run();
