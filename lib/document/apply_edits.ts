import type { SourceEdit } from "../base/source_edit.ts";

/**
 * Applies changes to a text. Bytes outside of what is replaced stay as they
 * are, whatever they are.
 *
 * @param bytes the text, in UTF-8
 * @param edits of this text; of two that touch the same bytes the first counts,
 * and one on a line that is no UTF-8 does not
 * @returns the new bytes, and the edits that were made
 *
 * @example
 * ```ts
 * import { applyEdits } from "./apply_edits.ts";
 * import assert from "node:assert/strict";
 * const bytes = new TextEncoder().encode("a = 1\r\nb = 2\r\n");
 * const edit = { file: "x.toml", line: 2, column: 5, length: 1, text: "3" };
 * const changed = applyEdits(bytes, [edit]);
 * assert.equal(new TextDecoder().decode(changed.bytes), "a = 1\r\nb = 3\r\n");
 * ```
 */
export function applyEdits(
  bytes: Uint8Array,
  edits: readonly SourceEdit[],
): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly made: readonly SourceEdit[];
} {
  const lines = lineStarts(bytes);
  const placed = edits.flatMap((edit) => {
    const range = rangeOf(bytes, lines, edit);
    return range ? [{ ...range, edit }] : [];
  });
  const taken: typeof placed = [];
  for (const one of placed) {
    const overlaps = taken.some(({ start, end }) =>
      one.start < end && start < one.end ||
      one.start === start && one.end === end
    );
    if (!overlaps) taken.push(one);
  }
  taken.sort((a, b) => a.start - b.start);
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { start, end, edit } of taken) {
    parts.push(bytes.subarray(from, start), encoder.encode(edit.text));
    from = end;
  }
  parts.push(bytes.subarray(from));
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const changed = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    changed.set(part, at);
    at += part.length;
  }
  return { bytes: changed, made: taken.map(({ edit }) => edit) };
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Where each line begins, behind a byte order mark. */
function lineStarts(bytes: Uint8Array): number[] {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const starts = [mark ? 3 : 0];
  for (let at = mark ? 3 : 0; at < bytes.length; at++) {
    const isBreak = bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN;
    if (!isBreak) continue;
    // Both together end one line.
    const next = bytes[at + 1];
    const isPair = next !== bytes[at] &&
      (next === LINE_FEED || next === CARRIAGE_RETURN);
    if (isPair) at++;
    starts.push(at + 1);
  }
  return starts;
}

/** The bytes that an edit replaces; nothing where the text does not have them. */
function rangeOf(
  bytes: Uint8Array,
  lines: readonly number[],
  { line, column, length }: SourceEdit,
): { readonly start: number; readonly end: number } | undefined {
  const start = lines[line - 1];
  if (start === undefined) return undefined;
  const content = bytes.subarray(start, lines[line] ?? bytes.length);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(content);
  } catch {
    return undefined;
  }
  if (column - 1 + length > text.length) return undefined;
  const encoder = new TextEncoder();
  const before = encoder.encode(text.slice(0, column - 1)).length;
  const inside = encoder.encode(text.slice(column - 1, column - 1 + length));
  return { start: start + before, end: start + before + inside.length };
}
