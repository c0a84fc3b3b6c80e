/** Small programs for the launcher to execute, or to execute it: made by our own assembler, so that they need no
 * library, no shell and no grant but for their own file. */
import type { Architecture } from "../../src/linux/architecture.ts";
import { assembleExecutable } from "../../src/machine/executable.ts";
import {
  add,
  align,
  at,
  data,
  jump,
  jumpIf,
  label,
  load64,
  load8,
  move,
  type Program,
  reserve,
  set,
  shiftLeft,
  stackPointer,
  store64,
  subtract,
  syscall,
  zeroTerminated,
} from "../../src/machine/program.ts";

/** How a probe ends that ran to its end. */
export const PROBE_STATUS = 7;

const AT_FDCWD = -100;
const PR_GET_NO_NEW_PRIVS = 39;
const SIG_SETMASK = 2;
/** Bytes of the stack for a probe. */
const MEMORY_SIZE = 128;

/** What a probe saw. */
export interface Seen {
  readonly args: readonly string[];
  readonly env: readonly string[];
  /** What opening its secret gave: a descriptor or a negated errno. */
  readonly opened: number;
  readonly noNewPrivileges: number;
}

/** A program that writes its arguments and its environment to standard output, and whether it can read a file. */
export function probe(architecture: Architecture, secret: string): Uint8Array {
  return build(architecture, [
    label("start"),
    stackPointer("r0"),
    reserve(MEMORY_SIZE),
    stackPointer("r6"),
    load64("r1", "r0"),
    store64("r1", "r6"),
    syscall("openat", [AT_FDCWD, { label: "secret" }, 0, 0]),
    store64("result", "r6", 8),
    syscall("prctl", [PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0]),
    store64("result", "r6", 16),
    syscall("write", [1, "r6", 24]),
    // The kernel puts all strings in one row, the arguments' first
    load64("r3", "r0", 8, "the first"),
    move("r5", "r3"),
    shiftLeft("r1", 3),
    add("r0", "r1"),
    load64("r5", "r0", 0, "the last argument"),
    add("r0", 16, "past the zero after it"),
    label("next variable"),
    load64("r1", "r0"),
    add("r0", 8),
    jumpIf("r1", "equal", 0, "find end"),
    move("r5", "r1"),
    jump("next variable"),
    label("find end"),
    load8("r1", "r5"),
    add("r5", 1),
    jumpIf("r1", "notEqual", 0, "find end"),
    label("write"),
    subtract("r5", "r3"),
    syscall("write", [1, "r3", "r5"]),
    jumpIf("result", "less", 0, "end"),
    add("r5", "r3"),
    add("r3", "result"),
    jumpIf("r3", "notEqual", "r5", "write"),
    label("end"),
    syscall("exit", [PROBE_STATUS]),
    label("secret"),
    zeroTerminated(secret),
  ]);
}

/** What {@linkcode probe} wrote. */
export function seenBy(output: Uint8Array): Seen {
  const view = new DataView(output.buffer, output.byteOffset, output.byteLength);
  const [count, opened, noNewPrivileges] = [0, 8, 16].map((at) => Number(view.getBigInt64(at, true)));
  // One character a byte: not all are UTF-8
  const strings = Buffer.from(output.subarray(24)).toString("latin1").split("\0").slice(0, -1);
  return {
    args: strings.slice(0, count),
    env: strings.slice(count),
    opened: opened as number,
    noNewPrivileges: noNewPrivileges as number,
  };
}

/** Text as {@linkcode seenBy} shows it. */
export function bytewise(text: string): string {
  return Buffer.from(text).toString("latin1");
}

/** A program that ignores and blocks every signal it can, and executes its arguments. */
export function signalIgnorer(architecture: Architecture): Uint8Array {
  return build(architecture, [
    label("start"),
    stackPointer("r0"),
    reserve(MEMORY_SIZE),
    stackPointer("r6"),
    set("r1", 1, "SIG_IGN"),
    store64("r1", "r6"),
    set("r1", -1),
    store64("r1", "r6", 64),
    set("r1", 0, "no flags, no restorer, no mask"),
    ...[8, 16, 24].map((offset) => store64("r1", "r6", offset)),
    set("r1", 1),
    label("next signal"),
    syscall("rt_sigaction", ["r1", "r6", 0, 8], "refused for two of them"),
    add("r1", 1),
    jumpIf("r1", "notEqual", 65, "next signal"),
    syscall("rt_sigprocmask", [SIG_SETMASK, at("r6", 64), 0, 8]),
    ...executingArguments,
  ]);
}

/** A program that executes its first argument with no argument at all, not even a name. */
export function namelessExecutor(architecture: Architecture): Uint8Array {
  return build(architecture, [
    label("start"),
    stackPointer("r0"),
    load64("r1", "r0", 16, "argv[1]"),
    syscall("execve", ["r1", { label: "nothing" }, { label: "nothing" }]),
    syscall("exit", [1]),
    align(8),
    label("nothing"),
    data(new Uint8Array(8), "an empty list"),
  ]);
}

const executingArguments: Program = [
  load64("r1", "r0", 0, "how many arguments"),
  move("r2", "r0"),
  add("r2", 16, "from argv[1] on"),
  shiftLeft("r1", 3),
  add("r0", "r1"),
  add("r0", 16, "the environment"),
  load64("r3", "r2"),
  syscall("execve", ["r3", "r2", "r0"]),
  syscall("exit", [1]),
];

function build(architecture: Architecture, program: Program): Uint8Array {
  return assembleExecutable(program, architecture);
}
