import {
  E2BIG,
  EACCES,
  EAGAIN,
  EBADF,
  EBADFD,
  EINVAL,
  EIO,
  ELOOP,
  EMFILE,
  ENAMETOOLONG,
  ENFILE,
  ENOENT,
  ENOEXEC,
  ENOMEM,
  ENOMSG,
  ENOSYS,
  ENOTDIR,
  EOPNOTSUPP,
  EPERM,
  errnoName,
  ESTALE,
  ETXTBSY,
} from "../../linux/errno.ts";
import { SIG_SETMASK } from "../../linux/flags.ts";
import { SIGNAL_SET_SIZE } from "../../linux/structs.ts";
import {
  add,
  address,
  align,
  at,
  call,
  data,
  jump,
  jumpIf,
  label,
  load32,
  load8,
  move,
  type Program,
  type Register,
  reserve,
  ret,
  set,
  stackPointer,
  store64,
  store8,
  subtract,
  syscall,
  zeroTerminated,
} from "../../machine/program.ts";
import { EXIT } from "../layout.ts";

const STDERR = 2;
/** Bytes of room on the stack for a set of signals. */
const SET_ROOM = 16;
/** Bytes of a message: what a pipe takes at once. */
const MESSAGE_SIZE = 4096;
/** The subject is cut off here, so that there is room for what comes after it. */
const SUBJECT_END = MESSAGE_SIZE - 64;

/** The errors that a launcher is likely to meet. Others are shown as numbers. */
const ERRORS: readonly number[] = [
  EPERM,
  ENOENT,
  EIO,
  E2BIG,
  ENOEXEC,
  EBADF,
  EAGAIN,
  ENOMEM,
  EACCES,
  ENOTDIR,
  EINVAL,
  ENFILE,
  EMFILE,
  ETXTBSY,
  ENAMETOOLONG,
  ENOSYS,
  ELOOP,
  ENOMSG,
  EBADFD,
  EOPNOTSUPP,
  ESTALE,
];

/** Where a step goes that has failed with the negated errno in `result`: ends the launcher with the text, and with
 * the zero-terminated string at `subject` in quotes. */
export function failure(name: string, text: string, subject?: Register): Program {
  const nothing = set("r2", 0, "no path or name to tell");
  return [...failureWith(name, text, subject === undefined ? nothing : move("r2", subject)), jump("fail")];
}

/** Like {@linkcode failure}, with the number in r2 for a subject. */
export function numberFailure(name: string, text: string): Program {
  return [...failureWith(name, text), jump("fail with number")];
}

/** The text stands before the code: so nothing runs into it, and the caller goes on where it likes. */
function failureWith(name: string, text: string, ...before: Program): Program {
  return [
    label(`${name}: text`),
    zeroTerminated(text),
    align(4),
    label(name),
    ...before,
    address("r1", `${name}: text`),
  ];
}

/** Writes one line to standard error and ends the launcher. */
export function reporting(): Program {
  return [
    label("fail with number"),
    move("r4", "result"),
    move("r5", "r1"),
    reserve(16, "at most five digits and a zero"),
    stackPointer("r0"),
    call("append number"),
    set("result", 0),
    store8("result", "r0"),
    stackPointer("r2"),
    move("r1", "r5"),
    move("result", "r4"),

    label("fail"),
    set("r5", EXIT.failed),

    // r5: the exit status
    ...composing(),
    label("send"),
    set("result", "\n".charCodeAt(0)),
    store8("result", "r0"),
    stackPointer("r1"),
    subtract("r0", "r1"),
    subtract("r0", SET_ROOM - 1, "the length, with the line feed"),
    set("result", -1),
    store64("result", "r1", 0, "every signal: a closed pipe must not hide the exit status"),
    syscall("rt_sigprocmask", [SIG_SETMASK, "r1", 0, SIGNAL_SET_SIZE]),
    syscall("write", [STDERR, at("r1", SET_ROOM), "r0"]),
    syscall("exit_group", ["r5"]),

    ...appending(),
    ...appendingNumber(),
    ...skippingString(),
    ...texts(),
  ];
}

