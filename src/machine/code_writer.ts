import { sealClass } from "../javascript/seal_class.ts";

/** One instruction, or one run of data, of an assembled program. */
export interface Line {
  /** Where it begins, in bytes from the beginning of the program. */
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** An instruction as objdump prints it (Intel syntax on x86-64) without comments, single-spaced; data as a
   * GNU assembler directive. */
  readonly text: string;
  readonly kind: "code" | "data";
  /** The comment of the operation, on the first line it became. */
  readonly why?: string;
}

/** Collects the lines of a program, and knows how far labels are. */
export class CodeWriter {
  /** What was written so far. */
  readonly lines: Line[] = [];
  /** Where the next byte goes, in bytes from the beginning. */
  offset = 0;
  /** Goes to the next line that is written, once. */
  why: string | undefined = undefined;
  readonly #labels: ReadonlyMap<string, number> | undefined;

  /** Without `labels` it is a first pass that only measures: then every label counts as being right here. */
  constructor(labels?: ReadonlyMap<string, number>) {
    this.#labels = labels;
  }

  /** Appends an instruction. */
  code(bytes: readonly number[], text: string): void {
    this.#append(Uint8Array.from(bytes), text, "code");
  }

  /** Appends data. */
  data(bytes: Uint8Array, text: string): void {
    this.#append(bytes, text, "data");
  }

  /** Where a label is.
   *
   * @throws Error if the program has no such label
   */
  target(label: string): number {
    if (this.#labels === undefined) return this.offset;
    const target = this.#labels.get(label);
    if (target === undefined) throw new Error(`Cannot find label "${label}": the program does not define it`);
    return target;
  }

  /** Everything written, in one piece. */
  bytes(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.offset);
    for (const { offset, bytes } of this.lines) all.set(bytes, offset);
    return all;
  }

  #append(bytes: Uint8Array, text: string, kind: Line["kind"]): void {
    const { offset, why } = this;
    this.lines.push({ offset, bytes, text, kind, ...(why === undefined ? {} : { why }) });
    this.offset += bytes.length;
    this.why = undefined;
  }
}

sealClass(CodeWriter);
