import assert from "node:assert/strict";
import { repeatedFields } from "../../lib/source/repeated_fields.ts";

for (
  const [text, found] of [
    [`{"a":1,"a":2}`, ["`a` is written twice"]],
    [`[{"a":1},{"a":2}]`, []],
    [`{"l":[{"a":1,"a":2}]}`, ["`l[0].a` is written twice"]],
    [`[[{"a":1,"a":2}]]`, ["`[0][0].a` is written twice"]],
    [`{"a":{"b":1},"c":{"b":1}}`, []],
    [
      `{"a":1,"a":2,"a":3}`,
      ["`a` is written twice", "`a` is written twice"],
    ],
    [`{"sk-x9":1,"sk-x9":2}`, ["a field is written twice"]],
  ] as const
) {
  Deno.test(`repeatedFields: ${text}`, () => {
    const said = repeatedFields(text, "x.json");
    assert.deepEqual(said.map(({ message }) => message), found);
    for (const { related } of said) assert.equal(related?.length, 1);
  });
}
