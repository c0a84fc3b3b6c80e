import { styleText } from "node:util";
import type { Job } from "./jobs.ts";
import type { Outcome } from "./run_job.ts";

const COLUMNS = 80;
const REFRESH_MILLISECONDS = 1_000;
/** How often a log says how long it will take. */
const REPEAT_MILLISECONDS = 60_000;
const INDENT = " ".repeat(10);
/** How much of the output of a file that ended badly, without a failed case, is repeated. */
const LAST_LINES = 15;

/** How far the run has come. */
export interface State {
  readonly ended: number;
  readonly total: number;
  readonly running: readonly Job[];
  /** `undefined` if too little is known. */
  readonly secondsLeft: number | undefined;
}

/** Shows a run: a line for each job that has ended, and what failed. A terminal also gets colours and a last line with
 * what is running; a log, now and then a line with how long it will take. */
export class Display {
  readonly #state: () => State;
  readonly #terminal: boolean = process.stdout.isTTY === true;
  readonly #timer: ReturnType<typeof setInterval>;
  /** Why cases were skipped: each runtime says the same, and it is shown once. */
  readonly #reasons = new Set<string>();
  readonly #failures: { readonly job: Job; readonly output: string }[] = [];

  constructor(state: () => State) {
    this.#state = state;
    const [show, every] = this.#terminal
      ? [() => this.#showLast(), REFRESH_MILLISECONDS]
      : [() => this.#showEstimate(), REPEAT_MILLISECONDS];
    this.#timer = setInterval(show, every);
  }

  /** A job has ended. Says nothing of one in which there was nothing to do. */
  ended(job: Job, outcome: Outcome): void {
    const { passed, failed, skipped, output, seconds } = outcome;
    if (passed + failed + skipped === 0) return this.#showLast();
    const counts = [[passed, "passed"], [failed, "failed"], [skipped, "skipped"]] as const;
    const text = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(", ");
    const { ended, total } = this.#state();
    const counter = `[${String(ended).padStart(String(total).length)}/${total}]`;
    const [colour, mark] = failed > 0
      ? ["red", "✘"] as const
      : skipped > 0
      ? ["yellow", "✓"] as const
      : ["green", "✓"] as const;
    const time = `${seconds.toFixed(1)} s`;
    const name = `${job.runtime.name.padEnd(7)}  ${nameOf(job)}`;
    const room = COLUMNS - counter.length - 4 - text.length - time.length - 2;
    this.#clear();
    console.log(
      `${counter} ${this.#paint(colour, mark)} ${name.padEnd(room)} ${this.#paint(colour, text)}  ${time}`,
    );
    for (const line of output.split("\n").filter((line) => /^skipped\b/i.test(line))) {
      if (!this.#reasons.has(line)) console.log(fold(line));
      this.#reasons.add(line);
    }
    if (failed > 0) {
      this.#failures.push({ job, output });
      console.log(output.replace(/^/gm, INDENT));
    }
    this.#showLast();
  }

  /** The run has ended: repeats what failed. */
  end(): void {
    clearInterval(this.#timer);
    this.#clear();
    for (const { job, output } of this.#failures) {
      console.log(`\n${this.#paint("red", "✘")} ${job.runtime.name}  ${job.file}\n`);
      console.log(failedCases(output).replace(/^/gm, "  "));
    }
  }

  #showLast(): void {
    if (!this.#terminal) return;
    const { ended, total, running } = this.#state();
    if (ended === total) return this.#clear();
    const names = running.map((job) => `${job.runtime.name} ${nameOf(job)}`).join(", ");
    const line = `[${ended}/${total}]${this.#timeLeft()}  ${names}`;
    this.#clear();
    process.stdout.write(this.#paint("dim", line.slice(0, (process.stdout.columns ?? COLUMNS) - 1)));
  }

  #showEstimate(): void {
    const { ended, total } = this.#state();
    console.log(`[${ended}/${total}]${this.#timeLeft()}`);
  }

  #timeLeft(): string {
    const { secondsLeft } = this.#state();
    if (secondsLeft === undefined) return "";
    return secondsLeft < 90
      ? `  about ${Math.max(1, Math.round(secondsLeft / 10)) * 10} s left`
      : `  about ${Math.round(secondsLeft / 60)} min left`;
  }

  #clear(): void {
    if (this.#terminal) process.stdout.write("\r\x1b[K");
  }

  #paint(style: "red" | "yellow" | "green" | "dim", text: string): string {
    // Node 20 does not look where the text goes
    return this.#terminal && !process.env["NO_COLOR"] ? styleText(style, text) : text;
  }
}

/** A path without what all have. */
function nameOf({ file }: Job): string {
  return file.replace(/^test\//, "").replace(/\.test\.ts$/, "");
}

/** A line broken between words and indented. */
function fold(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && INDENT.length + line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = `  ${word}`;
    } else line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line].map((line) => INDENT + line).join("\n");
}

/** What uvu prints of the failed cases, or the last lines. */
function failedCases(output: string): string {
  const begin = output.search(/^ *FAIL /m);
  if (begin >= 0) return output.slice(begin).replace(/\n\s+Total:[^]*$/, "").trimEnd();
  return output.trimEnd().split("\n").slice(-LAST_LINES).join("\n");
}
