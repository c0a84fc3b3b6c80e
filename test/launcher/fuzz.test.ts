/** Random plans, arguments and environments do what a model of the plan says, and never end by a signal. The same
 * ones on every run. Under an emulator, which knows neither Landlock nor
 * seccomp filters, everything else. */
import { mkdirSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Architecture } from "../../src/linux/architecture.ts";
import { FS } from "../../src/landlock/abi.ts";
import type { LauncherPathRule, LauncherPlan } from "../../src/launcher/policy.ts";
import { Random } from "../machine/random_program.ts";
import { ARCHITECTURES, emulator, testWith } from "../machine/tools.ts";
import { skip } from "../support/skip.ts";
import {
  ABI,
  emulated,
  FREE,
  HOST,
  makeOpenFolder,
  READ_AND_RUN,
  ruleset,
  run,
  writeExecutable,
  writeLauncher,
} from "./launch.ts";
import { bytewise, probe, PROBE_STATUS, seenBy } from "./probe.ts";

const ROUNDS = 300;
const EMULATED_ROUNDS = 80;

const folder = makeOpenFolder({ "secret": "" });
test.after(folder.remove);

const NAMES = ["A", "AB", "ABC", "B", "BA", "LD_PRELOAD", "LD_", "PATHS", "ä", "Ä B"];
const TEXTS = [
  "",
  "x",
  "--argv0",
  "-",
  "a b",
  "\n",
  '"',
  "\\",
  "ä\u{1f512}",
  "\x01\x7f",
  "=",
  "*",
  "x".repeat(5000),
];
const ODD = ["a", "b c", "ä", "\n", '"', "x".repeat(255), "\x1b[1m", "%s", "*"];

/** Where the probe is: found by its name, or by its path. */
const tools = folder.at("tools");
mkdirSync(tools);
const seeing = writeExecutable(`${tools}/probe`, probe(HOST, folder.at("secret")));
const granted = ODD.map((name) => folder.at(`granted-${name.slice(0, 200)}`));
for (const path of granted) mkdirSync(path);

interface Round {
  readonly plan: LauncherPlan;
  readonly env: Record<string, string>;
  readonly words: readonly string[];
  /** The end that the model foresees. */
  readonly end: { readonly status: number; readonly stderr: string } | Expected;
}

interface Expected {
  readonly args: readonly string[];
  readonly env: readonly string[];
  readonly reachesSecret: boolean;
}

function some<Item>(random: Random, items: readonly Item[], most: number): Item[] {
  return Array.from({ length: random.below(most + 1) }, () => random.pick(items));
}

function randomRound(random: Random, confined: boolean, filters: boolean): Round {
  const environment = {
    pass: [
      ...some(random, NAMES, 4),
      ...some(random, NAMES, 2).map((name) => `${name}*`),
      ...some(random, ["*"], 1),
    ],
    block: [...some(random, NAMES, 3), ...some(random, NAMES, 2).map((name) => `${name}*`)],
    set: Object.fromEntries(some(random, NAMES, 3).map((name) => [name, random.pick(TEXTS)])),
  };
  const searched = random.below(2) === 0;
  const env = {
    ...Object.fromEntries(some(random, NAMES, 10).map((name) => [name, random.pick(TEXTS)])),
    PATH: random.pick([tools, `/nowhere::${tools}`, `${folder.at("secret")}:${tools}:/usr/bin`]),
  };
  const command = searched ? "probe" : seeing;
  const args = some(random, TEXTS, 6);
  const baked = random.below(3) === 0;
  const named = !baked && random.below(3) === 0;
  const name = random.pick(TEXTS);
  const split = random.below(args.length + 1);
  const words = baked ? args.slice(split) : named ? ["--argv0", name, command, ...args] : [command, ...args];
  const { landlock, missing, reachesSecret } = confined
    ? randomLandlock(random)
    : { landlock: FREE.landlock, missing: undefined, reachesSecret: true };
  const plan: LauncherPlan = {
    landlock,
    environment,
    closeFrom: random.pick(["none", 3, 3 + random.below(100)] as const),
    signals: some(random, [1, 2, 13, 14, 15, 25, 31, 33, 64], 5),
    filter: filters && random.below(4) === 0 ? Uint8Array.of(6, 0, 0, 0, 0, 0, 0xff, 0x7f) : new Uint8Array(),
    command: baked ? [command, ...args.slice(0, split)] : [],
  };
  const end = missing === undefined
    ? { args: [named ? name : command, ...args], env: modelled(env, environment), reachesSecret }
    : { status: 125, stderr: `landlockdown: cannot open "${shown(missing)}": ENOENT\n` };
  return { plan, env, words, end };
}

