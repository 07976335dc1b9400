/**
 * Whether a text stays on one line: no line end of any kind, no other control
 * character. The empty text does.
 */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(text) && text.isWellFormed();
}
