import type { Runtime } from "../../runtimes/runtime.ts";
import { type BroadcastInput, obstacleToBroadcast, type Threads } from "../../src/enforce/broadcast.ts";
import { MOST_RECORDS, ORDERS, ORDERS_SIZE } from "../../src/enforce/orders.ts";
import type { Activity, Thread, ThreadStat } from "../../src/enforce/threads.ts";
import { type PortableSyscall, syscallNumber } from "../../src/linux/syscalls.ts";
import { System } from "../../src/linux/system.ts";

const SIGNAL = 33;
const SIGNAL_BIT = 1n << BigInt(SIGNAL - 1);
const ALL_SIGNALS = 2n ** 64n - 1n;
const PF_MCE_EARLY = 0x08000000;
const PF_EXITING = 0x4;
const ESRCH = 3;
/** The main thread, whose id is the process's. */
const MAIN = 1;

/** A thread of a process that is not there. */
export interface SimulatedThread {
  readonly id: number;
  restricted: boolean;
  marked: boolean;
  state: "R" | "S" | "D";
  exiting: boolean;
  switches: number;
  /** Whether it blocks every signal. */
  blocks: boolean;
  /** Whether the signal waits for it. */
  pending: boolean;
}

/** A process in which everything happens as a test says, with a clock of its own, for what is too rare or takes too long
 * in a real one. */
export class SimulatedProcess {
  readonly threads: Map<number, SimulatedThread> = new Map();
  milliseconds = 0;
  listings = 0;
  signals = 0;
  /** Whether the kernel knows the bit that marks threads. */
  hasMark = true;
  /** What happens while the calling thread waits. */
  onPause: () => void = () => {};
  /** What happens right after a signal was sent. */
  onSignal: (thread: SimulatedThread) => void = () => {};
  /** What the listing of threads shows instead of all. */
  list: () => number[] = () => [...this.threads.keys()];
  /** Signals whose action is the handler. */
  action = 0;
  #nextId = MAIN;

  constructor(others: number) {
    for (let count = 0; count <= others; count++) this.make();
  }

  /** A new thread, made by another if one is named. */
  make(by?: SimulatedThread): SimulatedThread {
    const id = this.#nextId++;
    const thread: SimulatedThread = {
      id,
      restricted: by?.restricted ?? false,
      marked: by?.marked ?? false,
      state: "S",
      exiting: false,
      switches: 0,
      blocks: false,
      pending: false,
    };
    this.threads.set(id, thread);
    return thread;
  }

  /** Another thread takes the id. */
  replace(id: number): void {
    this.threads.delete(id);
    const next = this.#nextId;
    this.#nextId = id;
    this.make();
    this.#nextId = next;
  }

  /** The thread runs the handler. */
  answer(thread: SimulatedThread, result = 0): void {
    if (!thread.pending || thread.blocks) return;
    thread.pending = false;
    if (result === 0) thread.restricted = true;
    if (result === 0 && orders.view.getInt32(ORDERS.mark, true) !== 0) thread.marked = true;
    const taken = orders.view.getUint32(ORDERS.taken, true);
    orders.view.setUint32(ORDERS.taken, taken + 1, true);
    const at = ORDERS.records + (taken % MOST_RECORDS) * 8;
    orders.view.setInt32(at + 4, result, true);
    orders.view.setInt32(at, thread.id, true);
  }

  /** All threads but the calling one. */
  others(): SimulatedThread[] {
    return [...this.threads.values()].filter(({ id }) => id !== MAIN);
  }

  /** What {@linkcode broadcast} is given. */
  input(): BroadcastInput {
    const described = [...this.threads.keys()].map((id) => this.look.describe(id) as Thread);
    current = this;
    const obstacle = obstacleToBroadcast(system, RUNTIME, this.look, described, () => this.milliseconds);
    if (obstacle !== undefined) throw new Error(obstacle);
    const restrictMain = () => {
      (this.threads.get(MAIN) as SimulatedThread).restricted = true;
    };
    const clock = () => this.milliseconds;
    return {
      system,
      runtime: RUNTIME,
      threads: this.look,
      described,
      ruleset: 3,
      flags: 0,
      capabilities: undefined,
      restrictMain,
      clock,
    };
  }

  /** Why threads cannot be reached by signal. */
  obstacle(): string | undefined {
    current = this;
    const described = [...this.threads.keys()].map((id) => this.look.describe(id) as Thread);
    return obstacleToBroadcast(system, RUNTIME, this.look, described, () => this.milliseconds);
  }

  /** Threads as procfs shows them. */
  readonly look: Threads = {
    ids: () => {
      this.listings++;
      this.milliseconds += 0.05;
      return this.list();
    },
    describe: (id) => {
      const seen = this.look.activity(id);
      return seen && { ...seen, id, isIoWorker: false, filters: 0, capabilities: "" };
    },
    stat: (id): ThreadStat | undefined => this.look.activity(id),
    activity: (id): Activity | undefined => {
      const thread = this.threads.get(id);
      if (thread === undefined) return undefined;
      return {
        name: "thread",
        state: thread.state,
        flags: (thread.marked ? PF_MCE_EARLY : 0) | (thread.exiting ? PF_EXITING : 0),
        ticks: 0,
        switches: thread.switches,
        blocked: thread.blocks ? ALL_SIGNALS : 0n,
        pending: thread.pending ? SIGNAL_BIT : 0n,
      };
    },
  };

  /** The kernel. */
  call(name: PortableSyscall | undefined, values: readonly number[]): number {
    switch (name) {
      case "getpid":
        return MAIN;
      case "tgkill": {
        const thread = this.threads.get(values[1] as number);
        if (thread === undefined) return -ESRCH;
        if (values[2] === 0) return 0;
        this.signals++;
        thread.pending = true;
        this.onSignal(thread);
        return 0;
      }
      case "prctl":
        if (this.hasMark && values[1] === 1) {
          (this.threads.get(MAIN) as SimulatedThread).marked = values[2] === 1;
        }
        return this.hasMark ? 0 : -22;
      case "rt_sigaction":
        this.action++;
        return 0;
      case "nanosleep":
        this.milliseconds += 0.1;
        this.onPause();
        return 0;
      case "mmap":
        return 0x10000;
      default:
        return 0;
    }
  }
}

const NAMES: readonly PortableSyscall[] = ["getpid", "tgkill", "prctl", "rt_sigaction", "nanosleep", "mmap"];
const BY_NUMBER = new Map(NAMES.map((name) => [syscallNumber(name, "x86_64"), name]));
const RUNTIME = { libc: "glibc" } as Runtime;

/** The process that calls come from: the handler is made once, and its orders with it. */
let current: SimulatedProcess | undefined;
let orders: { view: DataView };
const system = new System({
  architecture: "x86_64",
  syscall: (number, ...values) =>
    (current as SimulatedProcess).call(BY_NUMBER.get(number), values as number[]),
  addressOf(bytes) {
    if (bytes.length === ORDERS_SIZE) orders = { view: new DataView(bytes.buffer) };
    return 0x1000;
  },
});
