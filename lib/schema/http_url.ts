/** Whether a text is a complete `http:` or `https:` URL. */
export function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^\s/?#]/i.test(text) && !/\s/.test(text) &&
    text.isWellFormed() && URL.canParse(text);
}
