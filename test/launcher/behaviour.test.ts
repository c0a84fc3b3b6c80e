/** What a command can and cannot do behind a launcher, as root and as an ordinary user. Each denial comes after the
 * same act without the plan. What the command gets as arguments and environment is in other files. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { FS } from "../../src/landlock/abi.ts";
import { launcher } from "../../src/launcher/executable.ts";
import { encodePlan } from "../../src/launcher/encode.ts";
import type { LauncherPlan } from "../../src/launcher/policy.ts";
import { NOBODY } from "../support/as_user.ts";
import { findProgram } from "../support/programs.ts";
import { listen } from "../support/servers.ts";
import { skip } from "../support/skip.ts";
import {
  ABI,
  confining,
  FREE,
  HOST,
  makeOpenFolder,
  READ_AND_RUN,
  run,
  writeExecutable,
  writeLauncher,
} from "./launch.ts";
import { signalIgnorer } from "./probe.ts";

const folder = makeOpenFolder({
  "granted/file": "inside",
  "secret/file": "outside",
  "writable/": "",
});
test.after(folder.remove);
const inside = folder.at("granted/file");
const outside = folder.at("secret/file");
const plan = (landlock: LauncherPlan["landlock"], rest: Partial<LauncherPlan> = {}): LauncherPlan => ({
  ...FREE,
  ...rest,
  landlock,
});
const grants = { [folder.at("granted")]: READ_AND_RUN };
const USERS = process.getuid?.() === 0 ? [undefined, NOBODY] : [undefined];

/** A status file's line of that name. */
function statusLine(status: string, name: string): string | undefined {
  return new RegExp(`^${name}:\\s*(.*)$`, "m").exec(status)?.[1];
}

