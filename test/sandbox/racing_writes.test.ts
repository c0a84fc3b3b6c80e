/** What we write goes by descriptors: whoever may write in the folder, or above it, cannot have a path lead elsewhere
 * between two steps. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../mod.ts";
import { context } from "../../src/context.ts";
import { openFolderMaking } from "../../src/linux/folders.ts";
import { NOBODY } from "../support/as_user.ts";
import { compileC, COMPILER, hasCompiler } from "../support/compile_c.ts";
import { makeFolder } from "../support/folder.ts";
import { runSelf } from "../support/self.ts";
import { skip } from "../support/skip.ts";

const folder = makeFolder({ "theirs/": "", "victim": "root's", "other/file": "kept" });
test.after(folder.remove);
chmodSync(folder.path, 0o755);
const theirs = folder.at("theirs");
/** Tries, and among them such that the swapper came in time for. */
const TRIES = 500;
const FOUGHT = 3;

/** Writes launchers into a folder of another user, who swaps in a link to the victim, until that has been changed. */
async function fight(write: () => void): Promise<{ swapped: number; refused: number }> {
  chownSync(theirs, NOBODY, NOBODY);
  chmodSync(folder.at("victim"), 0o600);
  const swapper = spawn(folder.at("swap"), ["box", folder.at("victim")], {
    cwd: theirs,
    uid: NOBODY,
    gid: NOBODY,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  swapper.stdout.on("data", (data) => printed += data);
  const closed = once(swapper, "close");
  await once(swapper.stdout, "data");
  let refused = 0;
  const mode = () => statSync(folder.at("victim")).mode & 0o7777;
  for (let tried = 0; tried < TRIES && refused < FOUGHT && mode() === 0o600; tried++) {
    try {
      write();
    } catch {
      refused++;
    }
    rmSync(`${theirs}/box`, { force: true });
  }
  writeFileSync(`${theirs}/stop`, "");
  await closed;
  for (const name of readdirSync(theirs)) rmSync(`${theirs}/${name}`);
  return { swapped: Number(printed.replace("ready", "")), refused };
}

const obstacle = process.getuid?.() !== 0 ? "root" : hasCompiler() ? undefined : COMPILER.package;
if (obstacle !== undefined) skip("in a folder of another user, no other file changes its mode", obstacle);
else {
  compileC("test/probes/swap_entry.c", folder.at("swap"));
  const box = `${theirs}/box`;
  const wins = async (write: () => void) => {
    const { swapped, refused } = await fight(write);
    assert.ok(swapped > 0, "nothing was ever swapped");
    assert.is(statSync(folder.at("victim")).mode & 0o7777, 0o600, `after ${swapped} swaps`);
    assert.ok(refused > 0, "what was replaced is not said to be there");
  };
  test("compile -o in a folder of another user changes the mode of no other file", () =>
    wins(() => {
      const { code, stderr } = runSelf("cli.ts", ["compile", "--allow-read=/usr", "-o", box]);
      if (code !== 0) throw new Error(stderr);
    }));
  test("the option launcher in a folder of another user changes the mode of no other file", () =>
    wins(() => {
      const sandbox = new Sandbox({ run: ["true"] }, { launcher: box });
      try {
        sandbox.argv("true");
      } finally {
        sandbox.close();
      }
    }));
}

test("what takes the place of a temporary folder is neither granted nor removed", () => {
  const sandbox = new Sandbox({ run: ["sh"] }, { tmp: true });
  const [launcher = "", ...words] = sandbox.argv("sh", ["-c", 'echo "$TMPDIR" && echo x > "$TMPDIR/x"']);
  const start = () => spawnSync(launcher, words, { encoding: "utf8" });
  const first = start();
  const path = first.stdout.trim();
  assert.is(first.status, 0, first.stderr);
  assert.ok(existsSync(`${path}/x`));
  renameSync(path, folder.at("moved"));
  mkdirSync(path);
  writeFileSync(`${path}/kept`, "kept");
  const second = start();
  assert.is(second.status, 125, second.stdout);
  assert.match(second.stderr, /taken the place/);
  sandbox.close();
  assert.is(readFileSync(`${path}/kept`, "utf8"), "kept");
  rmSync(path, { recursive: true });
});

test("folders are made one in the other, and behind no link that was put there meanwhile", () => {
  const { system } = context();
  const open = (path: string, links: "follow" | "refuse") =>
    system.attempt("close", openFolderMaking(system, folder.at(path), links));
  open("made/a//b/", "refuse");
  assert.ok(statSync(folder.at("made/a/b")).isDirectory());
  symlinkSync(folder.at("other"), folder.at("link"));
  assert.throws(() => open("link/a", "refuse"), /ENOTDIR/);
  assert.throws(() => open("other/file/a", "follow"), /ENOTDIR/);
  assert.equal(readdirSync(folder.at("other")), ["file"]);
  open("link/a/b", "follow");
  assert.ok(statSync(folder.at("other/a/b")).isDirectory());
});

test.run();
