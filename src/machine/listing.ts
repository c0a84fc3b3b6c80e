import type { Assembled } from "./assemble.ts";

/** Machine code that was assembled beforehand, as text: a line an instruction, `offset  bytes | assembly | why`. It
 * costs no assembler at run time, and a reader sees what will be executed. */
export interface Listing<Label extends string> {
  /** Where to enter, in bytes. */
  readonly labels: Readonly<Record<Label, number>>;
  readonly listing: string;
}

/** The bytes of a listing. */
export function bytesOfListing(listing: string): Uint8Array {
  const bytes: number[] = [];
  for (const line of listing.trim().split("\n")) {
    const columns = (line.split("|")[0] as string).trim().split(" ");
    for (const byte of columns.slice(1)) if (byte !== "") bytes.push(parseInt(byte, 16));
  }
  return Uint8Array.from(bytes);
}

/** The listing of an assembled program. */
export function listingOf({ listing }: Assembled): string {
  const rows = listing.map(({ offset, bytes, text, why }) => ({
    bytes: `${hex(offset, 3)}  ${Array.from(bytes, (byte) => hex(byte, 2)).join(" ")}`,
    text,
    why: why ?? "",
  }));
  const width = (column: "bytes" | "text") => Math.max(...rows.map((row) => row[column].length));
  const [bytes, text] = [width("bytes"), width("text")];
  return rows.map((row) => `${row.bytes.padEnd(bytes)} | ${row.text.padEnd(text)} | ${row.why}`.trimEnd())
    .join("\n");
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
