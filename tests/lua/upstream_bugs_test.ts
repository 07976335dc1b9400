import assert from "node:assert/strict";
import { evaluateText } from "./evaluate_text.ts";

/**
 * A program that met a bug of Lua 5.4.4, what it gives in Lua 5.4.8 (5.4.9
 * where that mended it), and the commit or release that mended it.
 */
interface Row {
  readonly bug: string;
  readonly upstream: string;
  readonly program: string;
  readonly wanted: unknown;
}

/** Each comparison of two values as an index of an upvalue, beside the plain one. */
function indexesByComparison(): Row[] {
  const operands = ["1, 2", "2, 2", "2.5, 2", "'a', 'b'", "'b', 'b'", "x, y"];
  const comparisons = [
    ...["a == b", "a ~= b", "a < b", "a <= b", "a > b", "a >= b"],
    ...["a == 2", "a ~= 'a'", "not (a == b)", "(a == b)", "a == b and a ~= 2"],
    ...["a == b or a", "t[a == b] == 'yes'"],
  ];
  return operands.flatMap((pair) =>
    comparisons.map((comparison) => ({
      bug: `t[${comparison}] with ${pair}`,
      upstream: "782ef85b",
      program: `
        local class = {}
        class.__eq = function() return true end
        class.__lt = function() return true end
        class.__le = function() return false end
        local x, y = setmetatable({}, class), setmetatable({}, class)
        local a, b = ${pair}
        local t = setmetatable({ [true] = "yes", [false] = "no" },
          { __index = function() return "other" end })
        local u = {}
        local function read() return t[${comparison}] end
        local function write() u[${comparison}] = "written" return u end
        local function build() return { t[${comparison}], [t[${comparison}]] = 1 } end
        local function inside() return (function() return t[${comparison}] end)() end
        local plain = ${comparison}
        local built, written = build(), write()
        return { alike = read() == t[plain] and inside() == t[plain] and
          written[plain] == "written" and built[1] == t[plain] and built[t[plain]] == 1 }`,
      wanted: { alike: true },
    }))
  );
}

const CLASSES = "local function new(meta) return setmetatable({}, meta) end\n";

