/** Bun's build for musl, and programs linked to musl, in a root with no other C library: another signal reaches the
 * threads, another dynamic linker and other folders of libraries are in the baseline. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { kernel, type Permissions } from "../../mod.ts";
import type { Step } from "../acts/act.ts";
import { Unavailable } from "../kernels/unavailable.ts";
import type { Job, Performed } from "../probes/act.ts";
import { runtimeName } from "../support/self.ts";
import { skip } from "../support/skip.ts";
import { bunCommand, makeMuslRoot, type MuslRoot, obstacleToMusl, READER } from "./musl_root.ts";
import { runIn } from "./run_in.ts";

const GRANTED = "/granted/text";
const SECRET = "/secret/text";
const TSYNC = 8;

const { abi } = kernel();
const need = obstacleToMusl() ?? (abi === 0 ? "a kernel with Landlock" : undefined);
const root = runtimeName !== "bun" || need !== undefined ? need : await madeRoot();

// Bun is what is tried, whoever starts it: once is enough
if (typeof root === "string") skip("Bun for musl", root);
else if (root !== undefined) {
  root.folder.write(GRANTED, "granted");
  root.folder.write(SECRET, "secret");
  test("lockdown() holds in every thread and for children", () => holdInside(root));
  test("a Sandbox holds", () => holdInSandbox(root));
  test.after(() => root.remove());
}

test.run();

async function madeRoot(): Promise<MuslRoot | string> {
  try {
    return await makeMuslRoot();
  } catch (error) {
    if (error instanceof Unavailable) return error.message;
    throw error;
  }
}

function holdInside(root: MuslRoot): void {
  const bare = perform(root, undefined);
  assert.equal(bare.outcomes, stepsFor().map(() => "ok"));
  const inside = perform(root, { read: [GRANTED], run: [READER] });
  assert.equal(inside.outcomes, stepsFor().map(({ words }) => words.includes(SECRET) ? "EACCES" : "ok"));
  assert.is(inside.threads?.method, abi < TSYNC ? "signal" : "tsync");
}

function perform({ words }: MuslRoot, permissions: Permissions | undefined): Performed {
  const job: Job = {
    warm: GRANTED,
    steps: stepsFor(),
    lockdown: permissions && { permissions },
  };
  const { code, stdout, stderr } = runIn(words, bunCommand("test/probes/act.ts", [JSON.stringify(job)]));
  assert.is(code, 0, stderr);
  return JSON.parse(stdout) as Performed;
}

function stepsFor(): Step[] {
  return [SECRET, GRANTED].flatMap((path): Step[] => [
    ...["readSync", "readAsync", "bunFile", "nativeOpen"].map((act): Step => ({
      act,
      words: [path],
      on: "main",
    })),
    ...["spawnSync", "bunSpawn"].map((act): Step => ({ act, words: [READER, path], on: "main" })),
    { act: "readAsync", words: [path], on: "thread before" },
    { act: "readAsync", words: [path], on: "web before" },
    { act: "readAsync", words: [path], on: "thread after" },
  ]);
}

function holdInSandbox({ words }: MuslRoot): void {
  const read = (path: string) => {
    const command = bunCommand("test/probes/setting_launcher.ts", [GRANTED, READER, path]);
    const { code, stdout, stderr } = runIn(words, command);
    assert.is(code, 0, stderr);
    return stdout;
  };
  assert.is(read(GRANTED), "status 0\n");
  assert.is(read(SECRET), "status 1\n");
}
