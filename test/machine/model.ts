/** What operations mean, said a second time and in another way: on JavaScript's own numbers. */
import type { Operand, Program, Register } from "../../src/machine/program.ts";
import { type Area, REGISTERS } from "./random_program.ts";

const EBADF = 9n;

/** Runs straight-line programs with forward jumps, and takes every system call for one on a bad descriptor. */
export class Model {
  readonly registers = Object.fromEntries(REGISTERS.map((name) => [name, 0n])) as Record<Register, bigint>;
  readonly memory: DataView;
  readonly #address: number;

  constructor({ address, size }: Area) {
    this.#address = address;
    this.memory = new DataView(new ArrayBuffer(size));
  }

  run(program: Program): void {
    for (let at = 0; at < program.length; at++) {
      const operation = program[at];
      switch (operation?.op) {
        case "set":
          this.#write(operation.to, operation.value);
          break;
        case "move":
          this.#write(operation.to, this.registers[operation.from]);
          break;
        case "add":
          this.#write(operation.to, this.registers[operation.to] + this.#value(operation.by));
          break;
        case "subtract":
          this.#write(operation.to, this.registers[operation.to] - this.#value(operation.by));
          break;
        case "and":
          this.#write(operation.to, this.registers[operation.to] & this.#value(operation.by));
          break;
        case "shiftLeft":
          this.#write(operation.to, this.registers[operation.to] << BigInt(operation.by));
          break;
        case "shiftRight":
          this.#write(operation.to, this.registers[operation.to] >> BigInt(operation.by));
          break;
        case "load": {
          const place = this.#place(operation.base, operation.offset);
          if (operation.width === 64) this.#write(operation.to, this.memory.getBigUint64(place, true));
          else if (operation.width === 8) this.#write(operation.to, BigInt(this.memory.getUint8(place)));
          else if (operation.signed) this.#write(operation.to, BigInt(this.memory.getInt32(place, true)));
          else this.#write(operation.to, BigInt(this.memory.getUint32(place, true)));
          break;
        }
        case "store": {
          const place = this.#place(operation.base, operation.offset);
          const value = this.registers[operation.from];
          if (operation.width === 64) this.memory.setBigUint64(place, value, true);
          else if (operation.width === 8) this.memory.setUint8(place, Number(value & 0xffn));
          else this.memory.setUint32(place, Number(value & 0xffff_ffffn), true);
          break;
        }
        case "fetchAdd": {
          const place = this.#place(operation.base, operation.offset);
          const old = BigInt(this.memory.getUint32(place, true));
          this.memory.setUint32(place, Number(BigInt.asUintN(32, old + this.#value(operation.by))), true);
          this.#write(operation.to, old);
          break;
        }
        case "jumpIf": {
          const left = this.registers[operation.left];
          const right = BigInt.asUintN(64, this.#value(operation.right));
          const holds = {
            equal: left === right,
            notEqual: left !== right,
            below: left < right,
            less: BigInt.asIntN(64, left) < BigInt.asIntN(64, right),
          }[operation.condition];
          const { target } = operation;
          if (holds) at = program.findIndex((other) => other.op === "label" && other.name === target);
          break;
        }
        case "syscall":
          this.#write("result", -EBADF);
          break;
        case "label":
          break;
        default:
          throw new Error(`BUG(test): the model does not know "${operation?.op}"`);
      }
    }
  }

  #write(to: Register, value: bigint): void {
    this.registers[to] = BigInt.asUintN(64, value);
  }

  #value(operand: Operand): bigint {
    return typeof operand === "number" ? BigInt(operand) : this.registers[operand];
  }

  #place(base: Register, offset: number): number {
    return Number(this.registers[base]) + offset - this.#address;
  }
}
