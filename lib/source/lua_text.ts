import { decodeBytes } from "./lua_string_value.ts";
import { startOfLua } from "./lua_tokens.ts";

/** A stretch of one line of a source. */
export interface LuaSpan {
  /** From 1, counted as Lua counts. */
  readonly line: number;
  /** From 1, in UTF-16 code units of the line read as UTF-8. */
  readonly column: number;
  /** In UTF-16 code units; ends where the line ends. */
  readonly length: number;
}

/** The bytes of a source, and where its lines begin. */
export interface LuaText {
  /** One character a byte (Latin-1), so that no byte is lost. */
  readonly bytes: string;
  /** The offset of each line's first byte. */
  readonly lineStarts: readonly number[];
  /** Whether each byte is a character: then no line is read for a column. */
  readonly isAscii: boolean;
}

/** Reads the bytes of a source into a form that can be cut and searched. */
export function luaTextOf(source: Uint8Array): LuaText {
  const bytes = latin1Of(source);
  const start = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
  const lineStarts = [start];
  // The `#` line ends at a line feed only; Lua counts the feed as its end.
  const lineBreak = /\r\n|\n\r|[\r\n]/g;
  lineBreak.lastIndex = startOfLua(bytes);
  while (lineBreak.exec(bytes)) lineStarts.push(lineBreak.lastIndex);
  return { bytes, lineStarts, isAscii: !/[^\0-\x7F]/.test(bytes) };
}

/** The bytes of a text again. */
export function bytesOf(latin1: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(latin1.length);
  for (let i = 0; i < latin1.length; i++) bytes[i] = latin1.charCodeAt(i);
  return bytes;
}

/**
 * The place of a stretch of bytes, cut at the end of its first line.
 *
 * @param line the line it begins on, from 1
 */
export function spanAt(
  text: LuaText,
  line: number,
  start: number,
  end: number,
): LuaSpan {
  const lineStart = text.lineStarts[line - 1];
  // A line may be as long as the source, with all its fields on it.
  const before = text.isAscii && lineStart !== undefined
    ? Math.max(0, start - lineStart)
    : decodeBytes(text.bytes.slice(lineStart, start)).length;
  const inside = text.bytes.slice(start, end).split(/[\r\n]/, 1)[0]!;
  return {
    line,
    column: before + 1,
    length: decodeBytes(inside).length,
  };
}

/** Where the first word of a line stands, of length 0: all that is known is the line. */
export function lineSpan(text: LuaText, line: number): LuaSpan | undefined {
  const start = text.lineStarts[line - 1];
  if (start === undefined) return undefined;
  const end = text.lineStarts[line] ?? text.bytes.length;
  const blanks = text.bytes.slice(start, end).search(/[^ \t\v\f\r\n]/);
  return { line, column: 1 + Math.max(0, blanks), length: 0 };
}

/** The bytes of a source, one character each. */
export function latin1Of(source: Uint8Array): string {
  // Not TextDecoder("latin1"): that is windows-1252, which changes 0x80-0x9F.
  const STEP = 8192;
  let text = "";
  for (let i = 0; i < source.length; i += STEP) {
    text += String.fromCharCode.apply(
      null,
      source.subarray(i, i + STEP) as unknown as number[],
    );
  }
  return text;
}
