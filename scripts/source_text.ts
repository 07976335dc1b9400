/**
 * TypeScript with its comments, and unless asked otherwise its plain strings,
 * blanked out; lines keep their numbers. Template literals stay: they hold
 * code. Good enough to look for names, not a parser.
 */
export function codeOnly(
  text: string,
  options: { readonly keepStrings?: boolean } = {},
): string {
  const pieces =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
  return text.replace(pieces, (piece) => {
    const isString = piece[0] === '"' || piece[0] === "'";
    if (isString && options.keepStrings) return piece;
    return piece.replace(/[^\n]/g, " ");
  });
}
