/** The command's environment is exactly what the plan lets through, byte for byte and in order: as our own probe sees
 * it, and as `env` prints it. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { LauncherEnvironment } from "../../src/launcher/policy.ts";
import { ARCHITECTURES, emulator, testWith } from "../machine/tools.ts";
import { emulated, FREE, HOST, makeOpenFolder, run, writeExecutable, writeLauncher } from "./launch.ts";
import { bytewise, probe, PROBE_STATUS, seenBy } from "./probe.ts";

const folder = makeOpenFolder();
test.after(folder.remove);
const seeing = writeExecutable(folder.at("probe"), probe(HOST, "/"));

/** What is inherited, what the plan says, what arrives. */
const CASES: readonly [name: string, env: string[], environment: LauncherEnvironment, arrives: string[]][] = [
  ["everything", ["A=1", "B=", "C=x=y"], { pass: ["*"] }, ["A=1", "B=", "C=x=y"]],
  ["nothing", ["A=1", "B=2"], { pass: [] }, []],
  ["names", ["A=1", "AB=2", "B=3", "a=4"], { pass: ["A", "B"] }, ["A=1", "B=3"]],
  ["a name that is not there", ["A=1"], { pass: ["B"] }, []],
  ["a prefix", ["X=0", "X_=1", "X_A=2", "XA=3", "AX_=4"], { pass: ["X_*"] }, ["X_=1", "X_A=2"]],
  ["a prefix is a name too", ["X=0", "XY=1"], { pass: ["X*"] }, ["X=0", "XY=1"]],
  ["a name is no prefix", ["PATH=1", "PATHS=2", "PAT=3"], { pass: ["PATH"] }, ["PATH=1"]],
  ["blocked names", ["A=1", "B=2", "LD_X=3"], { pass: ["*"], block: ["B", "LD_*"] }, ["A=1"]],
  ["a name beats a prefix", ["LD_A=1", "LD_B=2"], { pass: ["LD_A"], block: ["LD_*"] }, ["LD_A=1"]],
  ["a longer prefix beats a shorter", ["A=1", "AB=2", "ABC=3", "ABCD=4"], {
    pass: ["A*", "ABC*"],
    block: ["AB*", "ABCD"],
  }, ["A=1", "ABC=3"]],
  ["of equals the block", ["A=1", "B=2"], { pass: ["A", "B", "A*"], block: ["A"] }, ["B=2"]],
  ["set ones come last", ["A=1", "B=2"], { pass: ["*"], set: { Z: "3", C: "4" } }, [
    "A=1",
    "B=2",
    "C=4",
    "Z=3",
  ]],
  ["set ones replace", ["A=1", "B=2", "AB=3"], { pass: ["*"], set: { A: "new" } }, ["B=2", "AB=3", "A=new"]],
  ["set ones replace what is named", ["A=1"], { pass: ["A"], set: { A: "" } }, ["A="]],
  ["set ones are not blocked", ["A=1"], { pass: [], block: ["A", "*"], set: { A: "x=y" } }, ["A=x=y"]],
  ["odd characters", ["ä=1", "A B=2", "\n=3", "€=4"], { pass: ["ä", "A B", "\n"] }, ["ä=1", "A B=2", "\n=3"]],
  ["odd values", ["A=\x01\n\x7f\u{1f512}"], { pass: ["A"], set: { B: "\n\u{1f512}" } }, [
    "A=\x01\n\x7f\u{1f512}",
    "B=\n\u{1f512}",
  ]],
];

