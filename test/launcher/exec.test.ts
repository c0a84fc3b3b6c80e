/** Commands are found and executed as execvp does it: compared with `env`, which uses the C library's, for every pair
 * of folders in PATH; and what the launcher adds to that, `--argv0` and a command of its own. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ARCHITECTURES, emulator, testWith } from "../machine/tools.ts";
import { NOBODY } from "../support/as_user.ts";
import {
  ABI,
  confining,
  emulated,
  FREE,
  HOST,
  makeOpenFolder,
  READ_AND_RUN,
  run,
  writeExecutable,
  writeLauncher,
} from "./launch.ts";
import { bytewise, namelessExecutor, probe, PROBE_STATUS, seenBy } from "./probe.ts";

const folder = makeOpenFolder({ "empty/": "", "file": "no folder" });
test.after(() => {
  chmodSync(folder.at("closed"), 0o755);
  folder.remove();
});

/** Folders with a `tool` of every kind. */
const SCRIPT = "#!/bin/sh\n";
for (
  const name of ["good", "other", "plain", "headless", "blank", "lost", "tree", "closed", "linked", "loop"]
) {
  mkdirSync(folder.at(name));
}
const say = (name: string) => `echo ${name} "$@"\n`;
writeExecutable(folder.at("good/tool"), SCRIPT + say("good"));
writeExecutable(folder.at("other/tool"), SCRIPT + say("other"));
writeFileSync(folder.at("plain/tool"), SCRIPT + say("plain"), { mode: 0o644 });
writeExecutable(folder.at("headless/tool"), say('headless "$0"'));
writeExecutable(folder.at("blank/tool"), "");
writeExecutable(folder.at("lost/tool"), "#!/no/such/interpreter\n");
mkdirSync(folder.at("tree/tool"));
writeExecutable(folder.at("closed/tool"), SCRIPT + say("closed"));
chmodSync(folder.at("closed"), 0o600);
symlinkSync(folder.at("good/tool"), folder.at("linked/tool"));
symlinkSync("tool", folder.at("loop/tool"));
writeExecutable(folder.at("tool"), say('here "$0"'));

const FOLDERS = [
  ...[
    "good",
    "other",
    "plain",
    "headless",
    "blank",
    "lost",
    "tree",
    "closed",
    "linked",
    "loop",
    "empty",
    "file",
  ],
  "missing",
].map((name) => folder.at(name));
/** As they may stand in PATH; the working directory is the folder itself. */
const ELEMENTS = [...FOLDERS, "", "good"];
const USERS = process.getuid?.() === 0 ? [undefined, NOBODY] : [undefined];

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The same command line through `env` and through a launcher, with that PATH only. */
function both(
  launcher: readonly string[],
  path: string | undefined,
  words: readonly string[],
  user: number | undefined,
): [Ended, Ended] {
  const options = { env: path === undefined ? {} : { PATH: path }, cwd: folder.path, user };
  return [run(["/usr/bin/env", ...words], options), run([...launcher, ...words], options)];
}

/** Fails unless both did the same. */
function assertSame([env, ours]: [Ended, Ended], what: string): void {
  assert.is(ours.stdout, env.stdout, what);
  if (env.status !== 126 && env.status !== 127) return assert.is(ours.status, env.status, what);
  // Something that is no folder on the way is "not found" to us, as to dash
  const expected = env.stderr.endsWith("Not a directory\n") ? 127 : env.status;
  assert.is(ours.status, expected, `${what}: ${env.stderr}${ours.stderr}`);
  assert.match(ours.stderr, /^landlockdown: cannot (execute|find) "[^\n]*": [A-Z0-9]+\n$/);
  const error = { ENOENT: "No such file", EACCES: "Permission denied", ELOOP: "Too many levels" };
  for (const [name, text] of Object.entries(error)) {
    if (ours.stderr.endsWith(`: ${name}\n`) && expected === env.status) {
      assert.ok(env.stderr.includes(text), what);
    }
  }
}

