import type { Architecture } from "../linux/architecture.ts";
import { errnoName } from "../linux/errno.ts";
import { syscallNames } from "../linux/syscalls.ts";
import { AUDIT_ARCHITECTURE } from "./compile.ts";
import { ALLOW, CODE, DATA, type Instruction, REFUSE } from "./instruction.ts";

/** A filter for people, a line for each instruction: `012  if number >= 41 (socket) go to 030`. */
export function listFilter(program: readonly Instruction[], architecture: Architecture): string[] {
  const names = syscallNames(architecture);
  const accumulator = loadedAt(program);
  return program.map((instruction, index) => {
    const loaded = accumulator[index] ?? "";
    const text = describe(instruction, index, loaded, (value) => {
      if (loaded === "number") return names.get(value) ?? "";
      return loaded === "architecture" && value === AUDIT_ARCHITECTURE[architecture] ? architecture : "";
    });
    return `${label(index)}  ${text}`;
  });
}

/** What the accumulator holds before each instruction. All jumps lead forward, and all that lead to one place come from
 * where it holds the same. */
function loadedAt(program: readonly Instruction[]): string[] {
  const held: string[] = [];
  program.forEach(({ code, jt, jf, k }, index) => {
    const now = code === CODE.load ? dataName(k) : held[index] ?? "";
    const offsets = code === CODE.answer ? [] : code === CODE.jump ? [k] : [jt, jf];
    for (const offset of offsets) held[index + 1 + offset] = now;
  });
  return held;
}

function describe(
  { code, jt, jf, k }: Instruction,
  index: number,
  loaded: string,
  nameOf: (value: number) => string,
): string {
  const target = (offset: number) => label(index + 1 + offset);
  if (code === CODE.load) return `load ${dataName(k)}`;
  if (code === CODE.and) return `keep bits 0x${k.toString(16)}`;
  if (code === CODE.jump) return `go to ${target(k)}`;
  if (code === CODE.answer) return answerName(k);
  const sign = code === CODE.jumpIfEqual ? "=" : ">=";
  const name = nameOf(k);
  const value = `${loaded === "number" ? k : `0x${k.toString(16)}`}${name === "" ? "" : ` (${name})`}`;
  const condition = `${loaded} ${sign} ${value}`;
  if (jt === 0) return `unless ${condition} go to ${target(jf)}`;
  return `if ${condition} go to ${target(jt)}${jf === 0 ? "" : `, else to ${target(jf)}`}`;
}

function dataName(offset: number): string {
  if (offset === DATA.number) return "number";
  if (offset === DATA.architecture) return "architecture";
  return `argument ${(offset - DATA.arguments) / 8}`;
}

function answerName(value: number): string {
  if (value === ALLOW) return "allow";
  return `refuse with ${errnoName(value & ~REFUSE)}`;
}

function label(index: number): string {
  return String(index).padStart(3, "0");
}
