/** `landlockdown explain` and `why`: what they say is what the kernel does. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { findPython } from "../../examples/unpack/tools.ts";
import { makeFolder } from "../support/folder.ts";
import { skip } from "../support/skip.ts";
import { ROOT } from "../support/runtimes.ts";
import { landlockdown } from "./command.ts";

const folder = makeFolder({ "in/a": "a", "in/deep/b": "b", "secret": "s", "out/": "" });
const at = { cwd: folder.path };

/** Refuses what does not match a schema of the documentation. */
function checkSchema(name: string, value: unknown): void {
  const schema = JSON.parse(readFileSync(join(ROOT, "docs", `${name}.schema.json`), "utf8"));
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  assert.ok(validate(value), JSON.stringify(validate.errors));
}

function json(words: readonly string[], schema: string) {
  const { code, stdout, stderr } = landlockdown([...words, "--json"], at);
  assert.is(stderr, "");
  const value = JSON.parse(stdout);
  checkSchema(schema, value);
  return { code, value };
}

const FLAGS = [
  "--allow-read=in",
  "--deny-read=in/deep",
  "--allow-net=example.com:443",
  "--allow-run=cat",
  "--allow-env=A",
];

test("explain gives each entry the rules it became, for every ABI, in the form its schema describes", () => {
  for (const abi of [0, 1, 3, 7, 11]) {
    const { value } = json(["explain", ...FLAGS, `--abi=${abi}`], "explain");
    assert.is(value.kernel.abi, abi);
    const grant = (permission: string, effect: string) =>
      value.grants.find((grant: { permission: string; effect: string }) =>
        grant.permission === permission && grant.effect === effect
      );
    assert.equal(
      grant("read", "allow").rules,
      abi === 0 ? [] : [{ subject: folder.at("in/a"), access: ["read_file"] }],
    );
    assert.equal(
      grant("net", "allow").rules,
      abi < 4 ? [] : [{
        subject: "port 443",
        access: abi < 10 ? ["connect_tcp"] : ["connect_tcp", "connect_send_udp"],
      }].concat(abi < 10 ? [] : [{ subject: "port 0", access: ["bind_udp"] }]).sort((a, b) =>
        a.subject < b.subject ? 1 : -1
      ),
    );
    assert.equal(grant("env", "allow").mechanisms, ["environment"]);
  }
});

test("the printed form has the same verdicts, no colours in a pipe, and nothing is applied", () => {
  const { code, stdout } = landlockdown(["explain", ...FLAGS, "--abi=3"], at);
  assert.is(code, 0);
  assert.not.match(stdout, "\x1b");
  assert.match(stdout, /^Landlock ABI 3, not this kernel: \d+ path rules, 0 port rules$/m);
  assert.match(stdout, /^allow read in +narrower$/m);
  assert.match(stdout, /^allow net example\.com:443 +impossible$/m);
  assert.match(stdout, /^allow env A +exact$/m);
  assert.match(stdout, /^Closed by a seccomp filter$/m);
  assert.match(stdout, /closed from ABI 4/);
});

test("explain says which entries come from a preset, and why", () => {
  const words = ["explain", "--preset=git=out", "--allow-read=in", "--deny-write=out/x"];
  const { value } = json(words, "explain");
  const from = (permission: string, entry: string) =>
    value.grants.find((grant: { permission: string; entry: string }) =>
      grant.permission === permission && grant.entry === entry
    ).presets;
  assert.equal(from("read", "out"), [{ name: "git", reason: "the folder it works in" }]);
  assert.equal(from("read", "in"), []);
  assert.equal(from("write", "out/x"), []);
  assert.match(from("run", "sh")[0].reason, "through a shell");
  const { stdout } = landlockdown(words, at);
  assert.match(stdout, /^allow read out +exact\n {4}preset git: the folder it works in\n {4}\/.*\/out /m);
  assert.match(stdout, /^allow read in +exact\n {4}\/.*\/in /m);
  assert.match(stdout, "temporary folder of its own");
  assert.is(json(["why", "write", "out/new", "--preset=git=out"], "why").value.allowed, true);
  assert.is(json(["why", "write", "in/new", "--preset=git=out"], "why").value.allowed, false);
});

test("why answers what the command then meets", () => {
  const questions: [act: string, thing: string, script: string][] = [
    ["read", "in/a", "true < in/a"],
    ["read", "in/deep/b", "true < in/deep/b"],
    ["read", "secret", "true < secret"],
    ["read", "/etc/passwd", "true < /etc/passwd"],
    ["read", "/etc/shadow", "true < /etc/shadow"],
    ["write", "out/new", "true > out/new"],
    ["write", "in/a", "true >> in/a"],
    ["run", "cat", "cat < /dev/null"],
    ["run", "ls", "ls --version > /dev/null"],
  ];
  const flags = [...FLAGS, "--allow-write=out"];
  const seen = new Set<boolean>();
  for (const [act, thing, script] of questions) {
    const real = landlockdown(["run", ...flags, "sh", "-c", script], at);
    const { code, value } = json(["why", act, thing, ...flags], "why");
    assert.is(value.allowed, real.code === 0, `${act} ${thing}: ${real.stderr}`);
    assert.is(code, value.allowed ? 0 : 1);
    seen.add(value.allowed);
  }
  assert.is(seen.size, 2);
});

