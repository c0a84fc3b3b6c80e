import type { Runtime } from "../../runtimes/runtime.ts";
import { LockdownError } from "../errors.ts";
import { bytesOfHex } from "../linux/bytes.ts";
import type { CapabilitySets } from "../linux/capabilities.ts";
import { errnoName, ESRCH } from "../linux/errno.ts";
import {
  MAP_PRIVATE,
  MFD_CLOEXEC,
  PROT_EXEC,
  PROT_READ,
  SA_ONSTACK,
  SA_RESTART,
  SA_RESTORER,
  SA_SIGINFO,
} from "../linux/flags.ts";
import { createMemoryFile } from "../linux/memory_file.ts";
import { sleep } from "../linux/sleep.ts";
import { SIGACTION, SIGNAL_SET_SIZE } from "../linux/structs.ts";
import { type NativeBuffer, type System, SystemCallError } from "../linux/system.ts";
import { Answers } from "./answers.ts";
import * as arm64 from "./generated/restrict_handler_arm64.ts";
import * as x86_64 from "./generated/restrict_handler_x86_64.ts";
import { isMarked, type Mark, markFor, markSelf } from "./mark.ts";
import { ORDERS, ORDERS_SIZE } from "./orders.ts";
import {
  isComplete,
  isEnding,
  isIoWorker,
  type Thread,
  type ThreadList,
  type ThreadStat,
} from "./threads.ts";
import { type Clock, Watch } from "./watch.ts";

/** The signal each C library keeps for making `setuid` process-wide, which is what we use it for: no thread can
 * block it through libc. glibc: `SIGSETXID` in `sysdeps/unix/sysv/linux/internal-signals.h`; musl: `SIGSYNCCALL` in
 * `src/internal/pthread_impl.h`. */
const SET_ID_SIGNAL = { glibc: 33, musl: 34 };

const PAGE_SIZE = 4096;

/** How long a thread that has the signal may show no sign of life. It answers within microseconds unless it gets no
 * processor, which a {@linkcode Watch} does not count, or is in an uninterruptible sleep. */
const SILENCE_MILLISECONDS = 10_000;
/** The same for one that blocks the signal before anything has been done, when there is another way. */
const BLOCKED_MILLISECONDS = 5_000;

/** Machine code and its orders, once made kept for good: a thread may still be leaving the handler. */
interface Handler {
  readonly entry: number;
  readonly restorer: number;
  readonly orders: NativeBuffer;
}

let handler: Handler | undefined;

const CODES = { x86_64, arm64 };

/** The threads of the process, as far as {@linkcode broadcast} asks about them. */
export type Threads = Pick<ThreadList, "ids" | "describe" | "stat" | "activity">;

