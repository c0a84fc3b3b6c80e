/** The ruleset that children of one sandbox share: it follows paths that come to lead elsewhere, and only the launcher
 * ever sees its descriptor. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { test as runTest } from "uvu";
import * as assert from "uvu/assert";
import { kernel, Sandbox } from "../../mod.ts";
import { currentRuntime } from "../../runtimes/mod.ts";
import { untilEnded } from "../support/ended.ts";
import { makeFolder } from "../support/folder.ts";
import { skip } from "../support/skip.ts";

const TEXT = { encoding: "utf8" } as const;
const folder = makeFolder();

/** Some runtimes hand a ruleset on only if it has many rules. */
const from = currentRuntime().handsOnRulesetsFrom;
const many = Array.from({ length: from }, (_, index) => folder.write(`many/${index}`, ""));

if (kernel().abi === 0) skip("shared rulesets", "a kernel with Landlock");
else {
  if (from > 1) register([], false);
  register(many, true);
}

/**
 * @param more files that are granted besides
 * @param shares whether the runtime hands the ruleset on
 */
function register(more: readonly string[], shares: boolean): void {
  const test = (fact: string, body: () => void | Promise<void>) =>
    runTest(`${fact}, with ${more.length} files more`, body);

  test("a folder that was made anew is granted, one that was moved away is not any more", () => {
    const [granted, elsewhere] = ["granted", "elsewhere"].map((name) =>
      folder.at(`${name} ${more.length}`)
    ) as [string, string];
    mkdirSync(granted);
    writeFileSync(`${granted}/file`, "first");
    const sandbox = new Sandbox({ read: [granted, ...more], run: ["cat"] });
    const read = (path: string) => String(sandbox.spawnSync("cat", [path], TEXT).stdout);
    assert.is(read(`${granted}/file`), "first");
    renameSync(granted, elsewhere);
    mkdirSync(granted);
    writeFileSync(`${granted}/file`, "second");
    assert.is(spawnSync("cat", [`${elsewhere}/file`], TEXT).stdout, "first");
    assert.equal([read(`${granted}/file`), read(`${elsewhere}/file`)], ["second", ""]);
    sandbox.close();
  });

  test("a file that was replaced is granted, as editors and package managers replace files", () => {
    const file = folder.at("replaced");
    writeFileSync(file, "old");
    const sandbox = new Sandbox({ read: [file, ...more], run: ["cat"] });
    assert.is(sandbox.spawnSync("cat", [file], TEXT).stdout, "old");
    writeFileSync(`${file}.new`, "new");
    renameSync(`${file}.new`, file);
    assert.is(sandbox.spawnSync("cat", [file], TEXT).stdout, "new");
    sandbox.close();
  });

  test("a granted path that is gone is an error that names it, and no command runs", () => {
    const gone = folder.at("gone");
    writeFileSync(gone, "");
    const sandbox = new Sandbox({ read: [gone, ...more], run: ["touch"], write: [folder.path] });
    const [made, notMade] = [folder.at(`made ${more.length}`), folder.at(`not made ${more.length}`)];
    assert.is(sandbox.spawnSync("touch", [made]).status, 0);
    assert.ok(existsSync(made));
    rmSync(gone);
    // Again and again: it must not be forgotten once it has been told
    for (let time = 0; time < 3; time++) {
      if (shares) {
        assert.throws(
          () => sandbox.spawnSync("touch", [notMade]),
          (error: Error) => error.message.startsWith(`Cannot grant read on "${gone}": no such file`),
        );
      } else {
        const { status, stderr } = sandbox.spawnSync("touch", [notMade], TEXT);
        assert.equal([status, stderr], [125, `landlockdown: cannot open "${gone}": ENOENT\n`]);
      }
    }
    assert.not(existsSync(notMade));
    sandbox.close();
  });

  test("neither the command nor any other child gets the descriptor", async () => {
    const sandbox = new Sandbox({ read: ["/proc", ...more], run: ["ls"] });
    const list = ["-l", "/proc/self/fd/"];
    assert.not.match(String(sandbox.spawnSync("ls", list, TEXT).stdout), /landlock/);
    const child = sandbox.spawn("ls", list);
    assert.not.match((await untilEnded(child)).stdout, /landlock/);
    const own = readdirSync("/proc/self/fd").filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).includes("landlock-ruleset");
      } catch {
        return false; // The listing's own, closed by now
      }
    });
    assert.is(own.length, shares ? 1 : 0, "there is one to hand on");
    assert.not.match(String(spawnSync("ls", list, TEXT).stdout), /landlock/);
    sandbox.close();
  });

  test("results and children have as many streams as they would have without", async () => {
    const sandbox = new Sandbox({ read: more, run: ["true"] });
    for (
      const stdio of [undefined, "ignore", ["ignore", "pipe"], ["pipe", "inherit", "pipe", "pipe"]] as const
    ) {
      const options = stdio === undefined ? {} : { stdio: stdio as "ignore" };
      const outputs = [spawnSync("true", options), sandbox.spawnSync("true", options)]
        .map(({ status, output }) => [status, output?.map((part) => part === null)]);
      assert.equal(outputs[1], outputs[0], `spawnSync ${stdio}`);
      const children = [spawn("true", options), sandbox.spawn("true", options)];
      // Not `close`: nobody reads the streams
      const ends = children.map((child) => new Promise((resolve) => child.once("exit", resolve)));
      const [bare, inside] = children.map(({ stdio }) => [...stdio].map((stream) => stream === null));
      assert.equal(inside, bare, `spawn ${stdio}`);
      assert.equal(await Promise.all(ends), [0, 0]);
    }
    sandbox.close();
  });
}

runTest.after(() => folder.remove());
runTest.run();
