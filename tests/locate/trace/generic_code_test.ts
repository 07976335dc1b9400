import assert from "node:assert/strict";
import type { FieldPath } from "../../../lib/base/field_path.ts";
import { evaluate } from "../../lua/evaluator.ts";
import { tracePlaces } from "../../../lib/locate/trace/trace_places.ts";
import { OPTIONS, programOf } from "../../lua/evaluate_text.ts";

const COPY =
  `local function copy(t)\n  if type(t) ~= "table" then return t end\n  local r = {}\n  for k, v in pairs(t) do r[copy(k)] = copy(v) end\n  return r\nend\n`;

type Row = readonly [
  criterion: string,
  /** `«` stands where the field was written. */
  marked: string,
  path: FieldPath,
  side: "key" | "value",
];

const ROWS: readonly Row[] = [
  [
    "a key through a deep copy",
    `${COPY}return copy { worker = { «max = 1 } }`,
    ["worker", "max"],
    "key",
  ],
  [
    "a value through a deep copy",
    `${COPY}return copy { worker = { max = «1 } }`,
    ["worker", "max"],
    "value",
  ],
  [
    "an item through a map",
    `local r = {}\nfor i, v in ipairs { "a", «"b" } do r[i] = v end\nreturn { l = r }`,
    ["l", 1],
    "value",
  ],
  [
    "an item that was appended",
    `local r = {}\nfor _, v in ipairs { «"a", "b" } do r[#r + 1] = v end\nreturn { l = r }`,
    ["l", 0],
    "value",
  ],
  [
    "an item among the arguments of a function that takes any number",
    `local function list(...)\n  return { ... }\nend\nreturn { l = list("a", «"b") }`,
    ["l", 1],
    "value",
  ],
  [
    "the same behind items of its own",
    `local function list(...)\n  return { "first", ... }\nend\nreturn { l = list("a", «"b") }`,
    ["l", 2],
    "value",
  ],
  [
    "an item of a parameter",
    `local function rule(tool)\n  return { tool, "*" }\nend\nreturn { l = rule(«"Bash") }`,
    ["l", 0],
    "value",
  ],
  [
    "an item of a list that was unpacked",
    `local function copy(t)\n  return { "first", table.unpack(t) }\nend\nreturn { l = copy { "a", «"b" } }`,
    ["l", 2],
    "value",
  ],
  [
    "a loop's variable in a constructor",
    `local r = {}\nfor _, tool in ipairs { "Read", «"Grep" } do\n  r[#r + 1] = { tool = tool }\nend\nreturn { l = r }`,
    ["l", 1, "tool"],
    "value",
  ],
  [
    "an item that was packed",
    `local l = table.pack("a", «"b")\nl.n = nil\nreturn { l = l }`,
    ["l", 1],
    "value",
  ],
  [
    "what was given to a constructor of one's own",
    `local function role(o)\n  return { slug = o.name or "x" }\nend\nreturn role { name = «"mine" }`,
    ["slug"],
    "value",
  ],
  [
    "what a local variable took from there",
    `local function role(o)\n  local name = o.name\n  return { slug = name }\nend\nreturn role { name = «"mine" }`,
    ["slug"],
    "value",
  ],
  [
    "the name given to a setter",
    `local p = {}\nlocal function set(k, v) p[k] = v end\nset("a", 1)\nset(«"b", 2)\nreturn p`,
    ["b"],
    "key",
  ],
  [
    "the value behind the name given to a setter",
    `local p = {}\nlocal function set(_, k, v) p[k] = v end\nset("x", "b", «"x")\nreturn p`,
    ["b"],
    "value",
  ],
  [
    "a name out of a list",
    `local p = {}\nfor _, name in ipairs { "a", «"b" } do p[name] = 1 end\nreturn p`,
    ["b"],
    "key",
  ],
  [
    "a word inside a text that was decoded",
    `local p = {}\nfor k, v in ([[a = x\n«long = y]]):gmatch("(%w+) = (%w+)") do p[k] = v end\nreturn p`,
    ["long"],
    "key",
  ],
  [
    "a computed key of a constructor",
    `local keys = { «"alpha" }\nreturn { [keys[1]] = 1 }`,
    ["alpha"],
    "key",
  ],
  [
    "an item behind one that was removed",
    `local l = { "a", "b", «5 }\ntable.remove(l, 1)\nreturn { l = l }`,
    ["l", 1],
    "value",
  ],
  [
    "an item of a sorted list",
    `local l = { "c", "a", «"b" }\ntable.sort(l)\nreturn { l = l }`,
    ["l", 1],
    "value",
  ],
  [
    "the call where a key was made up",
    `local p = {}\nlocal function set(k, v)\n  p[k:upper()] = v\nend\n«set("ab", 1)\nreturn p`,
    ["AB"],
    "key",
  ],
  [
    "a value that was changed on the way, at the change",
    `local r = {}\nfor k, v in pairs { a = 1 } do r[k] = «v * 2 end\nreturn r`,
    ["a"],
    "value",
  ],
  [
    "no loop's value behind a break",
    `local p = {}\nfor _, v in ipairs { true, false } do if v then break end end\nlocal on = true\np.flag = «on\nreturn p`,
    ["flag"],
    "value",
  ],
  [
    "a field that keeps its own value",
    `local p = { slug = «"a" }\np.slug = p.slug or "x"\nreturn p`,
    ["slug"],
    "value",
  ],
];

