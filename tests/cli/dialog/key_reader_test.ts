import assert from "node:assert/strict";
import { KeyReader } from "../../../lib/cli/dialog/key_reader.ts";

/** What is typed, in the pieces in which it arrives, and the keys it is. */
const ROWS: readonly (readonly [typed: readonly string[], keys: string])[] = [
  [["ab"], "ab"],
  [["\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"], "previous next right left"],
  [["\x1bOA\x1bOB\x1bOC\x1bOD"], "previous next right left"],
  [["\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[3~"], "home end home end delete"],
  [["\t\x1b[Z\r\x7f\x08"], "next previous confirm backspace backspace"],
  [["\x01\x05\x15\x03"], "home end clear cancel"],
  // Cut anywhere: over a slow line a key arrives in pieces.
  [["\x1b", "[", "A"], "previous"],
  [["\x1b[", "3", "~"], "delete"],
  [["\xc3", "\xbc"], "ü"],
  // Keys that mean nothing here, Ctrl-Right and F5 among them.
  [["\x1b[1;5Cx\x1b[15~y\x02"], "x y"],
  [["\x1bfz"], "z"],
  [["\x1b[200~a b\rc\x1b[201~d"], "<a b\rc> d"],
  [["\x1b[200~a", "\x1b[20", "1~"], "<a>"],
];

/** Each letter a byte. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

for (const [typed, keys] of ROWS) {
  Deno.test(`KeyReader: ${JSON.stringify(typed)}`, () => {
    const reader = new KeyReader();
    const read = typed.flatMap((piece) => reader.read(bytes(piece)));
    assert.equal(
      read.map((key) =>
        key.kind !== "text"
          ? key.kind
          : key.isPasted
          ? `<${key.text}>`
          : key.text
      ).join(" "),
      keys,
    );
    assert.deepEqual(reader.settle(), []);
  });
}

Deno.test("KeyReader: an escape character alone is a key once nothing follows", () => {
  const reader = new KeyReader();
  assert.deepEqual(reader.read(bytes("\x1b")), []);
  assert.equal(reader.isUndecided, true);
  assert.deepEqual(reader.settle(), [{ kind: "cancel" }]);
  assert.equal(reader.isUndecided, false);
  assert.deepEqual(reader.read(bytes("\x1b\x1b")), [{ kind: "cancel" }]);
});
