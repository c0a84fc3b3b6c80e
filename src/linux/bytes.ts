/** One array after the other. */
export function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The bytes of machine code that is written in hexadecimal. It is read at each start of a launcher: word by word takes
 * half the time of byte by byte. */
export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  const view = new DataView(bytes.buffer);
  const WORD = 4;
  let at = 0;
  for (; at + WORD <= bytes.length; at += WORD) {
    view.setUint32(at, parseInt(hex.slice(at * 2, (at + WORD) * 2), 16));
  }
  for (; at < bytes.length; at++) bytes[at] = parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** The next multiple of an alignment. */
export function alignUp(size: number, alignment: number): number {
  return Math.ceil(size / alignment) * alignment;
}
