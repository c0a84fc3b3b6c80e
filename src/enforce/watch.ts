import { sealClass } from "../javascript/seal_class.ts";
import { type Activity, isEnding, type ThreadList } from "./threads.ts";

/** Tells milliseconds that have passed; a test has a clock of its own. */
export type Clock = () => number;

/** What a round counts for at the most: in a longer one this process itself did not get on. */
const LONGEST_ROUND_MILLISECONDS = 50;
/** How often a thread is looked at. */
const LOOK_MILLISECONDS = 20;
/** C libraries block every signal for the moments in which a thread begins, ends or spawns. One that had the processor
 * this often, or for this long, and still blocks the signal means to. */
const MOST_SWITCHES_BLOCKED = 1000;
const MOST_TICKS_BLOCKED = 100;

/** Watches a thread that is waited for. On a busy machine anything may take any time: what counts is not time, but
 * time in which the thread stands still although it could get on. */
export class Watch {
  readonly #threads: Pick<ThreadList, "activity">;
  readonly #id: number;
  readonly #signal: bigint;
  readonly #limit: number;
  readonly #clock: Clock;
  #round: number;
  #nextLook: number;
  #silence = 0;
  #first: Activity | undefined;
  #last: Activity | undefined;
  #looksWithout = 0;

  /**
   * @param signal the signal that it is to take
   * @param limit milliseconds that it may show no sign of life
   */
  constructor(
    threads: Pick<ThreadList, "activity">,
    id: number,
    signal: number,
    limit: number,
    clock: Clock,
  ) {
    this.#threads = threads;
    this.#id = id;
    this.#signal = 1n << BigInt(signal - 1);
    this.#limit = limit;
    this.#clock = clock;
    this.#round = clock();
    this.#nextLook = this.#round + LOOK_MILLISECONDS;
  }

  /** Whether the thread has shown no sign of life for too long. To be asked in every round of waiting. */
  isSilent(): boolean {
    const now = this.#clock();
    this.#silence += Math.min(now - this.#round, LONGEST_ROUND_MILLISECONDS);
    this.#round = now;
    if (now >= this.#nextLook) {
      this.#nextLook = now + LOOK_MILLISECONDS;
      this.#look();
    }
    return this.#silence > this.#limit;
  }

  /** Whether the signal is not there any more, although the thread has not taken it: a new thread has the id now. */
  hasLostSignal(): boolean {
    return this.#looksWithout >= 2;
  }

  /** Whether the thread was seen ending. */
  isEnding(): boolean {
    return this.#last !== undefined && isEnding(this.#last);
  }

  #look(): void {
    const seen = this.#threads.activity(this.#id);
    if (seen === undefined) return;
    const blocks = (seen.blocked & this.#signal) !== 0n;
    // While a thread is in the handler it blocks every signal
    this.#looksWithout = blocks || (seen.pending & this.#signal) !== 0n ? 0 : this.#looksWithout + 1;
    const last = this.#last ?? seen;
    const first = this.#first ??= seen;
    this.#last = seen;
    const moved = seen.state === "R" || seen.switches !== last.switches || seen.ticks !== last.ticks;
    const hadItsTurn = seen.switches - first.switches > MOST_SWITCHES_BLOCKED ||
      seen.ticks - first.ticks > MOST_TICKS_BLOCKED;
    if (moved && !(blocks && hadItsTurn)) this.#silence = 0;
  }
}

sealClass(Watch);
