/** What strace sees a launcher do is what its plan says, call by call and in the same order: decoded by strace, not by
 * us. */
import { mkdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { FS, NET, SCOPE } from "../../src/landlock/abi.ts";
import type { LauncherPlan } from "../../src/launcher/policy.ts";
import { obstacleForStrace } from "./tracing.ts";
import { skip } from "../support/skip.ts";
import {
  ABI,
  confining,
  FREE,
  makeOpenFolder,
  READ_AND_RUN,
  run,
  writeExecutable,
  writeLauncher,
} from "./launch.ts";

const folder = makeOpenFolder({ "granted/": "", "file": "content" });
test.after(folder.remove);

/** One call: its name, the text of its arguments, what it returned. */
interface Call {
  readonly name: string;
  readonly args: string;
  readonly result: string;
}

/** The calls of a launcher with that plan, up to the execve that succeeds. */
function traced(plan: LauncherPlan, words: readonly string[]): { calls: Call[]; status: number | null } {
  const log = folder.at("trace");
  const { status, stderr } = run(
    ["strace", "-f", "-s", "5000", "-e", "abbrev=none", "-o", log, writeLauncher(folder, plan), ...words],
  );
  const text = readFileSync(log, "utf8");
  const calls = [...text.matchAll(/^\d+ +(\w+)\((.*)\) += (.*)$/gm)].map(([, name, args, result]) => ({
    name: name as string,
    args: args as string,
    result: result as string,
  }));
  assert.is(calls[0]?.name, "execve", stderr);
  const end = calls.findIndex(({ name, result }, index) => index > 0 && name === "execve" && result === "0");
  return { calls: calls.slice(1, end < 0 ? undefined : end + 1), status };
}

/** `LANDLOCK_ACCESS_FS_EXECUTE|0x8000` as a number: this strace may be older than some names. */
function rightsOf(text: string, rights: Readonly<Record<string, bigint>> = FS): bigint {
  return text.split("|").reduce((mask, word) => {
    const name = word.replace(/^LANDLOCK_(ACCESS_FS|ACCESS_NET|SCOPE)_/, "");
    return mask | (rights[name] ?? BigInt(word.replace(/ .*/, "")));
  }, 0n);
}

const obstacle = obstacleForStrace();
if (obstacle !== undefined) {
  skip("the calls are those of the plan", obstacle);
} else if (ABI === 0) {
  skip("the calls are those of the plan", "a kernel with Landlock");
} else {
  test("the calls are those of the plan, in this order", () => {
    const ports = [{ port: 443, access: 2n }, { port: 0, access: 1n }];
    const grants = { [folder.at("granted")]: 0xffffn, [folder.at("file")]: FS.READ_FILE };
    const landlock = confining(grants, ports);
    const plan: LauncherPlan = {
      landlock,
      environment: { pass: ["*"], set: { ADDED: "yes" } },
      closeFrom: 5,
      signals: [1, 13, 25, 64],
    };
    const { calls, status } = traced(plan, ["/bin/sh", "-c", "exit 42"]);
    assert.is(status, 42);
    const { ruleset } = landlock;

    const shown = [...calls];
    const next = (name: string, args: RegExp, result?: string): RegExpExecArray => {
      const call = shown.shift();
      assert.is(call?.name, name);
      if (result !== undefined) assert.is(call?.result, result, call?.name);
      const match = args.exec(call?.args ?? "");
      assert.ok(match, `${name}(${call?.args})`);
      return match as RegExpExecArray;
    };
    next("prctl", /^PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0$/, "0");
    next("capget", /^\{version=_LINUX_CAPABILITY_VERSION_3, pid=0\}, /, "0");
    const kept = next("capset", /^\{version=_LINUX_CAPABILITY_VERSION_3, pid=0\}, (.*)$/, "0");
    assert.not.match(kept[1] as string, /CAP_(SYS_ADMIN|SYS_MODULE|SYS_RAWIO|SYS_PTRACE|SYSLOG|PERFMON|BPF)/);
    next("prlimit64", /^0, RLIMIT_CORE, \{rlim_cur=1, rlim_max=1\}, NULL$/, "0");
    next("close_range", /^5, 4294967295, CLOSE_RANGE_CLOEXEC$/, "0");

    const descriptor = shown[0]?.result ?? "";
    const attribute = next(
      "landlock_create_ruleset",
      /^\{handled_access_fs=([^,]*)(?:, handled_access_net=([^,]*))?(?:, scoped=([^,]*))?(?:, .*)?\}, 48, 0$/,
    );
    assert.is(rightsOf(attribute[1] as string), ruleset.handledFs);
    // An older strace shows the first field only; that the others arrive is in behaviour.test.ts
    if (attribute[2] !== undefined) assert.is(rightsOf(attribute[2], NET), ruleset.handledNet);
    if (attribute[3] !== undefined) assert.is(rightsOf(attribute[3], SCOPE), ruleset.scoped);

    for (const { path, access } of ruleset.paths) {
      const opened = shown[0]?.result ?? "";
      const open = next(
        "openat2",
        /^AT_FDCWD, "(.*)", \{flags=([A-Z_|]*), (?:mode=0+, )?resolve=([A-Z_|]*)\}, 24$/,
      );
      assert.is(open[1], path);
      assert.is(open[2], "O_RDONLY|O_CLOEXEC|O_PATH");
      assert.is(open[3], "RESOLVE_NO_MAGICLINKS|RESOLVE_NO_SYMLINKS");
      const rule = next(
        "landlock_add_rule",
        /^(\d+), LANDLOCK_RULE_PATH_BENEATH, \{allowed_access=(.*), parent_fd=(\d+)\}, 0$/,
        "0",
      );
      assert.is(rule[1], descriptor);
      assert.is(rightsOf(rule[2] as string), access);
      assert.is(rule[3], opened);
      next("close", new RegExp(`^${opened}$`), "0");
    }
    for (const { port } of ruleset.ports) {
      // strace knows the structure only if it is newer
      const rule = next(
        "landlock_add_rule",
        /^\d+, (?:0x2 .*, 0x[0-9a-f]+|LANDLOCK_RULE_NET_PORT, \{.*port=(\d+)\}), 0$/,
        "0",
      );
      if (rule[1] !== undefined) assert.is(Number(rule[1]), port);
    }
    next("landlock_restrict_self", new RegExp(`^${descriptor}, 0$`), "0");
    next("close", new RegExp(`^${descriptor}$`), "0");

    for (const signal of ["SIGHUP", "SIGPIPE", "SIGXFSZ", "SIGRT_32"]) {
      next("rt_sigaction", new RegExp(`^${signal}, \\{sa_handler=SIG_DFL, sa_mask=.*\\}, NULL, 8$`), "0");
    }
    next("rt_sigprocmask", /^SIG_SETMASK, \[\], NULL, 8$/, "0");
    const executed = next("execve", /^"(.*?)", \[(.*?)\], \[(.*)\]/, "0");
    assert.is(executed[1], "/bin/sh");
    assert.is(executed[2], '"/bin/sh", "-c", "exit 42"');
    assert.match(executed[3] as string, /, "ADDED=yes"$/);
    assert.is(shown.length, 0);
  });

  test("where openat2 is missing the last component at least is not followed", () => {
    const plan = { ...FREE, landlock: confining({ [folder.at("granted")]: READ_AND_RUN }) };
    const log = folder.at("trace");
    const launcher = writeLauncher(folder, plan);
    const words = ["-f", "-o", log, "-e", "inject=openat2:error=ENOSYS", launcher, "true"];
    const { status, stderr } = run(["strace", ...words]);
    assert.is(status, 0, stderr);
    const text = readFileSync(log, "utf8");
    const granted = `openat(AT_FDCWD, "${folder.at("granted")}", O_RDONLY|O_NOFOLLOW|O_CLOEXEC|O_PATH) =`;
    assert.ok(text.includes(granted), text);
  });

  test("where close_range lacks the flag, descriptors are closed one by one", () => {
    const launcher = writeLauncher(folder, { ...FREE, closeFrom: 4 });
    const trace = ["strace", "-qqq", "-o", folder.at("trace"), "-e", "inject=close_range:error=EINVAL"];
    // With few descriptors allowed there are few to go through
    const opened = 'ulimit -n 32; exec 3</dev/null 4</dev/null 9</dev/null; exec "$@"';
    const { status, stdout, stderr } = run([
      "sh",
      "-c",
      opened,
      "sh",
      ...trace,
      launcher,
      "ls",
      "/proc/self/fd",
    ]);
    assert.is(status, 0, stderr);
    // The last is that of ls for the folder. What whoever runs the tests has open above the limit stays open
    assert.equal(stdout.trim().split("\n").filter((fd) => Number(fd) < 32), ["0", "1", "2", "3", "4"]);
  });

  /** A call that the kernel refuses, and what the launcher says then. */
  const FAILURES: readonly [call: string, error: string, message: string][] = [
    ["prctl", "EPERM", "cannot set no_new_privs: EPERM"],
    ["capget", "EINVAL", "cannot drop capabilities: EINVAL"],
    ["capset", "EPERM", "cannot drop capabilities: EPERM"],
    ["close_range", "ENOSYS", "cannot close descriptors: ENOSYS"],
    ["landlock_create_ruleset", "EOPNOTSUPP", "cannot create the ruleset: EOPNOTSUPP"],
    ["openat2", "EMFILE", 'cannot open "/usr": EMFILE'],
    ["landlock_add_rule", "EINVAL", 'cannot add a rule for "/usr": EINVAL'],
    ["landlock_restrict_self", "E2BIG", "cannot enforce the ruleset: E2BIG"],
    ["landlock_restrict_self", "EUCLEAN", "cannot enforce the ruleset: errno 117"],
    ["rt_sigaction", "EINVAL", 'cannot reset signal "13": EINVAL'],
    ["seccomp", "EINVAL", "cannot install the seccomp filter: EINVAL"],
  ];
  const allowEverything = Uint8Array.of(6, 0, 0, 0, 0, 0, 0xff, 0x7f);

  for (const [call, error, message] of FAILURES) {
    test(`${call} that fails with ${error} ends the launcher before the command`, () => {
      const launcher = writeLauncher(folder, { ...FREE, landlock: confining({}), filter: allowEverything });
      const { status, stdout, stderr } = run([
        "strace",
        "-qqq",
        "-o",
        folder.at("trace"),
        "-e",
        `inject=${call}:error=${error}`,
        launcher,
        "echo",
        "ran",
      ]);
      assert.is(status, 125, stderr);
      assert.is(stdout, "");
      assert.is(stderr, `landlockdown: ${message}\n`);
    });
  }

  test("an error of one folder in PATH leads to the next, or ends the search, as in execvp", () => {
    const tools = ["one", "two"].map((name) => {
      mkdirSync(folder.at(name), { recursive: true });
      return writeExecutable(folder.at(`${name}/tool`), `#!/bin/sh\necho ${name}\n`);
    });
    const launcher = writeLauncher(folder, {
      ...FREE,
      environment: { pass: [], set: { PATH: `${folder.at("one")}:${folder.at("two")}` } },
    });
    const log = folder.at("trace");
    // The execve that strace itself makes does not count
    const inject = (error: string) =>
      run(["strace", "-qqq", "-o", log, "-e", `inject=execve:error=${error}:when=1`, launcher, "tool"]);
    for (const error of ["ENOENT", "ENOTDIR", "EACCES", "ENODEV", "ESTALE", "ETIMEDOUT", "ENAMETOOLONG"]) {
      assert.is(inject(error).stdout, "two\n", error);
    }
    for (const error of ["EIO", "ENOMEM", "E2BIG", "ETXTBSY", "EPERM", "ELOOP", "EINVAL"]) {
      const { status, stdout, stderr } = inject(error);
      assert.is(stdout, "");
      assert.is(stderr, `landlockdown: cannot execute "${tools[0]}": ${error}\n`);
      assert.is(status, 126);
    }
  });

  test("a port rule that fails is named, unless there is no network", () => {
    const launcher = writeLauncher(folder, {
      ...FREE,
      landlock: confining({}, [{ port: 65535, access: 2n }]),
    });
    const paths = confining({}).ruleset.paths.length;
    const inject = (error: string) =>
      run([
        "strace",
        "-qqq",
        "-o",
        folder.at("trace"),
        "-e",
        `inject=landlock_add_rule:error=${error}:when=${paths + 1}`,
        launcher,
        "echo",
        "ran",
      ]);
    const failed = inject("EINVAL");
    assert.is(failed.stderr, 'landlockdown: cannot add a rule for port "65535": EINVAL\n');
    assert.is(failed.status, 125);
    assert.is(inject("EAFNOSUPPORT").stdout, "ran\n");
  });
}

test.run();
