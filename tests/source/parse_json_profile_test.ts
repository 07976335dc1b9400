import assert from "node:assert/strict";
import { ProfileError } from "../../lib/base/profile_error.ts";
import { parseJsonProfile } from "../../lib/source/parse_json_profile.ts";

function parse(text: string | Uint8Array) {
  const bytes = typeof text === "string"
    ? new TextEncoder().encode(text)
    : text;
  return parseJsonProfile(bytes, "x.json");
}

Deno.test("parseJsonProfile keeps every key, in objects without a prototype", async () => {
  const value = await parse(
    `\uFEFF{ "__proto__": { "a": [1, null] }, "b": "ü" }`,
  );
  assert.equal(JSON.stringify(value), `{"__proto__":{"a":[1,null]},"b":"ü"}`);
  assert.equal(Object.getPrototypeOf(value), null);
  assert.equal(({} as Record<string, unknown>).a, undefined);
});

Deno.test("parseJsonProfile says where and why a text is not JSON", async () => {
  const rows: [string, RegExp, number, number][] = [
    ["", /it is empty/, 1, 1],
    [`{\n  "a": 1\n  "b": 2\n}`, /a comma \(`,`\) is missing/, 3, 3],
    [`{ "a" 1 }`, /a `:` behind a field name is missing/, 1, 7],
    [`{ a: 1 }`, /there is a word that JSON does not know/, 1, 3],
    [`[1, 2`, /a `]` is missing/, 1, 6],
    [`{ "a": 1 } x`, /there is/, 1, 12],
    [`// no\n{}`, /JSON has no comments/, 1, 1],
    [`{ "a": "x\n" }`, /the `"` at the end of a string is missing/, 1, 8],
    ["[".repeat(200_000), /not valid|is missing/, 1, 1],
  ];
  for (const [text, why, line, column] of rows) {
    await assert.rejects(parse(text), (error) => {
      assert.ok(error instanceof ProfileError, String(error));
      assert.equal(error.code, "json-syntax");
      assert.match(error.message, why);
      const { source } = error.diagnostics[0]!;
      if (text.length < 100) {
        assert.deepEqual([source!.line, source!.column], [line, column], text);
      }
      return true;
    });
  }
});

Deno.test("parseJsonProfile refuses what no profile can be", async () => {
  const rows: [string | Uint8Array, string][] = [
    [Uint8Array.of(0xFF, 0xFE), "json-syntax"],
    ["[1e400]", "result-shape"],
    ["[".repeat(65) + "]".repeat(65), "limit-output"],
  ];
  for (const [text, code] of rows) {
    await assert.rejects(
      parse(text),
      (error) => error instanceof ProfileError && error.code === code,
    );
  }
  await parse("[".repeat(64) + "]".repeat(64));
});

Deno.test("parseJsonProfile refuses a field that is written twice, with both places", async () => {
  const text = `{
  "model": "a/b",
  "worker": { "max_turns": 1, "max\\u005fturns": 2, "a:b": ":" },
  "model": "c/d",
  "list": [{ "a": 1 }, { "a": 1 }],
  "sk1secret9": { "x": 1, "x": 2 },
  "sk1secret9": 3
}`;
  await assert.rejects(parse(text), (error) => {
    assert.ok(error instanceof ProfileError, String(error));
    assert.deepEqual(
      error.diagnostics.map(({ code, message, source, related }) => [
        code,
        message,
        `${source!.line}:${source!.column}`,
        ...related!.map(({ source }) => source!.line),
      ]),
      [
        [
          "conflicting-fields",
          "`worker.max_turns` is written twice",
          "3:31",
          3,
        ],
        ["conflicting-fields", "`model` is written twice", "4:3", 2],
        ["conflicting-fields", "a field is written twice", "6:27", 6],
        ["conflicting-fields", "a field is written twice", "7:3", 6],
      ],
    );
    return true;
  });
  // A colon in a string is none.
  await parse(`{ "a": ":", "b:": "\\":", "c": [{ "a": ":\\\\" }] }`);
});

Deno.test("parseJsonProfile tells a hundred of very many fields that are written twice", async () => {
  const text = `{${Array.from({ length: 150_000 }, () => '"a":1').join()}}`;
  await assert.rejects(
    async () => await parse(text),
    (error) => {
      assert(error instanceof ProfileError);
      assert.equal(error.diagnostics.length, 100);
      return true;
    },
  );
});

Deno.test("parseJsonProfile points at a comma too many, and tells how to leave it out", async () => {
  const text = '{\n  "slug": "a,]",\n  "list": [1, 2,\n  ]\n}\n';
  await assert.rejects(
    parseJsonProfile(new TextEncoder().encode(text), "/x.json"),
    (error) => {
      assert.ok(error instanceof ProfileError);
      const [said] = error.diagnostics;
      assert.match(said!.message, /comma behind the last item/);
      assert.equal(said!.source?.line, 3);
      assert.deepEqual(said!.fixes?.[0]?.edits, [
        { file: "/x.json", line: 3, column: 16, length: 1, text: "" },
      ]);
      return true;
    },
  );
});
