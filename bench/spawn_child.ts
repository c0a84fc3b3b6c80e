/** The measurements of one runtime: `spawn_child <runs>` prints a {@linkcode SpawnSample} as JSON. */
import { spawnSync } from "node:child_process";
import { Sandbox } from "../mod.ts";
import { makeFolder } from "../test/support/folder.ts";
import { byTurns, median } from "./support/statistics.ts";

/** Median of the bare command in milliseconds, and how many times longer each confined one takes. */
export interface SpawnSample {
  readonly bare: number;
  readonly ratios: Readonly<Record<string, number>>;
}

const TRUE = "/bin/true";
const runs = Number(process.argv[2]);
const names = Array.from({ length: 1000 }, (_, index) => `file ${index}`);
const folder = makeFolder(Object.fromEntries(names.map((name) => [name, ""])));
const sandboxWith = (files: number) =>
  new Sandbox({ run: [TRUE], read: names.slice(0, files).map((name) => folder.at(name)) });
const [plain, hundred, thousand] = [0, 100, 1000].map(sandboxWith) as [Sandbox, Sandbox, Sandbox];
const words = (sandbox: Sandbox) => {
  const [launcher = "", ...rest] = sandbox.argv(TRUE);
  return () => spawnSync(launcher, rest);
};

const ways: Record<string, () => { status: number | null }> = {
  bare: () => spawnSync(TRUE),
  sandbox: () => plain.spawnSync(TRUE),
  argv: words(plain),
  "100 rules": () => hundred.spawnSync(TRUE),
  "1000 rules": () => thousand.spawnSync(TRUE),
  "argv, 1000 rules": words(thousand),
};
try {
  for (const [way, start] of Object.entries(ways)) {
    const { status } = start();
    if (status !== 0) throw new Error(`${way} ended with ${status}`);
  }
  const times = byTurns(ways, runs);
  const bare = median(times["bare"] as number[]);
  const ratios = Object.fromEntries(
    Object.entries(times).map(([way, values]) => [way, median(values) / bare]),
  );
  console.log(JSON.stringify({ bare, ratios } satisfies SpawnSample));
} finally {
  folder.remove();
}
