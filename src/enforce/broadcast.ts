import type { Runtime } from "../../runtimes/runtime.ts";
import { LockdownError } from "../errors.ts";
import { bytesOfListing } from "../machine/listing.ts";
import { createMemoryFile } from "../system/memory_file.ts";
import { errnoName, ESRCH, type NativeBuffer, type System, SystemCallError } from "../system/system.ts";
import { MOST_RECORDS, ORDERS, ORDERS_SIZE, RECORD_SIZE } from "./orders.ts";
import { RESTRICT_HANDLER } from "./restrict_handler_code.ts";
import type { Thread, ThreadList } from "./threads.ts";

/** The signal each C library keeps for making `setuid` process-wide, which is what we use it for: no thread can
 * block it through libc. glibc: `SIGSETXID` in `sysdeps/unix/sysv/linux/internal-signals.h`; musl: `SIGSYNCCALL` in
 * `src/internal/pthread_impl.h`. */
const SET_ID_SIGNAL = { glibc: 33, musl: 34 };

/** `struct sigaction` of the kernel: handler, flags, restorer, mask. */
const SIGACTION_SIZE = 32;
const SIGNAL_SET_SIZE = 8;
const SA_SIGINFO = 0x4;
const SA_RESTORER = 0x04000000;
const SA_ONSTACK = 0x08000000;
const SA_RESTART = 0x10000000;

const PROT_READ = 1;
const PROT_EXEC = 4;
const MAP_PRIVATE = 2;
const MFD_CLOEXEC = 1;
const PAGE_SIZE = 4096;

/** How long a thread may take to answer. It answers within microseconds unless it is in an uninterruptible
 * sleep. */
const DEADLINE_MILLISECONDS = 5000;
/** Listings in a row that must show no new thread before we are done. */
const QUIET_LISTINGS = 2;

/** Machine code and its orders, once made kept for good: a thread may still be leaving the handler. */
interface Handler {
  readonly entry: number;
  readonly restorer: number;
  readonly orders: NativeBuffer;
}

let handler: Handler | undefined;

/** How long a thread may keep the signal blocked before it counts as out of reach. glibc and musl block every
 * signal, this one too, for the moments in which a thread begins, ends or spawns; on a busy machine those take long. */
const BLOCKED_MILLISECONDS = 5000;

/** Why threads cannot be reached by signal, if they cannot; prepares the handler otherwise. Restricts nothing. */
export function obstacleToBroadcast(
  system: System,
  runtime: Runtime,
  threads: ThreadList,
  described: readonly Thread[],
): string | undefined {
  const signal = SET_ID_SIGNAL[runtime.libc];
  const blocks = (thread: Thread | undefined) =>
    thread !== undefined && !thread.isIoWorker && ((thread.blocked >> BigInt(signal - 1)) & 1n) === 1n;
  const deadline = Date.now() + BLOCKED_MILLISECONDS;
  for (const { id } of described.filter(blocks)) {
    while (blocks(threads.describe(id))) {
      if (Date.now() > deadline) return `thread ${id} blocks signal ${signal}`;
      pause(system);
    }
  }
  try {
    handler ??= prepareHandler(system);
  } catch (error) {
    // SELinux, MemoryDenyWriteExecute= of systemd and seccomp filters can forbid code made at run time
    if (error instanceof SystemCallError) return error.message;
    throw error;
  }
  return undefined;
}

/** Puts the handler into memory that is never writable and executable at once, nor one after the other: the code
 * is written to a memory file and mapped from there. */
function prepareHandler(system: System): Handler {
  const orders = system.buffer(ORDERS_SIZE);
  const { labels, listing } = RESTRICT_HANDLER[system.native.architecture];
  const code = bytesOfListing(listing);
  const bytes = system.buffer(code.length);
  bytes.bytes.set(code);
  bytes.view.setBigUint64(labels.orders, BigInt(orders.address), true);
  const fd = createMemoryFile(system, "landlockdown", MFD_CLOEXEC);
  try {
    system.call("pwrite64", "landlockdown", fd, bytes.address, bytes.bytes.length, 0);
    const start = system.call(
      "mmap",
      "landlockdown",
      0,
      PAGE_SIZE,
      PROT_READ | PROT_EXEC,
      MAP_PRIVATE,
      fd,
      0,
    );
    return { entry: start + labels.handler, restorer: start + labels.restorer, orders };
  } finally {
    system.attempt("close", fd);
  }
}

/** What {@linkcode broadcast} works with. */
export interface BroadcastInput {
  readonly system: System;
  readonly runtime: Runtime;
  readonly threads: ThreadList;
  /** The threads as they were before. */
  readonly described: readonly Thread[];
  readonly ruleset: number;
  /** Flags for `landlock_restrict_self`. */
  readonly flags: number;
  /** Restricts the calling thread, or throws before anything is applied. */
  readonly restrictMain: () => void;
}

/** Makes every thread of the process restrict itself, as libc makes `setuid` hold for all of them.
 *
 * The calling thread goes first: if its layers are used up, the error comes before any other is touched. Then
 * every thread gets the signal; each restricts itself in the handler and leaves a record. A thread made meanwhile
 * by one that had not yet answered shows in the next listing, so listing goes on until nothing new turns up, and
 * the number of threads is the kernel's.
 *
 * @returns how many threads are restricted
 * @throws LockdownError `MIXED_STATE` if a thread does not answer or cannot be restricted
 */
