import type { Architecture } from "../linux/architecture.ts";
import { encodeArm64 } from "./arm64.ts";
import { CodeWriter, type Line } from "./code_writer.ts";
import type { Program } from "./program.ts";
import { encodeX86 } from "./x86_64.ts";

/** A program in machine code. It contains no address: it runs wherever it is put, at a multiple of 16 bytes. */
export interface Assembled {
  readonly architecture: Architecture;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each label is, in bytes from the beginning. */
  readonly labels: ReadonlyMap<string, number>;
  /** What stands where, in order and without gaps. */
  readonly listing: readonly Line[];
}

/** Turns a program into the machine code of one architecture.
 *
 * Two passes: the first measures where the labels are, the second knows. No instruction changes its size with
 * the distance to a label, so both agree.
 *
 * @example
 * ```ts
 * const program = [
 *   label("start"),
 *   syscall("write", [1, { label: "text" }, 6]),
 *   syscall("exit", [0], "whatever write said"),
 *   label("text"),
 *   zeroTerminated("hello\n"),
 * ];
 * const file = executable(assemble(program, "arm64"), { entry: "start" });
 * ```
 *
 * @throws Error if a label is missing or defined twice, or if arm64 code follows data without `align(4)`
 * @throws RangeError if a label is out of an instruction's reach (1 MiB on arm64)
 */
export function assemble(program: Program, architecture: Architecture): Assembled {
  const labels = new Map<string, number>();
  write(program, architecture, new CodeWriter(), (name, offset) => {
    if (labels.has(name)) throw new Error(`Cannot define label "${name}": it is defined already`);
    labels.set(name, offset);
  });
  const writer = new CodeWriter(labels);
  write(program, architecture, writer, () => {});
  return { architecture, bytes: writer.bytes(), labels, listing: writer.lines };
}

function write(
  program: Program,
  architecture: Architecture,
  writer: CodeWriter,
  define: (label: string, offset: number) => void,
): void {
  const encode = architecture === "x86_64" ? encodeX86 : encodeArm64;
  for (const operation of program) {
    writer.why = operation.why;
    switch (operation.op) {
      case "label":
        define(operation.name, writer.offset);
        break;
      case "data":
        if (operation.bytes.length > 0) writer.data(operation.bytes, operation.text);
        break;
      case "align": {
        const missing = -writer.offset & (operation.to - 1);
        if (missing > 0) writer.data(new Uint8Array(missing), `.balign ${operation.to}`);
        break;
      }
      default:
        encode(operation, writer);
    }
  }
}
