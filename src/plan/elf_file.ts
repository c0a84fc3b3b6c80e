import { ELF_HEADER_SIZE, ELF_SEGMENT_SIZE, ET_EXEC, PT_LOAD } from "../linux/elf.ts";

/** What the dynamic linker would look for in an ELF file. */
export interface ElfFile {
  /** A shared object is a library, a dynamic linker, or a program that can lie anywhere in memory. Others are for
   * example core dumps. */
  readonly type: "executable" | "shared object" | "other";
  /** `PT_INTERP`: the program that loads this one, `/lib64/ld-linux-x86-64.so.2`. */
  readonly interpreter: string | undefined;
  /** `DT_NEEDED`: names of shared libraries. */
  readonly needed: readonly string[];
  /** `DT_RUNPATH`, or `DT_RPATH` where that is missing: folders to look in first, with `$ORIGIN` as written. */
  readonly runPath: readonly string[];
}

const ET_DYN = 3;
const PT_DYNAMIC = 2;
const PT_INTERP = 3;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
const DT_RPATH = 15;
const DT_RUNPATH = 29;

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

/** Gives `size` bytes at `offset` of a file, or fewer at its end. */
export type ReadAt = (offset: number, size: number) => Uint8Array;

const LONGEST_STRING = 1024;
/** The kernel takes no more than 64 KiB of program headers, nor any of another size (`load_elf_phdrs` in
 * `fs/binfmt_elf.c`). */
const LARGEST_TABLE = 65536;
/** Bytes of the dynamic section, and names in it. A file may claim any number, and the largest programs have a
 * hundredth of this. */
const LARGEST_DYNAMIC = 65536;
const MOST_NAMES = 256;

/** Reads the parts of a 64-bit little-endian ELF file that name other files (`elf(5)`), and no others: programs
 * can be hundreds of megabytes. `undefined` if it is something else, damaged, or claims to be larger than any program. */
export function parseElf(read: ReadAt): ElfFile | undefined {
  const header = read(0, ELF_HEADER_SIZE);
  // Magic, 64-bit, little-endian
  if (![0x7f, 0x45, 0x4c, 0x46, 2, 1].every((byte, index) => header[index] === byte)) return undefined;
  try {
    const view = viewOf(header);
    const segments = readSegments(view, read);
    const interpreter = segments.find((segment) => segment.type === PT_INTERP);
    return {
      type: typeOf(view.getUint16(16, true)),
      interpreter: interpreter && readString(read, interpreter.offset),
      ...readDynamic(read, segments),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined; // An offset beyond the end
    throw error;
  }
}

function typeOf(number: number): ElfFile["type"] {
  return number === ET_EXEC ? "executable" : number === ET_DYN ? "shared object" : "other";
}

function readSegments(header: DataView, read: ReadAt): Segment[] {
  const [start, size, count] = [word(header, 32), header.getUint16(54, true), header.getUint16(56, true)];
  if (count > 0 && (size !== ELF_SEGMENT_SIZE || size * count > LARGEST_TABLE)) {
    throw new RangeError(`Cannot read ${count} program headers of ${size} bytes`);
  }
  const table = viewOf(read(start, size * count));
  return Array.from({ length: count }, (_, index) => {
    const at = index * size;
    return {
      type: table.getUint32(at, true),
      offset: word(table, at + 8),
      address: word(table, at + 16),
      size: word(table, at + 32),
    };
  });
}

function readDynamic(read: ReadAt, segments: readonly Segment[]) {
  const dynamic = segments.find((segment) => segment.type === PT_DYNAMIC);
  if (dynamic === undefined) return { needed: [], runPath: [] }; // Statically linked
  if (dynamic.size > LARGEST_DYNAMIC) throw new RangeError(`Cannot read ${dynamic.size} bytes of names`);
  const table = viewOf(read(dynamic.offset, dynamic.size));
  const entries = Array.from({ length: Math.floor(table.byteLength / 16) }, (_, index) => ({
    tag: word(table, index * 16),
    value: word(table, index * 16 + 8),
  }));
  const strings = entries.find((entry) => entry.tag === DT_STRTAB)?.value;
  if (strings === undefined) return { needed: [], runPath: [] };
  const texts = (wanted: number) => {
    const found = entries.filter(({ tag }) => tag === wanted);
    if (found.length > MOST_NAMES) throw new RangeError(`Cannot read ${found.length} names`);
    return found.map(({ value }) => readString(read, offsetOf(strings + value, segments)));
  };
  const runPath = texts(DT_RUNPATH);
  return {
    needed: texts(DT_NEEDED),
    runPath: (runPath.length > 0 ? runPath : texts(DT_RPATH)).flatMap((path) => path.split(":")).filter(
      Boolean,
    ),
  };
}

/** Where in the file an address of the loaded program lies. */
function offsetOf(address: number, segments: readonly Segment[]): number {
  const inside = segments.find(({ type, address: start, size }) =>
    type === PT_LOAD && address >= start && address < start + size
  );
  if (inside === undefined) throw new RangeError(`Cannot find address ${address} in the file`);
  return inside.offset + address - inside.address;
}

function readString(read: ReadAt, offset: number): string {
  const bytes = read(offset, LONGEST_STRING);
  const end = bytes.indexOf(0);
  if (end < 0) throw new RangeError(`Cannot read a string at ${offset}`);
  return new TextDecoder().decode(bytes.subarray(0, end));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64-bit field. Files are far smaller than 2^53 bytes. */
function word(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
