import type { Architecture } from "./architecture.ts";
import { LockdownError } from "../errors.ts";
import { sealClass } from "../javascript/seal_class.ts";
import { errnoName } from "./errno.ts";
import { PATH_MAX } from "./paths.ts";
import { type PortableSyscall, syscallNumber } from "./syscalls.ts";

/** What the system needs of a runtime: see `Runtime` in `runtimes/runtime.ts`. */
export interface Native {
  /** Processor: it decides the numbers of system calls. */
  readonly architecture: Architecture;
  /** Calls the kernel on this thread; the result, or the negated errno. */
  syscall(number: number, a?: number, b?: number, c?: number, d?: number, e?: number, f?: number): number;
  /** Address of the first byte of a view that has an `ArrayBuffer` of its own. */
  addressOf(bytes: Uint8Array<ArrayBuffer>): number;
}

/** A buffer the kernel can read and write: its bytes and where they are. */
export interface NativeBuffer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly view: DataView<ArrayBuffer>;
  readonly address: number;
}

const encoder = new TextEncoder();
/** Size of {@linkcode System.scratch} in bytes. */
export const SCRATCH_SIZE = 65536;

/** No runtime changes an errno so often. */
const MOST_TRIES = 8;

/** System calls by name on the current thread, with buffers for what they point to. */
export class System {
  /** The runtime below. */
  readonly native: Native;
  /** For what a single call writes or reads; its content is gone at the next one. */
  readonly scratch: NativeBuffer;
  readonly #path: NativeBuffer;

  constructor(native: Native) {
    this.native = native;
    this.scratch = this.buffer(SCRATCH_SIZE);
    this.#path = this.buffer(PATH_MAX);
  }

  /** Zeroed memory of its own that stays where it is while the object is referenced. */
  buffer(size: number): NativeBuffer {
    const bytes = new Uint8Array(new ArrayBuffer(size));
    return { bytes, view: new DataView(bytes.buffer), address: this.native.addressOf(bytes) };
  }

  /** The result of a call, or the negated errno. For callers that expect certain errors.
   *
   * libc keeps the errno in a variable of the thread, and calls of the runtime itself may change it before we can ask: in
   * one of 100 starts of Deno an ELOOP became an ENOENT. A call that failed has done nothing, so it is made again until
   * it says the same twice. */
  attempt(name: PortableSyscall, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0): number {
    const number = syscallNumber(name, this.native.architecture);
    let result = this.native.syscall(number, a, b, c, d, e, f);
    // A descriptor is closed also where that fails, and may be another thread's by now
    if (name === "close") return result;
    for (let tries = 1; result < 0 && tries < MOST_TRIES; tries++) {
      const again = this.native.syscall(number, a, b, c, d, e, f);
      if (again === result) return result;
      result = again;
    }
    return result;
  }

  /** The result of a call.
   *
   * @throws SystemCallError naming the call and `subject`
   */
  call(name: PortableSyscall, subject: string, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0): number {
    const result = this.attempt(name, a, b, c, d, e, f);
    if (result < 0) throw new SystemCallError(name, subject, -result);
    return result;
  }

  /** The address of `text` with a final NUL, valid until the next `pathAddress`.
   *
   * @throws RangeError if it is longer than the kernel takes
   */
  pathAddress(path: string): number {
    const { read, written } = encoder.encodeInto(path, this.#path.bytes.subarray(0, PATH_MAX - 1));
    if (read < path.length) {
      throw new RangeError(
        `Cannot use path "${path.slice(0, 40)}…": longer than ${
          PATH_MAX - 1
        } bytes, which is the kernel's limit`,
      );
    }
    this.#path.bytes[written] = 0;
    return this.#path.address;
  }
}

/** A system call that failed. Callers turn it into a message about what they were doing. */
export class SystemCallError extends LockdownError {
  /** Which call. */
  readonly syscall: PortableSyscall;
  /** Positive error number. */
  readonly errno: number;

  constructor(syscall: PortableSyscall, subject: string, errno: number) {
    super("SYSTEM", `Cannot ${syscall} "${subject}": ${errnoName(errno)}`);
    this.syscall = syscall;
    this.errno = errno;
  }
}

sealClass(System);
sealClass(SystemCallError);
