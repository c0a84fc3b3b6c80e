/** Flags that hold otherwise than they are written are told on standard error, also where nobody asks for a report. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { inexactLines } from "../../src/sandbox/inexact_lines.ts";
import type { GrantReport } from "../../src/plan/report.ts";
import { flagsFor, PRELOAD } from "../bridge/own_flags.ts";
import { makeFolder } from "../support/folder.ts";
import { bunExecutable, denoExecutable, testRuntimes } from "../support/runtimes.ts";
import { runFile, runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { landlockdown, pathWith } from "./command.ts";

const folder = makeFolder({ "main.mjs": 'console.log("ran");\n', "data/a": "", "\x1b[2Jb/": "" });
test.after(folder.remove);

const grant = (changes: Partial<GrantReport>): GrantReport => ({
  permission: "read",
  entry: "data",
  effect: "allow",
  status: "partial",
  fidelity: "narrower",
  reason: "It does not exist. Create it",
  mechanisms: [],
  ...changes,
});
const OWN_FOLDER =
  'The folder itself cannot be deleted, moved or replaced, which takes writing "/a". Grant "x/" if you mean what it contains';
const PIPE = { terminal: false, colour: false };

test("one line for each entry that is not exact, and none for what nobody has to act on", () => {
  const silent = [
    grant({ status: "enforced", fidelity: "exact" }),
    grant({ status: "unenforced", fidelity: "not a kernel matter" }),
    grant({ entry: "*" }),
    grant({ reason: OWN_FOLDER, minor: true }),
  ];
  assert.equal(inexactLines({ grants: silent }, PIPE), []);
  const told = [
    grant({}),
    grant({ effect: "deny", permission: "net", entry: "*", fidelity: "wider" }),
    grant({ reason: `Files cannot be moved into it. ${OWN_FOLDER}` }),
    grant({ reason: `It can be replaced. Deny it. ${OWN_FOLDER}`, fidelity: "wider" }),
    grant({ entry: "a\x1b[2J\n", reason: "It is a\x1b[2J\nlandlockdown: exact" }),
  ];
  assert.equal(inexactLines({ grants: told }, PIPE), [
    'landlockdown: narrower: allow read "data": It does not exist',
    "landlockdown: wider: deny net everything: It does not exist",
    'landlockdown: narrower: allow read "data": Files cannot be moved into it',
    'landlockdown: wider: allow read "data": It can be replaced',
    'landlockdown: narrower: allow read "a\\u001b[2J\\n": It is a\\x1b[2J\\x0alandlockdown: exact',
  ]);
});

test("on a terminal the lines fit 80 columns, and only the colour is no text", () => {
  const grants = [grant({ entry: "d".repeat(30), reason: "a word and ".repeat(30).trim() })];
  const lines = inexactLines({ grants }, { terminal: true, colour: true });
  assert.ok(lines.length > 3);
  const plain = lines.map((line) => line.replace("\x1b[33m", "").replace("\x1b[39m", ""));
  assert.not(plain.join("").includes("\x1b"));
  for (const line of plain) assert.ok(line.length <= 80, line);
  assert.equal(plain, inexactLines({ grants }, { terminal: true, colour: false }));
  assert.equal(plain.join(" ").replaceAll(/ +/g, " "), inexactLines({ grants }, PIPE).join(" "));
});

const MISSING = /^landlockdown: narrower: allow read ".*missing": .*$/m;
const OPEN = /^landlockdown: wider: deny net "127.0.0.1:81": .*$/m;
const node26 = testRuntimes().findLast(({ name }) => name === "node 26")?.executable;
const RUNTIMES: [name: string, executable: string | undefined, flags: string[], lines: RegExp[]][] = [
  [
    "deno",
    denoExecutable(),
    ["run", "--no-prompt", "--allow-read=missing,data", "--allow-net=127.0.0.1", "--deny-net=127.0.0.1:81"],
    [MISSING, OPEN],
  ],
  [
    "bun",
    bunExecutable(),
    ["--allow-read=missing,data", "--allow-net=127.0.0.1", "--deny-net=127.0.0.1:81"],
    [MISSING, OPEN],
  ],
  [
    "node",
    node26,
    [
      "--permission",
      "--disable-warning=SecurityWarning",
      "--allow-fs-read=main.mjs",
      "--allow-fs-read=missing",
    ],
    [MISSING],
  ],
];

for (const [name, executable, flags, lines] of RUNTIMES) {
  const title =
    `landlockdown ${name} tells which flags hold otherwise, and with LANDLOCKDOWN_QUIET=1 does not`;
  if (executable === undefined) {
    skip(title, name);
    continue;
  }
  test(title, () => {
    const run = (env: Record<string, string>) =>
      landlockdown([name, ...flags, "main.mjs"], {
        cwd: folder.path,
        env: { PATH: pathWith(folder, name, executable), ...env },
      });
    const told = run({});
    assert.equal([told.code, told.stdout], [0, "ran\n"], told.stderr);
    for (const line of lines) assert.match(told.stderr, line);
    assert.not(told.stderr.includes("\x1b"));
    assert.not.match(told.stderr, /"data"|main\.mjs/);
    const quiet = run({ LANDLOCKDOWN_QUIET: "1" });
    assert.equal([quiet.code, quiet.stdout], [0, "ran\n"], quiet.stderr);
    assert.not.match(quiet.stderr, /landlockdown:/);
  });
}

test("so does the preload", () => {
  const flags = [
    ...flagsFor({ read: [folder.path, folder.at("missing")] }, folder.path),
    ...PRELOAD,
  ];
  const missing = runtimeName === "node" ? [`--allow-fs-write=${folder.at("missing")}`] : [];
  const run = (env: Record<string, string>) =>
    runFile(folder.at("main.mjs"), [], { flags: [...flags, ...missing], env });
  const told = run({});
  assert.equal([told.code, told.stdout], [0, "ran\n"], told.stderr);
  assert.match(told.stderr, /^landlockdown: narrower: allow (read|write) ".*missing": .*$/m);
  const quiet = run({ LANDLOCKDOWN_QUIET: "1" });
  assert.equal([quiet.code, quiet.stdout], [0, "ran\n"], quiet.stderr);
  assert.not.match(quiet.stderr, /landlockdown:/);
});

test.run();
