import { FS } from "../../landlock/abi.ts";
import { RULE_NET_PORT, RULE_PATH_BENEATH, RULESET_ATTRIBUTE_SIZE } from "../../landlock/encode.ts";
import { EACCES, EAFNOSUPPORT, EINVAL, ELOOP, ENOENT, ENOSYS, ENOTDIR, ESTALE } from "../../linux/errno.ts";
import {
  AT_EMPTY_PATH,
  AT_FDCWD,
  O_CLOEXEC,
  O_PATH,
  PR_SET_NO_NEW_PRIVS,
  RESOLVE_NO_MAGICLINKS,
  RESOLVE_NO_SYMLINKS,
  STATX_BTIME,
  STATX_INO,
} from "../../linux/flags.ts";
import { OPEN_HOW, STATX } from "../../linux/structs.ts";
import { TCGETS } from "../../linux/terminal.ts";
import {
  add,
  and,
  at,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  loadSigned32,
  move,
  type Program,
  ret,
  set,
  store32,
  store64,
  syscall,
} from "../../machine/program.ts";
import { LANDLOCK, PATH_RULE, PLAN, PORT_RULE, RULE, STATE } from "../layout.ts";
import { failure, numberFailure } from "./message.ts";

/** How opening fails when what nobody named is gone, has become something else, or is out of reach for whoever starts a
 * compiled command. */
const VANISHED: readonly number[] = [ENOENT, ENOTDIR, ELOOP, EACCES];
/** Size of `struct landlock_ruleset_attr` with `handled_access_fs` alone. */
const FS_ONLY_SIZE = 8;

/** Sets no_new_privs: no set-user-ID program gains privileges inside, and whoever is not root may restrict itself. */
export function settingNoNewPrivileges(): Program {
  return [
    label("set no_new_privs"),
    syscall("prctl", [PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0]),
    jumpIf("result", "notEqual", 0, "no_new_privs failed"),
    ret(),
    ...failure("no_new_privs failed", "cannot set no_new_privs"),
  ];
}

/** Builds the plan's ruleset, or takes over the one whose descriptor it names, and restricts this process. Whatever
 * the kernel refuses ends the launcher. */
export function enforcing(): Program {
  return [
    label("enforce ruleset"),
    load32("r0", "r7", PLAN.landlock),
    jumpIf("r0", "equal", LANDLOCK.build, "create"),
    jumpIf("r0", "equal", LANDLOCK.prebuilt, "take over"),
    jumpIf("r0", "equal", LANDLOCK.none, "enforced"),
    set("result", -EINVAL),
    jump("plan failed"),

    label("create"),
    syscall(
      "landlock_create_ruleset",
      ["r7", RULESET_ATTRIBUTE_SIZE, 0],
      "the plan begins with the attribute",
    ),
    jumpIf("result", "less", 0, "create failed"),
    move("r0", "result", "the ruleset"),
    set("r1", O_PATH | O_CLOEXEC),
    store64("r1", "r6", STATE.how + OPEN_HOW.flags, "struct open_how: flags, mode, resolve"),
    set("r1", 0),
    store64("r1", "r6", STATE.how + OPEN_HOW.mode),
    set("r1", RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS),
    store64("r1", "r6", STATE.how + OPEN_HOW.resolve),
    load32("r1", "r7", PLAN.paths),
    add("r1", "r7", "the first path rule"),
    load32("r2", "r7", PLAN.ports),
    add("r2", "r7", "where path rules end"),
    ...addingPathRules(),
    load32("r2", "r7", PLAN.filter),
    add("r2", "r7", "where port rules end"),
    ...addingPortRules(),
    jump("restrict"),

    label("take over"),
    loadSigned32("r0", "r7", PLAN.descriptor),
    label("restrict"),
    load32("r1", "r7", PLAN.restrictFlags),
    syscall("landlock_restrict_self", ["r0", "r1"]),
    jumpIf("result", "notEqual", 0, "restrict failed"),
    syscall("close", ["r0"], "whoever has it can add rules for the next one who takes it over"),
    load64("r0", "r6", STATE.incomplete),
    jumpIf("r0", "equal", 0, "enforced"),
    ...forbiddingMoves(),
    label("enforced"),
    ret(),

    ...failure("create failed", "cannot create the ruleset"),
    ...failure("open failed", "cannot open", "r3"),
    ...failure("replaced failed", "cannot grant what has taken the place of", "r3"),
    ...failure("path rule failed", "cannot add a rule for", "r3"),
    ...numberFailure("port rule failed", "cannot add a rule for port"),
    ...failure("restrict failed", "cannot enforce the ruleset"),
  ];
}