/** Why threads cannot be reached by signal, if they cannot; prepares the handler otherwise. Restricts nothing. */
export function obstacleToBroadcast(
  system: System,
  runtime: Runtime,
  threads: Threads,
  described: readonly Thread[],
  clock: Clock = () => performance.now(),
): string | undefined {
  const signal = SET_ID_SIGNAL[runtime.libc];
  const blocks = (thread: Thread | undefined) =>
    thread !== undefined && !thread.isIoWorker && ((thread.blocked >> BigInt(signal - 1)) & 1n) === 1n;
  for (const { id } of described.filter(blocks)) {
    const watch = new Watch(threads, id, signal, BLOCKED_MILLISECONDS, clock);
    for (let pauses = 0; blocks(threads.describe(id)); pauses++) {
      if (watch.isSilent()) return `thread ${id} blocks signal ${signal}`;
      pause(system, pauses);
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
  const { CODE, HANDLER, RESTORER, ORDERS: ADDRESS } = CODES[system.native.architecture];
  const code = bytesOfHex(CODE);
  const bytes = system.buffer(code.length);
  bytes.bytes.set(code);
  bytes.view.setBigUint64(ADDRESS, BigInt(orders.address), true);
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
    return { entry: start + HANDLER, restorer: start + RESTORER, orders };
  } finally {
    system.attempt("close", fd);
  }
}

/** What {@linkcode broadcast} works with. */
export interface BroadcastInput {
  readonly system: System;
  readonly runtime: Runtime;
  readonly threads: Threads;
  /** The threads as they were before. */
  readonly described: readonly Thread[];
  /** Descriptor of the ruleset; `undefined` where the threads are in its domain already. */
  readonly ruleset: number | undefined;
  /** Flags for `landlock_restrict_self`. */
  readonly flags: number;
  /** Capabilities that each thread keeps; `undefined` for all. */
  readonly capabilities: CapabilitySets | undefined;
  /** Restricts the calling thread, or throws before anything is applied. */
  readonly restrictMain: () => void;
  readonly clock?: Clock;
}

/** Makes every thread of the process restrict itself, as libc makes `setuid` hold for all of them.
 *
 * The calling thread goes first: if its layers are used up, the error comes before any other is touched. Then
 * every thread gets the signal; each restricts itself in the handler and leaves a record. A thread made meanwhile
 * shows in the next listing. If one made it that was restricted already, it has the mark and is left alone; else it
 * gets the signal too.
 *
 * It ends with a complete listing of threads that were all restricted before it began: whatever thread is not in it was
 * made later, by one of them.
 *
 * @returns how many threads there are, all restricted
 * @throws LockdownError `MIXED_STATE` if a thread cannot be restricted, or does not answer and does nothing else either
 */
export function broadcast(input: BroadcastInput): number {
  const { system, runtime, threads, described, clock = () => performance.now() } = input;
  const signal = SET_ID_SIGNAL[runtime.libc];
  const { entry, restorer, orders } = handler as Handler;
  writeOrders(orders, input);
  const self = system.call("getpid", "getpid");
  const answers = new Answers(orders);
  const before = new Set(described.map(({ id }) => id));
  /** Threads that need not be restricted: io_uring's workers act with the credentials of whoever submits and take no
   * signals, and those that are ending do nothing any more. */
  const exempt = new Set(described.filter(({ isIoWorker }) => isIoWorker).map(({ id }) => id));
  const restricted = new Set([self]);
  /** Threads that have got the signal and not answered yet. */
  const asked = new Map<number, Watch>();
  const previous = replaceAction(system, signal, encodeAction(system, entry, restorer));
  try {
    input.restrictMain();
    let mark = markFor(described);
    if (mark !== undefined && !markSelf(system, mark, () => threads.stat(self))) mark = undefined;
    orders.view.setInt32(ORDERS.mark, mark?.policy ?? 0, true);

    const needOf = (id: number) =>
      before.has(id) ? "the signal" : needOfNew(id, threads.stat(id), mark, exempt, restricted);
    /** The last listing, if all threads in it were restricted before it began. */
    let last: readonly number[] | undefined;
    for (let pauses = 0;;) {
      const ids = threads.ids();
      if (last !== undefined && isComplete(last, ids)) return restricted.size;
      forgetEnded(system, self, new Set(ids), [before, exempt, restricted, asked]);
      const needs = ids.filter((id) => !restricted.has(id) && !exempt.has(id) && !asked.has(id))
        .map((id) => ({ id, need: needOf(id) }))
        .filter(({ need }) => need !== "nothing");
      last = needs.length === 0 && asked.size === 0 ? ids : undefined;
      if (last !== undefined) continue;

      for (const { id, need } of needs) {
        // It may have made another thread before it began to end: that shows in the next listing
        if (need === "to end") exempt.add(id);
        if (need === "to end" || !answers.hasRoom(asked.size)) continue;
        const result = system.attempt("tgkill", self, id, signal);
        if (result === -ESRCH) continue; // It has ended since the listing
        if (result < 0) throw mixedState(`thread ${id} cannot be signalled: ${errnoName(-result)}`);
        asked.set(id, new Watch(threads, id, signal, SILENCE_MILLISECONDS, clock));
      }
      const answered = takeAnswers(answers, restricted, asked);
      dropEnded(asked, exempt);
      pauses = needs.length > 0 || answered > 0 ? 0 : pauses + 1;
      if (asked.size > 0) pause(system, pauses);
    }
  } finally {
    // The action before would end the process if the signal reached a thread after all
    if (asked.size === 0) replaceAction(system, signal, previous);
  }
}

/** Decides what a thread needs that was not there before. */
function needOfNew(
  id: number,
  stat: ReturnType<Threads["stat"]>,
  mark: Mark | undefined,
  exempt: Set<number>,
  restricted: Set<number>,
): "nothing" | "to end" | "the signal" {
  if (stat === undefined) return "the signal";
  if (isEnding(stat)) return "to end";
  if (isWorkerOfIoUring(stat)) exempt.add(id);
  else if (mark !== undefined && isMarked(stat, mark)) restricted.add(id);
  else return "the signal";
  return "nothing";
}

function writeOrders(orders: NativeBuffer, { ruleset, flags, capabilities }: BroadcastInput): void {
  orders.bytes.fill(0);
  orders.view.setInt32(ORDERS.ruleset, ruleset ?? -1, true);
  orders.view.setUint32(ORDERS.flags, flags, true);
  if (capabilities === undefined) return;
  orders.view.setUint32(ORDERS.dropsCapabilities, 1, true);
  orders.bytes.set(capabilities.bytes, ORDERS.capabilities);
}

/** Notes which threads have restricted themselves, and returns how many have since the last time. */
function takeAnswers(answers: Answers, restricted: Set<number>, asked: Map<number, Watch>): number {
  const answered = answers.read();
  for (const { thread, result } of answered) {
    if (result !== 0) throw mixedState(`thread ${thread} was refused: ${errnoName(-result)}`);
    restricted.add(thread);
    asked.delete(thread);
  }
  return answered.length;
}

/** Stops waiting for threads that are ending, or that have ended and left their id to another. */
function dropEnded(asked: Map<number, Watch>, exempt: Set<number>): void {
  for (const [id, watch] of asked) {
    if (watch.isSilent()) throw mixedState(`thread ${id} does not answer`);
    if (watch.isEnding()) exempt.add(id);
    if (watch.isEnding() || watch.hasLostSignal()) asked.delete(id);
  }
}

/** Forgets threads that have ended, so that a new one with the same id is not taken for one of them. */
function forgetEnded(
  system: System,
  self: number,
  listed: ReadonlySet<number>,
  known: readonly (Set<number> | Map<number, unknown>)[],
): void {
  for (const ids of known) {
    for (const id of ids.keys()) {
      // A thread may be missing in a listing that was cut short
      if (!listed.has(id) && system.attempt("tgkill", self, id, 0) === -ESRCH) ids.delete(id);
    }
  }
}

/** Whether a thread is one of io_uring's workers; now that others are restricted, a thread that cannot be is another
 * error. */
function isWorkerOfIoUring(thread: ThreadStat): boolean {
  try {
    return isIoWorker(thread);
  } catch (error) {
    throw mixedState((error as Error).message);
  }
}

function encodeAction(system: System, entry: number, restorer: number): NativeBuffer {
  const action = system.buffer(SIGACTION.size);
  action.view.setBigUint64(SIGACTION.handler, BigInt(entry), true);
  action.view.setBigUint64(SIGACTION.flags, BigInt(SA_SIGINFO | SA_RESTORER | SA_ONSTACK | SA_RESTART), true);
  action.view.setBigUint64(SIGACTION.restorer, BigInt(restorer), true);
  action.view.setBigUint64(SIGACTION.mask, 2n ** 64n - 1n, true); // No other signal interrupts the handler
  return action;
}

/** Sets an action past libc, which refuses its own signals, and returns the one before. */
function replaceAction(system: System, signal: number, action: NativeBuffer): NativeBuffer {
  const previous = system.buffer(SIGACTION.size);
  system.call("rt_sigaction", `signal ${signal}`, signal, action.address, previous.address, SIGNAL_SET_SIZE);
  return previous;
}

const SHORTEST_PAUSE_NANOSECONDS = 20_000;
const LONGEST_PAUSE_NANOSECONDS = 640_000;

/** Gives other threads the processor for a moment, which grows with the number of pauses before in which nothing
 * happened. */
function pause(system: System, pauses: number): void {
  sleep(system, Math.min(SHORTEST_PAUSE_NANOSECONDS * 2 ** (pauses >> 3), LONGEST_PAUSE_NANOSECONDS));
}

function mixedState(what: string): LockdownError {
  return new LockdownError(
    "MIXED_STATE",
    `Cannot restrict every thread: ${what}. Some threads are restricted and some are not`,
    { remedy: 'End this process, and start it again with threads: "reexec"' },
  );
}
