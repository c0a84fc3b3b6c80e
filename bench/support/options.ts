/** A whole number from 1 on, of a command line.
 *
 * @throws RangeError
 */
export function countOption(text: string, unit: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new RangeError(`Cannot measure "${text}" ${unit}: pass a whole number from 1`);
}

/** Says on a terminal what is being done; the next line overwrites it. */
export function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[Kmeasuring ${what} …\r`);
}