/** From the rule at r1 up to r2, for the ruleset r0. */
function addingPathRules(): Program {
  return [
    label("next path rule"),
    jumpIf("r1", "equal", "r2", "path rules added"),
    ...requiringTerminal(),
    move("r3", "r1"),
    add("r3", PATH_RULE.path),
    syscall("openat2", [AT_FDCWD, "r3", at("r6", STATE.how), OPEN_HOW.size]),
    jumpIf("result", "notEqual", -ENOSYS, "opened"),
    load32("r4", "r1", PATH_RULE.openFlags, "a container's seccomp profile may not know openat2"),
    syscall("openat", [AT_FDCWD, "r3", "r4", 0]),
    label("opened"),
    jumpIf("result", "less", 0, "not opened"),
    move("r4", "result"),
    ...identifying(),
    load64("r5", "r1", PATH_RULE.access),
    store64("r5", "r6", STATE.rule),
    store32("r4", "r6", STATE.rule + 8),
    syscall("landlock_add_rule", ["r0", RULE_PATH_BENEATH, at("r6", STATE.rule), 0]),
    jumpIf("result", "equal", 0, "path rule added"),
    jumpIf("result", "notEqual", -EINVAL, "path rule failed", "else it was a folder and is a file now"),
    load32("r5", "r1", PATH_RULE.flags),
    and("r5", RULE.mayVanish),
    jumpIf("r5", "equal", 0, "path rule failed"),
    label("path rule added"),
    syscall("close", ["r4"]),
    label("path rule done"),
    load32("r4", "r1", PATH_RULE.size),
    add("r1", "r4"),
    jump("next path rule"),

    label("not opened"),
    load32("r4", "r1", PATH_RULE.flags),
    and("r4", RULE.mayVanish),
    jumpIf("r4", "equal", 0, "open failed"),
    ...VANISHED.map((errno) => jumpIf("result", "equal", -errno, "left out")),
    jump("open failed"),

    label("replaced"),
    syscall("close", ["r4"]),
    set("result", -ESTALE),
    load32("r4", "r1", PATH_RULE.flags),
    and("r4", RULE.mayVanish),
    jumpIf("r4", "equal", 0, "replaced failed"),
    label("left out"),
    load32("r4", "r1", PATH_RULE.flags),
    and("r4", RULE.container),
    jumpIf("r4", "equal", 0, "path rule done"),
    store64("r4", "r6", STATE.incomplete),
    jump("path rule done"),
    label("path rules added"),
  ];
}

/** Leaves out the rule r1 if it is for commands with a terminal and this one has none: through `/dev/tty` it could read
 * what is typed for another, and draw over what others print. */
function requiringTerminal(): Program {
  return [
    load32("r4", "r1", PATH_RULE.flags),
    and("r4", RULE.needsTerminal),
    jumpIf("r4", "equal", 0, "terminal found"),
    ...[0, 1, 2].flatMap((fd) => [
      syscall("ioctl", [fd, TCGETS, at("r6", STATE.status)]),
      jumpIf("result", "equal", 0, "terminal found"),
    ]),
    jump("path rule done"),
    label("terminal found"),
  ];
}

/** Goes on only if the descriptor r4 is what the rule r1 is meant for. */
function identifying(): Program {
  const status = (offset: number) => STATE.status + offset;
  return [
    load32("r5", "r1", PATH_RULE.flags),
    and("r5", RULE.identity),
    jumpIf("r5", "equal", 0, "identified"),
    syscall(
      "statx",
      ["r4", at("r6", STATE.zeros), AT_EMPTY_PATH, STATX_INO | STATX_BTIME, at("r6", STATE.status)],
      "no path: the descriptor itself",
    ),
    jumpIf("result", "notEqual", 0, "path rule failed"),
    load64("r5", "r1", PATH_RULE.inode),
    load64("result", "r6", status(STATX.inode)),
    jumpIf("r5", "notEqual", "result", "replaced"),
    load32("r5", "r1", PATH_RULE.flags),
    and("r5", RULE.birth),
    jumpIf("r5", "equal", 0, "identified"),
    load64("r5", "r1", PATH_RULE.bornSeconds),
    load64("result", "r6", status(STATX.bornSeconds)),
    jumpIf("r5", "notEqual", "result", "replaced"),
    load32("r5", "r1", PATH_RULE.bornNanoseconds),
    load32("result", "r6", status(STATX.bornNanoseconds)),
    jumpIf("r5", "notEqual", "result", "replaced"),
    label("identified"),
  ];
}

/** Denies moving files to other directories, which every further ruleset does that does not grant it (REFER).
 *
 * A directory without the rule that others of the same sandbox have for it is one into which this command could move
 * what is denied, and out of which they could read it once it has its name again. */
function forbiddingMoves(): Program {
  return [
    set("r0", FS.MAKE_BLOCK, "something that is never granted, for a ruleset has to handle something"),
    store64("r0", "r6", STATE.rule),
    syscall("landlock_create_ruleset", [at("r6", STATE.rule), FS_ONLY_SIZE, 0]),
    jumpIf("result", "less", 0, "create failed"),
    move("r0", "result"),
    syscall("landlock_restrict_self", ["r0", "r1"]),
    jumpIf("result", "notEqual", 0, "restrict failed"),
    syscall("close", ["r0"]),
  ];
}

/** From the rule at r1 up to r2, for the ruleset r0. */
function addingPortRules(): Program {
  return [
    label("next port rule"),
    jumpIf("r1", "equal", "r2", "port rules added"),
    syscall("landlock_add_rule", ["r0", RULE_NET_PORT, "r1", 0]),
    jumpIf("result", "equal", 0, "port rule added"),
    load64("r2", "r1", PORT_RULE.port),
    jumpIf("result", "notEqual", -EAFNOSUPPORT, "port rule failed", "else the kernel has no such network"),
    load32("r2", "r7", PLAN.filter),
    add("r2", "r7"),
    label("port rule added"),
    add("r1", PORT_RULE.size),
    jump("next port rule"),
    label("port rules added"),
  ];
}
