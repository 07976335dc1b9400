import assert from "node:assert/strict";
import { lineSpan, luaTextOf, spanAt } from "../../lib/source/lua_text.ts";

const text = luaTextOf(new TextEncoder().encode("a\n  \tb\n\nlast"));

for (
  const [line, column] of [[1, 1], [2, 4], [3, 1], [4, 1]] as const
) {
  Deno.test(`lineSpan: the first word of line ${line} is at column ${column}`, () => {
    assert.deepEqual(lineSpan(text, line), { line, column, length: 0 });
  });
}

Deno.test("lineSpan: a line that is not there", () => {
  assert.equal(lineSpan(text, 5), undefined);
});

const SOURCES: Readonly<Record<string, string>> = {
  "ASCII": "x = 1, ",
  "two bytes a character": "é = 'ä', ",
  "four bytes a character": "'😀' = x, ",
  "no UTF-8": "'\xBF\xBF\xF0\x9F' = \xFF, ",
};

for (const [what, piece] of Object.entries(SOURCES)) {
  const isText = what !== "no UTF-8";
  const encoded = (text: string) =>
    isText
      ? new TextEncoder().encode(text)
      : Uint8Array.from(text, (byte) => byte.charCodeAt(0));

  Deno.test(`spanAt: the columns of a long line, ${what}`, () => {
    const line = piece.repeat(250);
    const long = luaTextOf(encoded(`first\n${line}\n${line}`));
    for (const number of [2, 3]) {
      const lineStart = long.lineStarts[number - 1]!;
      for (let at = 0; at < line.length; at += 3) {
        // Not between the halves of a character.
        if (isText && /[\uDC00-\uDFFF]/.test(line[at]!)) continue;
        const before = encoded(line.slice(0, at));
        const start = lineStart + before.length;
        const { column } = spanAt(long, number, start, start);
        assert.equal(column, 1 + new TextDecoder().decode(before).length);
      }
    }
  });

  Deno.test(`spanAt: reads as much for a column of a line four times as long, ${what}`, () => {
    const [once, four] = [4000, 16_000].map((count) => {
      const long = luaTextOf(encoded(piece.repeat(count)));
      let read = 0;
      const bytes = {
        slice(start: number, end: number): string {
          read += end - start;
          return long.bytes.slice(start, end);
        },
      } as string;
      const step = long.bytes.length / 100;
      for (let field = 99; field > 0; field--) {
        const start = Math.floor(field * step);
        spanAt({ ...long, bytes }, 1, start, start + 1);
      }
      return read;
    });
    assert.ok(four! < 1.5 * once!, `${once} and ${four}`);
  });
}