const ROWS: readonly Row[] = [
  ...indexesByComparison(),
  {
    bug: "the manifest of a choice by comparison",
    upstream: "782ef85b",
    program: `
      local EFFORT = { [true] = "high", [false] = "low" }
      local mine, wanted = "coder", "coder"
      local function reasoning() return { effort = EFFORT[mine == wanted] } end
      return { worker = { reasoning = reasoning() } }`,
    wanted: { worker: { reasoning: { effort: "high" } } },
  },
  {
    bug: "the line of a division by zero",
    upstream: "02bab9fc",
    program: `
local zero, one = 0, 1
local function line(f) return tonumber(select(2, pcall(f)):match(":(%d+):")) end
return {
  line(function()
    return one // zero end),
  line(function()
    local x = one
    return x % zero end),
  line(function()
    return {
      one,
      one // 0,
    } end),
  line(function()
    return math.abs(one,
      7 % zero) end),
}`,
    wanted: [6, 9, 13, 17],
  },
  {
    bug: "the line of a call written over several lines",
    upstream: "5ab6a575",
    program: `
local function line(f) return tonumber(select(2, pcall(f)):match(":(%d+):")) end
local nothing
return {
  line(function()
    nothing
    (
      1
    ) end),
  line(function()
    return math.floor
      .x
      {} end),
}`,
    wanted: [7, 12],
  },
  {
    bug: "positions of 2^32 and more",
    upstream: "not mended there: 32 bits",
    program: `
      local BIG, LOW = 1 << 32, -(1 << 32)
      local s = "hello"
      return {
        n = select("#", s:byte(BIG)), m = select("#", s:byte(BIG + 1, BIG + 5)),
        sub = s:sub(BIG), sub2 = s:sub(2, BIG + 1), sub3 = s:sub(LOW, BIG),
        find = s:find("l", BIG) == nil, find2 = s:find("", BIG + 1) == nil,
        match = s:match("l", BIG + 2) == nil, low = s:find("h", LOW),
        gmatch = s:gmatch("l", BIG + 1)() == nil,
        unpack = pcall(string.unpack, "b", s, BIG + 1),
        most = s:sub(math.mininteger, math.maxinteger),
      }`,
    wanted: {
      n: 0,
      m: 0,
      sub: "",
      sub2: "ello",
      sub3: "hello",
      find: true,
      find2: true,
      match: true,
      low: 1,
      gmatch: true,
      unpack: false,
      most: "hello",
    },
  },
  {
    bug: "recursion to find a name",
    upstream: "7923dbbf",
    program: `
      local t = {}
      t.a = t
      return { pcall(function() return t${".a".repeat(40_000)}.b.c end) }`,
    wanted: [
      false,
      "main.lua:4: attempt to index a nil value (field 'b')",
    ],
  },
  {
    bug: 'a field of the text "_ENV"',
    upstream: "d1ee2a4d",
    program: `
      local function message(f) return (select(2, pcall(f)):gsub("^.-: ", "")) end
      local _ENV = _ENV
      return {
        message(function() return ("_ENV").x.y end),
        message(function() return (_ENV).x.y end),
        message(function() ("_ENV"):x() end),
        message(function() x() end),
      }`,
    wanted: [
      "attempt to index a nil value (field 'x')",
      "attempt to index a nil value (global 'x')",
      "attempt to call a nil value (method 'x')",
      "attempt to call a nil value (global 'x')",
    ],
  },
  {
    bug: "the length of a concatenation that reaches 4 GiB",
    upstream: "5853c37a",
    program: `
      local a, b = string.rep("x", 23216039), string.rep("y", 71)
      return { pcall(function() return ${"a .. ".repeat(185)} b end) }`,
    wanted: [false, "main.lua:3: string length overflow"],
  },
  {
    bug: "the depth of gmatch after a caught error",
    upstream: "efddc230",
    program: `
      local n = 5000
      local next_match = string.gmatch(string.rep("a", n), string.rep("a?", n))
      local messages = {}
      for i = 1, 300 do messages[select(2, pcall(next_match))] = true end
      local all = {}
      for message in pairs(messages) do all[#all + 1] = message end
      return all`,
    wanted: ["pattern too complex"],
  },
  {
    bug: "an assignment through __newindex to itself, and the collector",
    upstream: "5.4.9",
    program: `
      local ballast = {}
      for i = 1, 20000 do ballast[i] = { i } end
      local count, hold = 1000, {}
      for i = 1, count do
        local mt = { id = i }
        mt.__newindex = mt
        hold[i] = { mt = mt, x = setmetatable({}, mt) }
      end
      local bad = 0
      for round = 1, 6 do
        for i = 1, count do
          local h = hold[i]
          rawset(h.mt, "__newindex", h.mt)
          h.x.__newindex = { tag = i, { i } }
        end
        for k = 1, 20000 do local junk = { k, { tag = k } } end
        for i = 1, count do
          local v = rawget(hold[i].mt, "__newindex")
          if type(v) ~= "table" or rawget(v, "tag") ~= i or v[1][1] ~= i then bad = bad + 1 end
        end
      end
      return { bad = bad }`,
    wanted: { bad: 0 },
  },
  {
    bug: "the handler of an xpcall in a coroutine that is closed",
    upstream: "3fe7be95",
    program: CLASSES + `
      local co = coroutine.create(function()
        local a, b, c, d = 1, 2, 3, 4
        local x <close> = new { __close = function(_, e)
          local p, q, r, s, t, u, v, w = 1, 2, 3, 4, 5, 6, 7, 8
          error("E1 " .. tostring(e), 0)
        end }
        xpcall(function() coroutine.yield(2) end, function(m) return "H " .. tostring(m) end)
      end)
      coroutine.resume(co)
      return { coroutine.close(co) }`,
    wanted: [false, "E1 nil"],
  },
];

for (const { bug, upstream, program, wanted } of ROWS) {
  Deno.test(`Lua's bug is mended (${upstream}): ${bug}`, async () => {
    const { value } = await evaluateText(program);
    assert.deepEqual(JSON.parse(JSON.stringify(value)), wanted);
  });
}
