import type { Assembled } from "./assemble.ts";

/** Machine code that was assembled beforehand, as text: a line an instruction, `offset  bytes | assembly | why`. It
 * costs no assembler at run time, and a reader sees what will be executed. */
export interface Listing<Label extends string> {
  /** Where to enter, in bytes. */
  readonly labels: Readonly<Record<Label, number>>;
  readonly listing: string;
}

/** Bytes that are read at once. */
const WORD = 4;

/** The bytes of a listing. It is read at each start of a launcher: one regular expression over the whole text takes a
 * fifth of what splitting it line by line does, and words instead of bytes a fourth of the rest. */
export function bytesOfListing(listing: string): Uint8Array<ArrayBuffer> {
  // All but the bytes: the offset of each line, what is behind its first bar, spaces
  const digits = listing.replaceAll(/^[0-9a-f]+ |\|.*$|\s+/gm, "");
  const bytes = new Uint8Array(digits.length / 2);
  const view = new DataView(bytes.buffer);
  const whole = bytes.length - bytes.length % WORD;
  for (let at = 0; at < whole; at += WORD) {
    view.setUint32(at, parseInt(digits.slice(at * 2, (at + WORD) * 2), 16));
  }
  for (let at = whole; at < bytes.length; at++) bytes[at] = parseInt(digits.slice(at * 2, at * 2 + 2), 16);
  return bytes;
}

/** Bytes in a row of a listing. The longest instruction we use has 10; data goes on in further rows. */
const ROW = 10;

/** The listing of an assembled program. */
export function listingOf({ listing }: Assembled): string {
  const rows = listing.flatMap(({ offset, bytes, text, why }) =>
    Array.from({ length: Math.ceil(bytes.length / ROW) }, (_, index) => {
      const row = bytes.subarray(index * ROW, (index + 1) * ROW);
      return {
        bytes: `${hex(offset + index * ROW, 3)}  ${Array.from(row, (byte) => hex(byte, 2)).join(" ")}`,
        text: index === 0 ? text : "",
        why: index === 0 ? why ?? "" : "",
      };
    })
  );
  const width = (column: "bytes" | "text") => Math.max(...rows.map((row) => row[column].length));
  const [bytes, text] = [width("bytes"), width("text")];
  return rows.map((row) => `${row.bytes.padEnd(bytes)} | ${row.text.padEnd(text)} | ${row.why}`.trimEnd())
    .join("\n");
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
