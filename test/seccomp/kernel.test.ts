/** The kernel answers calls as the model does and as refusals say. */
import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { architectureOf } from "../../src/linux/architecture.ts";
import { type ActName, CLOSABLE_ACTS, closureOf } from "../../src/acts/catalogue.ts";
import { compileFilter } from "../../src/seccomp/compile.ts";
import { ALLOW, encodeInstructions, type Instruction } from "../../src/seccomp/instruction.ts";
import type { Refusal } from "../../src/seccomp/refusal.ts";
import { testWith } from "../machine/tools.ts";
import { fc } from "../permissions/property.ts";
import { compileC, COMPILER } from "../support/compile_c.ts";
import { type Folder, makeFolder } from "../support/folder.ts";
import { expectedErrno } from "./expected.ts";
import { type Call, run } from "./model.ts";
import { randomCall } from "./random_call.ts";
import { HANGS_MILLISECONDS } from "../support/hangs.ts";

const CALLS = 4000;
const CALL_SIZE = 56;
const architecture = architectureOf(process.arch) ?? "x86_64";
/** Calls not to try: those the program makes itself, and on x86-64 `uretprobe` and `uprobe`, which pass every filter
 * (`kernel/seccomp.c`) and do nothing but end a process that is not being probed. */
const SKIPPED: readonly number[] = architecture === "x86_64" ? [1, 317, 231, 335, 336] : [64, 277, 94];
const NAMES = CLOSABLE_ACTS;
const FILTERS: readonly [name: string, closures: readonly ActName[]][] = [
  ["everything closed", NAMES],
  ["sockets of IP open", NAMES.filter((name) => name !== "internetSockets" && name !== "execution")],
  ["little closed", ["memoryFiles", "terminalInput"]],
];
let folder: Folder | undefined;

test.after(() => folder?.remove());

for (const [name, closures] of FILTERS) {
  testWith(COMPILER, `the kernel answers random calls as the model does: ${name}`, () => {
    const refusals = closures.flatMap((name) => closureOf(name).refusals);
    const program = compileFilter(refusals, architecture);
    const calls = fc.sample(randomCall(refusals, architecture), { numRuns: CALLS, seed: 20261126 })
      .filter(({ number }) => !SKIPPED.includes(number));
    const answers = ask(program, calls);
    assert.is(answers.length, calls.length);
    assert.ok(new Set(answers).size >= 3);
    calls.forEach((call, index) => {
      const { value } = run(program, call);
      const modelled = value === ALLOW ? 0 : value & 0xffff;
      assert.is(modelled, answers[index], describe(call));
      assert.is(expectedErrno(refusals as Refusal[], call, architecture), answers[index], describe(call));
    });
  });
}

test.run();

/** Has the kernel answer calls, in a process of their own that carries none out. */
function ask(program: readonly Instruction[], calls: readonly Call[]): number[] {
  folder ??= makeFolder();
  const path = folder.at("filter_answers");
  compileC("test/native/filter_answers.c", path);
  const code = encodeInstructions(program);
  const input = new Uint8Array(4 + code.length + calls.length * CALL_SIZE);
  const view = new DataView(input.buffer);
  view.setUint32(0, program.length, true);
  input.set(code, 4);
  calls.forEach(({ number, values }, index) => {
    const at = 4 + code.length + index * CALL_SIZE;
    view.setUint32(at, number, true);
    values.forEach((value, argument) => view.setBigUint64(at + 8 + argument * 8, value, true));
  });
  const { error, status, signal, stdout, stderr } = spawnSync(path, [], {
    input,
    timeout: HANGS_MILLISECONDS,
  });
  if (error !== undefined) throw error;
  assert.is(status, 0, `signal ${signal}: ${stderr}`);
  const answers = new DataView(stdout.buffer, stdout.byteOffset, stdout.length);
  return calls.map((_, index) => answers.getInt32(index * 4, true));
}

function describe({ number, values }: Call): string {
  return `${number}(${values.map((value) => `0x${value.toString(16)}`).join(", ")})`;
}
