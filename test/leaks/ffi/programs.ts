/** Acts that a process with threads cannot try, or that end it: each is a program of its own, emitted as the launcher
 * is, that makes its calls and ends with the errno that stopped it, or 0. */
import type { Architecture } from "../../../src/linux/architecture.ts";
import { assembleExecutable } from "../../../src/machine/executable.ts";
import {
  add,
  data,
  jumpIf,
  label,
  load64,
  move,
  type Program,
  set,
  stackPointer,
  subtract,
  syscall,
  zeroTerminated,
} from "../../../src/machine/program.ts";
import { mapMemory, MEMORY_ADDRESS } from "../../machine/memory.ts";

const CLONE_NEWUSER = 0x1000_0000;
const SIGCHLD = 17;
const AT_EMPTY_PATH = 0x1000;
/** One that no program has open when it starts. */
const DESCRIPTOR = 100;

/** `struct clone_args`: flags, pidfd, child_tid, parent_tid, exit_signal, stack, stack_size, tls. */
const CLONE_ARGUMENTS = new BigUint64Array([CLONE_NEWUSER, 0, 0, 0, SIGCHLD, 0, 0, 0].map(BigInt));

/** Puts a program that does nothing into a memory file. */
function inMemory(architecture: Architecture): { steps: Program; content: Program } {
  const content = elf(architecture, []);
  return {
    steps: [
      syscall("memfd_create", [{ label: "name" }, 0]),
      jumpIf("result", "less", 0, "failed"),
      syscall("dup3", ["result", DESCRIPTOR, 0]),
      syscall("write", [DESCRIPTOR, { label: "content" }, content.length]),
      jumpIf("result", "less", 0, "failed"),
    ],
    content: [label("name"), zeroTerminated("probe"), label("content"), data(content)],
  };
}

/** What each program does, and what data it has. */
function programs(architecture: Architecture): Record<string, readonly [steps: Program, data?: Program]> {
  const { steps, content } = inMemory(architecture);
  return {
    nothing: [[]],
    // Until the probe closes its standard input, by ending at the latest
    wait: [[syscall("read", [0, MEMORY_ADDRESS, 1])]],
    execute: [[
      stackPointer("r0"),
      load64("r1", "r0", 16, "argv[1]"),
      move("r2", "r0"),
      add("r2", 16),
      syscall("execve", ["r1", "r2", MEMORY_ADDRESS]),
    ]],
    execute_memory: [
      [...steps, syscall("execve", [{ label: "path" }, MEMORY_ADDRESS, MEMORY_ADDRESS])],
      [...content, label("path"), zeroTerminated(`/proc/self/fd/${DESCRIPTOR}`)],
    ],
    execute_descriptor: [
      [
        ...steps,
        syscall("execveat", [DESCRIPTOR, MEMORY_ADDRESS, MEMORY_ADDRESS, MEMORY_ADDRESS, AT_EMPTY_PATH]),
      ],
      content,
    ],
    user_namespace: [[syscall("unshare", [CLONE_NEWUSER])]],
    // The child goes on as its parent does, and ends
    clone_user_namespace: [[syscall("clone", [CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0])]],
    clone3_user_namespace: [
      [syscall("clone3", [{ label: "arguments" }, CLONE_ARGUMENTS.byteLength])],
      [label("arguments"), data(new Uint8Array(CLONE_ARGUMENTS.buffer))],
    ],
    ...(architecture === "x86_64"
      // The 32-bit number 20 is getpid, which nothing refuses
      ? { call_32_bit: [[set("result", 20), data(new Uint8Array([0xcd, 0x80]), "int 0x80")]] as const }
      : {}),
  };
}

/** Their files, by name. */
export function probePrograms(architecture: Architecture): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(programs(architecture))
      .map(([name, [steps, data]]) => [name, elf(architecture, steps, data)]),
  );
}

/** A program that ends with what stopped the last call of the steps. */
function elf(architecture: Architecture, steps: Program, data: Program = []): Uint8Array {
  const program: Program = [
    label("start"),
    mapMemory(4096),
    set("result", 0),
    ...steps,
    jumpIf("result", "less", 0, "failed"),
    syscall("exit", [0]),
    label("failed"),
    set("r0", 0),
    subtract("r0", "result"),
    syscall("exit", ["r0"]),
    ...data,
  ];
  return assembleExecutable(program, architecture);
}
