import { F_SETPIPE_SZ, O_CLOEXEC, O_NONBLOCK } from "../../linux/flags.ts";
import { type System, SystemCallError } from "../../linux/system.ts";

/** Bytes that may wait for us: `/proc/sys/fs/pipe-max-size` as it is without configuration. */
const WAITING = 1 << 20;
const PART = 64 << 10;

/** A pipe into which another process writes what it traces. Unlike a file it has no path that the traced command may
 * have been granted, and takes no space however much is written. */
export class TracePipe {
  /** Where the other process opens it; no sandboxed one can, as for ptrace(2). */
  readonly path: string;
  readonly #system: System;
  readonly #ends: readonly [reading: number, writing: number];
  readonly #decoder = new TextDecoder();

  constructor(system: System) {
    this.#system = system;
    const { view, address } = system.scratch;
    // Whoever opens the other end by its path has flags of its own: it waits
    const result = system.attempt("pipe2", address, O_NONBLOCK | O_CLOEXEC);
    if (result < 0) throw new SystemCallError("pipe2", "trace", -result);
    this.#ends = [view.getInt32(0, true), view.getInt32(4, true)];
    system.attempt("fcntl", this.#ends[1], F_SETPIPE_SZ, WAITING);
    this.path = `/proc/${process.pid}/fd/${this.#ends[1]}`;
  }

  /** Hands over what has been written meanwhile, part by part. */
  take(use: (text: string) => void): void {
    const { address, bytes } = this.#system.scratch;
    // Not for ever: whoever writes faster than we read must not keep us from looking at anything else
    for (let left = 2 * WAITING; left > 0;) {
      const size = this.#system.attempt("read", this.#ends[0], address, PART);
      if (size <= 0) return;
      left -= size;
      use(this.#decoder.decode(bytes.subarray(0, size), { stream: true }));
    }
  }

  close(): void {
    for (const fd of this.#ends) this.#system.attempt("close", fd);
  }
}
