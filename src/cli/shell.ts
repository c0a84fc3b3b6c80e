/** A word as bash, zsh and fish read it, in quotes where that is needed. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./~-]+$/.test(text) ? text : shellQuoted(text);
}

/** A text in single quotes. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
