/** A program that fails. */
export type FailingProgram = readonly [
  broken: string,
  help: RegExp,
  /** What the fix makes of it, which evaluates; left out where nothing is sure. */
  mended?: string,
];

/** What people write in Lua that is another language, or unfinished. */
export const FAILING_PROGRAMS: readonly FailingProgram[] = [
  // Other languages' signs and words.
  [
    "local a = 1\nif a != 2 then a = 2 end\nreturn {}",
    /~=/,
    "local a = 1\nif a ~= 2 then a = 2 end\nreturn {}",
  ],
  ["local a = !true\nreturn {}", /`not`/, "local a = not true\nreturn {}"],
  [
    "local n = 1\nn += 2\nreturn { n = n }",
    /n = n \+/,
    "local n = 1\nn = n + 2\nreturn { n = n }",
  ],
  ["local n = 1\nn *= 2 + 3\nreturn { n = n }", /n = n \*/],
  [
    "local a = true && false\nreturn {}",
    /`and`/,
    "local a = true and false\nreturn {}",
  ],
  [
    "local a = true || false\nreturn {}",
    /`or`/,
    "local a = true or false\nreturn {}",
  ],
  ["return { a: 1 }", /`=`/, "return { a = 1 }"],
  ['return { "a": 1 }', /`=`/, "return { a = 1 }"],
  ['return { "a" = 1, b = 2 }', /without quotes/, "return { a = 1, b = 2 }"],
  ['return { "a-b" = 1 }', /in brackets/, 'return { ["a-b"] = 1 }'],
  [
    "local a = 1\nif a = 1 then a = 2 end\nreturn {}",
    /==/,
    "local a = 1\nif a == 1 then a = 2 end\nreturn {}",
  ],
  ["return { a = 1, // one\n}", /`--`/, "return { a = 1, -- one\n}"],
  [
    "# one\nlocal a = 1\nreturn { a = a, # two\n}",
    /`--`/,
    "# one\nlocal a = 1\nreturn { a = a, -- two\n}",
  ],
  ["const a = 1\nreturn { a = a }", /local a/, "local a = 1\nreturn { a = a }"],
  [
    "for i = 1, 2 do\n  if i == 1 then continue end\nend\nreturn {}",
    /goto continue/,
  ],
  [
    "local a = 1\nif a == 1 then a = 2\nelse if a == 2 then a = 3 end\nreturn { a = a }",
    /`elseif`/,
    "local a = 1\nif a == 1 then a = 2\nelseif a == 2 then a = 3 end\nreturn { a = a }",
  ],
  ["local a = true ? 1 : 2\nreturn {}", /and b or c/],
  ["local a = 1\nif a == 1 { a = 2 }\nreturn {}", /then … end/],
  ["local n = 1\nn++\nreturn {}", /n = n \+ 1/],
  ["local a := 1\nreturn { a = a }", /`=`/, "local a = 1\nreturn { a = a }"],
  ["return { a => 1 }", /`=`/, "return { a = 1 }"],
  ["try {\n  local a = 1\n}\nreturn {}", /pcall/],
  ["return { a = `x-${1}` }", /`\.\.`/],
  // Names and values of other languages.
  ["return { end = 1 }", /\["end"\]/, 'return { ["end"] = 1 }'],
  ["return { a-b = 1 }", /`a_b`, or `\["a-b"\]`/],
  [
    'return { a.b = "x", c = 1 }',
    /`a = \{ b = … \}`/,
    'return { a = { b = "x" }, c = 1 }',
  ],
  ["return { a.b.c = f() }", /`a = \{ b = \{ c = … \} \}`/],
  [
    'return { a = ["x", "y"] }',
    /in braces/,
    'return { a = {"x", "y"} }',
  ],
  ["return { a = [\n1 ] }", /in braces/],
  ["return { a = 200k }", /200000/, "return { a = 200000 }"],
  ["return { a = 1_000 }", /1000/, "return { a = 1000 }"],
  ["return { a = 3x }", /digits only/],
  ["return { a = 50% }", /a ratio, 0\.5/],
  ["return { a = 'it's mine' }", /`\\'` inside it, or put it in `"`/],
  ["{ a = 1 }", /`return`/, "return { a = 1 }"],
  ['{ "a": 1 }', /this is JSON/],
  // What is missing at the end of a line.
  ["local a =\nreturn {}", /behind this `=`/],
  ["return { a = f(1,\n}", /a `\)` is missing/],
  ["return { a = “x” }", /straight quotes/, 'return { a = "x" }'],
  ["return { a = 1，b = 2 }", /full-width/, "return { a = 1,b = 2 }"],
  ['return { a = "lib\\skills" }', /twice/, 'return { a = "lib/skills" }'],
  [
    "return {\n  a = 1\n  b = 2,\n}",
    /comma is missing/,
    "return {\n  a = 1,\n  b = 2,\n}",
  ],
  ["return {}\nlocal a = 1", /ends the file/],
  [
    "local function f()\n  return 1\n\nreturn { a = f }",
    /`function` on line 1/,
  ],
  ["return { a = 1,, b = 2 }", /comma too many/, "return { a = 1, b = 2 }"],
  ["local a =\nreturn {}", /value is missing/],
  // Names of other Luas and of other languages.
  [
    "return { a = unpack({ 1 }) }",
    /table\.unpack/,
    "return { a = table.unpack({ 1 }) }",
  ],
  ["local t = {}\nsetfenv(t, {})\nreturn t", /_ENV/],
  ["local n = table.getn({})\nreturn {}", /#t/],
  ["local a = math.pow(2, 3)\nreturn {}", /x \^ y/],
  ["local a = bit32.band(1, 2)\nreturn {}", /operators/],
  ["local s = (' a '):trim()\nreturn {}", /match/],
  ["module(...)\nreturn {}", /local M = \{\}/],
  [
    "for x in { 1, 2 } do end\nreturn {}",
    /ipairs/,
    "for _, x in ipairs({ 1, 2 }) do end\nreturn {}",
  ],
  // Host functions.
  [
    'local models = require("insomnia.models")\nreturn { a = models.catlog("codex-oauth/gpt-5.5") }',
    /`catalog`/,
    'local models = require("insomnia.models")\nreturn { a = models.catalog("codex-oauth/gpt-5.5") }',
  ],
  [
    'local compact = require("insomnia.compact")\nreturn { a = compact:preset("frugal") }',
    /with a dot/,
    'local compact = require("insomnia.compact")\nreturn { a = compact.preset("frugal") }',
  ],
  [
    "return { a = scope.workspace_read() }",
    /insomnia\.scope/,
    'local scope = require("insomnia.scope")\nreturn { a = scope.workspace_read() }',
  ],
  [
    'local compact = require("insomnia.compact")\nreturn { a = compact.preset("frugl") }',
    /`frugal`/,
    'local compact = require("insomnia.compact")\nreturn { a = compact.preset("frugal") }',
  ],
  [
    'local compact = require("insomnia.compact")\nreturn { a = compact.ratio { threshold = 85 } }',
    /0\.85/,
    'local compact = require("insomnia.compact")\nreturn { a = compact.ratio { threshold = 0.85 } }',
  ],
  [
    'local m = require("models")\nreturn { m = m.refs() }',
    /`insomnia\.models`/,
    'local m = require("insomnia.models")\nreturn { m = m.refs() }',
  ],
  [
    "local count = {}\nreturn { a = cuont.x }",
    /`count`/,
    "local count = {}\nreturn { a = count.x }",
  ],
  ['error { message = "no tier" }', /^$/],
  // Statements and declarations of other languages.
  ["local function f(x) {\n  return x\n}\nreturn {}", /without braces/],
  ["local function f(n = 3) return n end\nreturn {}", /`n = n or …`/],
  ["local function f(n: number) return n end\nreturn {}", /no types/],
  ["local function f() -> number return 1 end\nreturn {}", /no types/],
  [
    "local T = {}\nlocal function T:go() end\nreturn {}",
    /never local/,
    "local T = {}\nfunction T:go() end\nreturn {}",
  ],
  ["local end = 3\nreturn {}", /`end` is a word of Lua/],
  ["local [a, b] = f()\nreturn {}", /without brackets/],
  ['import x from "y"\nreturn {}', /require\("name"\)/],
  ["class Role {\n}\nreturn {}", /no classes/],
  ["local n = 1\nunless n == 1 do n = 2 end\nreturn {}", /if not/],
  [
    "local a, b = 1, 2\nif a <> b then a = b end\nreturn {}",
    /`~=`/,
    "local a, b = 1, 2\nif a ~= b then a = b end\nreturn {}",
  ],
  [
    "local a, b = 1, 2\nif a === b then a = 3 end\nreturn {}",
    /`==`/,
    "local a, b = 1, 2\nif a == b then a = 3 end\nreturn {}",
  ],
  [
    "local a, b = 1, 2\nif a !== b then a = 3 end\nreturn {}",
    /`~=`/,
    "local a, b = 1, 2\nif a ~= b then a = 3 end\nreturn {}",
  ],
  // Other formats.
  ['model: codex-oauth/gpt-5.5\nslug: "x"\n', /`=`/],
  ['slug = "x"\n[worker]\nmax_turns = 3\n', /this is TOML/],
  ['return { a = ("x", "y") }', /in braces/],
  ["return { a = [[x,\n}\n", /no `\]\]`/],
  ["return { a = 1 },\n", /leave it out/],
  // Signs of other keyboards.
  [
    "return { m\u043Edel = 1 }",
    /only looks like `o` \(U\+043E\)/,
    "return { model = 1 }",
  ],
  ["return { größe = 1 }", /U\+00F6 stands in quotes/],
  ["\u2013\u2013 a role\nreturn {}", /typographic dash/],
  ["local n = 5 \u2212 3\nreturn {}", /`-`/, "local n = 5 - 3\nreturn {}"],
  [
    "local f = function(...) return { \u2026 } end\nreturn {}",
    /`\.\.\.`/,
    "local f = function(...) return { ... } end\nreturn {}",
  ],
  [
    "local a, b = 1, 2\nif a \u2264 b then a = 3 end\nreturn {}",
    /`<=`/,
    "local a, b = 1, 2\nif a <= b then a = 3 end\nreturn {}",
  ],
  ["return { a = \u203Ax\u2039 }", /straight quotes/],
  [
    "return { a = \u2033x\u2033 }",
    /straight quotes/,
    'return { a = "x" }',
  ],
  // Values of the wrong kind.
  ['local t = {}\nreturn { a = "x" .. t }', /table\.concat\(t, ", "\)/],
  ['local on = true\nreturn { a = "x" .. on }', /tostring\(on\)/],
  ['local n\nreturn { a = "x" .. n }', /`n` is nil here/],
  ['local n = 3\nif n > "2" then n = 2 end\nreturn {}', /both as numbers/],
  [
    "local T = {}\nfunction T:set(k) self[k] = 1 end\nT.set('a')\nreturn {}",
    /with a colon/,
  ],
  // Host functions.
  [
    'local compact = require("insomnia.compact")\nreturn { a = compact("frugal") }',
    /call `compact\.preset` or/,
  ],
  [
    'local web = require("insomnia.web")\nreturn { a = web.brave("KEY") }',
    /called as `web\.brave \{ api_key_env = /,
  ],
  [
    'local reasoning = require("insomnia.reasoning")\nreturn { a = reasoning.budget("8k") }',
    /`8000`/,
    'local reasoning = require("insomnia.reasoning")\nreturn { a = reasoning.budget(8000) }',
  ],
  ["return profile.new { a = 1 }", /called itself, as `profile \{ … \}`/],
  // Names of other programs and libraries.
  ["return { a = vim.fn.getcwd() }", /belongs to Neovim/],
  [
    'local s = "x"\nif s:startswith("x") then s = "" end\nreturn {}',
    /text:sub/,
  ],
  ['local bit = require("bit")\nreturn {}', /operators/],
  ['local json = require("cjson")\nreturn {}', /write a Lua table/],
  ['local m = require("../shared")\nreturn {}', /only from the folder/],
  [
    "local T = {}\nfunction T.make() return {} end\nlocal x = T.mkae()\nreturn {}",
    /`make`/,
    "local T = {}\nfunction T.make() return {} end\nlocal x = T.make()\nreturn {}",
  ],
  ["local t = {}\nlocal n = t.length()\nreturn {}", /`#list`/],
  [
    'local s = require("insomnia").secret.env("A")\nreturn {}',
    /`secrets`/,
    'local s = require("insomnia").secrets.env("A")\nreturn {}',
  ],
  ['local s = "a"\ns .= "b"\nreturn {}', /`s = s \.\. …`/],
  ["return { a = { b = 1 ) }", /write `\}`: it closes the `\{` on line 1/],
  // What is returned.
  [
    "local config = { a = 1 }\nreturn cofnig",
    /did you mean `config`/,
    "local config = { a = 1 }\nreturn config",
  ],
];
