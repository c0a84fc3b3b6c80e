/** `run --explain-denials` and `why --last`: what strace and the audit log say, read right, and made into flags that
 * work. */
import { existsSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { readAuditRecords } from "../../src/cli/denials/audit_log.ts";
import { denialLines, MOST_DENIALS } from "../../src/cli/denials/denial.ts";
import { StraceTrace } from "../../src/cli/denials/strace_output.ts";
import { makeFolder } from "../support/folder.ts";
import { skip } from "../support/skip.ts";
import { landlockdown, shell } from "./command.ts";

const folder = makeFolder({ "in/a": "a", "secret": "s", "state/": "", "empty/": "" });
const at = { cwd: folder.path, env: { XDG_STATE_HOME: folder.at("state") } };

const denials = (text: string) => {
  const trace = new StraceTrace("/start");
  // In parts as a pipe has them, cut anywhere
  for (let at = 0; at < text.length; at += 50) trace.take(text.slice(at, at + 50));
  return trace.denials.map(({ act, thing }) => `${act} ${thing}`);
};

test("failed calls of strace become acts, with absolute paths", () => {
  assert.equal(
    denials(`
1 openat(AT_FDCWD</start>, "a/../b", O_RDONLY|O_CLOEXEC) = -1 EACCES (Permission denied)
1 openat(AT_FDCWD</start>, "fine", O_RDONLY) = 3</start/fine>
1 openat(AT_FDCWD</start>, "absent", O_RDONLY) = -1 ENOENT (No such file or directory)
1 openat(3</dir>, "w", O_WRONLY|O_CREAT|O_TRUNC, 0666) = -1 EACCES (Permission denied)
1 open("/both", O_RDWR)             = -1 EACCES (Permission denied)
1 execve("/usr/bin/ls", ["ls", "/secret"], 0x7ffd /* 3 vars */) = -1 EACCES (Permission denied)
1 mkdirat(AT_FDCWD</start>, "new/dir", 0777) = -1 EACCES (Permission denied)
1 unlink("/x/y") = -1 EACCES (Permission denied)
1 rename("/from/f", "/to/f") = -1 EXDEV (Invalid cross-device link)
1 symlink("/target", "/place/link") = -1 EACCES (Permission denied)
1 truncate("/t", 0) = -1 EACCES (Permission denied)
`),
    [
      "read /start/b",
      "write /dir/w",
      "read /both",
      "write /both",
      "run /usr/bin/ls",
      "write /start/new",
      "write /x",
      "write /from",
      "write /to",
      "write /place",
      "write /t",
    ],
  );
});

test("processes may interrupt each other, change directory, and write any name", () => {
  assert.equal(
    denials(`
1 chdir("/one") = 0
2 fchdir(5</two>) = 0
1 open("x", O_RDONLY <unfinished ...>
2 open("y\\303\\244\\"\\n", O_RDONLY) = -1 EACCES (Permission denied)
1 <... open resumed>) = -1 EACCES (Permission denied)
1 --- SIGCHLD {si_signo=SIGCHLD} ---
2 +++ exited with 0 +++
`),
    ['read /two/yä"\n', "read /one/x"],
  );
});

test("the command is what is traced first; how it ended is its exit code, whatever others do", () => {
  const exitCode = (text: string) => {
    const trace = new StraceTrace("/start");
    trace.take(`7 execve("/bin/sh", ["sh"], 0x7ffd) = 0\n8 +++ exited with 3 +++\n${text}`);
    return trace.exitCode;
  };
  assert.is(exitCode('7 openat(AT_FDCWD</start>, "+++ exited with 0 +++", O_RDONLY) = 3\n'), undefined);
  assert.is(exitCode("7 +++ exited with 0 +++"), undefined, "the line may go on");
  assert.is(exitCode("7 +++ exited with 5 +++\n"), 5);
  assert.is(exitCode("7 +++ killed by SIGTERM +++\n"), 128 + 15);
  assert.is(exitCode("7 +++ killed by SIGSEGV (core dumped) +++\n"), 128 + 11);
  assert.is(exitCode("7 +++ killed by SIGRT_8 +++\n"), 128 + 40);
});

test("of a trace without end little is kept, and a line without end is none", () => {
  const trace = new StraceTrace("/start");
  const attempt = (name: string) => trace.take(`1 truncate("/${name}", 0) = -1 EACCES (Permission denied)\n`);
  for (let number = 0; number < 10 * MOST_DENIALS; number++) {
    attempt(`${number}`);
    attempt("again");
  }
  assert.is(trace.denials.length, MOST_DENIALS + 1, "one more tells that there were more");
  const long = new StraceTrace("/start");
  for (let part = 0; part < 100; part++) long.take(`1 truncate("/${"x".repeat(1 << 16)}`);
  long.take('", 0) = -1 EACCES (Permission denied)\n1 truncate("/t", 0) = -1 EACCES (Permission denied)\n');
  assert.equal(long.denials.map(({ thing }) => thing), ["/t"]);
});

test("addresses become entries of the net permission", () => {
  assert.equal(
    denials(`
1 connect(3<socket:[1]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 EACCES (Permission denied)
1 connect(3<socket:[1]>, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = -1 EACCES (Permission denied)
1 connect(3<socket:[1]>, {sa_family=AF_UNIX, sun_path="run/x.sock"}, 12) = -1 EACCES (Permission denied)
1 bind(3<socket:[1]>, {sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr("0.0.0.0")}, 16) = -1 EACCES (Permission denied)
1 bind(3<socket:[1]>, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("0.0.0.0")}, 16) = -1 EACCES (Permission denied)
`),
    ["connect 192.0.2.1:443", "connect [::1]:80", "connect unix:/start/run/x.sock", "listen localhost:8080"],
  );
});

test("records of the audit log become acts, in every spelling, of all domains or of those that one process made", () => {
  const log = `
type=LANDLOCK_ACCESS msg=audit(100.5:30): domain=195ba459b blockers=fs.read_file path="/etc/shadow" dev="vda2" ino=14
audit: type=1423 audit(101.0:31): domain=195ba459b blockers=fs.make_reg,fs.refer path=2F6120622F63 dev="vda2" ino=15
type=LANDLOCK_ACCESS msg=audit(102.0:32): domain=195ba459b blockers=net.connect_tcp daddr=192.0.2.1 dest=443
type=LANDLOCK_ACCESS msg=audit(103.0:33): domain=195ba459b blockers=net.bind_tcp src=80
type=UNKNOWN[1423] msg=audit(104.0:34): domain=2a blockers=fs.execute path="/usr/bin/ls" dev="vda2" ino=16
audit: type=1424 audit(104.0:34): domain=2a status=allocated mode=enforcing pid=77 uid=0 exe="/x" comm="x pid=78"
type=LANDLOCK_ACCESS msg=audit(104.5:34): domain=195ba459b blockers=fs.change_topology path="/mnt" dev="vda2" ino=17
type=LANDLOCK_ACCESS msg=audit(105.0:35): domain=195ba459b blockers=scope.signal opid=1 ocomm="systemd"
type=LANDLOCK_DOMAIN msg=audit(105.0:35): domain=195ba459b status=deallocated denials=3
`;
  const acts = (pid?: number) => readAuditRecords(log, pid).map(({ act, thing }) => `${act} ${thing}`);
  assert.equal(acts(), [
    "read /etc/shadow",
    "write /a b/c",
    "connect 192.0.2.1:443",
    "listen localhost:80",
    "run /usr/bin/ls",
  ]);
  assert.equal(acts(77), ["run /usr/bin/ls"]);
  assert.equal(acts(78), []);
});

test("a shell takes the flags of all denials for nothing but these flags, whatever the files are called", () => {
  const names = ["/a b", "/c b", "/ ;echo more; #", "/it's b", "/'", "/$(echo more)", "/plain", "/plain"];
  const denials = names.map((thing) => ({
    act: "read" as const,
    thing,
    by: "openat",
    remedy: { entry: thing, create: true },
  }));
  const flags = [...new Set(names)].map((name) => `--allow-read=${name}`);
  flags.splice(1, 0, "--missing=create");
  const { stdout } = shell(`printf '%s\\n' ${denialLines(denials).at(-1)}`);
  assert.equal(stdout.trimEnd().split("\n"), flags);
});

test("flags are said to allow all of it only if they do", () => {
  const allowed = { act: "read", thing: "/a", by: "openat", remedy: { entry: "/a", create: false } } as const;
  const hopeless = { act: "write", thing: "/b", by: "openat" } as const;
  assert.match(denialLines([allowed]).join("\n"), "All of it would be allowed by");
  assert.not.match(denialLines([allowed, hopeless]).join("\n"), "All of it");
});

test("a file's name adds no line to what is printed, and moves no cursor", () => {
  const lines = denialLines([{ act: "read", thing: "/a\n  read  /b\x1b[2J\x9b", by: "openat" }]);
  assert.equal(lines, ["  read  /a\\x0a  read  /b\\x1b[2J\\x9b  no single flag allows it"]);
});

const SCRIPT = "cat in/a secret; echo x > empty/new; ls; exit 7";

if (shell("strace -V").code !== 0) skip("run --explain-denials", "strace");
else {
  test("run --explain-denials names what was denied; with its flags nothing is", () => {
    const bare = shell(SCRIPT, at);
    assert.equal([bare.code, existsSync(folder.at("empty/new"))], [7, true]);
    shell("rm empty/new", at);
    const command = ["sh", "-c", SCRIPT];
    const flags = ["--allow-read=in", "--allow-run=cat"];
    const first = landlockdown(["run", "--explain-denials", ...flags, ...command], at);
    assert.is(first.code, 7);
    assert.match(first.stderr, /landlockdown: the command was denied\n/);
    const suggested = first.stderr.trim().split("\n").at(-1)?.trim().split(" ") ?? [];
    assert.equal(
      [...suggested].sort(),
      [
        `--allow-read=${folder.at("secret")}`,
        `--allow-run=${shell("command -v ls").stdout.trim()}`,
        `--allow-write=${folder.at("empty")}`,
      ].sort(),
    );
    const second = landlockdown([
      "run",
      "--explain-denials",
      ...flags,
      ...suggested,
      "--allow-read=.",
      ...command,
    ], at);
    assert.is(second.code, 7);
    assert.match(second.stderr, "denied nothing");
    assert.is(second.stdout, bare.stdout.replace(/^/, ""));
  });

  test("why --last has it again", () => {
    landlockdown(["run", "--explain-denials", "cat", "secret"], at);
    const { code, stdout } = landlockdown(["why", "--last"], at);
    assert.is(code, 0);
    assert.match(stdout, /^cat secret, ended /);
    assert.match(stdout, `--allow-read=${folder.at("secret")}`);
    const json = JSON.parse(landlockdown(["why", "--last", "--json"], at).stdout);
    assert.equal(json.denials.map(({ act, thing }: { act: string; thing: string }) => [act, thing]), [
      ["read", folder.at("secret")],
    ]);
  });
}

test("why --last says so when there is nothing to tell", () => {
  const { code, stderr, stdout } = landlockdown(["why", "--last"], {
    env: { XDG_STATE_HOME: folder.at("no-state") },
  });
  // Unless the audit log can be read
  if (code === 0) assert.match(stdout, "audit log");
  else assert.match(stderr, "run it again with landlockdown run --explain-denials");
});

test.after(() => folder.remove());
test.run();
