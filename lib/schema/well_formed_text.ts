/** Whether a text can be written as UTF-8: it holds no half of a surrogate pair. */
export function isWellFormedText(text: string): boolean {
  return text.isWellFormed();
}
