/** Spawns in one runtime: `inside_child <folder> <runs> <bubblewrap>` prints an {@linkcode InsideSample} as JSON. */
import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Sandbox } from "../../mod.ts";
import { byTurns, median } from "../support/statistics.ts";
import { BUBBLEWRAP } from "./startup_peers.ts";
import { utilities } from "./utilities.ts";

/** Medians in milliseconds by command and way. */
export type InsideSample = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Granted files of the launchers that build their ruleset themselves, besides the baseline's rules. */
export const RULES: readonly number[] = [10, 100, 1000];
const TRUE = "/bin/true";

const [folder = "", runs = "", bubblewrap = ""] = process.argv.slice(2);
const tools = utilities(folder);
const files = join(folder, "granted");
mkdirSync(files, { recursive: true });
const granted = Array.from({ length: Math.max(...RULES) }, (_, index) => join(files, `file ${index}`));
for (const path of granted) writeFileSync(path, "");

const run = [TRUE, ...tools.map(({ name }) => name)];
const sandbox = new Sandbox({ read: [folder], run });
const launchers = RULES.map((count) => {
  const [launcher = ""] = new Sandbox({ read: granted.slice(0, count), run }).argv(TRUE);
  return [`${count} rules`, launcher] as const;
});
/** Its output goes to /dev/null, as it is the command that is measured and not the pipe. */
const options = { stdio: "ignore" } as const;
const binds = [
  ...BUBBLEWRAP,
  ...["--ro-bind", folder, folder],
  ...["/dev/null", "/dev/zero"].flatMap((device) => ["--dev-bind", device, device]),
];

console.log(JSON.stringify(
  {
    [TRUE]: measure(TRUE, [], Object.fromEntries(launchers)),
    ...Object.fromEntries(
      tools.map(({ name, args }) => [name, measure(name, args, {})]),
    ),
  } satisfies InsideSample,
));

function measure(command: string, args: readonly string[], launchers: Record<string, string>) {
  const ways: Record<string, () => SpawnSyncReturns<Uint8Array>> = {
    bare: () => spawnSync(command, args, options),
    sandbox: () => sandbox.spawnSync(command, args, options),
    ...Object.fromEntries(
      Object.entries(launchers).map((
        [way, launcher],
      ) => [way, () => spawnSync(launcher, [command, ...args], options)]),
    ),
    ...(bubblewrap === ""
      ? {}
      : { bubblewrap: () => spawnSync(bubblewrap, [...binds, command, ...args], options) }),
  };
  for (const [way, start] of Object.entries(ways)) {
    const { status, error } = start();
    if (status !== 0) {
      throw new Error(`Cannot measure "${command}", ${way}: it ended with ${status ?? error}`);
    }
  }
  const times = byTurns(ways, Number(runs));
  return Object.fromEntries(Object.entries(times).map(([way, values]) => [way, median(values)]));
}
