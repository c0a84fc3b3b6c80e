/** The help, the completions and the version agree with what the command takes. */
import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type CommandName, COMMANDS, isCommandName, version } from "../../src/cli/commands.ts";
import { readCommandLine } from "../../src/cli/options.ts";
import { makeFolder } from "../support/folder.ts";
import { ROOT } from "../support/runtimes.ts";
import { skip } from "../support/skip.ts";
import { commandLine, landlockdown, shell } from "./command.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

const NAMES = Object.keys(COMMANDS) as CommandName[];

test("every subcommand has three examples that can be read as they are written", () => {
  for (const name of NAMES) {
    const { examples } = COMMANDS[name];
    assert.is(examples.length, 3, name);
    for (const [example] of examples) {
      const line = /landlockdown ([^&|<>)]*)/.exec(example)?.[1] ?? "";
      const [command = "", ...words] = line.trim().split(/\s+/);
      assert.ok(isCommandName(command), example);
      readCommandLine(words, command);
    }
  }
});

test("--help, -h and help print the same, on standard output and with exit code 0", () => {
  for (const name of NAMES.filter((name) => name !== "help")) {
    const { code, stdout, stderr } = landlockdown(["help", name]);
    assert.equal([code, stderr], [0, ""], name);
    assert.match(stdout, COMMANDS[name].usage.split("\n")[0] as string);
    for (const option of Object.keys(COMMANDS[name].options)) assert.match(stdout, `--${option}`);
    assert.not.match(stdout, "\x1b");
  }
  assert.is(landlockdown(["run", "--help"]).stdout, landlockdown(["help", "run"]).stdout);
  assert.is(landlockdown([]).stdout, landlockdown(["--help"]).stdout);
  assert.is(landlockdown(["help", "eat"]).code, 125);
});

test("who stops reading gets no stack, as under head", () => {
  const folder = makeFolder();
  const cases: [words: string[], code: number][] = [
    [["help", "run"], 0],
    [["run", "--help"], 0],
    [["--version"], 0],
    [["why", "read", "/etc/shadow"], 1],
  ];
  for (const [words, code] of cases) {
    const line = commandLine(words);
    // In a file: Deno rewrites what it takes for a shell line with a command of its own in it
    const script = folder.write("script", `(sleep 0.2; ${line}; echo $? >&2) | true\n`);
    assert.equal(shell(`sh ${script}`), { code: 0, signal: null, stdout: "", stderr: `${code}\n` });
    const full = shell(`${line} > /dev/full`);
    assert.is(full.code, 125);
    assert.match(full.stderr, /^landlockdown: /);
  }
  folder.remove();
});

test("words behind the command are its own, also --help", () => {
  assert.equal(readCommandLine(["-R", "ls", "--help", "-x"], "run").words, ["ls", "--help", "-x"]);
  assert.equal(readCommandLine(["-R", "--", "--help"], "run").words, ["--help"]);
  assert.equal(readCommandLine(["-RW=a,b", "--tmp", "--deny-net", "x"], "run").flags, [
    "-RW=a,b",
    "--deny-net",
  ]);
  assert.equal(readCommandLine(["run", "--help"], "deno").words, ["run", "--help"]);
});

test("the version is that of the package", () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  assert.is(version, manifest.version);
  assert.is(landlockdown(["--version"]).stdout, `landlockdown ${version}\n`);
});

