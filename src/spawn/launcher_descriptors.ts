import { jumpIf, label, load32, type Program, ret, syscall } from "../machine/program.ts";
import { PLAN } from "./launcher_layout.ts";
import { failure } from "./launcher_message.ts";

const CLOSE_RANGE_CLOEXEC = 4;
const LAST_DESCRIPTOR = 0xffff_ffff;

/** Has the kernel close on execve what is not meant for the command. Not at once: the command may itself be
 * `/proc/self/fd/N`, another launcher. */
export function closingDescriptors(): Program {
  return [
    label("close descriptors"),
    load32("r0", "r7", PLAN.closeFrom),
    syscall("close_range", ["r0", LAST_DESCRIPTOR, CLOSE_RANGE_CLOEXEC]),
    jumpIf("result", "notEqual", 0, "close failed"),
    ret(),
    ...failure("close failed", "cannot close descriptors"),
  ];
}
