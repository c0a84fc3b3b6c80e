/** What the walker says of its acts. */
export interface Deeds {
  /** By number of the act: `"ok"` or an errno. */
  readonly results: ReadonlyMap<number, string>;
  /** Marks that it has read. */
  readonly got: readonly Mark[];
  /** Marks of programs that it has executed. */
  readonly ran: readonly Mark[];
  /** Whether it came to its end. */
  readonly ended: boolean;
}

/** A mark and where it was found. */
export interface Mark {
  readonly act: number;
  readonly mark: string;
  readonly place: string;
}

/** Reads the walker's output. */
export function readOutput(output: string | null | undefined): Deeds {
  const results = new Map<number, string>();
  const got: Mark[] = [];
  const ran: Mark[] = [];
  const lines = (output ?? "").split("\n");
  for (const line of lines) {
    const [number, word, mark, place] = line.split("\t");
    if (word === undefined) continue;
    const act = Number(number);
    if (word === "got" || word === "ran") {
      (word === "got" ? got : ran).push({ act, mark: mark ?? "", place: place ?? "" });
    } else results.set(act, word);
  }
  return { results, got, ran, ended: lines.includes("end") };
}
