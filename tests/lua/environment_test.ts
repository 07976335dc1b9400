import assert from "node:assert/strict";
import { evaluateText, failureOf } from "./evaluate_text.ts";

/** Evaluates to the list of what `body` passes to `add`. */
async function collect(body: string): Promise<unknown> {
  const text = `local list = {}
    local function add(v) list[#list + 1] = v end
    ${body}
    return list`;
  return (await evaluateText(text)).value;
}

Deno.test("the globals are these and no others", async () => {
  const globals = await collect(`
    for name, value in pairs(_G) do
      if type(value) == "table" and value ~= _G and getmetatable(value) == nil then
        for member in pairs(value) do add(name .. "." .. member) end
      else
        add(name)
      end
    end`);
  assert.deepEqual(globals, [
    "_G",
    "_VERSION",
    "assert",
    ..."close create isyieldable resume running status wrap yield".split(" ")
      .map((name) => `coroutine.${name}`),
    ..."error getmetatable insomnia ipairs".split(" "),
    ...("abs acos asin atan ceil cos deg exp floor fmod huge log max " +
      "maxinteger min mininteger modf pi rad sin sqrt tan tointeger type ult")
      .split(" ").map((name) => `math.${name}`),
    ...("next package pairs pcall print profile rawequal rawget rawlen rawset require " +
      "select setmetatable").split(" "),
    ...("byte char find format gmatch gsub len lower match pack packsize rep " +
      "reverse sub unpack upper").split(" ").map((name) => `string.${name}`),
    ..."concat insert move pack remove sort unpack".split(" ").map((name) =>
      `table.${name}`
    ),
    ..."tonumber tostring type".split(" "),
    ..."char charpattern codepoint codes len offset".split(" ").map((name) =>
      `utf8.${name}`
    ),
    "xpcall",
  ]);
});

for (const [how, walk] of [["pairs", "pairs(t)"], ["next", "next, t"]]) {
  Deno.test(`${how} goes in a fixed order`, async () => {
    assert.deepEqual(
      await collect(`
        local t = {}
        local names = { print, {}, "b", true, 2, function() end, false, 1.5, "a", -1, "B", {} }
        for at = #names, 1, -1 do t[names[at]] = at end
        for _, at in ${walk} do add(at) end`),
      // -1, 1.5, 2, "B", "a", "b", false, true, then by age: print is oldest
      [10, 8, 5, 11, 9, 3, 7, 4, 1, 2, 6, 12],
    );
  });

  Deno.test(`${how} orders tables and functions by their creation, not by their addresses`, async () => {
    // Blocks that the collector freed are used again: addresses go to and fro.
    const order = await collect(`
      local t, born = {}, 0
      for turn = 1, 60 do
        local waste = {}
        for i = 1, 500 do waste[i] = { i } end
        born = born + 1
        local key = turn % 3 == 0 and function() return born end
          or turn % 3 == 1 and { turn } or coroutine.create(function() end)
        t[key] = born
      end
      for _, at in ${walk} do add(at) end`);
    assert.deepEqual(order, Array.from({ length: 60 }, (_, at) => at + 1));
  });
}

Deno.test("pairs and next end at once on an empty table, and take what was set while they ran", async () => {
  assert.deepEqual(
    await collect(`
      for _ in pairs({}) do add("never") end
      add(select("#", next({})))
      local t = { a = 1, b = 2, c = 3 }
      for k, v in pairs(t) do t.b = 20 add(v) end`),
    [1, 1, 20, 3],
  );
});

Deno.test("tostring, string.format and messages tell objects apart by numbers, in the order of asking", async () => {
  assert.deepEqual(
    await collect(`
      local t = {}
      add(tostring(t)) add(tostring(print)) add(tostring(coroutine.create(print)))
      add(tostring(t)) add(("%s %-12s|"):format({}, print)) add(tostring(t) == tostring({}))
      add(tostring(setmetatable({}, { __name = "thing" })))
      add(tostring(insomnia))
      add(select(2, pcall(error, setmetatable({}, { __tostring = function() return "own" end }))) ~= nil)`),
    [
      ...["table: 1", "function: 2", "thread: 3", "table: 1"],
      ...["table: 4 function: 2 |", false, "thing: 6", "table: 7", true],
    ],
  );
});

Deno.test("NaN prints and packs in one way", async () => {
  assert.deepEqual(
    await collect(`
      local zero = 0
      for _, nan in ipairs({ 0 / zero, -(0 / zero), math.huge - math.huge, tonumber("-nan") or 0 / zero }) do
        add(tostring(nan)) add(nan .. "") add(("%f %g %5.1f"):format(nan, nan, -nan))
        add((string.pack(">d", nan):gsub(".", function(c) return ("%02x"):format(c:byte()) end)))
        add((string.pack(">f", -nan):gsub(".", function(c) return ("%02x"):format(c:byte()) end)))
      end`),
    Array.from({ length: 4 }, () => [
      ...["nan", "nan", "nan nan   nan"],
      ...["7ff8000000000000", "7fc00000"],
    ]).flat(),
  );
});

