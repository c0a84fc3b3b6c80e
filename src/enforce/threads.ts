import { LockdownError } from "../errors.ts";
import { sealClass } from "../javascript/seal_class.ts";
import { readSmallFile } from "../linux/content.ts";
import { AT_FDCWD, O_CLOEXEC, O_DIRECTORY, SEEK_SET } from "../linux/flags.ts";
import { readEntries } from "../linux/folders.ts";
import { type System, SystemCallError } from "../linux/system.ts";

const TASKS = "/proc/self/task";
/** How often to list the threads before lockdown, while they come and go, for a list that is known to be complete. */
const MOST_LISTINGS = 100;
/** `PF_IO_WORKER`, `include/linux/sched.h`: a kernel thread of io_uring inside the process. */
const PF_IO_WORKER = 0x10;
/** `PF_EXITING`: it has begun to end, runs no more code of the process and takes no signal. */
const PF_EXITING = 0x4;

/** What `stat` in procfs says of a thread. */
export interface ThreadStat {
  readonly name: string;
  /** One letter: `R` runs or waits for a processor, `S` sleeps, `D` sleeps and takes no signals. */
  readonly state: string;
  /** `PF_` in `include/linux/sched.h`. */
  readonly flags: number;
  /** Processor time it has used, in clock ticks. */
  readonly ticks: number;
}

/** Signs that a thread gets on, and that a signal reaches it. */
export interface Activity extends ThreadStat {
  /** How often it has given up a processor, or was made to. */
  readonly switches: number;
  /** Signals it blocks, and those sent to it that it has not taken yet; bit N-1 for signal N. */
  readonly blocked: bigint;
  readonly pending: bigint;
}

/** One thread of this process, as it is before lockdown. */
export interface Thread extends ThreadStat {
  readonly id: number;
  /** Signals it blocks, bit N-1 for signal N. */
  readonly blocked: bigint;
  /** A kernel thread that works for io_uring: it takes the credentials of whoever submits, and no signals. */
  readonly isIoWorker: boolean;
  /** How many seccomp filters it has; 0 where the kernel does not say (before Linux 5.9). */
  readonly filters: number;
  /** Its inheritable, permitted and effective capabilities, as procfs writes them. */
  readonly capabilities: string;
}

/** The threads of this process, through one descriptor that stays open: a domain may not let it be opened again. */
export class ThreadList {
  readonly #system: System;
  readonly #directory: number;

  /** Opens `/proc/self/task`. */
  constructor(system: System) {
    this.#system = system;
    const flags = O_DIRECTORY[system.native.architecture] | O_CLOEXEC;
    const fd = system.attempt("openat", AT_FDCWD, system.pathAddress(TASKS), flags, 0);
    if (fd < 0) {
      throw new LockdownError(
        "THREADS_UNREACHABLE",
        `Cannot list the threads of this process in "${TASKS}"`,
        {
          subject: TASKS,
          remedy: "Mount /proc, or run with the baseline on",
          cause: new SystemCallError("openat", TASKS, -fd),
        },
      );
    }
    this.#directory = fd;
  }