export function broadcast(input: BroadcastInput): number {
  const { system, runtime, threads } = input;
  const signal = SET_ID_SIGNAL[runtime.libc];
  const { entry, restorer, orders } = handler as Handler;
  orders.bytes.fill(0);
  orders.view.setInt32(ORDERS.ruleset, input.ruleset, true);
  orders.view.setUint32(ORDERS.flags, input.flags, true);

  const self = system.call("getpid", "getpid");
  const ioWorkers = new Map(input.described.map((thread) => [thread.id, thread.isIoWorker]));
  const signalled = new Set<number>();
  const previous = replaceAction(system, signal, encodeAction(system, entry, restorer));
  try {
    input.restrictMain();
    const start = Date.now();
    let resent = false;
    for (let quiet = 0; quiet < QUIET_LISTINGS;) {
      const { ids, complete } = threads.ids();
      const others = ids.filter((id) => id !== self && !isIoWorker(id, threads, ioWorkers));
      const strangers = others.filter((id) => !signalled.has(id));
      for (const id of strangers) {
        const result = system.attempt("tgkill", self, id, signal);
        // ESRCH: it has ended since the listing
        if (result < 0 && result !== -ESRCH) {
          throw mixedState(`thread ${id} cannot be signalled: ${errnoName(-result)}`);
        }
        signalled.add(id);
      }
      const answers = readAnswers(orders);
      const failed = [...answers].find(([, result]) => result !== 0);
      if (failed !== undefined) throw mixedState(`thread ${failed[0]} was refused: ${errnoName(-failed[1])}`);
      const waiting = others.filter((id) => !answers.has(id));
      if (waiting.length === 0 && complete) {
        quiet++;
        continue;
      }
      quiet = 0;
      const elapsed = Date.now() - start;
      if (elapsed > DEADLINE_MILLISECONDS) throw mixedState(`thread ${waiting[0] ?? "?"} does not answer`);
      if (elapsed > DEADLINE_MILLISECONDS / 2 && !resent) {
        // An id may have been taken over by a new thread before the old one got its signal
        for (const id of waiting) signalled.delete(id);
        resent = true;
      }
      if (strangers.length === 0) pause(system);
    }
    return 1 + readAnswers(orders).size;
  } finally {
    replaceAction(system, signal, previous);
  }
}

/** io_uring's worker threads take no signals and act with the credentials of whoever submits. */
function isIoWorker(id: number, threads: ThreadList, known: Map<number, boolean>): boolean {
  if (!known.has(id)) {
    try {
      known.set(id, threads.describe(id)?.isIoWorker ?? false);
    } catch (error) {
      throw mixedState((error as Error).message);
    }
  }
  return known.get(id) as boolean;
}

function encodeAction(system: System, entry: number, restorer: number): NativeBuffer {
  const action = system.buffer(SIGACTION_SIZE);
  action.view.setBigUint64(0, BigInt(entry), true);
  action.view.setBigUint64(8, BigInt(SA_SIGINFO | SA_RESTORER | SA_ONSTACK | SA_RESTART), true);
  action.view.setBigUint64(16, BigInt(restorer), true);
  action.view.setBigUint64(24, 2n ** 64n - 1n, true); // No other signal interrupts the handler
  return action;
}

/** Sets an action past libc, which refuses its own signals, and returns the one before. */
function replaceAction(system: System, signal: number, action: NativeBuffer): NativeBuffer {
  const previous = system.buffer(SIGACTION_SIZE);
  system.call("rt_sigaction", `signal ${signal}`, signal, action.address, previous.address, SIGNAL_SET_SIZE);
  return previous;
}

/** Thread ids and what the kernel told them. A record may be half written: its id comes first and is zero until
 * then, so only as many as are through are read. */
function readAnswers(orders: NativeBuffer): Map<number, number> {
  const words = new Int32Array(orders.bytes.buffer);
  const answers = new Map<number, number>();
  // Atomic: other threads write here meanwhile
  if (Atomics.load(words, ORDERS.done / 4) !== Atomics.load(words, ORDERS.taken / 4)) return answers;
  const count = Math.min(Atomics.load(words, ORDERS.done / 4), MOST_RECORDS);
  for (let index = 0; index < count; index++) {
    const at = (ORDERS.records + index * RECORD_SIZE) / 4;
    answers.set(Atomics.load(words, at), Atomics.load(words, at + 1));
  }
  return answers;
}

const PAUSE_NANOSECONDS = 20_000n;

/** Gives other threads the processor for a moment. */
function pause(system: System): void {
  const time = system.scratch;
  time.view.setBigUint64(0, 0n, true);
  time.view.setBigUint64(8, PAUSE_NANOSECONDS, true);
  system.attempt("nanosleep", time.address, 0);
}

function mixedState(what: string): LockdownError {
  return new LockdownError(
    "MIXED_STATE",
    `Cannot restrict every thread: ${what}. Some threads are restricted and some are not: end this process, and ` +
      'start it again with threads: "reexec"',
  );
}
