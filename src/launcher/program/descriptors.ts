import { EINVAL } from "../../linux/errno.ts";
import { CLOSE_RANGE_CLOEXEC, F_SETFD, FD_CLOEXEC, RLIMIT_NOFILE } from "../../linux/flags.ts";
import {
  add,
  at,
  jump,
  jumpIf,
  label,
  load32,
  load64,
  type Program,
  ret,
  syscall,
} from "../../machine/program.ts";
import { PLAN, STATE } from "../layout.ts";
import { failure } from "./message.ts";

const LAST_DESCRIPTOR = 0xffff_ffff;
/** Where `struct rlimit` has the limit that no descriptor can exceed. */
const RLIM_MAX = 8;

/** Has the kernel close on execve what is not meant for the command. Not at once: the command may itself be
 * `/proc/self/fd/N`, another launcher.
 *
 * Linux 5.9 and 5.10 know the call and not the flag. They have no Landlock, but a sandbox that goes on without still
 * starts commands. */
export function closingDescriptors(): Program {
  return [
    label("close descriptors"),
    load32("r0", "r7", PLAN.closeFrom),
    syscall("close_range", ["r0", LAST_DESCRIPTOR, CLOSE_RANGE_CLOEXEC]),
    jumpIf("result", "equal", -EINVAL, "close one by one"),
    jumpIf("result", "notEqual", 0, "close failed"),
    ret(),

    label("close one by one"),
    syscall("prlimit64", [0, RLIMIT_NOFILE, 0, at("r6", STATE.rule)]),
    jumpIf("result", "notEqual", 0, "close failed"),
    load64("r1", "r6", STATE.rule + RLIM_MAX),
    label("next descriptor"),
    jumpIf("r0", "below", "r1", "close on execve"),
    ret(),
    label("close on execve"),
    syscall("fcntl", ["r0", F_SETFD, FD_CLOEXEC], "fails for most, which are not open"),
    add("r0", 1),
    jump("next descriptor"),

    ...failure("close failed", "cannot close descriptors"),
  ];
}
