/** One instruction of classic BPF, `struct sock_filter` in `include/uapi/linux/filter.h`. */
export interface Instruction {
  /** What to do, one of {@linkcode CODE}. */
  readonly code: number;
  /** Instructions to skip if a comparison holds, and if not; 0 to 255. */
  readonly jt: number;
  readonly jf: number;
  /** The constant it works with, 32 bits without a sign. */
  readonly k: number;
}

/** The instructions we use. All of them on the way to `allow` are among those that the kernel follows when a filter
 * is installed (`seccomp_is_const_allow` in `kernel/seccomp.c`, Linux 5.11): a call whose arguments no rule asks for
 * is marked once and for all, and runs no instruction at all. */
export const CODE = {
  /** The word at offset k of `struct seccomp_data`. */
  load: 0x20,
  and: 0x54,
  jump: 0x05,
  jumpIfEqual: 0x15,
  jumpIfAtLeast: 0x35,
  answer: 0x06,
} as const;

/** Offsets in `struct seccomp_data`. */
export const DATA = { number: 0, architecture: 4, arguments: 16 } as const;

/** `SECCOMP_RET_ALLOW`. */
export const ALLOW = 0x7fff_0000;
/** `SECCOMP_RET_ERRNO`, with the errno in the low half. */
export const REFUSE = 0x0005_0000;

/** `struct sock_filter`. */
export const INSTRUCTION_SIZE = 8;
/** `BPF_MAXINSNS`, `include/uapi/linux/bpf_common.h`. */
export const MOST_INSTRUCTIONS = 4096;

/** An instruction without jumps. */
export function plain(code: number, k: number): Instruction {
  return { code, jt: 0, jf: 0, k };
}

/** Instructions as the kernel takes them. */
export function encodeInstructions(program: readonly Instruction[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(program.length * INSTRUCTION_SIZE);
  const view = new DataView(bytes.buffer);
  program.forEach(({ code, jt, jf, k }, index) => {
    const at = index * INSTRUCTION_SIZE;
    view.setUint16(at, code, true);
    view.setUint8(at + 2, jt);
    view.setUint8(at + 3, jf);
    view.setUint32(at + 4, k, true);
  });
  return bytes;
}

/** What {@linkcode encodeInstructions} was given. */
export function decodeInstructions(bytes: Uint8Array): Instruction[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / INSTRUCTION_SIZE }, (_, index) => {
    const at = index * INSTRUCTION_SIZE;
    return {
      code: view.getUint16(at, true),
      jt: view.getUint8(at + 2),
      jf: view.getUint8(at + 3),
      k: view.getUint32(at + 4, true),
    };
  });
}