  /** Ids of the threads there are. One that exists all the while is missing if the kernel cut the listing short, as it
   * does when the thread it came to last ends (`next_tid` in `fs/proc/base.c`). So a listing is known to be complete,
   * for the threads that existed when it began, once a later one shows each of its threads again: then none has ended
   * while it was made. */
  ids(): number[] {
    this.#system.call("lseek", TASKS, this.#directory, 0, SEEK_SET);
    return readEntries(this.#system, this.#directory, TASKS).entries.map((entry) => Number(entry.name));
  }

  /** All threads but those that are ending; where threads end without pause, as many as a hundred listings show.
   *
   * @throws LockdownError `IO_URING_SQPOLL`
   */
  describeAll(): Thread[] {
    let ids = this.ids();
    for (let listing = 1; listing < MOST_LISTINGS; listing++) {
      const again = this.ids();
      if (isComplete(ids, again)) break;
      ids = again;
    }
    return ids.map((id) => this.describe(id))
      .filter((thread) => thread !== undefined && !isEnding(thread)) as Thread[];
  }

  /** What the kernel tells of a thread; `undefined` if it has ended or a domain hides it.
   *
   * @throws LockdownError `IO_URING_SQPOLL` for a thread that keeps the credentials it was born with
   */
  describe(id: number): Thread | undefined {
    const status = this.#read(id, "status") ?? "";
    const blocked = signalsIn(status, "SigBlk");
    if (blocked === undefined) return undefined;
    const stat = this.stat(id);
    if (stat === undefined) return undefined;
    const filters = Number(/^Seccomp_filters:\s*(\d+)$/m.exec(status)?.[1] ?? 0);
    const sets = [...status.matchAll(/^Cap(?:Inh|Prm|Eff):\s*([0-9a-f]+)$/gm)];
    const capabilities = sets.map(([, set]) => set).join(" ");
    return { ...stat, id, blocked, filters, capabilities, isIoWorker: isIoWorker(stat) };
  }

  /** What `stat` says of a thread; `undefined` if it has ended or a domain hides it. */
  stat(id: number): ThreadStat | undefined {
    const text = this.#read(id, "stat");
    if (text === undefined) return undefined;
    // The name stands in parentheses and may contain any character, parentheses too
    const end = text.lastIndexOf(")");
    const fields = text.slice(end + 2).split(" ");
    return {
      name: text.slice(text.indexOf("(") + 1, end),
      state: fields[0] as string,
      flags: Number(fields[6]),
      ticks: Number(fields[11]) + Number(fields[12]),
    };
  }

  /** Whether a thread gets on; `undefined` if it has ended or a domain hides it. */
  activity(id: number): Activity | undefined {
    const stat = this.stat(id);
    const status = this.#read(id, "status");
    if (stat === undefined || status === undefined) return undefined;
    const blocked = signalsIn(status, "SigBlk");
    const pending = signalsIn(status, "SigPnd");
    if (blocked === undefined || pending === undefined) return undefined;
    const counts = [...status.matchAll(/^(?:non)?voluntary_ctxt_switches:\s*(\d+)$/gm)];
    const switches = counts.reduce((sum, [, count]) => sum + Number(count), 0);
    return { ...stat, switches, blocked, pending };
  }

  #read(id: number, name: string): string | undefined {
    try {
      return new TextDecoder().decode(readSmallFile(this.#system, `${TASKS}/${id}/${name}`));
    } catch (error) {
      if (error instanceof SystemCallError) return undefined;
      throw error;
    }
  }
}

sealClass(ThreadList);

/** Whether a listing is known to be complete, by one that was made later. */
export function isComplete(ids: readonly number[], later: readonly number[]): boolean {
  const known = new Set(later);
  return ids.every((id) => known.has(id));
}

/** Whether a thread is ending: it does nothing any more that could be restricted. */
export function isEnding({ flags }: ThreadStat): boolean {
  return (flags & PF_EXITING) !== 0;
}

/** Whether a thread is one of io_uring's workers.
 *
 * @throws LockdownError `IO_URING_SQPOLL` if it polls
 */
export function isIoWorker({ name, flags }: ThreadStat): boolean {
  if ((flags & PF_IO_WORKER) === 0) return false;
  if (!name.startsWith("iou-wrk-")) throw pollingThread(name);
  return true;
}

function signalsIn(status: string, name: "SigBlk" | "SigPnd"): bigint | undefined {
  const set = new RegExp(`^${name}:\\s*([0-9a-f]+)$`, "m").exec(status)?.[1];
  return set === undefined ? undefined : BigInt(`0x${set}`);
}

/** How many threads the process has, as `/proc/self/status` says; 1 where that is hidden. */
export function countThreads(system: System): number {
  try {
    const status = new TextDecoder().decode(readSmallFile(system, "/proc/self/status"));
    return Number(/^Threads:\s*(\d+)$/m.exec(status)?.[1] ?? 1);
  } catch (error) {
    if (error instanceof SystemCallError) return 1;
    throw error;
  }
}

/** An SQPOLL thread submits with credentials stored when its ring was made (`io_sq_thread` in
 * `io_uring/sqpoll.c`): not even TSYNC changes those. */
function pollingThread(name: string): LockdownError {
  return new LockdownError(
    "IO_URING_SQPOLL",
    `Cannot restrict this process: its io_uring thread "${name}" would keep unrestricted access to all files`,
    {
      subject: name,
      remedy:
        "Start without UV_USE_IO_URING=1 (or set UV_USE_IO_URING=0), and call lockdown() before any io_uring ring " +
        "with SQPOLL is made. Nothing was applied",
    },
  );
}
