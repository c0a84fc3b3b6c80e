import { sealClass } from "../javascript/seal_class.ts";
import type { NativeBuffer } from "../linux/system.ts";
import { MOST_RECORDS, ORDERS } from "./orders.ts";

/** A thread that ran the handler, and what the kernel answered it: 0 or a negated errno. */
export interface Answer {
  readonly thread: number;
  readonly result: number;
}

/** Reads the records that threads leave in the orders. Records are used again in turn, so there may be any number of
 * answers, as long as {@linkcode hasRoom} is asked before each signal. */
export class Answers {
  readonly #records: BigInt64Array<ArrayBuffer>;
  readonly #words: Int32Array<ArrayBuffer>;
  /** Records taken so far, and those among them that have not been written when last looked at. */
  #taken = 0;
  #open: number[] = [];

  constructor(orders: NativeBuffer) {
    this.#words = new Int32Array(orders.bytes.buffer);
    this.#records = new BigInt64Array(orders.bytes.buffer, ORDERS.records, MOST_RECORDS);
  }

  /** Answers that came since the last time. Atomic: other threads write here meanwhile. */
  read(): Answer[] {
    const taken = Atomics.load(this.#words, ORDERS.taken / Int32Array.BYTES_PER_ELEMENT) >>> 0;
    while (this.#taken < taken) this.#open.push(this.#taken++);
    const answers: Answer[] = [];
    this.#open = this.#open.filter((index) => {
      const record = Atomics.exchange(this.#records, index % MOST_RECORDS, 0n);
      if (record === 0n) return true;
      answers.push({ thread: Number(BigInt.asIntN(32, record)), result: Number(record >> 32n) });
      return false;
    });
    return answers;
  }

  /** Whether one more thread can be signalled so that every answer still finds a record that has been read.
   *
   * @param asked how many were signalled and have not answered
   */
  hasRoom(asked: number): boolean {
    return this.#taken - (this.#open[0] ?? this.#taken) + asked < MOST_RECORDS / 2;
  }
}

sealClass(Answers);
