import { LockdownError } from "../errors.ts";
import { readEntries, readSmallFile } from "../system/files.ts";
import { type System, SystemCallError } from "../system/system.ts";
import { sealClass } from "../seal_class.ts";

const TASKS = "/proc/self/task";
const AT_FDCWD = -100;
const AT_EMPTY_PATH = 0x1000;
const O_DIRECTORY_CLOEXEC = { x86_64: 0o2200000, arm64: 0o2040000 };
const SEEK_SET = 0;
const STATX_NLINK = 4;
const STATX_NLINK_OFFSET = 16;
/** `PF_IO_WORKER`, `include/linux/sched.h`: a kernel thread of io_uring inside the process. */
const PF_IO_WORKER = 0x10;
/** Every signal but SIGKILL and SIGSTOP. */
const MOST_SIGNALS = 2n ** 64n - 1n - (1n << 8n) - (1n << 18n);

/** One thread of this process. */
export interface Thread {
  readonly id: number;
  /** Signals it blocks, bit N-1 for signal N. */
  readonly blocked: bigint;
  /** A kernel thread that works for io_uring: it takes the credentials of whoever submits, and no signals. */
  readonly isIoWorker: boolean;
  /** How many seccomp filters it has; 0 where the kernel does not say (before Linux 5.9). */
  readonly filters: number;
}

/** The threads of this process, through one descriptor that stays open: a domain may not let it be opened again. */
export class ThreadList {
  readonly #system: System;
  readonly #directory: number;

  /** Opens `/proc/self/task`. */
  constructor(system: System) {
    this.#system = system;
    const flags = O_DIRECTORY_CLOEXEC[system.native.architecture];
    const fd = system.attempt("openat", AT_FDCWD, system.pathAddress(TASKS), flags, 0);
    if (fd < 0) {
      throw new LockdownError(
        "THREADS_UNREACHABLE",
        `Cannot list the threads of this process in "${TASKS}": mount /proc, or run with the baseline on`,
        { cause: new SystemCallError("openat", TASKS, -fd) },
      );
    }
    this.#directory = fd;
  }

  /** Ids of all threads, and whether the list is known to be complete: the kernel cuts a listing short when a
   * thread ends while it is read (`next_tid` in `fs/proc/base.c`), so it is compared with the kernel's own count. */
  ids(): { ids: number[]; complete: boolean } {
    const system = this.#system;
    system.call("lseek", TASKS, this.#directory, 0, SEEK_SET);
    const ids = readEntries(system, this.#directory, TASKS).entries.map((entry) => Number(entry.name));
    const status = system.scratch;
    const path = system.pathAddress("");
    system.call("statx", TASKS, this.#directory, path, AT_EMPTY_PATH, STATX_NLINK, status.address);
    // A directory for each thread, besides "." and ".."
    return { ids, complete: ids.length >= status.view.getUint32(STATX_NLINK_OFFSET, true) - 2 };
  }

  /** What the kernel tells of a thread; `undefined` if it has ended or a domain hides it.
   *
   * @throws LockdownError `IO_URING_SQPOLL` for a thread that keeps the credentials it was born with
   */
  describe(id: number): Thread | undefined {
    const status = this.#read(id, "status") ?? "";
    const blocked = /^SigBlk:\s*([0-9a-f]+)$/m.exec(status)?.[1];
    if (blocked === undefined) return undefined;
    const filters = Number(/^Seccomp_filters:\s*(\d+)$/m.exec(status)?.[1] ?? 0);
    const thread = { id, blocked: BigInt(`0x${blocked}`), isIoWorker: false, filters };
    // io_uring's threads block all signals but two (`create_io_thread` in kernel/fork.c): others need no second look
    if ((thread.blocked & MOST_SIGNALS) !== MOST_SIGNALS) return thread;
    const stat = this.#read(id, "stat");
    if (stat === undefined) return undefined;
    // The name stands in parentheses and may contain any character, parentheses too
    const end = stat.lastIndexOf(")");
    const name = stat.slice(stat.indexOf("(") + 1, end);
    const flags = Number(stat.slice(end + 2).split(" ")[6]);
    const isIoThread = (flags & PF_IO_WORKER) !== 0;
    if (isIoThread && !name.startsWith("iou-wrk-")) throw pollingThread(name);
    return { ...thread, isIoWorker: isIoThread };
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
    `Cannot restrict this process: its io_uring thread "${name}" would keep unrestricted access to all files. ` +
      "Start without UV_USE_IO_URING=1 (or set UV_USE_IO_URING=0), and call lockdown() before any io_uring ring " +
      "with SQPOLL is made. Nothing was applied",
  );
}