const python = findPython()?.path;
if (python === undefined) skip("why answers for sockets too", "python3");
else {
  test("why answers for sockets too, which a filter may close whatever the rules", () =>
    compareSockets(python));
}

async function compareSockets(python: string): Promise<void> {
  const program = [`--allow-run=${python}`, `--allow-read=${dirname(dirname(python))}`];
  const tcp = createServer().listen(0, "127.0.0.1");
  const unix = createServer().listen(folder.at("socket"));
  await Promise.all([once(tcp, "listening"), once(unix, "listening")]);
  const { port } = tcp.address() as AddressInfo;
  const connect = (family: string, address: string) =>
    `import socket; socket.socket(socket.${family}).connect(${address})`;
  const host = connect("AF_INET", `("127.0.0.1", ${port})`);
  const listen = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen()";
  const questions: [act: string, thing: string, script: string, flags: string[]][] = [
    ["connect", `127.0.0.1:${port}`, host, []],
    ["connect", `127.0.0.1:${port}`, host, ["--allow-net=unix:/run/other"]],
    ["connect", `127.0.0.1:${port}`, host, [`--allow-net=127.0.0.1:${port + 1}`]],
    ["connect", `unix:${folder.at("socket")}`, connect("AF_UNIX", `"${folder.at("socket")}"`), []],
    ["listen", "127.0.0.1:0", listen, []],
    ["listen", "127.0.0.1:0", listen, [`--allow-net=127.0.0.1:${port}`]],
  ];
  try {
    for (const [act, thing, script, flags] of questions) {
      const run = (...more: string[]) =>
        landlockdown(["run", ...program, ...flags, ...more, python, "-c", script], at).code;
      assert.is.not(run(), 0, `${act} ${thing} is denied with "${flags}"`);
      const { code, value } = json(["why", act, thing, ...program, ...flags], "why");
      assert.is(code, 1, `${act} ${thing} with "${flags}"`);
      assert.is(run(...value.flags.split(" ")), 0, value.flags);
    }
  } finally {
    tcp.close();
    unix.close();
  }
}

test("the flags that why names do allow it", () => {
  for (
    const [act, thing, command] of [
      ["read", "secret", ["cat", "secret"]],
      ["read", "in/deep/b", ["cat", "in/deep/b"]],
      ["write", "made/file", ["sh", "-c", ": > made/file"]],
      ["run", "ls", ["sh", "-c", "ls / > /dev/null || [ $? -eq 2 ]"]],
    ] as const
  ) {
    assert.is.not(landlockdown(["run", ...FLAGS, ...command], at).code, 0, thing);
    const { value } = json(["why", act, thing, ...FLAGS], "why");
    assert.not(value.allowed);
    const flags = value.flags.split(" ").filter((flag: string) => !FLAGS.includes(flag));
    assert.is(landlockdown(["run", ...FLAGS, ...flags, ...command], at).code, 0, value.flags);
  }
});

test("why names the rule, the flag it comes from, and what takes it away", () => {
  const text = (...words: string[]) => landlockdown(["why", ...words], at).stdout;
  assert.match(
    text("read", "in/a", "--allow-read=in"),
    /^allowed: read in\/a .*\n {2}rule {2}.*\/in: read_file read_dir\n {2}from {2}--allow-read=in\n$/,
  );
  assert.match(
    text("read", "/etc/hosts", "--allow-net=example.com:443"),
    "what programs need: looking up host names",
  );
  assert.match(text("read", "in/deep/b", ...FLAGS), "taken out by --deny-read=in/deep");
  assert.match(text("connect", "other.example:443", "--allow-net=example.com:443"), /^allowed: .*port 443/);
  assert.match(text("write", "/bin/cat", "--allow-write=/", "--allow-run=cat"), "never writable");
});

test("what cannot be asked is refused with 125", () => {
  for (
    const words of [["why"], ["why", "eat", "x"], ["why", "read"], ["why", "connect", "host"], [
      "explain",
      "--abi=12",
    ], ["explain", "--abi=x"]]
  ) {
    const { code, stderr } = landlockdown(words, at);
    assert.is(code, 125, words.join(" "));
    assert.match(stderr, /^landlockdown: cannot [^\n]+\n$/);
  }
});

test("doctor tries a denial, says what the kernel offers, and its exit code is the answer", () => {
  const { code, value } = json(["doctor"], "doctor");
  assert.is(code, value.usable ? 0 : 1);
  assert.is(value.usable, value.kernel.abi > 0);
  const { stdout } = landlockdown(["doctor"]);
  assert.match(stdout, value.usable ? "Landlock can be used here" : "can NOT be used");
  assert.match(stdout, `ABI ${value.kernel.abi}`);
});

test.after(() => folder.remove());
test.run();
