/** The table of Deno's options is that of the Deno that is installed: its own help lists the same names and letters,
 * and whether each takes a value. What help does not show, Deno still takes. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Arity, type CommandShape, commandShape, isCommand } from "../../src/flags/deno/options.ts";
import { PERMISSION_FLAGS } from "../../src/flags/permission_flags.ts";
import { denoExecutable } from "../support/runtimes.ts";

const COMMANDS = ["run", "watch", "serve", "eval", "test", "bench", "compile", "repl", "x"];

function deno(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(denoExecutable() as string, words, {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
}

/** The options in a help text, with their letters and how they take a value. */
function optionsIn(help: string): Map<string, { letter: string | undefined; arity: Arity }> {
  const lines = help.matchAll(/^ {2,6}(?:-(\w), )?--([a-z][a-z0-9-]*)(\[=|\[?| \[| <)?/gm);
  return new Map([...lines].map(([, letter, name = "", form]) => [name, { letter, arity: arityOf(form) }]));
}

function arityOf(form: string | undefined): Arity {
  if (form === "[=") return "equals";
  if (form === " [") return "optional";
  return form === " <" ? "value" : "none";
}

for (const command of COMMANDS) {
  const shape = commandShape(command) as CommandShape;

  test(`deno ${command}: what its help lists is in our table, with the same letter and kind of value`, () => {
    const options = optionsIn(deno(command, "--help=full").stdout);
    assert.ok(options.size > 30);
    for (const [name, { letter, arity }] of options) {
      assert.is(shape.long.get(name)?.arity, arity, `--${name}`);
      if (letter !== undefined) assert.is(shape.short.get(letter)?.name, name, `-${letter}`);
    }
  });

  test(`deno ${command}: what is in our table, Deno takes`, () => {
    const words = [...shape.long].filter(([name]) => name !== "help" && name !== "version")
      .map(([name, { arity }]) => arity === "none" ? `--${name}` : `--${name}=${VALUES[name] ?? "true"}`);
    const { status, stderr } = deno(command, ...words, "--help");
    assert.is(status, 0, stderr);
  });

  test(`deno ${command}: a letter of our table is one of Deno's, and no other is`, () => {
    const help = [...optionsIn(deno(command, "--help=full").stdout).values()];
    const shown = help.flatMap(({ letter }) => letter ?? []);
    const hidden = ["L", "V", "h", "q", ...(command === "serve" ? ["t"] : [])];
    assert.equal([...shape.short.keys()].sort(), [...shown, ...hidden].sort());
  });
}

/** Values for options that do not take any. */
const VALUES: Readonly<Record<string, string>> = {
  "log-level": "debug",
  ext: "js",
  seed: "1",
  port: "1",
  "node-modules-linker": "hoisted",
  linker: "hoisted",
  "cpu-prof-interval": "1",
  reporter: "dot",
  retry: "1",
  repeats: "1",
  shuffle: "1",
  "fail-fast": "1",
  "coverage-threshold": "1",
  target: "x86_64-unknown-linux-gnu",
  engine: "v8",
};

test("every permission flag of our list is in Deno's help, and every one of Deno's help in our list", () => {
  const help = [...optionsIn(deno("run", "--help=full").stdout)].filter(([name]) =>
    /^(allow|deny|ignore)-/.test(name)
  );
  const names = help.map(([name]) => name).filter((name) => name !== "allow-all" && name !== "allow-scripts");
  assert.equal(names.sort(), PERMISSION_FLAGS.map(({ name }) => name).sort());
  for (const { name, short } of PERMISSION_FLAGS) {
    assert.is(help.find(([other]) => other === name)?.[1].letter, short, name);
  }
});

test("every command of Deno is known to be one", () => {
  const { subcommands } = JSON.parse(deno("json_reference").stdout) as { subcommands: { name: string }[] };
  assert.ok(subcommands.length > 40);
  for (const { name } of subcommands) assert.ok(isCommand(name), name);
});

test.run();