for (const architecture of ARCHITECTURES) {
  const free = [...emulated(architecture), writeLauncher(folder, FREE, architecture)];
  const tool = emulator(architecture);

  for (const user of USERS) {
    // The emulator adds nothing that depends on the user
    if (tool !== undefined && user !== undefined) continue;
    const who = `${architecture}, ${user === undefined ? "the user we are" : "nobody"}`;

    testWith(tool, `every folder in PATH, alone and in pairs, is searched as by execvp, ${who}`, () => {
      const paths = [...ELEMENTS, ...ELEMENTS.flatMap((one) => ELEMENTS.map((two) => `${one}:${two}`))];
      // Some of the pairs are enough for those who differ little, and the emulator is slow
      const step = tool !== undefined ? 9 : user !== undefined ? 4 : 1;
      for (const [index, path] of paths.entries()) {
        if (index >= ELEMENTS.length && index % step !== 0) continue;
        assertSame(both(free, path, ["tool", "a", "b c"], user), `PATH=${path}`);
      }
    });

    testWith(tool, `longer PATHs are searched as by execvp, ${who}`, () => {
      const [good, plain, empty] = [folder.at("good"), folder.at("plain"), folder.at("empty")];
      const paths = [
        `${plain}:${empty}:${plain}:${good}:${folder.at("other")}`,
        `${plain}:${empty}:${plain}`,
        `:::${good}`,
        `${empty}${`:${empty}`.repeat(200)}:${good}`,
        `${empty}/${"x/".repeat(100)}:${good}`,
        `${empty}:`,
        ":",
        "::",
      ];
      for (const path of paths) assertSame(both(free, path, ["tool"], user), `PATH=${path}`);
    });

    testWith(tool, `a command with a slash is executed as it is, ${who}`, () => {
      const words = [
        ...FOLDERS.map((path) => `${path}/tool`),
        ...[
          "good/tool",
          "./tool",
          "missing/tool",
          "file/tool",
          "/",
          "./",
          "../",
          "good/",
          "empty",
          "tree/tool",
        ],
        `./${"x".repeat(300)}`,
        `./${"x/".repeat(3000)}`,
      ];
      for (const word of words) assertSame(both(free, folder.at("other"), [word, "a"], user), word);
    });

    testWith(tool, `odd names are looked for as by execvp, ${who}`, () => {
      for (const name of ["x".repeat(255), "x".repeat(256), "x".repeat(5000), "ä", "-x", "a\nb"]) {
        if (name === "-x") continue; // An option of env
        assertSame(both(free, folder.at("good"), [name], user), name);
      }
    });
  }

  testWith(tool, `the message names what was tried, in one line, ${architecture}`, () => {
    const message = (word: string, path = folder.at("good")) => {
      const { status, stderr } = run([...free, word], { env: { PATH: path }, cwd: folder.path });
      return [status, stderr];
    };
    const plain = folder.at("plain/tool");
    assert.equal(message("nothing"), [127, 'landlockdown: cannot find "nothing": ENOENT\n']);
    assert.equal(message(""), [127, 'landlockdown: cannot execute "": ENOENT\n']);
    assert.equal(message("./nothing"), [127, 'landlockdown: cannot execute "./nothing": ENOENT\n']);
    assert.equal(message("./file/x"), [127, 'landlockdown: cannot execute "./file/x": ENOTDIR\n']);
    assert.equal(message(plain), [126, `landlockdown: cannot execute "${plain}": EACCES\n`]);
    const around = `${folder.at("empty")}:${folder.at("plain")}:${folder.at("empty")}`;
    assert.equal(message("tool", around), [126, `landlockdown: cannot execute "${plain}": EACCES\n`]);
    const loop = folder.at("loop");
    assert.equal(message("tool", loop), [126, `landlockdown: cannot execute "${loop}/tool": ELOOP\n`]);
    assert.equal(message("a\n\x1b[1m\x7fb"), [127, 'landlockdown: cannot find "a??[1m?b": ENOENT\n']);
    assert.equal(message("ä\u{1f512}"), [127, 'landlockdown: cannot find "ä\u{1f512}": ENOENT\n']);
    const [status, long] = message("x".repeat(70_000)) as [number, string];
    assert.is(status, 126);
    assert.match(long, /^landlockdown: cannot execute "x{3900,4090}": ENAMETOOLONG\n$/);
    // Wherever the subject is cut off or ends, the error is whole
    for (let length = 3980; length < 4010; length++) {
      assert.match(message("x".repeat(length))[1] as string, /^[^\n]*x": ENAMETOOLONG\n$/, `${length}`);
    }
  });

  testWith(tool, `a folder in PATH that is too long is no folder, ${architecture}`, () => {
    const good = folder.at("good");
    for (const length of [4000, 4094, 4095, 4096, 4097, 4500, 9000, 60_000]) {
      const path = `/${"x/".repeat(length / 2)}`.slice(0, length);
      const found = run([...free, "tool"], { env: { PATH: `${path}:${good}` }, cwd: folder.path });
      assert.is(found.stdout, "good\n", `${length}`);
      const lost = run([...free, "tool"], { env: { PATH: path }, cwd: folder.path });
      assert.is(lost.status, 127);
      assert.is(lost.stderr, 'landlockdown: cannot find "tool": ENOENT\n');
    }
  });

  testWith(tool, `without PATH the usual folders are searched, ${architecture}`, () => {
    assert.is(run([...free, "sh", "-c", "echo ok"], { env: {} }).stdout, "ok\n");
    assert.is(
      run([...free, "sh", "-c", "echo ok"], { env: { XPATH: "/", PATHX: "/", PAT: "/" } }).stdout,
      "ok\n",
    );
    assert.is(run([...free, "tool"], { env: {}, cwd: folder.path }).status, 127);
  });

  testWith(
    tool,
    `a PATH that does not reach the command is searched too, one of the plan before it, ${architecture}`,
    () => {
      const env = { PATH: folder.at("good") };
      const environments = [
        [{ pass: [] }, "good\n"],
        [{ pass: ["PATH"], set: { PATH: folder.at("other") } }, "other\n"],
        [{ pass: ["PATH"], set: { A: "1", PATH: folder.at("other"), Z: "2" } }, "other\n"],
        [{ pass: ["PATH"], set: { XPATH: folder.at("other"), PATHX: folder.at("other") } }, "good\n"],
      ] as const;
      for (const [environment, expected] of environments) {
        const path = writeLauncher(folder, { ...FREE, environment }, architecture);
        assert.is(run([...emulated(architecture), path, "tool"], { env }).stdout, expected);
      }
    },
  );

  testWith(tool, `a command is called by another name after --argv0, ${architecture}`, () => {
    const shown = (...words: string[]) => {
      const { bytes, status, stderr } = run([...free, ...words], { env: { PATH: folder.at("good") } });
      return status === PROBE_STATUS ? seenBy(bytes).args : [`${status}`, stderr];
    };
    const seeing = writeExecutable(folder.at(`probe-${architecture}`), probe(HOST, "/"));
    const none = ["125", "landlockdown: no command given: EINVAL\n"];
    assert.equal(shown(seeing), [seeing]);
    assert.equal(shown(seeing, "", "b", ""), [seeing, "", "b", ""]);
    assert.equal(shown("--argv0", "name", seeing), ["name"]);
    assert.equal(shown("--argv0", "", seeing, "a"), ["", "a"]);
    assert.equal(shown("--argv0", "--argv0", seeing, "--argv0", "b"), ["--argv0", "--argv0", "b"]);
    assert.equal(shown(seeing, "--argv0", "b"), [seeing, "--argv0", "b"]);
    assert.equal(shown("--argv0"), none);
    assert.equal(shown("--argv0", "name"), none);
    assert.equal(shown(), none);
    for (const word of ["--argv", "--argv00", "-argv0", "--Argv0"]) {
      assert.equal(shown(word), ["127", `landlockdown: cannot find "${word}": ENOENT\n`]);
    }
    const many = Array.from({ length: 5000 }, (_, index) => `${index}`);
    assert.equal(shown(seeing, ...many), [seeing, ...many]);
  });

  testWith(tool, `a command of the plan comes before all arguments, ${architecture}`, () => {
    const seeing = writeExecutable(folder.at(`own-${architecture}`), probe(HOST, "/"));
    const shown = (command: string[], ...words: string[]) => {
      const path = writeLauncher(folder, { ...FREE, command }, architecture);
      return seenBy(run([...emulated(architecture), path, ...words]).bytes).args;
    };
    assert.equal(shown([seeing]), [seeing]);
    assert.equal(shown([seeing], "--argv0", "x", "y"), [seeing, "--argv0", "x", "y"]);
    assert.equal(shown([seeing, "", "two words", "ä"], ""), [seeing, "", "two words", bytewise("ä"), ""]);
    const named = writeLauncher(folder, { ...FREE, command: ["tool", "a"] }, architecture);
    const { stdout } = run([...emulated(architecture), named, "b"], { env: { PATH: folder.at("good") } });
    assert.is(stdout, "good a b\n");
  });
}

test("no argument at all, not even a name, is no command; a plan's own command runs", () => {
  const nameless = writeExecutable(folder.at("nameless"), namelessExecutor(HOST));
  const { status, stderr } = run([nameless, writeLauncher(folder, FREE)]);
  assert.is(stderr, "landlockdown: no command given: EINVAL\n");
  assert.is(status, 125);
  const own = writeLauncher(folder, { ...FREE, command: ["/bin/echo", "ran"] });
  assert.is(run([nameless, own]).stdout, "ran\n");
});

if (ABI > 0) {
  test("a folder of PATH whose command is not granted is passed over", () => {
    const landlock = confining({ [folder.at("other")]: READ_AND_RUN });
    const confined = writeLauncher(folder, { ...FREE, landlock });
    const [good, other] = [folder.at("good"), folder.at("other")];
    const options = (path: string) => ({ env: { PATH: path } });
    assert.is(run([writeLauncher(folder, FREE), "tool"], options(`${good}:${other}`)).stdout, "good\n");
    assert.is(run([confined, "tool"], options(`${good}:${other}`)).stdout, "other\n");
    const { status, stderr } = run([confined, "tool"], options(good));
    assert.is(stderr, `landlockdown: cannot execute "${good}/tool": EACCES\n`);
    assert.is(status, 126);
  });

  test("a script without #! runs inside, or is refused with the shell", () => {
    const grants = { [folder.at("headless")]: READ_AND_RUN };
    const { ruleset, ...rest } = confining(grants);
    const confined = writeLauncher(folder, { ...FREE, landlock: { ...rest, ruleset } });
    const script = folder.at("headless/tool");
    assert.is(run([confined, script, "x"]).stdout, `headless ${script} x\n`);
    const paths = ruleset.paths.filter(({ path }) => path === folder.at("headless"));
    const narrow = writeLauncher(folder, { ...FREE, landlock: { ...rest, ruleset: { ...ruleset, paths } } });
    const { status, stderr } = run([narrow, script]);
    assert.is(stderr, 'landlockdown: cannot execute "/bin/sh": EACCES\n');
    assert.is(status, 126);
  });
}

for (const architecture of ARCHITECTURES) {
  const tool = emulator(architecture);
  if (tool === undefined) continue;
  testWith(tool, `under an emulator Landlock holds or the launcher fails, ${architecture}`, () => {
    const path = writeLauncher(folder, { ...FREE, landlock: confining({}) }, architecture);
    const { status, stdout, stderr } = run([...emulated(architecture), path, "cat", folder.at("file")]);
    assert.is(stdout, "");
    if (/^landlockdown/.test(stderr)) {
      // An emulator that does not know the calls
      assert.is(stderr, "landlockdown: cannot create the ruleset: ENOSYS\n");
      assert.is(status, 125);
    } else assert.match(stderr, /Permission denied/);
  });
}

test.run();