for (const user of USERS) {
  const who = user === undefined ? "the user we are" : "nobody";

  if (ABI === 0) skip(`confinement, ${who}`, "a kernel with Landlock");
  else {
    test(`a command reads what is granted and nothing else, ${who}`, () => {
      const free = writeLauncher(folder, FREE);
      const confined = writeLauncher(folder, plan(confining(grants)));
      for (const path of [inside, outside]) assert.is(run([free, "cat", path], { user }).status, 0);
      assert.is(run([confined, "cat", inside], { user }).stdout, "inside");
      const denied = run([confined, "cat", outside], { user });
      assert.is(denied.stdout, "");
      assert.match(denied.stderr, /Permission denied/);
      assert.is(denied.status, 1);
    });

    test(`what a command starts is confined too, ${who}`, () => {
      const confined = writeLauncher(folder, plan(confining(grants)));
      const script = `cat "$0"; (cat "$0" & wait); exec cat "$0"`;
      assert.is(
        run([writeLauncher(folder, FREE), "sh", "-c", script, outside], { user }).stdout,
        "outside".repeat(3),
      );
      assert.is(run([confined, "sh", "-c", script, outside], { user }).stdout, "");
    });

    test(`a command that is not granted is not executed, ${who}`, () => {
      const tool = writeExecutable(folder.at("secret/tool"), "#!/bin/sh\necho ran\n");
      assert.is(run([writeLauncher(folder, FREE), tool], { user }).stdout, "ran\n");
      const denied = run([writeLauncher(folder, plan(confining(grants))), tool], { user });
      assert.is(denied.stderr, `landlockdown: cannot execute "${tool}": EACCES\n`);
      assert.is(denied.status, 126);
    });

    test(`launchers nest, each narrower, also from a descriptor, ${who}`, () => {
      const outer = writeLauncher(folder, plan(confining({ ...grants, [folder.path]: READ_AND_RUN })));
      const inner = writeLauncher(folder, plan(confining(grants)));
      assert.is(run([outer, "cat", outside], { user }).stdout, "outside");
      assert.is(run([outer, inner, "cat", inside], { user }).stdout, "inside");
      assert.match(run([outer, inner, "cat", outside], { user }).stderr, /Permission denied/);
      const script = `exec 9<"$1"; exec "$0" /proc/self/fd/9 cat "$2"`;
      assert.is(run(["sh", "-c", script, outer, inner, inside], { user }).stdout, "inside");
      assert.match(run(["sh", "-c", script, outer, inner, outside], { user }).stderr, /Permission denied/);
    });

    test(`the 17th layer is refused, and the command is not executed, ${who}`, () => {
      const launchers = Array.from({ length: 17 }, () => {
        return writeLauncher(folder, plan(confining({ [folder.path]: READ_AND_RUN })));
      });
      assert.is(run([...launchers.slice(0, 16), "echo", "ran"], { user }).stdout, "ran\n");
      const refused = run([...launchers, "echo", "ran"], { user });
      assert.is(refused.stdout, "");
      assert.is(refused.stderr, "landlockdown: cannot enforce the ruleset: E2BIG\n");
      assert.is(refused.status, 125);
    });

    test(`a rule whose path is missing, or leads over a link, ends the launcher, ${who}`, () => {
      const missing = folder.at("missing");
      try {
        symlinkSync(folder.at("granted"), folder.at("link"));
      } catch { /* made for the other user */ }
      for (
        const [path, error] of [
          [missing, "ENOENT"],
          [folder.at("granted/file/x"), "ENOTDIR"],
          [folder.at("link"), "ELOOP"],
          [folder.at("link/file"), "ELOOP"],
        ] as const
      ) {
        const confined = writeLauncher(folder, plan(confining({ ...grants, [path]: FS.READ_FILE })));
        const { status, stdout, stderr } = run([confined, "echo", "ran"], { user });
        assert.is(stdout, "");
        assert.is(stderr, `landlockdown: cannot open "${path}": ${error}\n`);
        assert.is(status, 125);
      }
    });

    test(`a rule that may vanish holds for what is there and does not matter otherwise, ${who}`, () => {
      const { ruleset, ...rest } = confining({});
      const there = [
        folder.at("granted"),
        folder.at("missing"),
        folder.at("granted/file/x"),
        folder.at("link"),
      ];
      const paths = [
        ...ruleset.paths,
        ...there.map((path) => ({ path, access: FS.READ_FILE | FS.READ_DIR, mayVanish: true })),
        { path: inside, access: FS.READ_DIR, mayVanish: true }, // No folder any more
      ];
      const confined = writeLauncher(folder, plan({ ...rest, ruleset: { ...ruleset, paths } }));
      assert.is(run([confined, "cat", inside], { user }).stdout, "inside");
      assert.match(run([confined, "cat", outside], { user }).stderr, /Permission denied/);
    });

    test(`a rule with rights for directories on a file ends the launcher, ${who}`, () => {
      const { ruleset, ...rest } = confining(grants);
      const paths = [...ruleset.paths, { path: inside, access: FS.READ_DIR }];
      const wrong = writeLauncher(folder, plan({ ...rest, ruleset: { ...ruleset, paths } }));
      const { status, stdout, stderr } = run([wrong, "echo", "ran"], { user });
      assert.is(stdout, "");
      assert.is(stderr, `landlockdown: cannot add a rule for "${inside}": EINVAL\n`);
      assert.is(status, 125);
    });

    test(`a ruleset for a newer kernel ends the launcher, ${who}`, () => {
      const { ruleset, ...rest } = confining(grants);
      const unknown = { ...ruleset, handledFs: ruleset.handledFs | 1n << 40n };
      const wrong = writeLauncher(folder, plan({ ...rest, ruleset: unknown }));
      const { status, stderr } = run([wrong, "echo", "ran"], { user });
      assert.is(stderr, "landlockdown: cannot create the ruleset: EINVAL\n");
      assert.is(status, 125);
    });

    test(`odd characters in the path of a rule arrive, ${who}`, () => {
      for (const name of ["a\nb", '"quoted"', "ünï \u{1f512}", "-", "\x01\x7f\t", "a\\b", " "]) {
        mkdirSync(folder.at(name), { recursive: true });
        writeFileSync(folder.at(`${name}/file`), "odd");
        const odd = writeLauncher(folder, plan(confining({ [folder.at(name)]: READ_AND_RUN })));
        assert.is(run([odd, "cat", folder.at(`${name}/file`)], { user }).stdout, "odd", name);
        assert.match(run([odd, "cat", outside], { user }).stderr, /Permission denied/);
      }
    });

    test(`a path of 4095 bytes can be granted, one that is missing is told in one line, ${who}`, () => {
      const room = 4095 - folder.path.length - "/file".length;
      const deep = `/${"d".repeat(200)}`.repeat(19) + `/${"e".repeat(room - 201 * 19 - 1)}`;
      mkdirSync(folder.at(deep), { recursive: true });
      const path = `${folder.path}${deep}/file`;
      assert.is(Buffer.byteLength(path), 4095);
      writeFileSync(path, "deep");
      const confined = writeLauncher(folder, plan(confining({ [path]: FS.READ_FILE })));
      assert.is(run([confined, "cat", path], { user }).stdout, "deep");
      const missing = `${path.slice(0, -1)}X`;
      const lost = run([writeLauncher(folder, plan(confining({ [missing]: FS.READ_FILE }))), "cat", path], {
        user,
      });
      assert.is(lost.status, 125);
      assert.match(lost.stderr, /^landlockdown: cannot open "[^\n]*": ENOENT\n$/);
      assert.ok(lost.stderr.includes(missing.slice(0, 4000)));
    });

    test(`many rules are all in force, ${who}`, () => {
      const { ruleset, ...rest } = confining(grants);
      const files = Array.from({ length: 60 }, (_, index) => folder.write(`many/${index}`, `${index}`));
      const some = files.filter((_, index) => index % 2 === 0).map((path) => ({
        path,
        access: FS.READ_FILE,
      }));
      // The same again and again: making as many files takes too long
      const paths = [...ruleset.paths, ...Array(400).fill(some).flat()];
      const confined = writeLauncher(folder, plan({ ...rest, ruleset: { ...ruleset, paths } }));
      const { stdout, stderr } = run([confined, "cat", ...files], { user });
      assert.is(stdout, files.map((_, index) => index % 2 === 0 ? `${index}` : "").join(""));
      assert.is(stderr.split("\n").length - 1, files.length / 2);
    });

    test(`a descriptor that is no ruleset is not taken over, ${who}`, () => {
      const taking = (descriptor: number) =>
        writeLauncher(folder, plan({ kind: "prebuilt", descriptor, restrictFlags: 0 }));
      const closed = run([taking(9), "echo", "ran"], { user });
      assert.is(closed.stdout, "");
      assert.is(closed.stderr, "landlockdown: cannot enforce the ruleset: EBADF\n");
      assert.is(closed.status, 125);
      const other = run(["sh", "-c", 'exec 9</dev/null; exec "$0" echo ran', taking(9)], { user });
      assert.is(other.stdout, "");
      assert.is(other.stderr, "landlockdown: cannot enforce the ruleset: EBADFD\n");
      assert.is(other.status, 125);
    });

    const python = findProgram("python3");
    if (python === undefined) skip(`a prebuilt ruleset, ${who}`, "python3, install the package python3");
    else {
      test(`a prebuilt ruleset is taken over and its descriptor closed, ${who}`, () => {
        const { handledFs } = confining(grants).ruleset;
        const taking = writeLauncher(
          folder,
          plan({ kind: "prebuilt", descriptor: 900, restrictFlags: 0 }, { closeFrom: "none" }),
        );
        const builder = folder.write("builder.py", BUILDER);
        const run1 = (...command: string[]) =>
          run([python, "-I", "-S", builder, `${handledFs}`, folder.at("granted"), taking, ...command], {
            user,
          });
        assert.is(run1("cat", inside).stdout, "inside");
        assert.match(run1("cat", outside).stderr, /Permission denied/);
        const { stdout } = run1("ls", "/proc/self/fd");
        assert.ok(!stdout.split("\n").includes("900"), stdout);
      });
    }
  }

  test(`no_new_privs is set, ${who}`, () => {
    const { stdout } = run([writeLauncher(folder, FREE), "cat", "/proc/self/status"], { user });
    assert.is(statusLine(stdout, "NoNewPrivs"), "1");
  });

  test(`signals that are ignored or blocked are as the plan says, ${who}`, () => {
    const ignoring = writeExecutable(folder.at("ignoring"), signalIgnorer(HOST));
    const masks = (...words: string[]) => {
      const { stdout, stderr, status } = run([ignoring, ...words, "/bin/cat", "/proc/self/status"], { user });
      assert.is(status, 0, stderr);
      return ["SigBlk", "SigIgn"].map((name) => BigInt(`0x${statusLine(stdout, name)}`));
    };
    const all = (1n << 64n) - 1n;
    const bits = (...signals: number[]) =>
      signals.reduce((mask, signal) => mask | 1n << BigInt(signal - 1), 0n);
    // Nobody can ignore or block SIGKILL and SIGSTOP
    const most = all & ~bits(9, 19);
    assert.equal(masks(), [most, most]);
    assert.equal(masks(writeLauncher(folder, FREE)), [0n, most & ~bits(13, 25)]);
    assert.equal(masks(writeLauncher(folder, { ...FREE, signals: [] })), [0n, most]);
    assert.equal(masks(writeLauncher(folder, { ...FREE, signals: [1, 64] })), [0n, most & ~bits(1, 64)]);
    const every = Array.from({ length: 64 }, (_, index) => index + 1).filter((n) => n !== 9 && n !== 19);
    assert.equal(masks(writeLauncher(folder, { ...FREE, signals: every })), [0n, 0n]);
  });

  test(`descriptors are closed from the plan's first one on, ${who}`, () => {
    const opened = `exec 3</dev/null 5</dev/null 7</dev/null; exec "$0" "$@"`;
    const descriptors = (...words: string[]) => {
      const { stdout } = run(["sh", "-c", opened, ...words, "ls", "-l", "/proc/self/fd"], { user });
      // ls has one of its own for the folder
      return [...stdout.matchAll(/ (\d+) -> (?!\/proc\/)/g)].map(([, number]) => Number(number)).sort();
    };
    const bare = descriptors();
    for (const number of [0, 1, 2, 3, 5, 7]) assert.ok(bare.includes(number));
    assert.equal(descriptors(writeLauncher(folder, { ...FREE, closeFrom: "none" })), bare);
    assert.equal(descriptors(writeLauncher(folder, FREE)), [0, 1, 2]);
    for (const closeFrom of [3, 4, 6, 1000]) {
      const kept = bare.filter((number) => number < closeFrom);
      assert.equal(descriptors(writeLauncher(folder, { ...FREE, closeFrom })), kept);
    }
  });

  test(`a seccomp filter is installed before the command, ${who}`, () => {
    const free = run([writeLauncher(folder, FREE), "mkdir", folder.at(`new-${user}`)]);
    assert.is(free.status, 0, free.stderr);
    const filtering = writeLauncher(folder, {
      ...FREE,
      filter: refusing(HOST === "x86_64" ? [83, 258] : [34]),
    });
    const refused = run([filtering, "mkdir", folder.at(`newer-${user}`)], { user });
    assert.match(refused.stderr, /Function not implemented/);
    const status = run([filtering, "cat", "/proc/self/status"], { user }).stdout;
    assert.is(statusLine(status, "Seccomp"), "2");
    const wrong = run([writeLauncher(folder, { ...FREE, filter: new Uint8Array(8) }), "echo", "ran"], {
      user,
    });
    assert.is(wrong.stdout, "");
    assert.is(wrong.stderr, "landlockdown: cannot install the seccomp filter: EINVAL\n");
    assert.is(wrong.status, 125);
  });

  test(`exit status and signal of the command come through, ${who}`, () => {
    const free = writeLauncher(folder, FREE);
    for (const status of [0, 1, 42, 125, 126, 127, 255]) {
      assert.is(run([free, "sh", "-c", `exit ${status}`], { user }).status, status);
    }
    for (const signal of ["SIGTERM", "SIGKILL", "SIGPIPE", "SIGXFSZ"]) {
      const { status, signal: got } = run([free, "sh", "-c", `kill -${signal.slice(3)} $$`], { user });
      assert.equal([status, got], [null, signal]);
    }
  });

  test(`standard streams are the command's, ${who}`, () => {
    const input = new TextEncoder().encode("one\ntwo\n");
    const { stdout, stderr } = run([writeLauncher(folder, FREE), "sh", "-c", "tac; echo three >&2"], {
      user,
      input,
    });
    assert.equal([stdout, stderr], ["two\none\n", "three\n"]);
  });

  test(`a message that nobody reads does not change the exit status, ${who}`, () => {
    const confined = writeLauncher(folder, plan({ kind: "prebuilt", descriptor: 900, restrictFlags: 0 }));
    const closed = run(["sh", "-c", '"$0" true 2>&-; echo $?', confined], { user });
    assert.is(closed.stdout, "125\n");
    const script = '{ sleep 0.2; "$0" true; echo $? >&3; } 2>&1 >/dev/null | exec true';
    const broken = run(["sh", "-c", `exec 3>&1; ${script}`, confined], { user });
    assert.is(broken.stdout, "125\n");
  });
}