/** Makes the message, which ends at r0, of r1: what failed; r2: with what, or 0; result: the negated errno. */
function composing(): Program {
  return [
    label("report"),
    set("r4", 0),
    subtract("r4", "result", "the errno"),
    move("r3", "r1"),
    reserve(SET_ROOM + MESSAGE_SIZE),
    stackPointer("r0"),
    add("r0", SET_ROOM, "where the next byte of the message goes"),
    move("r6", "r0"),
    add("r6", SUBJECT_END, "where the subject is cut off"),
    address("r1", "our name"),
    call("append"),
    move("r1", "r3"),
    call("append"),
    jumpIf("r2", "equal", 0, "append error"),
    address("r1", "opening"),
    call("append"),
    move("r1", "r2"),
    call("append"),
    set("r6", 0, "nowhere: what comes now is short, and none of it is cut off"),
    address("r1", "closing"),
    call("append"),
    label("append error"),
    address("r1", "colon"),
    call("append"),
    address("r1", "errors"),
    label("next error"),
    load8("r3", "r1"),
    add("r1", 1),
    jumpIf("r3", "equal", 0, "unknown error"),
    jumpIf("r3", "equal", "r4", "known error"),
    call("skip string"),
    jump("next error"),
    label("known error"),
    call("append"),
    jump("send"),
    label("unknown error"),
    address("r1", "errno"),
    call("append"),
    move("r2", "r4"),
    call("append number"),
  ];
}

/** A routine that appends the string at r1 to the message at r0. A line stays a line: other control characters than its
 * end are shown as question marks. Changes r1. */
function appending(): Program {
  return [
    label("append"),
    load8("result", "r1"),
    jumpIf("result", "equal", 0, "appended"),
    jumpIf("result", "equal", 127, "append mark"),
    jumpIf("result", "below", 32, "append mark"),
    jump("append byte"),
    label("append mark"),
    set("result", "?".charCodeAt(0)),
    label("append byte"),
    store8("result", "r0"),
    add("r0", 1),
    add("r1", 1),
    jumpIf("r0", "notEqual", "r6", "append"),
    label("appended"),
    ret(),
  ];
}

/** A routine that appends the number in r2, at most 99999, at r0. Changes r1 to r3. */
function appendingNumber(): Program {
  return [
    label("append number"),
    address("r1", "powers of ten"),
    label("leading zero"),
    load32("r3", "r1"),
    add("r1", 4),
    jumpIf("r3", "equal", 1, "next digit"),
    jumpIf("r2", "below", "r3", "leading zero"),
    label("next digit"),
    set("result", "0".charCodeAt(0)),
    label("count"),
    jumpIf("r2", "below", "r3", "counted"),
    subtract("r2", "r3"),
    add("result", 1),
    jump("count"),
    label("counted"),
    store8("result", "r0"),
    add("r0", 1),
    load32("r3", "r1"),
    add("r1", 4),
    jumpIf("r3", "notEqual", 0, "next digit"),
    ret(),
  ];
}

/** A routine that moves r1 behind the string there. */
function skippingString(): Program {
  return [
    label("skip string"),
    load8("result", "r1"),
    add("r1", 1),
    jumpIf("result", "notEqual", 0, "skip string"),
    ret(),
  ];
}

/** Parts of messages. */
function texts(): Program {
  return [
    label("our name"),
    zeroTerminated("landlockdown: "),
    label("opening"),
    zeroTerminated(' "'),
    label("closing"),
    zeroTerminated('"'),
    label("colon"),
    zeroTerminated(": "),
    label("errno"),
    zeroTerminated("errno "),
    label("errors"),
    ...ERRORS.flatMap((errno) => [data(Uint8Array.of(errno)), zeroTerminated(errnoName(errno))]),
    data(Uint8Array.of(0), "no further errors"),
    align(4),
    label("powers of ten"),
    ...[10000, 1000, 100, 10, 1, 0].map((power) => data(littleEndian32(power), `${power}`)),
  ];
}

function littleEndian32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >> 8 & 0xff, value >> 16 & 0xff, value >>> 24);
}
