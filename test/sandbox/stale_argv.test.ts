/** A command line that outlived its sandbox runs no other sandbox's launcher, although numbers of descriptors and chosen
 * files are used again. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../mod.ts";
import { makeFolder } from "../support/folder.ts";

const folder = makeFolder({ granted: "granted", secret: "secret" });
test.after(folder.remove);
const [granted, secret] = [folder.at("granted"), folder.at("secret")];
const narrow = { read: [granted], run: ["cat"] };
const wide = { read: [granted, secret], run: ["cat"] };

function run([launcher = "", ...words]: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(launcher, words, { encoding: "utf8" });
  return { status, stdout, stderr };
}

/** What a stale command line comes to. */
function assertStale(words: readonly string[]): void {
  const { status, stdout, stderr } = run(words);
  assert.equal([status, stdout], [125, ""], stderr);
  assert.match(stderr, /^landlockdown: this command line is of another Sandbox.*argv\(\) again: ESTALE\n$/);
}

for (const tmp of [false, true]) {
  test(`a number that is used again finds no launcher, ${tmp ? "with" : "without"} a temporary folder`, () => {
    const first = new Sandbox(narrow, { tmp });
    const words = first.argv("cat", [granted, secret]);
    assert.is(run(words).stdout, "granted");
    first.close();
    assert.throws(() => {
      const { error } = spawnSync(words[0] as string, words.slice(1));
      if (error !== undefined) throw error;
    }, /ENOENT/);
    for (let made = 0;; made++) {
      assert.ok(made < 1000, "the number is never used again");
      const next = new Sandbox(wide, { tmp });
      const own = next.argv("cat", [granted, secret]);
      if (own[0] === words[0]) {
        assert.is(run(own).stdout, "grantedsecret");
        assertStale(words);
        assertStale(words.slice(0, 1));
        assertStale([words[0] as string, ...own.slice(2)]);
        next.close();
        break;
      }
      next.close();
    }
  });
}

test("a chosen descriptor and a chosen file neither, unless what is granted there is the same", () => {
  for (const option of [{ descriptor: 901 }, { launcher: folder.at("launcher") }]) {
    const made = (permissions: typeof narrow) => new Sandbox(permissions, option);
    const first = made(narrow);
    const words = first.argv("cat", [granted, secret]);
    assert.is(run(words).stdout, "granted");
    first.close();
    const second = made(wide);
    assert.is(run(second.argv("cat", [granted, secret])).stdout, "grantedsecret");
    assertStale(words);
    second.close();
    if (option.launcher === undefined) continue;
    const third = made(narrow);
    third.argv("cat");
    assert.is(run(words).stdout, "granted", "any process may use it, also one that was started later");
    third.close();
  }
});

test("the command gets its own words only", () => {
  const sandbox = new Sandbox({ run: ["sh"] });
  for (const args of [[], ["a"], ["--argv0", "b", "c"]]) {
    const words = ["-c", 'printf "%s," "$0" "$@"', ...args];
    const expected = `${args.length === 0 ? "sh" : args.join(",")},`;
    assert.is(run(sandbox.argv("sh", words)).stdout, expected);
    assert.is(sandbox.spawnSync("sh", words, { encoding: "utf8" }).stdout, expected);
    const named = sandbox.spawnSync("sh", words, { encoding: "utf8", argv0: "named" }).stdout;
    assert.is(named, args.length === 0 ? "named," : expected);
  }
  sandbox.close();
});

test.run();
