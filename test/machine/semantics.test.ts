/** Random programs leave the processor's registers and memory as a model of the operations says, on the machine
 * itself and for the other architecture under an emulator. Jumps backwards, calls, labels' addresses and system
 * calls that succeed are in `run.test.ts`. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import { assembleExecutable } from "../../src/machine/executable.ts";
import { label, type Program, set, store64, syscall } from "../../src/machine/program.ts";
import { mapMemory, MEMORY_ADDRESS } from "./memory.ts";
import { Model } from "./model.ts";
import { Random, randomProgram, REGISTERS } from "./random_program.ts";
import { ARCHITECTURES, emulator, run, testWith } from "./tools.ts";

const AREA = { address: MEMORY_ADDRESS + 1024, size: 256 };
const ROUNDS = 200;
/** All but the one that the dump itself needs. */
const DUMPED = REGISTERS.filter((name) => name !== "result");

/** Writes the registers and the area to standard output. */
const DUMP: Program = [
  set("result", MEMORY_ADDRESS),
  ...DUMPED.map((name, index) => store64(name, "result", 8 * index)),
  syscall("write", [1, MEMORY_ADDRESS, 8 * DUMPED.length]),
  syscall("write", [1, AREA.address, AREA.size]),
];

for (const architecture of ARCHITECTURES) {
  testWith(
    emulator(architecture),
    `${ROUNDS} random programs do what the model does, ${architecture}`,
    () => {
      const random = new Random(2);
      const model = new Model(AREA);
      const whole: Program[] = [];
      const expected: bigint[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const steps = [
          ...REGISTERS.map((name) => set(name, random.integer64())),
          ...randomProgram(random, 20, AREA, `round ${round}, step`),
        ];
        model.run(steps);
        expected.push(...DUMPED.map((name) => model.registers[name]));
        for (let at = 0; at < AREA.size; at += 8) expected.push(model.memory.getBigUint64(at, true));
        whole.push(steps, DUMP);
      }

      const program = assembleExecutable(
        [label("start"), mapMemory(4096), ...whole.flat(), syscall("exit", [0])],
        architecture,
      );
      const { status, stdout } = run(architecture, program);
      assert.is(status, 0);
      const view = new DataView(stdout.buffer, stdout.byteOffset, stdout.byteLength);
      const actual = Array.from(
        { length: stdout.length / 8 },
        (_, index) => view.getBigUint64(8 * index, true),
      );
      assert.is(actual.length, expected.length);
      const wrong = actual.findIndex((value, index) => value !== expected[index]);
      const perRound = DUMPED.length + AREA.size / 8;
      assert.is(wrong, -1, `Round ${Math.floor(wrong / perRound)} differs in word ${wrong % perRound}`);
    },
  );
}

test.run();
