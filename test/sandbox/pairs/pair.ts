/** The same act through the runtime's own spawn and through a sandbox: what comes of it must be the same. */
import childProcess from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { Sandbox } from "../../../mod.ts";
import { type Folder, makeFolder } from "../../support/folder.ts";
import { skip } from "../../support/skip.ts";

/** Where the acts have their files: all of it is granted. */
export const folder: Folder = makeFolder({ "file": "content", "sub/": "" });
export const sandbox: Sandbox = new Sandbox({
  read: [folder.path, "/proc"],
  write: [folder.path],
  run: ["sh", "cat", "sleep", "ls", process.execPath],
  env: true,
});
test.after(() => {
  sandbox.close();
  folder.remove();
});

/** The part of node:child_process that a sandbox has too. */
export type Spawner = Pick<typeof childProcess, "spawn" | "spawnSync">;

/** Something done with a spawn, and what it comes to. */
export interface Pair {
  readonly fact: string;
  readonly act: (spawner: Spawner) => unknown;
  readonly expected: unknown;
}

/** Checks that an act gives what is expected, bare, and the same inside. What the runtime's own spawn does not do
 * is skipped. */
export async function examinePairs(pairs: readonly Pair[]): Promise<void> {
  for (const { fact, act, expected } of pairs) {
    const bare = await outcome(act, childProcess);
    if (JSON.stringify(bare) !== JSON.stringify(expected)) {
      skip(fact, `a runtime whose own spawn does it (here: ${JSON.stringify(bare)})`);
      continue;
    }
    test(fact, async () => assert.equal(await outcome(act, sandbox), bare));
  }
}

async function outcome(act: Pair["act"], spawner: Spawner): Promise<unknown> {
  try {
    return await act(spawner);
  } catch (error) {
    return `thrown: ${error}`;
  }
}