function randomLandlock(
  random: Random,
): { landlock: LauncherPlan["landlock"]; missing: string | undefined; reachesSecret: boolean } {
  const all = ruleset({ [tools]: READ_AND_RUN });
  const reachesSecret = random.below(4) === 0;
  const paths: LauncherPathRule[] = [
    ...all.paths,
    ...some(random, granted, random.pick([3, 40])).map((path) => ({ path, access: FS.READ_DIR })),
    ...(reachesSecret ? [{ path: folder.at("secret"), access: FS.READ_FILE }] : []),
  ];
  const missing = random.below(3) === 0
    ? `${random.pick(granted)}/missing-${random.pick(ODD).slice(0, 200)}`
    : undefined;
  if (missing !== undefined) paths.push({ path: missing, access: FS.READ_FILE });
  const ports = all.handledNet === 0n
    ? []
    : some(random, [0, 1, 443, 65535], 3).map((port) => ({ port, access: 1n }));
  return {
    landlock: {
      kind: "build",
      restrictFlags: 0,
      ruleset: { ...all, paths: paths.sort(() => random.below(3) - 1), ports },
    },
    missing,
    reachesSecret,
  };
}

/** Said a second time: the variables that pass, then those that are set. */
function modelled(env: Record<string, string>, environment: Required<LauncherPlan["environment"]>): string[] {
  const { pass, block, set } = environment;
  const passes = (name: string) => {
    if (name in set) return false;
    if (block.includes(name)) return false;
    if (pass.includes(name)) return true;
    // From the longest prefix to none
    for (let length = name.length; length >= 0; length--) {
      const prefix = `${name.slice(0, length)}*`;
      if (block.includes(prefix)) return false;
      if (pass.includes(prefix)) return true;
    }
    return false;
  };
  return [
    ...Object.keys(env).filter(passes).map((name) => `${name}=${env[name]}`),
    ...Object.keys(set).sort().map((name) => `${name}=${set[name]}`),
  ];
}

/** A path as a message shows it. */
function shown(path: string): string {
  // deno-lint-ignore no-control-regex
  return path.replace(/[\x00-\x1f\x7f]/g, "?");
}

function rounds(seed: number, count: number, confined: boolean, architecture: Architecture): void {
  const random = new Random(seed);
  for (let index = 0; index < count; index++) {
    const { plan, env, words, end } = randomRound(random, confined, architecture === HOST);
    // Numbers of 64 bits are no JSON, and some texts are long
    const json = JSON.stringify(
      { env, words, ...plan },
      (_, value) => typeof value === "bigint" ? `0x${value.toString(16)}` : value,
    );
    const what = `round ${index}: ${json.replace(/x{99,}/g, "x…")}`;
    const launcher = [...emulated(architecture), writeLauncher(folder, plan, architecture)];
    const { status, signal, bytes, stdout, stderr } = run([...launcher, ...words], { env });
    assert.is(signal, null, what);
    if ("status" in end) {
      assert.equal([status, stdout, stderr], [end.status, "", end.stderr], what);
      continue;
    }
    assert.equal([status, stderr], [PROBE_STATUS, ""], what);
    const seen = seenBy(bytes);
    assert.equal(seen.args, end.args.map(bytewise), what);
    // The emulator hands its environment on in another order
    const ordered = (texts: readonly string[]) => architecture === HOST ? texts : [...texts].sort();
    assert.equal(ordered(seen.env), ordered(end.env.map(bytewise)), what);
    assert.is(seen.noNewPrivileges, 1, what);
    if (end.reachesSecret) assert.ok(seen.opened >= 0, what);
    else assert.is(seen.opened, -13, what);
  }
}

for (const architecture of ARCHITECTURES) {
  const tool = emulator(architecture);
  const count = tool === undefined ? ROUNDS : EMULATED_ROUNDS;
  testWith(tool, `${count} random plans without a ruleset do what the model says, ${architecture}`, () => {
    rounds(4, count, false, architecture);
  });
}

if (ABI === 0) skip("random plans with a ruleset", "a kernel with Landlock");
else {
  test(`${ROUNDS} random plans with a ruleset do what the model says, and nothing if a path is missing`, () => {
    rounds(5, ROUNDS, true, HOST);
  });
}

test.run();