if (ABI >= 4) {
  const python = findProgram("python3");
  if (python === undefined) skip("ports", "python3, install the package python3");
  else {
    test("ports of a port rule can be connected to, others cannot", async () => {
      const [one, two] = [await listen("127.0.0.1"), await listen("127.0.0.1")];
      try {
        const connect =
          "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1]))); print('ok')";
        const words = (port: number) => [python, "-I", "-S", "-c", connect, `${port}`];
        // Python and its library may lie anywhere
        const everything = confining({ "/": READ_AND_RUN }, [{ port: one.port, access: 2n }]);
        const confined = writeLauncher(folder, plan(everything));
        const free = writeLauncher(folder, FREE);
        for (const { port } of [one, two]) assert.is(run([free, ...words(port)]).stdout, "ok\n");
        assert.is(run([confined, ...words(one.port)]).stdout, "ok\n");
        assert.match(run([confined, ...words(two.port)]).stderr, /PermissionError/);
      } finally {
        one.close();
        two.close();
      }
    });
  }
}

if (ABI >= 6) {
  test("scopes of the ruleset hold: no signal leaves the sandbox", () => {
    const confined = writeLauncher(folder, plan(confining(grants)));
    const script = "kill -0 $PPID && echo reached";
    assert.is(run([writeLauncher(folder, FREE), "sh", "-c", script]).stdout, "reached\n");
    assert.is(run([confined, "sh", "-c", script]).stdout, "");
  });
}

