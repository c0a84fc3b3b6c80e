/** With `tmp` each child has a temporary folder of its own, and it is gone afterwards whatever happened. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../mod.ts";
import { context } from "../../src/context.ts";
import { removeTree } from "../../src/linux/remove_tree.ts";
import { untilEnded } from "../support/ended.ts";
import { makeFolder } from "../support/folder.ts";
import { runSelf } from "../support/self.ts";

const folder = makeFolder({ "keep/file": "kept" });
test.after(folder.remove);
const sandbox = new Sandbox({ run: ["sh", "cat", "sleep"] }, { tmp: true });
const sh = (script: string) => sandbox.spawnSync("sh", ["-c", script], { encoding: "utf8" });

test("a child can use its own and no other, and only its user may enter", () => {
  const script =
    'echo x > "$TMPDIR/file" && cat "$TMPDIR/file" && echo $TMPDIR $TMP $TEMP && echo y > /tmp/landlockdown-y';
  assert.is(spawnSync("sh", ["-c", "echo y > /tmp/landlockdown-y; rm /tmp/landlockdown-y"]).status, 0);
  const { stdout, stderr } = sh(script);
  const [text, paths = ""] = stdout.split("\n");
  const [first = "", ...others] = paths.split(" ");
  assert.is(text, "x");
  assert.equal(others, [first, first]);
  assert.match(stderr, /landlockdown-y: Permission denied/);
  assert.not(existsSync(first));

  const mode = sandbox.argv("sh", ["-c", "echo $TMPDIR"]);
  const path = spawnSync(mode[0] as string, mode.slice(1), { encoding: "utf8" }).stdout.trim();
  assert.is.not(path, first);
  assert.is(statSync(path).mode & 0o777, 0o700);
  const other = sh(`cat ${path}/* ; ls ${path}; echo z > ${path}/z`);
  assert.is(other.stdout, "");
  assert.not(existsSync(`${path}/z`));
});

test("it is gone after an exit, an error, a crash and a kill", async () => {
  const print = "echo $TMPDIR; echo x > $TMPDIR/x; ulimit -c 0; ";
  for (const end of ["exit 0", "exit 1", "kill -SEGV $$"]) {
    const path = sh(print + end).stdout.trim();
    assert.ok(path.startsWith("/"), path);
    assert.not(existsSync(path), end);
  }
  const child = sandbox.spawn("sh", ["-c", `${print} exec sleep 60`]);
  const path = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data) => resolve(`${data}`.trim()))
  );
  assert.ok(existsSync(path));
  child.kill("SIGKILL");
  await untilEnded(child);
  assert.not(existsSync(path));
});

test("it is gone if the command could not be started", () => {
  // Other processes may use the usual place at the same time
  const place = makeFolder();
  const usual = process.env["TMPDIR"];
  process.env["TMPDIR"] = place.path;
  try {
    assert.is(dirname(sh("echo $TMPDIR").stdout.trim()), place.path);
    sandbox.spawn("sh", [], { cwd: folder.at("missing") }).on("error", () => {});
    assert.throws(() => sandbox.spawnSync("sh", ["\0"]));
    assert.equal(readdirSync(place.path), []);
  } finally {
    if (usual === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usual;
    place.remove();
  }
});

test("that of a command line stays until close()", () => {
  const own = new Sandbox({ run: ["sh"] }, { tmp: true });
  const [launcher = "", ...words] = own.argv("sh", ["-c", "echo $TMPDIR; echo x > $TMPDIR/x"]);
  const run = () => spawnSync(launcher, words, { encoding: "utf8" }).stdout.trim();
  const path = run();
  assert.is(run(), path);
  assert.is(readFileSync(`${path}/x`, "utf8"), "x\n");
  own.close();
  assert.not(existsSync(path));
  assert.not(existsSync(launcher));
});

test("it is gone when this process ends without close()", () => {
  const { stdout } = runSelf("test/probes/temporary_folder.ts", []);
  const [first = "", second = ""] = stdout.trim().split("\n");
  for (const path of [first, second]) {
    assert.ok(path.startsWith("/"), stdout);
    assert.not(existsSync(path));
  }
});

test("what lies behind symbolic links stays", () => {
  const keep = folder.at("keep");
  const script =
    `ln -s ${keep} $TMPDIR/link; mkdir $TMPDIR/sub; ln -s ${keep} $TMPDIR/sub/link; echo $TMPDIR`;
  const linking = new Sandbox({ run: ["sh", "ln", "mkdir"] }, { tmp: true });
  const path = linking.spawnSync("sh", ["-c", script], { encoding: "utf8" }).stdout.trim();
  linking.close();
  assert.not(existsSync(path));
  assert.is(readFileSync(`${keep}/file`, "utf8"), "kept");
});

test("a tree of any depth, with closed folders and odd names, is removed, and nothing through a link", () => {
  const { system } = context();
  const tree = folder.at("tree");
  const deep = `${tree}${"/d".repeat(300)}`;
  mkdirSync(deep, { recursive: true });
  writeFileSync(`${tree}/d/d/file`, "");
  spawnSync("sh", ["-c", `touch "${tree}/$(printf '\\377')"`]);
  symlinkSync(folder.at("keep"), `${tree}/d/link`);
  mkdirSync(`${tree}/closed/inner`, { recursive: true });
  chmodSync(`${tree}/closed/inner`, 0);
  chmodSync(`${tree}/closed`, 0);
  assert.ok(removeTree(system, tree));
  assert.not(existsSync(tree));
  symlinkSync(folder.at("keep"), folder.at("entry"));
  assert.not(removeTree(system, folder.at("entry")), "a link is no folder");
  assert.is(readFileSync(folder.at("keep/file"), "utf8"), "kept");
});

/** Those of this process: it has made one before it asks. */
test.after(() => sandbox.close());
test.run();
