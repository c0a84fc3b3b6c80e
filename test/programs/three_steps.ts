/** Real programs and what is done with them, in three steps: harmless input works inside, the attack works outside,
 * and inside the attack fails while the harmless part of it is still done. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Sandbox } from "../../mod.ts";
import { type Folder, makeFolder } from "../support/folder.ts";

/** How a program is started: bare, or in a sandbox. */
export type Run = typeof spawnSync;

/** What is seen afterwards, from outside. */
export interface Seen {
  /** Whether the harmless part was done. */
  readonly done: boolean;
  /** What the attack achieved, by name. */
  readonly harm: readonly string[];
}

/** A program, what it is given, and what it does then. */
export interface Attack {
  readonly fact: string;
  /** All that a successful attack achieves. */
  readonly harm: readonly string[];
  /** The sandbox, for a folder whose `work` is the command's own. */
  readonly sandbox: (folder: Folder) => Sandbox;
  /** Starts the program in a fresh folder; what is outside of `work` there is nobody's business. */
  readonly act: (run: Run, folder: Folder, hostile: boolean) => Seen | Promise<Seen>;
}

/** Examines an attack. */
export function examineAttack({ fact, harm, sandbox, act }: Attack): void {
  const inFolder = async (hostile: boolean, confined: boolean): Promise<Seen> => {
    const folder = makeFolder({ "work/": "", "outside/secret": SECRET });
    const own = confined ? sandbox(folder) : undefined;
    try {
      return await act(own?.spawnSync ?? spawnSync, folder, hostile);
    } finally {
      own?.close();
      folder.remove();
    }
  };
  test(fact, async () => {
    assert.equal(await inFolder(false, true), { done: true, harm: [] }, "harmless, inside");
    assert.equal(await inFolder(true, false), { done: true, harm }, "hostile, outside");
    assert.equal(await inFolder(true, true), { done: true, harm: [] }, "hostile, inside");
  });
}

/** The content of the file outside. */
export const SECRET = "the secret of somebody else";

/** Names of what is true. */
export function trueNames(facts: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(facts).filter((name) => facts[name]);
}