Deno.test("tracePlaces finds through generic code", async (t) => {
  for (const [criterion, marked, path, side] of ROWS) {
    await t.step(criterion, async () => {
      const program = programOf({ "main.lua": marked.replace("«", "") });
      const { value } = evaluate(program, OPTIONS);
      const finder = await tracePlaces(program, value, OPTIONS, evaluate);
      const place = finder.placeOf(path, side);
      const before = marked.split("«")[0]!.split("\n");
      assert.deepEqual(
        { line: place?.line, column: place?.column },
        { line: before.length, column: before.at(-1)!.length + 1 },
      );
    });
  }
});

Deno.test("tracePlaces lets no program name the functions that keep marks", async (t) => {
  for (
    const [criterion, source] of [
      ["by their names", "__trace_field({}, 'slug', 1)"],
      [
        "in the globals",
        "for k in pairs(_G) do assert(not k:find('trace')) end",
      ],
      ["by load", "load('return __trace_table')()(0, {})"],
      ["in the environment", "local x = _ENV.__trace_key(_ENV, 1, 2, 3)"],
    ] as const
  ) {
    await t.step(criterion, async () => {
      const text = `pcall(function() ${source} end)\nreturn { slug = "x" }`;
      const program = programOf({ "main.lua": text });
      const { value } = evaluate(program, OPTIONS);
      const finder = await tracePlaces(program, value, OPTIONS, evaluate);
      const place = finder.placeOf(["slug"]);
      assert.equal(place?.line, 2);
    });
  }
});

Deno.test("tracePlaces ends for a program that copies and calls without end in sight", async () => {
  const source =
    `local t = { a = 1 }\nfor i = 1, 2000 do local r = {} for k, v in pairs(t) do r[k] = v end t = r end\n` +
    `local function deep(n, k) if n == 0 then t[k] = n return end deep(n - 1, k) end\n` +
    `for i = 1, 500 do deep(50, "x" .. i) end\nreturn { slug = "x", role = t.a }`;
  const program = programOf({ "main.lua": source });
  const { value, steps } = evaluate(program, OPTIONS);
  let traced = 0;
  const finder = await tracePlaces(program, value, OPTIONS, (...given) => {
    const evaluation = evaluate(...given);
    traced = evaluation.steps;
    return evaluation;
  });
  assert.equal(finder.placeOf(["slug"], "key")?.line, 5);
  assert.ok(traced < steps * 8, `${traced} steps in place of ${steps}`);
});
