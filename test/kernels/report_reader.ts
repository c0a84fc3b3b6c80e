import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";

/** What became of one command. */
export interface CommandResult {
  readonly command: string;
  /** The exit code (128 and more: killed by that signal), `null` when the guest ended before the command did. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Measured in the guest. */
  readonly milliseconds: number;
}

/** What a guest says while it works. */
export interface ReportEvents {
  readonly onReady?: () => void;
  readonly onBegin?: (index: number) => void;
  readonly onEnd?: (index: number, result: CommandResult) => void;
  readonly onDone?: () => void;
}

/** Reads the lines that the guest's init writes to the serial port. */
export class ReportReader {
  readonly results: CommandResult[] = [];
  readonly #commands: readonly string[];
  readonly #events: ReportEvents;
  readonly #outputs = new Map<string, string>();
  #rest = "";
  #open: { readonly name: string; readonly sum: string; readonly lines: string[] } | undefined;

  constructor(commands: readonly string[], events: ReportEvents = {}) {
    this.#commands = commands;
    this.#events = events;
  }

  /** Takes what has arrived, wherever it was cut. */
  push(chunk: Uint8Array): void {
    const lines = (this.#rest + new TextDecoder("latin1").decode(chunk)).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#readLine(line.trimEnd());
  }

  /** One result for each command, those that never ended included. */
  complete(): CommandResult[] {
    return this.#commands.map((command, index) =>
      this.results[index] ?? { command, code: null, stdout: "", stderr: "", milliseconds: 0 }
    );
  }

  #readLine(line: string): void {
    if (this.#open) {
      if (line !== ".") this.#open.lines.push(line);
      else {
        this.#outputs.set(this.#open.name, decode(this.#open.lines.join(""), this.#open.sum));
        this.#open = undefined;
      }
      return;
    }
    const [word, first = "", second = "", third = "", fourth = ""] = line.split(" ");
    if (word === "ready") this.#events.onReady?.();
    if (word === "begin") this.#events.onBegin?.(Number(first));
    if (word === "output") this.#open = { name: `${first} ${second}`, sum: third, lines: [] };
    if (word === "end") this.#end(Number(first), Number(second), Number(fourth) - Number(third));
    if (word === "done") this.#events.onDone?.();
  }

  #end(index: number, code: number, seconds: number): void {
    const result: CommandResult = {
      command: this.#commands[index] ?? "",
      code,
      stdout: this.#outputs.get(`${index} stdout`) ?? "",
      stderr: this.#outputs.get(`${index} stderr`) ?? "",
      milliseconds: Math.round(seconds * 1_000),
    };
    this.results[index] = result;
    this.#events.onEnd?.(index, result);
  }
}

function decode(base64: string, sum: string): string {
  const bytes = Buffer.from(base64, "base64");
  if (createHash("sha256").update(bytes).digest("hex") !== sum) {
    throw new Error("Output of the guest was damaged on its way: the checksum differs");
  }
  return bytes.toString("utf8");
}
