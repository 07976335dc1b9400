import assert from "node:assert/strict";
import { evaluateText } from "./evaluate_text.ts";

for (
  const [criterion, program, expected] of [
    [
      "the key it was given was removed",
      `local t, seen = { a = 1, b = 2, [1] = 3, [2] = 4 }, {}
       for key in next, t do
         seen[#seen + 1] = tostring(key)
         t[key] = nil
       end
       return { seen = seen, left = next(t) == nil }`,
      { left: true, seen: ["1", "2", "a", "b"] },
    ],
    [
      "the first key was removed and other tables were looked at since",
      `local t, seen = { a = 1, b = 2 }, {}
       for key in next, t do
         t[key] = nil
         for other in next, { x = 1, y = 2 } do seen[#seen + 1] = key .. other end
         if next({}) == nil and next({ z = 1 }) then seen[#seen + 1] = "-" end
       end
       return seen`,
      ["ax", "ay", "-", "bx", "by", "-"],
    ],
    [
      "it is asked again from the start after each removal",
      `local t, seen = { c = 1, a = 2, b = 3 }, {}
       while next(t) do
         local key = next(t)
         seen[#seen + 1] = key
         t[key] = nil
       end
       return seen`,
      ["a", "b", "c"],
    ],
    [
      "a key was never there, with an error",
      `return { pcall(next, { a = 1 }, "b") }`,
      [false, "invalid key to 'next'"],
    ],
  ] as const
) {
  Deno.test(`next goes on in order when ${criterion}`, async () => {
    const { value } = await evaluateText(program);
    assert.equal(JSON.stringify(value), JSON.stringify(expected));
  });
}
