import assert from "node:assert/strict";
import { foreignEncoding } from "../../lib/source/encoding.ts";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { renderDiagnostics, resolveProfile } from "../../mod.ts";
import { memorySystem } from "../../lib/system/memory_system.ts";

const TEXT = `return { api_key = "AKIAIOSFODNN7EXAMPLE", model = }`;

/** A text as two bytes a letter, with or without a mark at its beginning. */
function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = [...(mark ? "\ufeff" : "") + text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
  return Uint8Array.from(bytes);
}

const ROWS: readonly (readonly [string, Uint8Array, string | undefined])[] = [
  ["UTF-8", new TextEncoder().encode(TEXT + "é"), undefined],
  ["UTF-8 with a mark", new TextEncoder().encode("\ufeff" + TEXT), undefined],
  ["nothing", new Uint8Array(), undefined],
  ["UTF-16 LE", utf16(TEXT, false, true), "UTF-16"],
  ["UTF-16 BE", utf16(TEXT, true, true), "UTF-16"],
  ["UTF-16 LE without a mark", utf16(TEXT, false, false), "UTF-16"],
  ["UTF-16 BE without a mark", utf16(TEXT, true, false), "UTF-16"],
  ["Latin-1", Uint8Array.of(0x2d, 0x2d, 0xe9), "not UTF-8"],
];

for (const [name, bytes, expected] of ROWS) {
  Deno.test(`foreignEncoding: ${name}`, () => {
    assert.equal(foreignEncoding(bytes), expected);
  });
}

Deno.test("resolveProfile says that a source is not UTF-8, once, and shows nothing of it", async () => {
  for (const [name, bytes, encoding] of ROWS) {
    if (encoding === undefined) continue;
    for (const module of [false, true]) {
      const system = memorySystem({
        cwd: "/ws",
        files: module
          ? { "/ws/a.lua": `return require("b")`, "/ws/b.lua": bytes }
          : { "/ws/a.lua": bytes },
      });
      const error = await resolveProfile({
        selector: "./a.lua",
        podName: "x",
        workspace: "/ws",
        system,
      }).then(() => assert.fail(name), (error) => error);
      assert.ok(error instanceof ProfileError, String(error));
      assert.equal(error.code, module ? "module-not-found" : "source-encoding");
      assert.equal(error.diagnostics.length, 1);
      const text = renderDiagnostics(error.diagnostics, "json");
      assert.match(text, /UTF-16|not UTF-8/);
      assert.doesNotMatch(text.replaceAll("\\u0000", ""), /AKIA/);
    }
  }
});