test("bash completes subcommands, options and words", () => {
  const { stdout } = landlockdown(["completions", "bash"]);
  const complete = (...words: string[]) => {
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const script = `${stdout}\nCOMP_WORDS=(${quoted}) COMP_CWORD=${
      words.length - 1
    }\n_landlockdown 2>/dev/null\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync("bash", ["-c", script], { encoding: "utf8" }).stdout.split("\n").filter(Boolean);
  };
  assert.equal(complete("landlockdown", "co"), ["compile", "completions"]);
  assert.equal(complete("landlockdown", "run", "--allow-r"), ["--allow-read=", "--allow-run="]);
  assert.equal(complete("landlockdown", "why", "w"), ["write"]);
  assert.ok(complete("landlockdown", "run", "ca").includes("cat"));
  assert.equal(complete("landlockdown", "run", "--preset", "=", "n"), ["npm", "node"]);
  assert.equal(complete("landlockdown", "run", "--missing", "="), ["error", "skip", "create"]);
});

/** What interactive shells are started with so that they read nothing of the user's, and what a completion needs. */
const INTERACTIVE: Readonly<Record<string, readonly [words: string[], setUp: string]>> = {
  bash: [["--norc", "-i"], ""],
  zsh: [["-f", "-i"], "autoload -U compinit; compinit -D"],
  fish: [["--no-config", "-i"], ""],
};

/** Types lines into a shell on a terminal and returns what it has written there. */
function typeInto(shell: string, lines: readonly string[], cwd: string): string {
  const [words] = INTERACTIVE[shell] as [string[], string];
  return spawnSync("python3", ["-c", "import pty, sys; pty.spawn(sys.argv[1:])", shell, ...words], {
    cwd,
    env: { ...process.env, HOME: cwd, TERM: "dumb", PATH: `${cwd}/bin:${process.env["PATH"]}` },
    input: lines.map((line) => `${line}\n`).join(""),
    encoding: "utf8",
    timeout: HANGS_MILLISECONDS,
    killSignal: "SIGKILL",
  }).stdout;
}

for (const [name, [, setUp]] of Object.entries(INTERACTIVE)) {
  const title = `${name} completes a file's name as a word, whatever it is called`;
  const missing = ["python3", name].filter((program) => shell(`command -v ${program}`).code !== 0);
  if (missing.length > 0) {
    skip(title, missing.join(" and "));
    continue;
  }
  test(title, () => {
    const hostile = "touch${IFS}sprung;`touch${IFS}sprung`";
    const folder = makeFolder({
      completions: landlockdown(["completions", name]).stdout,
      [`file;${hostile}`]: "",
      [`folder/tool;${hostile}`]: "",
      [`bin/program;${hostile}`]: "",
    });
    for (const file of ["folder/tool", "bin/program"]) chmodSync(folder.at(`${file};${hostile}`), 0o755);
    const cases = [
      ["inspect fil", `inspect file;${hostile}`],
      ["run --policy=fil", `run --policy=file;${hostile}`],
      ["run folder/to", `run folder/tool;${hostile}`],
      ["run progra", `run program;${hostile}`],
    ];
    // A program and no function: fish and the other two write functions differently
    folder.write("bin/landlockdown", '#!/bin/sh\nprintf "%s\\n" "$*" >> taken\n', 0o755);
    const typed = cases.map(([line]) => `landlockdown ${line}\t`);
    const seen = typeInto(name, [setUp, "source ./completions", ...typed, "exit"], folder.path);
    const names = readdirSync(folder.path);
    assert.not(names.includes("sprung"), seen);
    assert.ok(names.includes("taken"), seen);
    const taken = readFileSync(folder.at("taken"), "utf8").trimEnd().split("\n").map((line) =>
      line.trimEnd()
    );
    // What a shell has no completion for stays as it was typed: files behind "=" in zsh
    const expected = cases.map(([line, completed], at) => at > 0 && taken[at] === line ? line : completed);
    assert.equal(taken, expected, seen);
    if (name === "bash") assert.equal(taken, cases.map(([, completed]) => completed));
    folder.remove();
  });
}

for (const name of ["zsh", "fish"]) {
  if (shell(`command -v ${name}`).code !== 0) {
    skip(`completions of ${name} are read by it`, name);
    continue;
  }
  test(`completions of ${name} are read by it`, () => {
    const folder = makeFolder({ completions: landlockdown(["completions", name]).stdout });
    const { status, stderr } = spawnSync(name, ["-n", folder.at("completions")], { encoding: "utf8" });
    folder.remove();
    assert.equal([status, stderr], [0, ""]);
  });
}

if (shell("command -v fish").code === 0) {
  test("fish completes what an option's value may be", () => {
    const folder = makeFolder({ completions: landlockdown(["completions", "fish"]).stdout });
    const script = `source ${folder.at("completions")}; complete -C "landlockdown run --preset=n"`;
    const { stdout } = spawnSync("fish", ["--no-config", "-c", script], { encoding: "utf8" });
    folder.remove();
    assert.equal(stdout.match(/^\S+/gm), ["--preset=node", "--preset=npm"]);
  });
}

test("completions for another shell are refused", () => {
  assert.is(landlockdown(["completions", "tcsh"]).code, 125);
});

test.run();
