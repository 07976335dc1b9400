/**
 * Whether an unexpected word may be repeated in a message. It could be a secret
 * in the wrong place: only what reads like a word or a field name passes, never
 * a mixture of letters and digits, never anything long.
 */
export function isShowableWord(word: string): boolean {
  return /^[A-Za-z_][A-Za-z_-]{0,37}[0-9]{0,2}$/.test(word);
}

/**
 * The same of a name that somebody gave something: it may be of several words,
 * in any script.
 */
export function isShowableName(name: string): boolean {
  // These stand here and not above the function: most starts never ask for
  // them, and V8 takes three milliseconds for all those letters.
  // Words in a row, `max tokens`, `größe`, `mcp2_server`, with a sign in front or none.
  const words = /^[$@#]?[\p{L}\p{M}\p{N}\p{Z}\p{C}\p{So}_.:\/-]*$/u;
  const separators = /[^\p{L}\p{M}\p{N}]+/u;
  // Letters of one case are a word at any length; a key has both, and digits.
  const word =
    /^(?:\p{L}[\p{L}\p{M}]{0,23}[0-9]{0,2}|[0-9]{1,4}|\p{Ll}+|\p{Lu}+|\p{Lo}+)$/u;
  return words.test(name) &&
    name.split(separators).every((part) => part === "" || word.test(part));
}
