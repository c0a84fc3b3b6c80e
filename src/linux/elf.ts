import type { Architecture } from "./architecture.ts";
import { alignUp } from "./bytes.ts";

/** Layouts and constants of `include/uapi/linux/elf.h`. */

/** `e_machine`, `include/uapi/linux/elf-em.h`. */
export const MACHINES: Readonly<Record<Architecture, number>> = { x86_64: 62, arm64: 183 };
export const ET_EXEC = 2;
export const PT_LOAD = 1;
const PT_GNU_STACK = 0x6474e551;
const PF_X = 1;
const PF_W = 2;
const PF_R = 4;

/** Bytes of `Elf64_Ehdr` and of each `Elf64_Phdr` behind it. */
export const ELF_HEADER_SIZE = 64;
export const ELF_SEGMENT_SIZE = 56;
/** The largest page of arm64 kernels. A segment aligned to it loads with 4 and 16 KiB pages too. */
const PAGE = 0x10000;
/** Alignment of the code in an executable, in bytes. */
export const CODE_ALIGNMENT = 16;
/** Where the file is mapped; linkers use the same. Clear of `vm.mmap_min_addr`. */
const IMAGE_ADDRESS = 0x400000;

/** Parts of an executable. */
export interface ExecutableParts {
  readonly architecture: Architecture;
  /** Machine code that runs at any multiple of {@linkcode CODE_ALIGNMENT} bytes. */
  readonly code: Uint8Array;
  /** Where it starts, in bytes from the beginning of the code. */
  readonly entry: number;
  /** Read-only data that follows the code at once. Default none. */
  readonly appended?: Uint8Array;
}

/** A static Linux executable: no sections, no symbols, no interpreter, no memory to write to but the stack. Each piece
 * of memory more is one that the kernel has to set up at every start.
 *
 * The headers, the code and the appended data are one segment, readable and executable, so that the file needs no
 * padding. The stack is not executable. */
export function executable(
  { architecture, code, entry, appended = new Uint8Array() }: ExecutableParts,
): Uint8Array<ArrayBuffer> {
  const segments = 2;
  const codeOffset = alignUp(ELF_HEADER_SIZE + segments * ELF_SEGMENT_SIZE, CODE_ALIGNMENT);
  const dataOffset = codeOffset + code.length;
  const size = dataOffset + appended.length;
  const file = new Uint8Array(size);
  file.set(code, codeOffset);
  file.set(appended, dataOffset);
  const view = new DataView(file.buffer);
  writeHeader(view, architecture, IMAGE_ADDRESS + codeOffset + entry, segments);
  writeSegment(view, 0, { type: PT_LOAD, flags: PF_R | PF_X, address: IMAGE_ADDRESS, size, align: PAGE });
  writeSegment(view, 1, { type: PT_GNU_STACK, flags: PF_R | PF_W, address: 0, size: 0, align: 16 });
  return file;
}

/** `Elf64_Ehdr` */
function writeHeader(view: DataView, architecture: Architecture, entry: number, segments: number): void {
  view.setUint32(0, 0x7f454c46); // "\x7fELF"
  view.setUint8(4, 2); // 64-bit
  view.setUint8(5, 1); // little-endian
  view.setUint8(6, 1); // version
  view.setUint16(16, ET_EXEC, true);
  view.setUint16(18, MACHINES[architecture], true);
  view.setUint32(20, 1, true); // version
  view.setBigUint64(24, BigInt(entry), true);
  view.setBigUint64(32, BigInt(ELF_HEADER_SIZE), true); // where the segments' headers are
  view.setUint16(52, ELF_HEADER_SIZE, true);
  view.setUint16(54, ELF_SEGMENT_SIZE, true);
  view.setUint16(56, segments, true);
}

interface Segment {
  readonly type: number;
  readonly flags: number;
  readonly address: number;
  /** Bytes, in the file and in memory. */
  readonly size: number;
  readonly align: number;
}

/** `Elf64_Phdr`; the file offset is 0 in every one of ours. */
function writeSegment(view: DataView, index: number, segment: Segment): void {
  const at = ELF_HEADER_SIZE + index * ELF_SEGMENT_SIZE;
  view.setUint32(at, segment.type, true);
  view.setUint32(at + 4, segment.flags, true);
  view.setBigUint64(at + 16, BigInt(segment.address), true);
  view.setBigUint64(at + 24, BigInt(segment.address), true); // physical address, unused
  view.setBigUint64(at + 32, BigInt(segment.size), true);
  view.setBigUint64(at + 40, BigInt(segment.size), true);
  view.setBigUint64(at + 48, BigInt(segment.align), true);
}
