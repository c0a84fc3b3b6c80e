/** The folder of `--tmp` is gone after the command whatever that has left in it, and nothing else is touched. */
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openingProgram } from "../../src/cli/opening_program.ts";
import { confinedTo } from "../../src/cli/temporary_folder.ts";
import { context } from "../../src/context.ts";
import { openPath } from "../../src/linux/open.ts";
import { statusOf } from "../../src/linux/status.ts";
import { assemble } from "../../src/machine/assemble.ts";
import { assembleExecutable } from "../../src/machine/executable.ts";
import { assertListings } from "../machine/disassemble.ts";
import { ARCHITECTURES, binutils, run as runProgram, testWith } from "../machine/tools.ts";
import { NOBODY, obstacleForUser, runSelfAs } from "../support/as_user.ts";
import { compileC, COMPILER, hasCompiler } from "../support/compile_c.ts";
import { makeFolder } from "../support/folder.ts";
import { runSelf, type SelfOptions } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { until } from "../support/until.ts";

const folder = makeFolder({ "outside/kept": "kept" });
chmodSync(folder.path, 0o755);

/** Runs a script with a temporary folder, of which it prints the path, as this user or as another. */
function run(
  user: number | undefined,
  flags: readonly string[],
  script: string,
  env: SelfOptions["env"] = {},
): string {
  const words = [
    "run",
    "--allow-run",
    "--tmp",
    ...flags,
    "sh",
    "-c",
    `echo "$TMPDIR"; cd "$TMPDIR"; ${script}`,
  ];
  const options = { cwd: "/", env: { TMPDIR: undefined, ...env } };
  const ended = user === undefined
    ? runSelf("cli.ts", words, options)
    : runSelfAs(user, "cli.ts", words, options);
  assert.is(ended.code, 0, ended.stderr);
  assert.match(ended.stdout, /^\/.*landlockdown-tmp-.*\n$/);
  return ended.stdout.trim();
}

async function untilGone(path: string): Promise<void> {
  assert.ok(await until(() => !existsSync(path)), path);
}

const obstacle = obstacleForUser(NOBODY, "cli.ts");
const USERS: [name: string, user: number | undefined][] = [["this user", undefined]];
if (obstacle === undefined) USERS.push(["nobody", NOBODY]);
else skip("a folder of nobody", obstacle);
const swap = folder.at("swap");
if (hasCompiler()) compileC("test/probes/swap_folders.c", swap);

for (const [name, user] of USERS) {
  test(`folders in folders that ${name} closed are removed`, async () => {
    const script = "mkdir -p a/b/c; touch a/b/c/file; ln -s / a/b/link; chmod 000 a/b/c a/b a";
    await untilGone(run(user, [], script));
  });

  if (!hasCompiler()) skip(`what ${name} left running leads nowhere else`, COMPILER.package);
  else {
    test(`what ${name} left running keeps no folder for ever, and leads nowhere else`, async () => {
      const outside = folder.at("outside");
      if (user !== undefined) {
        for (const path of [outside, `${outside}/kept`]) chownSync(path, user, user);
      }
      chmodSync(outside, 0o555);
      const script =
        `${swap} 3 ${outside} > /dev/null 2>&1 < /dev/null & until [ -e folder29 ]; do sleep 0.1; done`;
      await untilGone(run(user, [`--allow-read=${swap}`], script));
      assert.is(statSync(outside).mode & 0o7777, 0o555);
      assert.is(readFileSync(`${outside}/kept`, "utf8"), "kept");
    });
  }
}

/** A folder as it is looked at when it is made. */
function folderAt(path: string) {
  const { system } = context();
  const fd = openPath(system, path);
  const { identity } = statusOf(system, fd, path);
  system.attempt("close", fd);
  return { path, identity };
}

test("what removes it can remove nothing else, and no other folder", () => {
  const tree = makeFolder({ "folder/a/file": "", "folder/b/": "", "bare/file": "", "elsewhere/file": "" });
  const rm = (program: string, ...words: string[]) => spawnSync(program, words).status;
  assert.is(rm("rm", "-rf", "--", tree.at("bare/file")), 0);
  assert.not(existsSync(tree.at("bare/file")));
  const launcher = confinedTo(folderAt(tree.at("folder")));
  assert.is(rm(launcher.path, "rm", "-rf", "--", tree.at("folder"), tree.at("elsewhere/file")), 1);
  assert.equal([readdirSync(tree.at("folder")), existsSync(tree.at("elsewhere/file"))], [[], true]);
  launcher.release();
  tree.remove();
});

test("the program that opens folders opens none behind a link", () => {
  const { architecture } = context().runtime;
  const program = assembleExecutable(openingProgram(architecture), architecture);
  const tree = makeFolder({ "closed/": "", "real/closed/": "" });
  symlinkSync("real/closed", tree.at("link"));
  symlinkSync("real", tree.at("parent"));
  const paths = [tree.at("closed"), tree.at("real/closed")];
  for (const path of paths) chmodSync(path, 0);
  const modes = () => paths.map((path) => statSync(path).mode & 0o7777);
  for (const name of ["link", "parent/closed", "missing", "closed"]) {
    assert.equal(modes(), [0, 0], name);
    runProgram(architecture, program, [tree.at(name)]);
  }
  assert.equal(modes(), [0o700, 0]);
  chmodSync(tree.at("real/closed"), 0o700);
  tree.remove();
});

for (const architecture of ARCHITECTURES) {
  testWith(binutils("objdump", architecture), `objdump reads that program as listed, ${architecture}`, () => {
    assertListings([assemble(openingProgram(architecture), architecture)], architecture);
  });
}

test("what removes it is no program that the command could write", async () => {
  const programs = folder.at("bin");
  folder.write("bin/.keep");
  const plant = ["rm", "sleep", "find", "kill"].map((name) =>
    `printf '#!/bin/sh\\ntouch ${folder.at("sprung")}\\n' > ${programs}/${name}; chmod +x ${programs}/${name}`
  );
  const env = { PATH: `${programs}:${process.env["PATH"]}` };
  await untilGone(run(undefined, [`--allow-write=${programs}`], plant.join("; "), env));
  assert.ok(existsSync(`${programs}/rm`));
  assert.not(existsSync(folder.at("sprung")));
});

test.after(folder.remove);
test.run();
