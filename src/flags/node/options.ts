/** Splits `NODE_OPTIONS` as Node does: at spaces, but not within double quotes; in there a backslash keeps the next
 * letter as it is. Pure.
 *
 * @throws SyntaxError for a quote that is not closed, or a backslash at the end
 */
export function splitNodeOptions(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (letter === '"') quoted = !quoted;
    else if (letter === " " && !quoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (letter === "\\" && quoted) {
      at++;
      if (at === text.length) {
        throw new SyntaxError('Cannot read NODE_OPTIONS: nothing follows the last "\\"');
      }
      word = (word ?? "") + text[at];
    } else word = (word ?? "") + letter;
  }
  if (quoted) throw new SyntaxError("Cannot read NODE_OPTIONS: a double quote is not closed");
  return word === undefined ? words : [...words, word];
}
