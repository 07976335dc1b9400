/**
 * Whether an unexpected word may be repeated in a message. It could be a secret
 * in the wrong place: only what reads like a word or a field name passes, never
 * a mixture of letters and digits, never anything long.
 */
export function isShowableWord(word: string): boolean {
  return /^[A-Za-z_][A-Za-z_-]{0,37}[0-9]{0,2}$/.test(word);
}

/** Words in a row, `max tokens`, `größe`, `mcp2_server`, with a sign in front or none. */
const NAME = /^[$@#]?[\p{L}\p{M}\p{N}\p{Z}\p{C}\p{So}_.:\/-]*$/u;
const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/u;
/** Letters of one case are a word at any length; a key has both, and digits. */
const WORD =
  /^(?:\p{L}[\p{L}\p{M}]{0,23}[0-9]{0,2}|[0-9]{1,4}|\p{Ll}+|\p{Lu}+|\p{Lo}+)$/u;

/**
 * The same of a name that somebody gave something: it may be of several words,
 * in any script.
 */
export function isShowableName(name: string): boolean {
  return NAME.test(name) &&
    name.split(SEPARATORS).every((word) => word === "" || WORD.test(word));
}
