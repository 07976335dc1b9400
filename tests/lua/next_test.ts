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

/** Changes a table in every way that there is; `random(n)` gives 1 to n. */
const CHANGES = `
  local keys = { 1, 2, 3, 4, 5, 0, -1, 1.5, 0.5, -2.5, "a", "b", "Z", "", true, false, print, {}, 1 << 40 }
  local ways = {
    function(t, k) t[k] = true end,
    function(t, k) t[k] = nil end,
    function(t, k) rawset(t, k, 1) end,
    function(t, k) rawset(t, k, nil) end,
    function(t) table.insert(t, 1) end,
    function(t) if #t > 0 then table.remove(t) end end,
    function(t) if #t > 0 then table.remove(t, 1) end end,
    function(t) local k = next(t) if k ~= nil then t[k] = nil end end,
    function(t) for k in next, t do if k == "a" then t[k] = nil end end end,
    function(t) setmetatable(t, { __newindex = function(t, k, v) rawset(t, k, v) end }) end,
    function(t) setmetatable(t, nil) end,
    function(t) t.a, t[1], t[0] = 1, 2, 3 end,
    function(t) table.move({ 7, 8, 9 }, 1, 3, 2, t) end,
  }`;

Deno.test("next(t) is the first key of pairs, whatever was done to the table", async () => {
  const { value } = await evaluateText(`${CHANGES}
    local seed = 42
    local function random(n) seed = (seed * 1103515245 + 12345) % 2^31 return seed // 65536 % n + 1 end
    local bad = {}
    for round = 1, 60 do
      local t, log = {}, {}
      for step = 1, 60 do
        local way, key = random(#ways), keys[random(#keys)]
        ways[way](t, key)
        log[#log + 1] = way
        for again = 1, random(2) do
          local wanted
          for k in pairs(t) do wanted = k break end
          if next(t) ~= wanted then bad[#bad + 1] = round .. " " .. table.concat(log, ",") end
        end
      end
    end
    return bad`);
  assert.deepEqual(JSON.stringify(value), "{}");
});

const COUNT = 20_000;

for (
  const [what, program] of [
    [
      "asked again and again",
      `local t = {} for i = 1, ${COUNT} do t["k" .. i] = i end
       for i = 1, ${COUNT} do assert(next(t) == "k1") end`,
    ],
    [
      "asked while a list grows",
      `local t = {} for i = 1, ${COUNT} do t[#t + 1] = i assert(next(t) == 1) end`,
    ],
    [
      "asked while a table is emptied",
      `local t = {} for i = 1, ${COUNT} do t["k" .. i] = i end
       while true do local k = next(t) if k == nil then break end t[k] = nil end`,
    ],
    [
      "asked of a table that is filled and emptied",
      `local t = {} for i = 1, ${COUNT} do if next(t) == nil then t.x = 1 else t.x = nil end end`,
    ],
  ] as const
) {
  Deno.test(`next(t) takes some steps, not one for each key: ${what}`, async () => {
    const { steps } = await evaluateText(`${program} return {}`);
    const each = steps / COUNT;
    assert(each < 1500, `${each} steps each`);
  });
}

Deno.test("next(t) keeps few of the tables that it was asked of", async () => {
  const { value } = await evaluateText(`
    local n = 0
    for i = 1, 5000 do
      local t = {}
      for k = 1, 1000 do t[k] = k end
      if next(t) then n = n + 1 end
    end
    return { n = n }`);
  assert.deepEqual({ ...value as object }, { n: 5000 });
});