test("a launcher whose plan was cut short executes nothing", () => {
  // Longer than a page: what lies on the last one reads as zero, what lies beyond cannot be read at all
  for (const argument of ["ran", "x".repeat(10_000)]) {
    const cut = { ...FREE, environment: { pass: [], set: { A: "b" } }, command: ["/bin/echo", argument] };
    const whole = launcher(cut, HOST);
    const code = whole.length - encodePlan(cut, HOST).length;
    const path = folder.at("cut");
    assert.is(run([writeExecutable(path, whole)]).stdout, `${argument}\n`);
    for (let length = code; length < whole.length; length += whole.length - length < 40 ? 1 : 101) {
      const { status, signal, stdout, stderr } = run([writeExecutable(path, whole.subarray(0, length))]);
      assert.is(stdout, "", `${length} of ${whole.length} bytes`);
      if (signal === null) {
        assert.is(status, 125);
        assert.is(stderr, "landlockdown: cannot read the plan: EINVAL\n");
      } else assert.is(signal, "SIGBUS");
    }
  }
});

test("a launcher whose plan was changed does not run the command unconfined", () => {
  // Each of the plan's first fields, the ruleset apart: `none` is said in so many words only
  const file = launcher(plan({ kind: "prebuilt", descriptor: 900, restrictFlags: 0 }), HOST);
  const size = new DataView(file.buffer).getUint32(file.length - 12, true);
  for (const value of [0, 4, 255, 1 << 16, 2 ** 31]) {
    const changed = file.slice();
    new DataView(changed.buffer).setUint32(file.length - size + 48, value, true);
    const { status, stdout, stderr } = run([writeExecutable(folder.at("changed"), changed), "echo", "ran"]);
    assert.is(stdout, "");
    assert.is(stderr, "landlockdown: cannot read the plan: EINVAL\n");
    assert.is(status, 125);
  }
});

