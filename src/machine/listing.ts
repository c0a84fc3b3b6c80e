import type { Assembled } from "./assemble.ts";
import type { Line } from "./code_writer.ts";

/** Bytes in a row of a listing. The longest instruction we use has 10; data goes on in further rows. */
const ROW = 10;
/** Data may have longer texts, which reach into the next column. */
const TEXT_WIDTH = 44;

/** An assembled program for readers: a row an instruction, `offset  bytes | assembly | why`, and one for each label. */
export function listingOf({ listing, labels }: Assembled): string {
  const rows = listing.flatMap((line) => [
    ...[...labels].filter(([, offset]) => offset === line.offset).map(([name]) => `${name}:`),
    ...rowsOf(line),
  ]);
  return rows.join("\n");
}

function rowsOf({ offset, bytes, text, why = "" }: Line): string[] {
  return Array.from({ length: Math.ceil(bytes.length / ROW) }, (_, index) => {
    const at = index * ROW;
    const row = Array.from(bytes.subarray(at, at + ROW), (byte) => `${hex(byte, 2)} `).join("");
    const columns = [
      `${hex(offset + at, 4)}  ${row.padEnd(3 * ROW)}`,
      ...(index > 0 ? [] : why === "" ? [text] : [text.padEnd(TEXT_WIDTH), why]),
    ];
    return columns.join("| ").trimEnd();
  });
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
