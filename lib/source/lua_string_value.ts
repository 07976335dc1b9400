const ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/**
 * The value of a Lua string literal.
 *
 * @param token the literal with its quotes or brackets, bytes as Latin-1, as
 * `readLuaTokens` gives it
 * @returns the string it stands for, its bytes read as UTF-8
 */
export function luaStringValue(token: string): string {
  if (token[0] !== "[" && !token.includes("\\")) {
    return decodeBytes(token.slice(1, -1));
  }
  const long = /^\[=*\[(?:\r\n|\n\r|[\r\n])?/.exec(token);
  if (long) {
    const brackets = token.indexOf("[", 1) + 1;
    return decodeBytes(
      token.slice(long[0].length, -brackets).replace(/\r\n|\n\r|\r/g, "\n"),
    );
  }
  return decodeBytes(
    token.slice(1, -1).replace(
      /\\(?:x([0-9A-Fa-f]{2})|z[ \t\v\f\r\n]*|([0-9]{1,3})|u\{([0-9A-Fa-f]+)\}|\r\n|\n\r|([^]))/g,
      (whole, hex, decimal, codePoint, other) => {
        if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
        if (decimal !== undefined) {
          return String.fromCharCode(Number(decimal) & 0xFF);
        }
        if (codePoint !== undefined) return utf8Bytes(parseInt(codePoint, 16));
        if (other === undefined) return whole.startsWith("\\z") ? "" : "\n";
        return other === "\r" ? "\n" : ESCAPES[other] ?? other;
      },
    ),
  );
}

/** Bytes (one character each) read as UTF-8; other bytes become U+FFFD. */
export function decodeBytes(latin1: string): string {
  if (!/[\x80-\xFF]/.test(latin1)) return latin1;
  const bytes = Uint8Array.from(latin1, (character) => character.charCodeAt(0));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function utf8Bytes(codePoint: number): string {
  if (codePoint > 0x10FFFF) return "\xFF";
  const bytes = new TextEncoder().encode(String.fromCodePoint(codePoint));
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
