/** A mark on restricted threads, by which a thread that was made by one is told from others without being asked.
 *
 * It is the bit `PF_MCE_EARLY` of a thread (`include/linux/sched.h`). New threads get a copy of it, `stat` in procfs
 * shows it, and anybody may set it: `prctl(PR_MCE_KILL, PR_MCE_KILL_SET)` sets a policy for memory errors together with
 * the bit, and `PR_MCE_KILL_CLEAR` takes back the policy and leaves the bit (`kernel/sys.c`). Without a policy the
 * bit means nothing, so no thread behaves differently. Each lockdown turns it to the other value, so that only the
 * threads of this one have it. */
import { PR_MCE_KILL, PR_MCE_KILL_CLEAR, PR_MCE_KILL_SET } from "../linux/flags.ts";
import type { System } from "../linux/system.ts";
import type { Thread, ThreadStat } from "./threads.ts";

/** Policies: `PR_MCE_KILL_EARLY` sets the bit, `PR_MCE_KILL_DEFAULT` takes it away. */
const POLICY_EARLY = 1;
const POLICY_DEFAULT = 2;

/** A policy is set. */
const PF_MCE_PROCESS = 0x80;
const PF_MCE_EARLY = 0x08000000;

/** The value that marks a thread as restricted. */
export interface Mark {
  /** The policy that sets it. */
  readonly policy: number;
  /** Flags that a marked thread has, of those that `MASK` selects. */
  readonly flags: number;
}

const MASK = PF_MCE_PROCESS | PF_MCE_EARLY;

/** The mark for a process whose threads are these; `undefined` if they differ already or one has a policy of its own. */
export function markFor(threads: readonly Thread[]): Mark | undefined {
  const before = (threads[0]?.flags ?? 0) & MASK;
  if ((before & PF_MCE_PROCESS) !== 0 || threads.some(({ flags }) => (flags & MASK) !== before)) {
    return undefined;
  }
  return before === 0 ? { policy: POLICY_EARLY, flags: PF_MCE_EARLY } : { policy: POLICY_DEFAULT, flags: 0 };
}

/** Whether a thread has the mark. */
export function isMarked(thread: ThreadStat, mark: Mark): boolean {
  return (thread.flags & MASK) === mark.flags;
}

/** Marks the calling thread.
 *
 * @param look what procfs says of the calling thread
 * @returns whether that can be seen: if not, the kernel has no such bit, or procfs is hidden
 */
export function markSelf(system: System, mark: Mark, look: () => ThreadStat | undefined): boolean {
  system.attempt("prctl", PR_MCE_KILL, PR_MCE_KILL_SET, mark.policy, 0, 0);
  system.attempt("prctl", PR_MCE_KILL, PR_MCE_KILL_CLEAR, 0, 0, 0);
  const stat = look();
  return stat !== undefined && isMarked(stat, mark);
}
