import type { Architecture } from "../linux/architecture.ts";
import { AT_FDCWD, O_DIRECTORY, O_PATH, RESOLVE_NO_SYMLINKS } from "../linux/flags.ts";
import { OPEN_HOW } from "../linux/structs.ts";
import {
  align,
  data,
  jumpIf,
  label,
  load64,
  move,
  type Program,
  stackPointer,
  syscall,
  zeroTerminated,
} from "../machine/program.ts";

/** A number of which we know the path in proc. */
const FOLDER = 9;

/** A program, from its label `start` on, that gives its user all rights on the folder it is given by path, and does nothing where a symbolic
 * link is on the way. chmod(1) has no such option before coreutils 9.6: it would follow a link that somebody puts there
 * after the folder was found. */
export function openingProgram(architecture: Architecture): Program {
  return [
    label("start"),
    stackPointer("r0"),
    load64("r1", "r0", 16, "its first argument"),
    syscall("openat2", [AT_FDCWD, "r1", { label: "how" }, OPEN_HOW.size]),
    jumpIf("result", "less", 0, "end"),
    move("r2", "result"),
    syscall("dup3", ["r2", FOLDER, 0]),
    syscall("fchmodat", [AT_FDCWD, { label: "folder" }, 0o700], "through proc: fchmod takes no O_PATH"),
    label("end"),
    syscall("exit_group", [0]),
    align(8),
    label("how"),
    data(openHow(O_PATH | O_DIRECTORY[architecture])),
    label("folder"),
    zeroTerminated(`/proc/self/fd/${FOLDER}`),
  ];
}

function openHow(flags: number): Uint8Array {
  const how = new DataView(new ArrayBuffer(OPEN_HOW.size));
  how.setBigUint64(OPEN_HOW.flags, BigInt(flags), true);
  how.setBigUint64(OPEN_HOW.resolve, BigInt(RESOLVE_NO_SYMLINKS), true);
  return new Uint8Array(how.buffer);
}