Deno.test("finalizers are refused when the metatable is set", async () => {
  const failure = await failureOf(`\nsetmetatable({}, { __gc = "k" })`);
  assert.equal(failure.code, "sandbox-denied");
  assert.equal(failure.line, 2);
  assert(failure.message.includes("`__gc`"));
});

Deno.test("weak tables keep what is in them, whenever the collector runs", async () => {
  for (const mode of ["k", "v", "kv"]) {
    const { value } = await evaluateText(`
      local weak = setmetatable({}, { __mode = "${mode}" })
      for i = 1, 500 do weak[{}] = {} weak[i] = {} end
      local late = { __mode = "${mode}" }
      local also = setmetatable({}, late)
      for i = 1, 500 do also[i] = { i } end
      local junk for i = 1, 2e5 do junk = { i, tostring(i) } end
      -- An allocation that is refused collects what it can.
      pcall(string.rep, "x", 60 * 2^20)
      local n, m = 0, 0
      for _ in pairs(weak) do n = n + 1 end
      for i, v in ipairs(also) do if v[1] == i then m = m + 1 end end
      return { n = n, m = m }`);
    assert.deepEqual({ ...value as object }, { n: 1000, m: 500 });
  }
});

Deno.test("package has its config, can only be read, and says what else is not there", async () => {
  const { value } = await evaluateText(`
    local names = {}
    for name in pairs(package) do names[#names + 1] = name end
    return { names = names, first = next(package), separator = package.config:sub(1, 1),
      loaded = package.loaded == nil, kept = pcall(function() package.config = "x" end) }`);
  assert.deepEqual(JSON.parse(JSON.stringify(value)), {
    names: ["config"],
    first: "config",
    separator: "/",
    loaded: true,
    kept: false,
  });
  for (
    const use of [
      "package.path = 'x'",
      "package.path = package.path .. ';?'",
      "package.loaded.x = 1",
      "package.searchpath('a')",
    ]
  ) {
    const { code, message } = await failureOf(use);
    assert.equal(code, "sandbox-denied", use);
    assert.match(message, /^`package\.\w+` is not available in a profile/);
  }
});

Deno.test("require gives the standard libraries that are there", async () => {
  const { value } = await evaluateText(`
    return { require("string") == string, require("table") == table, require("math") == math,
      require("utf8") == utf8, require("coroutine") == coroutine, require("_G") == _G,
      pcall(require, "os") }`);
  assert.deepEqual((value as unknown[]).slice(0, 7), [
    ...Array(6).fill(true),
    false,
  ]);
});

Deno.test("a denied name's message is the same inside of pcall, xpcall and a coroutine", async () => {
  const outside = await failureOf("local t = os.time()");
  const { value } = await evaluateText(
    `local f = function() return os.time() end
    local called, handled = select(2, pcall(f)), select(2, xpcall(f, function(m) return m end))
    return { called, handled, select(2, coroutine.resume(coroutine.create(f))) }`,
  );
  for (const message of value as string[]) {
    assert.equal(message, `main.lua:1: ${outside.message}`);
  }
  const again = await failureOf(
    "local ok, m = pcall(function() os.exit() end) error(m, 0)",
  );
  assert.equal(again.code, "sandbox-denied");
  assert.equal(again.message, outside.message);
  assert.equal(again.help, outside.help);
});

Deno.test("a yield in a module is refused, one in a coroutine of the module's own is not", async () => {
  const { value } = await evaluateText(`
    local numbers = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)
    return { numbers(), numbers(), numbers() }`);
  assert.deepEqual(value, [1, 2, 3]);
});

Deno.test("print notes the line, and stops at its limits with whole remarks", async () => {
  const many = await evaluateText(
    "for i = 1, 201 do\n print(i, nil, {}) end return {}",
  );
  assert.equal(many.notes.length, 200);
  assert.deepEqual(many.notes[0], {
    chunk: "main.lua",
    line: 2,
    text: "1\tnil\ttable: 1",
  });
  assert.equal(many.notesCut, true);
  const tall = await evaluateText(
    `print(("\\n"):rep(198)) print("a\\nb") print("c") return {}`,
  );
  assert.equal(tall.notes.length, 1);
  assert.equal(tall.notesCut, true);
  const wide = await evaluateText(
    `local s = ("x"):rep(40000) print(s) print("y") print(s) print("z") return {}`,
  );
  assert.deepEqual(wide.notes.map(({ text }) => text.length), [40000, 1]);
  const few = await evaluateText(`print() return {}`);
  assert.deepEqual(few.notes.map(({ text }) => text), [""]);
  assert.equal(few.notesCut, false);
});
