import {
  add,
  and,
  type Condition,
  fetchAdd32,
  jumpIf,
  label,
  load32,
  load64,
  load8,
  loadSigned32,
  move,
  type Operation,
  type Program,
  type Register,
  set,
  shiftLeft,
  shiftRight,
  store32,
  store64,
  store8,
  subtract,
  syscall,
} from "../../src/machine/program.ts";

/** Registers that a random program uses. */
export const REGISTERS: readonly Register[] = ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "result"];

/** Repeatable random numbers: mulberry32. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** An integer from 0 to `limit - 1`. */
  below(limit: number): number {
    this.#state = this.#state + 0x6d2b79f5 | 0;
    let mixed = Math.imul(this.#state ^ this.#state >>> 15, 1 | this.#state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return Math.floor(((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32 * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  register(): Register {
    return this.pick(REGISTERS);
  }

  /** A signed 32-bit integer; often small, often at the edge of an encoding. */
  integer32(): number {
    const edge = this.pick([0, 127, 128, 255, 256, 4095, 4096, 65535, 65536, 2 ** 31 - 1]);
    return this.pick([this.below(2 ** 32) | 0, this.below(512) - 256, edge, -edge, ~edge]) | 0;
  }

  /** A 64-bit integer, signed or not, of any length. */
  integer64(): bigint {
    const bits = BigInt(this.below(2 ** 32)) << 32n | BigInt(this.below(2 ** 32));
    const short = bits >> BigInt(this.below(64));
    return this.pick([short, -short >> 1n, ~bits >> 1n, BigInt(this.integer32())]);
  }
}

/** Memory that a random program may use. */
export interface Area {
  readonly address: number;
  /** In bytes, a multiple of 8. */
  readonly size: number;
}

/** `length` random steps without a loop: arithmetic, jumps over one operation, memory accesses in an area, and
 * system calls that fail the same way everywhere. */
export function randomProgram(random: Random, length: number, area: Area, name: string): Program {
  return Array.from({ length }, (_, index) => randomStep(random, area, `${name} ${index}`)).flat();
}

function randomStep(random: Random, area: Area, name: string): Operation[] {
  switch (random.below(4)) {
    case 0:
      return [randomArithmetic(random)];
    case 1:
      return randomMemoryAccess(random, area);
    case 2: {
      const operand = random.pick([random.register(), random.integer32()]);
      const condition = random.pick<Condition>(["equal", "notEqual", "below", "less"]);
      return [jumpIf(random.register(), condition, operand, name), randomArithmetic(random), label(name)];
    }
    default: {
      const others = Array.from(
        { length: random.below(6) },
        () => random.pick([random.register(), random.integer64()]),
      );
      return [syscall("close", [-1, ...others])];
    }
  }
}

function randomArithmetic(random: Random): Operation {
  const to = random.register();
  const by = random.pick([random.register(), random.integer32()]);
  switch (random.below(7)) {
    case 0:
      return set(to, random.integer64());
    case 1:
      return move(to, random.register());
    case 2:
      return add(to, by);
    case 3:
      return subtract(to, by);
    case 4:
      return and(to, by);
    case 5:
      return shiftLeft(to, 1 + random.below(63));
    default:
      return shiftRight(to, 1 + random.below(63));
  }
}

/** The base is set first, anywhere from which the offset leads to a place within the area. */
function randomMemoryAccess(random: Random, area: Area): Operation[] {
  const base = random.register();
  const register = random.register();
  const offset = random.pick([0, 8, 64, 120, 128, 248, 256, 1024, 4080, -8, -128, -136, -256]);
  const place = (size: number) => set(base, area.address + random.below(area.size / size) * size - offset);
  switch (random.below(8)) {
    case 0:
      return [place(1), load8(register, base, offset)];
    case 1:
      return [place(4), load32(register, base, offset)];
    case 2:
      return [place(4), loadSigned32(register, base, offset)];
    case 3:
      return [place(8), load64(register, base, offset)];
    case 4:
      return [place(1), store8(register, base, offset)];
    case 5:
      return [place(4), store32(register, base, offset)];
    case 6:
      return [place(8), store64(register, base, offset)];
    default:
      return [
        place(4),
        fetchAdd32(register, base, offset, random.pick([random.register(), random.integer32()])),
      ];
  }
}
