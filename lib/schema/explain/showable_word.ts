/**
 * Whether an unexpected word may be repeated in a message. It could be a secret
 * in the wrong place: only what reads like a word or a field name passes, never
 * a mixture of letters and digits, never anything long.
 */
export function isShowableWord(word: string): boolean {
  return /^[A-Za-z_][A-Za-z_-]{0,37}[0-9]{0,2}$/.test(word);
}

/** The same of a name that somebody gave something: it may have spaces and dots. */
export function isShowableName(name: string): boolean {
  return /^[A-Za-z_](?:[A-Za-z_.-]| (?! )){0,37}[0-9]{0,2}$/.test(name);
}
