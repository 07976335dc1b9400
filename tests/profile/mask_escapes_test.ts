import assert from "node:assert/strict";
import { maskSecrets } from "../../lib/profile/mask_secrets.ts";
import { unescapedText } from "../../lib/profile/unescaped_text.ts";

/** A text as Lua, JSON or TOML may write it, and the same masked. */
const ROWS: readonly (readonly [written: string, masked: string])[] = [
  [
    String.raw`h["Bearer\taB3dE5fG7hJ9kL2mN4pQ"] is`,
    `h["${"*".repeat(28)}"] is`,
  ],
  [String.raw`"BEARER\9aB3dE5fG7hJ9kL2mN4pQ"`, `"${"*".repeat(28)}"`],
  // Letters of the credential itself.
  [String.raw`k = "AKIA\x49OSFODNN7EXAMPLE"`, `k = "${"*".repeat(23)}"`],
  [String.raw`k = "AKIA\073OSFODNN7EXAMPLE"`, `k = "${"*".repeat(23)}"`],
  [String.raw`k = "AKIA\u{49}OSFODNN7EXAMPLE"`, `k = "${"*".repeat(25)}"`],
  [String.raw`"k": "AKIA\u0049OSFODNN7EXAMPLE"`, `"k": "${"*".repeat(25)}"`],
  [String.raw`k = "AKIA\U00000049OSFODNN7EXAMPLE"`, `k = "${"*".repeat(29)}"`],
  [String.raw`k = "AKIA\z   IOSFODNN7EXAMPLE"`, `k = "${"*".repeat(25)}"`],
  // An escape before it is no letter of a word that only ends like one.
  [
    String.raw`"a\nAKIAIOSFODNN7EXAMPLE\n"`,
    String.raw`"a\n${"*".repeat(20)}\n"`,
  ],
  ["https:\\/\\/me:hunter2@x", `https:\\/\\/${"*".repeat(10)}@x`],
  // Behind another escape, the first and the last of it.
  [
    String.raw`"\t\u{1F600}\65KIAIOSFODNN7EXAMPL\69"`,
    String.raw`"\t\u{1F600}${"*".repeat(24)}"`,
  ],
  // None of one.
  [
    String.raw`C:\tools\bin "\q" \u{110000} \ .`,
    String.raw`C:\tools\bin "\q" \u{110000} \ .`,
  ],
];

for (const [written, masked] of ROWS) {
  Deno.test(`maskSecrets reads escapes: ${written.slice(0, 30)}`, () => {
    assert.equal(maskSecrets(written), masked);
  });
}

Deno.test("maskSecrets: a known value is hidden as it is written, too", () => {
  assert.equal(
    maskSecrets(String.raw`{ "a\u0062\tc", "ab	c", "abc" }`, ["ab\tc"]),
    String.raw`{ "${"*".repeat(10)}", "****", "abc" }`,
  );
});

Deno.test("unescapedText: a text without an escape is the text itself", () => {
  assert.equal(unescapedText("a/b"), undefined);
});

Deno.test("maskSecrets: a value of three characters is hidden, of two it says nothing", () => {
  assert.equal(maskSecrets("abc ab", ["abc", "ab"]), "*** ab");
});
