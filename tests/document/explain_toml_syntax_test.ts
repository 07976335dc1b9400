import assert from "node:assert/strict";
import { applyEdits } from "../../lib/document/apply_edits.ts";
import { parseToml } from "../../lib/document/parse_toml.ts";

/** `«` stands where the mistake is; `mended` is left out where nothing is sure. */
const ROWS: readonly (readonly [
  marked: string,
  said: RegExp,
  mended?: string,
])[] = [
  [`a = «c.lua`, /a text stands in quotes/, `a = "c.lua"`],
  [`a = «c.lua # x`, /a text stands in quotes/],
  [`a = [«x]`, /a text stands in quotes/],
  [`a«: "c.lua"`, /joined by `=`/, `a = "c.lua"`],
  [`[profile«\na = 1`, /the `\]` of this table is missing/],
  [`[[profile]«\na = 1`, /the `\]` of this table is missing/],
  [`a = «True`, /TOML writes `true`/, `a = true`],
  [`a = «nil`, /no word for nothing/],
  [`«// a remark\na = 1`, /begins with `#`/, `# a remark\na = 1`],
  [`a = 1\n«-- a remark`, /begins with `#`/, `a = 1\n# a remark`],
  [`a = «"x\nb = 1`, /no closing quote/],
  [`a = «1.2.3`, /a text stands in quotes/],
  [`a = «200k`, /`200000`/, `a = 200000`],
  [`a = «012`, /`12`/, `a = 12`],
  [`a = "C:«\\Users"`, /write it twice/],
  [`a = "b«\\skills"`, /write it twice/],
  ['«{ "a": 1 }', /this is JSON/],
  ["return «{ a = 1 }", /this is Lua/],
  ["-- «x\nlocal a = 1", /this is Lua/],
  // Where nothing is known the parser's words are all.
  [`a = "x" «y`, /^[^\n]*$/],
];

Deno.test("parseToml says what to write, and where", async (t) => {
  for (const [marked, said, mended] of ROWS) {
    await t.step(marked, () => {
      const [before = "", behind = ""] = marked.split("«");
      const text = before + behind;
      const parsed = parseToml(text);
      assert.ok("error" in parsed);
      const { message, line, column, help, edits } = parsed.error;
      const lines = before.split("\n");
      assert.deepEqual(
        [line, column],
        [lines.length, lines.at(-1)!.length + 1],
        message,
      );
      assert.match(help === undefined ? message : `${message}\n${help}`, said);
      const file = "p.toml";
      const { bytes } = applyEdits(
        new TextEncoder().encode(text),
        (edits ?? []).map((edit) => ({ file, ...edit })),
      );
      assert.equal(new TextDecoder().decode(bytes), mended ?? text);
      if (mended !== undefined) assert.ok("value" in parseToml(mended));
    });
  }
});