for (const architecture of ARCHITECTURES) {
  const tool = emulator(architecture);

  for (const [name, env, environment, arrives] of CASES) {
    testWith(tool, `environment: ${name}, ${architecture}`, () => {
      const launcher = writeLauncher(folder, { ...FREE, environment }, architecture);
      const variables = Object.fromEntries(env.map((text) => {
        const at = text.indexOf("=");
        return [text.slice(0, at), text.slice(at + 1)];
      }));
      const { status, bytes, stderr } = run([...emulated(architecture), launcher, seeing], {
        env: variables,
      });
      assert.is(status, PROBE_STATUS, stderr);
      const seen = seenBy(bytes).env;
      // The emulator hands its environment on in another order; the set ones are at the end all the same
      const inherited = arrives.length - Object.keys(environment.set ?? {}).length;
      const ordered = (texts: readonly string[]) =>
        tool === undefined ? texts : [...texts.slice(0, inherited).sort(), ...texts.slice(inherited)];
      assert.equal(ordered(seen), ordered(arrives.map(bytewise)));
      const env0 = run([...emulated(architecture), launcher, "/usr/bin/env", "-0"], { env: variables });
      assert.equal(ordered(env0.stdout.split("\0").slice(0, -1)), ordered(arrives));
    });
  }

  testWith(tool, `bytes that are not UTF-8 arrive as they are, ${architecture}`, () => {
    const environment = { pass: ["A", "P"], set: { S: "ü" } };
    const launcher = writeLauncher(folder, { ...FREE, environment }, architecture);
    const script = `A=$(printf '\\377\\376=\\200'); P=$(printf '\\001\\303'); B=$A; export A P B; exec "$@"`;
    const words = [...emulated(architecture), launcher, seeing, "arg"];
    const { bytes } = run(["/bin/sh", "-c", script, "sh", ...words], { env: {} });
    const { args, env } = seenBy(bytes);
    assert.equal(args, [seeing, "arg"]);
    assert.equal([...env.slice(0, 2)].sort(), ["A=\xff\xfe=\x80", "P=\x01\xc3"]);
    assert.equal(env.slice(2), [bytewise("S=ü")]);
  });

  testWith(tool, `an argument that is not UTF-8 arrives as it is, ${architecture}`, () => {
    const launcher = writeLauncher(folder, FREE, architecture);
    const script = `exec "$@" "$(printf '\\377\\n\\200')"`;
    const words = [...emulated(architecture), launcher, "--argv0", "x", seeing];
    const { bytes } = run(["/bin/sh", "-c", script, "sh", ...words]);
    assert.equal(seenBy(bytes).args, ["x", "\xff\n\x80"]);
  });
}

/** Two megabytes, which is what the kernel takes with the usual limit of the stack: as many variables, or few. */
const HUGE: readonly [name: string, env: Record<string, string>][] = [
  ["15,000 variables", variables(15_000, 110)],
  ["40,000 short ones", variables(40_000, 1)],
  ["16 of 120 KB", variables(16, 120_000)],
];

function variables(count: number, length: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`V${index}`, "x".repeat(length)]));
}

for (const [name, env] of HUGE) {
  test(`a huge environment is filtered: ${name}`, () => {
    const shown = (environment: LauncherEnvironment): string[] => {
      const launcher = writeLauncher(folder, { ...FREE, environment });
      const { bytes, status, stderr } = run([launcher, seeing], { variables: env });
      assert.is(status, PROBE_STATUS, stderr);
      return [...seenBy(bytes).env];
    };
    const all = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    assert.ok(shown({ pass: ["V*"] }).sort().join() === [...all].sort().join());
    const everything = shown({ pass: ["*"] }).filter((text) => /^V\d/.test(text));
    assert.ok(everything.sort().join() === [...all].sort().join());
    assert.equal(shown({ pass: ["W", "VX*"], set: { A: "1" } }), ["A=1"]);
    const odd = all.filter((text) => /^V\d*[13579]=/.test(text));
    const names = odd.map((text) => text.slice(0, text.indexOf("="))).slice(0, 50);
    const expected = odd.slice(0, 50);
    assert.ok(shown({ pass: names }).sort().join() === expected.sort().join());
  });
}

test("more than the kernel takes ends with its error", () => {
  const set = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`S${index}`, "x".repeat(120_000)]),
  );
  const launcher = writeLauncher(folder, { ...FREE, environment: { pass: ["*"], set } });
  const { status, stdout, stderr } = run([launcher, "/bin/echo", "ran"]);
  assert.is(stdout, "");
  assert.is(stderr, 'landlockdown: cannot execute "/bin/echo": E2BIG\n');
  assert.is(status, 126);
});

test.run();
