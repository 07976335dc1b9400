/** A library that people bring along, and what shows that it works. */
export interface LuaLibrary {
  readonly name: string;
  /** Its Debian package; without one it is looked for in a folder. */
  readonly debian?: string;
  /** Where its source is kept, for who brings that folder. */
  readonly source: string;
  /** Its files, as modules: the name to require, and the path in the folder. */
  readonly modules: Readonly<Record<string, string>>;
  /** Lua that gives a table, and that table. */
  readonly usage: string;
  readonly wanted: unknown;
  /** Calls that cannot work here, and what is said of each. */
  readonly refused?: Readonly<Record<string, RegExp>>;
}

const RANDOM = /`math\.random` is not available in a profile/;
const LOAD = /`load` is not available in a profile/;

export const LUA_LIBRARIES: readonly LuaLibrary[] = [
  {
    name: "middleclass",
    source: "kikito/middleclass",
    modules: { middleclass: "middleclass.lua" },
    usage: `local class = require("middleclass")
      local Animal = class("Animal")
      function Animal:initialize(name) self.name = name end
      function Animal:__tostring() return "animal " .. self.name end
      local Dog = class("Dog", Animal)
      return { tostring(Dog:new("rex")), tostring(Dog), Dog:isSubclassOf(Animal) }`,
    wanted: ["animal rex", "class Dog", true],
  },
  {
    name: "30log",
    source: "Yonaba/30log",
    // A module's name begins with a letter.
    modules: { log30: "30log.lua" },
    usage: `local Window = require("log30")("Window", { width = 100 })
      function Window:init(height) self.height = height end
      local Frame = Window:extend("Frame")
      local frame = Frame(7)
      return { frame.width, frame.height, Frame:subclassOf(Window) }`,
    wanted: [100, 7, true],
  },
  {
    name: "classic",
    source: "rxi/classic",
    modules: { classic: "classic.lua" },
    usage: `local Point = require("classic"):extend()
      function Point:new(x) self.x = x end
      function Point.__add(a, b) return Point(a.x + b.x) end
      return { (Point(1) + Point(2)).x, Point(1):is(Point) }`,
    wanted: [3, true],
  },
  {
    name: "inspect",
    debian: "lua-inspect",
    source: "kikito/inspect.lua",
    modules: { inspect: "inspect.lua" },
    usage: `return { require("inspect")({ 1, a = { b = "c" }, f = print }) }`,
    wanted: ['{ 1,\n  a = {\n    b = "c"\n  },\n  f = <function 1>\n}'],
  },
  {
    name: "serpent",
    source: "pkulchenko/serpent",
    modules: { serpent: "src/serpent.lua" },
    usage: `local serpent = require("serpent")
      return { serpent.line({ 1, a = { x = true } }, { comment = false }) }`,
    wanted: ["{1, a = {x = true}}"],
    refused: { "require('serpent').load('{1}')": LOAD },
  },
  {
    name: "json.lua",
    source: "rxi/json.lua",
    modules: { json: "json.lua" },
    usage: `local json = require("json")
      return { json.encode({ 1, { x = "y\\n" } }), json.decode('{"a":[1,{"b":null}]}').a[1],
        select(2, pcall(json.decode, "{")):match("expected.*") }`,
    wanted: ['[1,{"x":"y\\n"}]', 1, "expected string for key at line 1 col 2"],
  },
  {
    name: "dkjson",
    debian: "lua-dkjson",
    source: "LuaDist/dkjson",
    modules: { dkjson: "dkjson.lua" },
    usage: `local json = require("dkjson")
      local value, _, problem = json.decode("[1,")
      return { json.encode({ a = { 1, 2 } }), json.decode('{"a":[1.5]}').a[1], problem }`,
    wanted: ['{"a":[1,2]}', 1.5, "unterminated array at line 1, column 1"],
  },
  {
    name: "lume",
    source: "rxi/lume",
    modules: { lume: "lume.lua" },
    usage: `local lume = require("lume")
      return { lume.serialize({ 1, 2 }), lume.round(2.5), lume.map({ 1, 2 }, function(x) return 2 * x end),
        lume.format("{1} {b}", { 7, b = 8 }), lume.split("a b") }`,
    wanted: ["{[1]=1,[2]=2}", 3, [2, 4], "7 8", ["a", "b"]],
    refused: {
      "require('lume').uuid()": RANDOM,
      "require('lume').shuffle({ 1, 2 })": RANDOM,
      "require('lume').lambda('x -> x')": LOAD,
    },
  },
  {
    name: "Moses",
    debian: "lua-moses",
    source: "Yonaba/Moses",
    modules: { moses: "moses.lua" },
    // It takes the clock when it is loaded.
    usage: "return {}",
    wanted: {},
    refused: { "require('moses')": /`os` is not available in a profile/ },
  },
  {
    name: "luafun",
    source: "luafun/luafun",
    modules: { fun: "fun.lua" },
    usage: `local fun = require("fun")
      return { fun.range(10):filter(function(x) return x % 2 == 0 end):sum(),
        fun.zip({ 1, 2 }, { "a", "b" }):foldl(function(text, n, c) return text .. n .. c end, "") }`,
    wanted: [30, "1a2b"],
    refused: { "require('fun').rands(1):take(1):totable()": RANDOM },
  },
  {
    name: "tableshape",
    source: "leafo/tableshape",
    modules: { tableshape: "tableshape/init.lua" },
    usage: `local types = require("tableshape").types
      local shape = types.shape({ name = types.string, n = types.number:is_optional() })
      return { shape({ name = "x" }), select(2, shape({ name = 1 })) }`,
    wanted: [true, 'field "name": expected type "string", got "number"'],
  },
  {
    name: "i18n",
    source: "kikito/i18n.lua",
    modules: Object.fromEntries(
      ["init", "interpolate", "plural", "variants", "version"].map((
        file,
      ) => [file === "init" ? "i18n" : `i18n.${file}`, `i18n/${file}.lua`]),
    ),
    usage: `local i18n = require("i18n")
      i18n.set("en.hello", "Hello %{name}")
      i18n.set("en.count", { one = "one", other = "%{count} others" })
      return { i18n("hello", { name = "Bo" }), i18n("count", { count = 3 }) }`,
    wanted: ["Hello Bo", "3 others"],
  },
  {
    name: "lustache",
    source: "Olivine-Labs/lustache",
    modules: {
      "lustache": "src/lustache.lua",
      "lustache.context": "src/lustache/context.lua",
      "lustache.renderer": "src/lustache/renderer.lua",
      "lustache.scanner": "src/lustache/scanner.lua",
    },
    usage:
      `return { require("lustache"):render("{{#a}}<{{x}}>{{/a}}", { a = { { x = 1 }, { x = "&" } } }) }`,
    wanted: ["<1><&amp;>"],
  },
  {
    name: "semver",
    source: "kikito/semver.lua",
    modules: { semver: "semver.lua" },
    usage: `local v = require("semver")
      return { tostring(v("1.2.3"):nextMinor()), v("1.2.3") < v("1.10.0") }`,
    wanted: ["1.3.0", true],
  },
  {
    name: "Penlight",
    debian: "lua-penlight",
    source: "lunarmodules/Penlight",
    modules: Object.fromEntries(
      ("class compat lexer luabalanced operator sip stringio strict types url " +
        "utils").split(" ").map((name) => [`pl.${name}`, `pl/${name}.lua`]),
    ),
    usage: `local class = require("pl.class")
      local A = class() function A:_init(x) self.x = x end
      local B = class(A)
      return { B(3).x, B:class_of(B(1)), require("pl.operator").add(1, 2),
        require("pl.stringio").open("a\\nb"):read(), require("pl.url").quote("a b") }`,
    wanted: [3, true, 3, "a", "a%20b"],
    refused: {
      // These look at files, at the loader or at the inside of the program.
      "require('pl.utils')": /`package.searchpath` is not available/,
      "require('pl.sip').compile('$v')": /`loadstring` is not available/,
      "require('pl.strict')": /Lua's `debug` library is not available/,
    },
  },
];
