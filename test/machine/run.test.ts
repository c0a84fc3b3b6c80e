/** Small executables do in the kernel what their operations say: entry, arguments and environment, calls, loops,
 * system calls with up to six arguments, memory on the stack, appended data, additions by several processes at once, and
 * a signal handler. Each runs on this machine's architecture, and on the other under an emulator. */
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Architecture } from "../../src/linux/architecture.ts";
import { assembleExecutable } from "../../src/machine/executable.ts";
import {
  add,
  address,
  align,
  and,
  at,
  call,
  data,
  fetchAdd32,
  jump,
  jumpIf,
  label,
  load64,
  load8,
  move,
  type Program,
  type Register,
  reserve,
  ret,
  set,
  shiftRight,
  stackPointer,
  store64,
  subtract,
  syscall,
  zeroTerminated,
} from "../../src/machine/program.ts";
import { mapMemory, MEMORY_ADDRESS } from "./memory.ts";
import { ARCHITECTURES, emulator, run, runTogether, testWith } from "./tools.ts";

/** Runs a program with the entry "start". */
function runProgram(
  program: Program,
  architecture: Architecture,
  appended: Uint8Array | undefined = undefined,
  args: string[] = [],
  env: Record<string, string> = {},
): { status: number | null; signal: string | null; output: string } {
  const file = assembleExecutable(program, architecture, appended);
  const { status, signal, stdout } = run(architecture, file, args, env);
  return { status, signal, output: new TextDecoder().decode(stdout) };
}

/** Two words at a base. */
function numbers(base: Register, first: number, second: number): Program {
  return [set("r2", first), store64("r2", base), set("r2", second), store64("r2", base, 8)];
}

/** `puts`: writes the zero-terminated string at r1 and a line feed. Changes r2. */
const PUTS: Program = [
  label("puts"),
  call("strlen"),
  syscall("write", [1, "r1", "r2"]),
  syscall("write", [1, { label: "line feed" }, 1]),
  ret(),
  label("strlen"),
  set("r2", 0),
  label("next character"),
  move("result", "r1"),
  add("result", "r2"),
  load8("result", "result"),
  add("r2", 1),
  jumpIf("result", "notEqual", 0, "next character"),
  subtract("r2", 1),
  ret(),
  label("line feed"),
  zeroTerminated("\n"),
  align(4),
];

const PROCESSES = 3;
const ADDITIONS = 1_000_000;
const SIGUSR1 = 10;
const SA_RESTORER = 0x04000000;

