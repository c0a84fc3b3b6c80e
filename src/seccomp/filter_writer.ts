import { CODE, type Instruction, plain } from "./instruction.ts";
import { sealClass } from "../javascript/seal_class.ts";

/** Where an instruction is, counted from the filter's end. */
export type Place = number;

/** How far a comparison leads: `jt` and `jf` are bytes. One less, for a jump may come between it and the first of the
 * two places it leads to. */
const FARTHEST = 254;

/** Writes a filter from its last instruction to its first: jumps only lead forward, so what they lead to is there
 * already, and what is alike is written once. */
export class FilterWriter {
  /** The last one first. */
  readonly #written: Instruction[] = [];
  /** What was written, by what it does and where it leads. */
  readonly #places: Map<string, Place> = new Map();

  /** An answer. */
  answer(value: number): Place {
    return this.#once(`answer ${value}`, () => plain(CODE.answer, value));
  }

  /** A comparison of the accumulator with a number. */
  compare(code: number, k: number, yes: Place, no: Place): Place {
    if (yes === no) return yes;
    return this.#once(`${code} ${k} ${yes} ${no}`, () => {
      const [onYes, onNo] = [this.#near(yes), this.#near(no)];
      return { code, k, jt: this.#distance(onYes), jf: this.#distance(onNo) };
    });
  }

  /** An instruction that does not jump, and what comes after it. */
  before({ code, k }: Instruction, next: Place): Place {
    return this.#once(`${code} ${k} ${next}`, () => {
      const distance = this.#distance(next);
      if (distance > 0) this.#written.push(plain(CODE.jump, distance));
      return plain(code, k);
    });
  }

  /** All of it, the first one first. */
  program(): Instruction[] {
    return this.#written.toReversed();
  }

  #once(key: string, make: () => Instruction): Place {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#written.push(make()) - 1;
    this.#places.set(key, place);
    return place;
  }

  /** How many instructions the next one that is written would skip. */
  #distance(place: Place): number {
    return this.#written.length - place - 1;
  }

  /** The place, or a jump to it if it is too far away for a comparison. */
  #near(place: Place): Place {
    if (this.#distance(place) <= FARTHEST) return place;
    const key = `near ${place}`;
    const known = this.#places.get(key);
    if (known !== undefined && this.#distance(known) <= FARTHEST) return known;
    const relay = this.#written.push(plain(CODE.jump, this.#distance(place))) - 1;
    this.#places.set(key, relay);
    return relay;
  }
}

sealClass(FilterWriter);
