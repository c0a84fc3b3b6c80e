import { PR_SET_NO_NEW_PRIVS } from "../landlock/calls.ts";
import { RULESET_ATTRIBUTE_SIZE } from "../landlock/encode.ts";
import {
  add,
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
} from "../machine/program.ts";
import { RESOLVE_PLAIN } from "../system/files.ts";
import { EAFNOSUPPORT, EINVAL, ELOOP, ENOENT, ENOSYS, ENOTDIR } from "../system/system.ts";
import { LANDLOCK, O_CLOEXEC, O_PATH, PATH_RULE, PLAN, PORT_RULE, STATE } from "./launcher_layout.ts";
import { failure, numberFailure } from "./launcher_message.ts";

const AT_FDCWD = -100;
const OPEN_HOW_SIZE = 24;
const RULE_PATH_BENEATH = 1;
const RULE_NET_PORT = 2;
/** How opening fails when what was listed is gone, or has become something else. */
const VANISHED: readonly number[] = [ENOENT, ENOTDIR, ELOOP];

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
    store64("r1", "r6", STATE.how, "struct open_how: flags, mode, resolve"),
    set("r1", 0),
    store64("r1", "r6", STATE.how + 8),
    set("r1", RESOLVE_PLAIN),
    store64("r1", "r6", STATE.how + 16),
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
    label("enforced"),
    ret(),

    ...failure("create failed", "cannot create the ruleset"),
    ...failure("open failed", "cannot open", "r3"),
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
    move("r3", "r1"),
    add("r3", PATH_RULE.path),
    syscall("openat2", [AT_FDCWD, "r3", at("r6", STATE.how), OPEN_HOW_SIZE]),
    jumpIf("result", "notEqual", -ENOSYS, "opened"),
    load32("r4", "r1", PATH_RULE.openFlags, "a container's seccomp profile may not know openat2"),
    syscall("openat", [AT_FDCWD, "r3", "r4", 0]),
    label("opened"),
    jumpIf("result", "less", 0, "not opened"),
    move("r4", "result"),
    load64("r5", "r1", PATH_RULE.access),
    store64("r5", "r6", STATE.rule),
    store32("r4", "r6", STATE.rule + 8),
    syscall("landlock_add_rule", ["r0", RULE_PATH_BENEATH, at("r6", STATE.rule), 0]),
    jumpIf("result", "equal", 0, "path rule added"),
    jumpIf("result", "notEqual", -EINVAL, "path rule failed", "else it was a folder and is a file now"),
    load32("r5", "r1", PATH_RULE.mayVanish),
    jumpIf("r5", "equal", 0, "path rule failed"),
    label("path rule added"),
    syscall("close", ["r4"]),
    label("path rule done"),
    load32("r4", "r1", PATH_RULE.size),
    add("r1", "r4"),
    jump("next path rule"),
    label("not opened"),
    load32("r4", "r1", PATH_RULE.mayVanish),
    jumpIf("r4", "equal", 0, "open failed"),
    ...VANISHED.map((errno) => jumpIf("result", "equal", -errno, "path rule done")),
    jump("open failed"),
    label("path rules added"),
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
