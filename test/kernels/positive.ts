/** Reads a positive whole number from the command line. */
export function positive(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`Option "--${option}" is not a positive whole number: "${text}"`);
}
