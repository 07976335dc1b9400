import assert from "node:assert/strict";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { parseTomlData } from "../../lib/source/parse_toml_data.ts";

function parse(text: string | Uint8Array) {
  const bytes = typeof text === "string"
    ? new TextEncoder().encode(text)
    : text;
  return parseTomlData(bytes, "x.toml");
}

Deno.test("parseTomlData keeps every key, in objects without a prototype", async () => {
  const value = await parse(
    `"$schema" = "x"\n__proto__ = 1\n[a]\n"$schema" = 2\nb = [1, 2.5]\n`,
  );
  assert.equal(
    JSON.stringify(value),
    `{"__proto__":1,"a":{"$schema":2,"b":[1,2.5]}}`,
  );
  assert.equal(Object.getPrototypeOf(value), null);
});

const deep = (levels: number) =>
  `a = ${"[".repeat(levels)}${"]".repeat(levels)}`;

for (
  const [what, text, code, line, column] of [
    ["a syntax error", "a = 1\nb =", "toml-syntax", 2, 4],
    ["a field twice", "a = 1\na = 2", "toml-syntax", 2, 1],
    ["what is no text", Uint8Array.of(0x61, 0xff), "toml-syntax", 1, 2],
    ["a date", "[b]\na = 2026-01-01", "result-shape", 2, 5],
    ["a time", "a = 12:00:00", "result-shape", 1, 5],
    ["no number", "a = nan", "result-shape", 1, 5],
    ["infinity", "a = [1, -inf]", "result-shape", 1, 9],
    ["a number that is cut", "a = 9007199254740993", "toml-syntax", 1, 5],
    ["nested too deep", deep(64), "limit-output", 1, 1],
  ] as const
) {
  Deno.test(`parseTomlData refuses ${what}`, async () => {
    await assert.rejects(parse(text), (error) => {
      assert.ok(error instanceof ProfileError, String(error));
      assert.equal(error.code, code, error.message);
      const { source } = error.diagnostics[0]!;
      assert.deepEqual([source?.line, source?.column], [line, column]);
      return true;
    });
  });
}

Deno.test("parseTomlData takes as many levels as a profile has", async () => {
  await parse(deep(63));
});