/** Builds a ruleset with one rule, puts it at descriptor 900 and executes the rest of its arguments. */
const BUILDER = `
import ctypes, os, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *args):
    result = libc.syscall(number, *args)
    if result < 0: raise OSError(ctypes.get_errno(), number)
    return result
rights, granted, *command = sys.argv[1:]
attribute = struct.pack("<6Q", int(rights), 0, 0, 0, 0, 0)
ruleset = call(444, attribute, 48, 0)
for path in [granted, os.path.dirname(os.path.realpath("/bin/sh")), os.path.realpath("/lib"), "/usr", "/proc"]:
    parent = os.open(path, os.O_PATH)
    call(445, ruleset, 1, struct.pack("<Qi", 13, parent), 0)
os.dup2(ruleset, 900, inheritable=True)
os.execv(command[0], command)
`;

/** A seccomp filter that answers those calls with ENOSYS. */
function refusing(calls: readonly number[]): Uint8Array {
  const load = [0x20, 0, 0, 0]; // the number of the call
  const rows = [
    load,
    ...calls.map((call, index) => [0x15, calls.length - index, 0, call]),
    [0x06, 0, 0, 0x7fff0000],
    [0x06, 0, 0, 0x00050000 | 38],
  ];
  const bytes = new Uint8Array(8 * rows.length);
  const view = new DataView(bytes.buffer);
  for (const [index, [code = 0, yes = 0, no = 0, value = 0]] of rows.entries()) {
    view.setUint16(8 * index, code, true);
    view.setUint8(8 * index + 2, yes);
    view.setUint8(8 * index + 3, no);
    view.setUint32(8 * index + 4, value, true);
  }
  return bytes;
}

test.run();
