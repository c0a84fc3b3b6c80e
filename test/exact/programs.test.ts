/** Nobody inside can change what a program entry lets run: the program, its interpreter, its libraries, and the symbolic
 * links by which they are found. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel, Sandbox } from "../../mod.ts";
import { shell } from "../cli/command.ts";
import { COMPILER, hasCompiler } from "../support/compile_c.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { skip } from "../support/skip.ts";

/** A program with a library of its own, a script with an interpreter of its own, and links to both. */
const PREPARE = `
mkdir lib bin
echo 'const char *word(void) { return "GENUINE"; }' > word.c
echo 'const char *word(void) { return "EVIL"; }' > evil.c
echo '#include <stdio.h>
const char *word(void); int main(void) { puts(word()); return 0; }' > main.c
gcc -shared -fPIC -o lib/libword.so.1 word.c && ln -s libword.so.1 lib/libword.so
gcc -shared -fPIC -o evil.so evil.c
gcc -o tool main.c -Llib -l:libword.so.1 -Wl,-rpath,'$ORIGIN/lib'
ln -s ../tool bin/tool
cp /bin/sh interpreter
printf '#!%s/interpreter\\necho GENUINE\\n' "$PWD" > script
chmod 755 script
`;

/** What would have another program, or other code in it, run by the granted name. */
const CHANGES: readonly [fact: string, change: string][] = [
  ["the program", "cp evil.so tool || (rm tool; cp evil.so tool)"],
  ["its library", "rm lib/libword.so.1; cp evil.so lib/libword.so.1"],
  ["the folder of its library", "mv lib old; mkdir lib; cp evil.so lib/libword.so.1"],
  ["the link to it", "rm bin/tool; echo 'echo EVIL' > bin/tool; chmod 755 bin/tool"],
  ["the folder of the link", "mv bin old; mkdir bin; echo 'echo EVIL' > bin/tool; chmod 755 bin/tool"],
  ["a script", "rm script; echo 'echo EVIL' > script; chmod 755 script"],
  ["the interpreter of a script", "cp /bin/false interpreter || (rm interpreter; cp /bin/false interpreter)"],
];

if (kernel().abi < 3) skip("programs that cannot be changed", "a kernel that restricts truncation (ABI 3)");
else if (!hasCompiler()) {
  skip("programs that cannot be changed", `${COMPILER.command} (package ${COMPILER.package})`);
} else for (const change of CHANGES) register(change);

function register([fact, change]: (typeof CHANGES)[number]): void {
  test(`${fact} can be changed without a sandbox`, () =>
    inFolder((folder) => {
      shell(change, { cwd: folder.path });
      assert.not.equal(run(folder), ["GENUINE\n", "GENUINE\n"]);
    }));

  test(`${fact} cannot be changed inside`, () =>
    inFolder((folder) => {
      const sandbox = new Sandbox({
        read: [folder.path],
        write: [`${folder.path}/`],
        run: [folder.at("bin/tool"), folder.at("script"), "sh", "cp", "rm", "mv", "mkdir", "chmod"],
      });
      const { status } = sandbox.spawnSync("sh", ["-c", `${change}; echo still > file`], {
        cwd: folder.path,
      });
      assert.ok(status !== 125, "the sandbox works");
      assert.equal(run(folder), ["GENUINE\n", "GENUINE\n"]);
      assert.is(String(sandbox.spawnSync(folder.at("bin/tool")).stdout), "GENUINE\n");
      sandbox.close();
    }));
}

test("a program with another name that may be written is said to be changeable", () => {
  const folder = makeFolder({ "bin/": "", "out/": "" });
  shell("cp /bin/true bin/tool; ln bin/tool out/other", { cwd: folder.path });
  const report = (write: readonly string[]) => {
    const { report } = new Sandbox({ run: [folder.at("bin/tool")], write: [...write] });
    return report.grants.find(({ permission }) => permission === "run");
  };
  assert.is(report([])?.fidelity, "exact");
  const { fidelity, reason } = report([`${folder.at("out")}/`]) ?? {};
  assert.is(fidelity, "wider");
  assert.match(String(reason), "hard links");
  folder.remove();
});

function run(folder: Folder): string[] {
  return ["bin/tool", "script"].map((name) => {
    const { stdout } = spawnSync(folder.at(name), { encoding: "utf8" });
    return String(stdout);
  });
}

function inFolder(use: (folder: Folder) => void): void {
  const folder = makeFolder();
  try {
    const { code, stderr } = shell(PREPARE, { cwd: folder.path });
    assert.is(code, 0, stderr);
    use(folder);
  } finally {
    folder.remove();
  }
}

test.run();
