import assert from "node:assert/strict";
import { parseToml } from "../../lib/document/parse_toml.ts";

/** `«` stands where the mistake is. */
const ROWS: readonly (readonly [marked: string, said: RegExp])[] = [
  [`a = «c.lua`, /a text stands in quotes/],
  [`a = [«x]`, /a text stands in quotes/],
  [`a«: "c.lua"`, /joined by `=`/],
  [`[profile«\na = 1`, /the `\]` of this table is missing/],
  [`a = «True`, /TOML writes `true`/],
  [`a = «nil`, /no word for nothing/],
  [`«// a remark\na = 1`, /begins with `#`/],
  [`a = «"x\nb = 1`, /no closing quote/],
  // Where nothing is known the parser's words are all.
  [`a = 1.2«.3`, /^[^\n]*$/],
];

Deno.test("parseToml says what to write, and where", async (t) => {
  for (const [marked, said] of ROWS) {
    await t.step(marked, () => {
      const [before = "", behind = ""] = marked.split("«");
      const parsed = parseToml(before + behind);
      assert.ok("error" in parsed);
      const { message, line, column, help } = parsed.error;
      const lines = before.split("\n");
      assert.deepEqual(
        [line, column],
        [lines.length, lines.at(-1)!.length + 1],
        message,
      );
      assert.match(help === undefined ? message : `${message}\n${help}`, said);
    });
  }
});
