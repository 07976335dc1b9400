import { lazy } from "../base/lazy.ts";
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
  /** Every `STEP` bytes a place with what stands before it: few look for a column. */
  readonly marks: () => readonly Mark[];
}

/** A place in a source that is inside no character. */
interface Mark {
  readonly offset: number;
  /** UTF-16 code units of the source before it. */
  readonly units: number;
}

/** Bytes that are read for a column at most, however long the line is. */
const STEP = 1024;

/** Reads the bytes of a source into a form that can be cut and searched. */
export function luaTextOf(source: Uint8Array): LuaText {
  const bytes = latin1Of(source);
  const start = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
  const lineStarts = [start];
  // The `#` line ends at a line feed only; Lua counts the feed as its end.
  const lineBreak = /\r\n|\n\r|[\r\n]/g;
  lineBreak.lastIndex = startOfLua(bytes);
  while (lineBreak.exec(bytes)) lineStarts.push(lineBreak.lastIndex);
  return { bytes, lineStarts, marks: lazy(() => marksOf(bytes)) };
}

function marksOf(bytes: string): readonly Mark[] {
  let mark: Mark = { offset: 0, units: 0 };
  const marks = [mark];
  for (let at = STEP; at <= bytes.length; at += STEP) {
    let offset = at;
    const isInside = () => /[\x80-\xBF]/.test(bytes.charAt(offset));
    while (offset > mark.offset && isInside()) offset--;
    const between = decodeBytes(bytes.slice(mark.offset, offset));
    mark = { offset, units: mark.units + between.length };
    marks.push(mark);
  }
  return marks;
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
  const lineStart = text.lineStarts[line - 1] ?? 0;
  const before = unitsBefore(text, start) - unitsBefore(text, lineStart);
  const inside = text.bytes.slice(start, end).split(/[\r\n]/, 1)[0]!;
  return {
    line,
    column: 1 + Math.max(0, before),
    length: decodeBytes(inside).length,
  };
}

/** UTF-16 code units of a source before one of its bytes. */
function unitsBefore({ bytes, marks }: LuaText, offset: number): number {
  const mark = marks()[Math.floor(offset / STEP)]!;
  return mark.units + decodeBytes(bytes.slice(mark.offset, offset)).length;
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