for (const architecture of ARCHITECTURES) {
  const tool = emulator(architecture);

  testWith(tool, `an executable ends with the status it gives, ${architecture}`, () => {
    const program = [syscall("exit", [1]), label("start"), syscall("exit_group", [42])];
    assert.equal(runProgram(program, architecture), { status: 42, signal: null, output: "" });
  });

  testWith(tool, `data among the code is stepped over and found by its label, ${architecture}`, () => {
    const program = [
      label("start"),
      jump("behind"),
      label("text"),
      data(new TextEncoder().encode("Grüße")),
      label("end"),
      align(16),
      label("behind"),
      address("r0", "text"),
      address("r1", "end"),
      subtract("r1", "r0"),
      syscall("write", [1, { label: "text" }, "r1"]),
      move("r2", "result"),
      syscall("exit", ["r2"]),
    ];
    assert.equal(runProgram(program, architecture), { status: 7, signal: null, output: "Grüße" });
  });

  testWith(tool, `the stack at entry has arguments and environment, ${architecture}`, () => {
    const program = [
      label("start"),
      stackPointer("r0"),
      load64("r7", "r0", 0, "argc"),
      add("r0", 16, "argv[1]"),
      label("next argument"),
      load64("r1", "r0"),
      add("r0", 8),
      jumpIf("r1", "equal", 0, "environment"),
      call("puts"),
      jump("next argument"),
      label("environment"),
      load64("r1", "r0"),
      add("r0", 8),
      jumpIf("r1", "equal", 0, "end"),
      load8("r3", "r1"),
      jumpIf("r3", "notEqual", "@".charCodeAt(0), "environment"),
      call("puts"),
      jump("environment"),
      label("end"),
      syscall("exit", ["r7"]),
      ...PUTS,
    ];
    const result = runProgram(program, architecture, undefined, ["one", "", "drei äöü"], {
      "@A": "1",
      B: "2",
      "@C": "",
    });
    assert.is(result.status, 4);
    const lines = result.output.split("\n");
    assert.equal(lines.slice(0, 3), ["one", "", "drei äöü"]);
    assert.equal(lines.slice(3).sort(), ["", "@A=1", "@C="]);
  });

  testWith(tool, `loops and nested calls add up, ${architecture}`, () => {
    const program = [
      label("start"),
      set("r0", 0, "sum"),
      set("r1", 0),
      label("loop"),
      add("r1", 1),
      call("add twice"),
      jumpIf("r1", "below", 100, "loop"),
      // 2 * (1 + … + 100) = 10100 = 0x2774
      move("r3", "r0"),
      shiftRight("r3", 8),
      and("r0", 0xff),
      jumpIf("r3", "notEqual", 0x27, "wrong"),
      syscall("exit", ["r0"]),
      label("wrong"),
      syscall("exit", [1]),
      label("add twice"),
      call("add once"),
      call("add once"),
      ret(),
      label("add once"),
      add("r0", "r1"),
      ret(),
    ];
    assert.is(runProgram(program, architecture).status, 0x74);
  });

  testWith(tool, `the fifth and sixth argument may be r7 and r6, and both survive, ${architecture}`, () => {
    const PROT_READ = 1;
    const MAP_PRIVATE = 2;
    const program = [
      label("start"),
      syscall("openat", [-100, { label: "path" }, 0, 0]),
      move("r7", "result", "descriptor"),
      set("r6", 0, "offset"),
      syscall("mmap", ["r6", 4096, PROT_READ, MAP_PRIVATE, "r7", "r6"]),
      move("r0", "result"),
      jumpIf("r0", "less", 0, "failed"),
      jumpIf("r6", "notEqual", 0, "failed"),
      syscall("write", [1, "r0", 4]),
      syscall("close", ["r7"]),
      jumpIf("result", "notEqual", 0, "failed"),
      syscall("exit", [0]),
      label("failed"),
      syscall("exit", [1]),
      label("path"),
      zeroTerminated("/bin/sh"),
    ];
    assert.equal(runProgram(program, architecture), { status: 0, signal: null, output: "\x7fELF" });
  });

  testWith(tool, `the result of one system call may be any argument of the next, ${architecture}`, () => {
    const program = [
      label("start"),
      syscall("write", [1, { label: "text" }, 3]),
      syscall("write", [1, { label: "text" }, "result"]),
      syscall("write", [1, { label: "text" }, 1]),
      syscall("write", ["result", { label: "text" }, "result"]),
      syscall("exit", ["result"]),
      label("text"),
      zeroTerminated("abc"),
    ];
    assert.equal(runProgram(program, architecture), { status: 1, signal: null, output: "abcabcaa" });
  });

  testWith(
    tool,
    `appended data is at the program's end, and can be copied to where it can be changed, ${architecture}`,
    () => {
      const program = [
        label("start"),
        mapMemory(4096),
        set("r0", MEMORY_ADDRESS),
        address("r2", "plan"),
        load64("r3", "r2"),
        store64("r3", "r0", 8),
        fetchAdd32("r4", "r0", 8, 1, "the first letter, one further"),
        syscall("write", [1, at("r0", 8), 8]),
        syscall("exit", [0]),
        align(8),
        label("plan"),
      ];
      const appended = new TextEncoder().encode("landlock");
      const result = runProgram(program, architecture, appended);
      assert.equal(result, { status: 0, signal: null, output: "mandlock" });
    },
  );

  testWith(
    tool,
    `each piece of the stack that is reserved can be written, and is lower, ${architecture}`,
    () => {
      const program = [
        label("start"),
        stackPointer("r5"),
        reserve(16),
        stackPointer("r0"),
        set("r7", 200_000),
        reserve("r7"),
        stackPointer("r1"),
        ...numbers("r0", 1, 2),
        ...numbers("r1", 3, 4),
        call("check"),
        subtract("r5", "r0"),
        jumpIf("r5", "notEqual", 16, "failed"),
        subtract("r0", "r1"),
        jumpIf("r0", "notEqual", "r7", "failed"),
        syscall("exit", [0]),
        label("check"),
        ...(["r1", "r0"] as const).map((base) => syscall("write", [1, at(base, 8), 1])),
        // The fifth and sixth argument go where r6 and r7 live on x86-64
        move("r6", "r0"),
        syscall("mmap", [0, 4096, 3, 0x22, at("r6", 0), at("r7", 4095)]),
        jumpIf("r6", "notEqual", "r0", "failed"),
        jumpIf("r7", "notEqual", 200_000, "failed"),
        ret(),
        label("failed"),
        syscall("exit", [1]),
      ];
      assert.equal(runProgram(program, architecture), { status: 0, signal: null, output: "\x04\x02" });
    },
  );

  testWith(tool, `appended data cannot be written, ${architecture}`, () => {
    const program = [
      label("start"),
      address("r0", "plan"),
      store64("r0", "r0"),
      syscall("exit", [0]),
      label("plan"),
    ];
    const { status, signal } = runProgram(program, architecture, new Uint8Array(16));
    assert.is(status === 0, false);
    if (tool === undefined) assert.is(signal, "SIGSEGV");
  });

  testWith(tool, `no addition of several processes at once is lost, ${architecture}`, async () => {
    const O_RDWR = 2;
    const PROT_READ_WRITE = 3;
    const MAP_SHARED = 1;
    const program = [
      label("start"),
      stackPointer("r0"),
      load64("r1", "r0", 16, "argv[1]"),
      syscall("openat", [-100, "r1", O_RDWR, 0]),
      syscall("mmap", [0, 4096, PROT_READ_WRITE, MAP_SHARED, "result", 0]),
      jumpIf("result", "less", 0, "failed"),
      move("r0", "result"),
      set("r1", ADDITIONS),
      label("again"),
      fetchAdd32("r2", "r0", 4, 3),
      subtract("r1", 1),
      jumpIf("r1", "notEqual", 0, "again"),
      syscall("exit", [0]),
      label("failed"),
      syscall("exit", [1]),
    ];
    const file = assembleExecutable(program, architecture);
    const { statuses, memory } = await runTogether(architecture, file, PROCESSES, 4096);
    assert.equal(statuses, Array(PROCESSES).fill(0));
    assert.is(memory.getUint32(4, true), 3 * PROCESSES * ADDITIONS);
  });

  testWith(
    tool,
    `a signal handler returns through its restorer, all registers restored, ${architecture}`,
    () => {
      const program = [
        label("start"),
        mapMemory(4096),
        set("r0", MEMORY_ADDRESS, "struct kernel_sigaction"),
        address("r1", "handler"),
        store64("r1", "r0", 0),
        set("r1", SA_RESTORER),
        store64("r1", "r0", 8),
        address("r1", "restorer"),
        store64("r1", "r0", 16),
        syscall("rt_sigaction", [SIGUSR1, "r0", 0, 8]),
        jumpIf("result", "notEqual", 0, "failed"),
        syscall("getpid"),
        move("r7", "result"),
        syscall("kill", ["r7", SIGUSR1]),
        syscall("kill", ["r7", SIGUSR1]),
        jumpIf("result", "notEqual", 0, "failed"),
        jumpIf("r0", "notEqual", MEMORY_ADDRESS, "failed"),
        load64("r1", "r0", 64),
        syscall("exit", ["r1"], "how often the handler ran, times 3"),
        label("failed"),
        syscall("exit", [1]),
        label("handler"),
        ...(["r0", "r2", "r3", "r4", "r5", "r6", "r7"] as const).map((register) => set(register, -1)),
        set("r1", MEMORY_ADDRESS + 64),
        call("count"),
        ret(),
        label("count"),
        fetchAdd32("result", "r1", 0, 3),
        ret(),
        label("restorer"),
        syscall("rt_sigreturn"),
      ];
      assert.equal(runProgram(program, architecture), {
        status: 6,
        signal: null,
        output: "",
      });
    },
  );
}

test.run();
