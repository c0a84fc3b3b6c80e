import {
  EACCES,
  ENAMETOOLONG,
  ENODEV,
  ENOENT,
  ENOEXEC,
  ENOTDIR,
  ESTALE,
  ETIMEDOUT,
} from "../../linux/errno.ts";
import { NAME_MAX, PATH_MAX } from "../../linux/paths.ts";
import {
  add,
  address,
  align,
  call,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  load8,
  move,
  type Program,
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
import { DEFAULT_PATH, EXIT, PLAN, STATE } from "../layout.ts";

/** What execve says of a path that leads nowhere: then the next folder of PATH is tried. As in glibc, and a name
 * that is too long in one folder may still be right in another. */
const ELSEWHERE = [ENOENT, ENOTDIR, ENODEV, ENAMETOOLONG, ETIMEDOUT, ESTALE];

const SLASH = "/".charCodeAt(0);
const COLON = ":".charCodeAt(0);
/** Bytes for the path that is tried: a folder of PATH, cut off at `PATH_MAX`, for with a name behind it is too long for
 * the kernel then, a slash, and the name with its zero; a multiple of 16. */
const CANDIDATE_SIZE = PATH_MAX + 272;

/** Executes the command the way execvp does. From here on r0 is its name, r4 its arguments, r5 its environment; and
 * once PATH is searched, r7 the path that is tried, r3 where a folder in it is cut off. */
export function executing(): Program {
  return [
    label("execute"),
    load64("r0", "r6", STATE.file),
    load64("r4", "r6", STATE.arguments),
    move("r5", "r6"),
    add("r5", STATE.size),
    move("r1", "r0"),
    label("find slash"),
    load8("result", "r1"),
    jumpIf("result", "equal", SLASH, "execute path"),
    add("r1", 1),
    jumpIf("result", "notEqual", 0, "find slash"),
    subtract("r1", "r0", "length of the name with its zero"),
    move("r2", "r0"),
    set("result", -ENOENT),
    jumpIf("r1", "equal", 1, "execute failed", "the empty name is nowhere"),
    set("result", -ENAMETOOLONG),
    jumpIf("r1", "below", NAME_MAX + 2, "find PATH"),
    jump("execute failed"),

    ...findingPath(),
    ...searching(),

    label("execute path"),
    syscall("execve", ["r0", "r4", "r5"]),
    move("r2", "r0"),
    jumpIf("result", "notEqual", -ENOEXEC, "execute failed"),

    label("execute script"),
    store64("r2", "r4", 0, "a script without #! is an argument of the shell, in place of its name"),
    subtract("r4", 8),
    address("r2", "shell"),
    store64("r2", "r4"),
    syscall("execve", ["r2", "r4", "r5"]),

    // r2: what was tried; result: the negated errno
    label("execute failed"),
    address("r1", "cannot execute"),
    set("r5", EXIT.notFound),
    jumpIf("result", "equal", -ENOENT, "report"),
    jumpIf("result", "equal", -ENOTDIR, "report"),
    set("r5", EXIT.notExecutable),
    jump("report"),

    ...joining(),

    label("cannot execute"),
    zeroTerminated("cannot execute"),
    label("cannot find"),
    zeroTerminated("cannot find"),
    label("shell"),
    zeroTerminated("/bin/sh"),
    label("default PATH"),
    zeroTerminated(DEFAULT_PATH),
    align(4),
  ];
}

/** Leaves the value of PATH in r1: the plan's own, or the launcher's, whether or not the command gets that. */
function findingPath(): Program {
  return [
    label("find PATH"),
    load32("r1", "r7", PLAN.searchPath),
    add("r1", "r7"),
    jumpIf("r1", "notEqual", "r7", "search"),
    load64("r2", "r6", STATE.envp),
    label("is it PATH"),
    load64("r1", "r2"),
    add("r2", 8),
    jumpIf("r1", "equal", 0, "no PATH"),
    // Four bytes can be read of any string: the kernel puts at least a word behind the last
    load32("result", "r1"),
    jumpIf("result", "notEqual", 0x48544150, "is it PATH", "PATH"),
    load8("result", "r1", 4),
    jumpIf("result", "notEqual", "=".charCodeAt(0), "is it PATH"),
    add("r1", 5),
    jump("search"),
    label("no PATH"),
    address("r1", "default PATH"),
  ];
}

/** Tries one folder of the PATH at r1 after the other. */
function searching(): Program {
  return [
    label("search"),
    reserve(CANDIDATE_SIZE),
    stackPointer("r7"),
    move("r3", "r7"),
    add("r3", PATH_MAX),
    set("r2", 0),
    store64("r2", "r6", STATE.denied),
    label("next folder"),
    store64("r1", "r6", STATE.folder),
    call("join"),
    syscall("execve", ["r7", "r4", "r5"]),
    move("r2", "r7"),
    jumpIf("result", "equal", -ENOEXEC, "execute script"),
    ...ELSEWHERE.map((errno) => jumpIf("result", "equal", -errno, "not here")),
    jumpIf("result", "notEqual", -EACCES, "execute failed"),
    load64("r2", "r6", STATE.folder),
    store64("r2", "r6", STATE.denied, "maybe there is another one further on; if not, it was this"),
    label("not here"),
    load8("result", "r1"),
    add("r1", 1),
    jumpIf("result", "notEqual", 0, "next folder", "a colon"),

    load64("r1", "r6", STATE.denied),
    jumpIf("r1", "equal", 0, "not found"),
    call("join"),
    move("r2", "r7"),
    set("result", -EACCES),
    jump("execute failed"),

    label("not found"),
    address("r1", "cannot find"),
    move("r2", "r0"),
    set("result", -ENOENT),
    set("r5", EXIT.notFound),
    jump("report"),
  ];
}

/** Joins the folder at r1 and the command's name to the candidate, and moves r1 behind the folder: to a colon or a
 * zero. An empty folder is the working directory. Changes r2. */
function joining(): Program {
  return [
    label("join"),
    move("r2", "r7"),
    label("copy folder"),
    load8("result", "r1"),
    jumpIf("result", "equal", 0, "folder copied"),
    jumpIf("result", "equal", COLON, "folder copied"),
    add("r1", 1),
    jumpIf("r2", "equal", "r3", "copy folder"),
    store8("result", "r2"),
    add("r2", 1),
    jump("copy folder"),
    label("folder copied"),
    jumpIf("r2", "equal", "r7", "copy name"),
    set("result", SLASH),
    store8("result", "r2"),
    add("r2", 1),
    label("copy name"),
    load8("result", "r0"),
    store8("result", "r2"),
    add("r0", 1),
    add("r2", 1),
    jumpIf("result", "notEqual", 0, "copy name"),
    load64("r0", "r6", STATE.file),
    ret(),
  ];
}
