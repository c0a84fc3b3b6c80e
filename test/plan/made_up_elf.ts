/** The beginning of an ELF file of this type (`e_type`), with no segments: enough to be taken for one. */
export function elfHeader(type: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(64);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
  header[16] = type;
  return header;
}

export const ET_EXEC = 2;
export const ET_DYN = 3;
export const ET_CORE = 4;

const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
const HEADER_SIZE = 64;
const SEGMENT_SIZE = 56;
const ADDRESS = 0x400000;

/** A statically linked executable, which no dynamic linker will ever look at, whose tables name a library. */
export function staticNaming(library: string): Uint8Array<ArrayBuffer> {
  const [dynamic, strings] = [HEADER_SIZE + 2 * SEGMENT_SIZE, HEADER_SIZE + 2 * SEGMENT_SIZE + 48];
  const names = new TextEncoder().encode(`\0${library}\0`);
  const file = new Uint8Array(strings + names.length);
  const view = new DataView(file.buffer);
  const words = (at: number, ...values: number[]) =>
    values.forEach((value, index) => view.setBigUint64(at + 8 * index, BigInt(value), true));
  const segment = (index: number, type: number, offset: number, size: number) => {
    const at = HEADER_SIZE + index * SEGMENT_SIZE;
    view.setUint32(at, type, true);
    words(at + 8, offset, ADDRESS + offset, ADDRESS + offset, size, size);
  };
  file.set(elfHeader(ET_EXEC));
  words(32, HEADER_SIZE);
  view.setUint16(54, SEGMENT_SIZE, true);
  view.setUint16(56, 2, true);
  segment(0, PT_LOAD, 0, file.length);
  segment(1, PT_DYNAMIC, dynamic, 48);
  words(dynamic, DT_STRTAB, ADDRESS + strings, DT_NEEDED, 1);
  file.set(names, strings);
  return file;
}
