/** What to write for a name that is not in the Lua of a profile. */
export interface ElsewhereName {
  readonly help: string;
  /** The name that does the same. */
  readonly rename?: string;
}

const ENVIRONMENTS =
  "it is of Lua 5.1; this is Lua 5.4, where a function's globals are `_ENV`: write `local _ENV = { … }` in it, or pass a table";
const BITS =
  "it is of another Lua; this is Lua 5.4, which has the operators `&`, `|`, `~`, `<<` and `>>`";
const LOOPS = "it is of Lua 5.1; write `for key, value in pairs(t) do … end`";
const NOTHING = "the value for nothing is `nil` in Lua";

const WRITES: ElsewhereName = {
  help: "it is called `scope.workspace_write`",
  rename: "scope.workspace_write",
};
const READS: ElsewhereName = {
  help: "it is called `scope.workspace_read`",
  rename: "scope.workspace_read",
};

function ofProgram(program: string): ElsewhereName {
  return {
    help:
      `it belongs to ${program}; a profile has Lua's own library and \`require("insomnia")\``,
  };
}

function ofData(format: string): ElsewhereName {
  return {
    help:
      `nothing here reads ${format}: write a Lua table, or put a library in Lua beside the profile`,
  };
}

function ofWorld(what: string): ElsewhereName {
  return { help: `a profile has no ${what}: leave it out` };
}

function ofLibrary(): ElsewhereName {
  return {
    help:
      "only what stands beside the profile is there: put its `.lua` file there",
  };
}

/** A row for each name. */
function each(
  names: Readonly<Record<string, string>>,
  row: (of: string) => ElsewhereName,
): Readonly<Record<string, ElsewhereName>> {
  return Object.fromEntries(
    Object.entries(names).map(([name, of]) => [name, row(of)]),
  );
}

const BEGINS = "Lua has none: write `text:sub(1, #start) == start`";
const ENDS = "Lua has none: write `text:sub(-#ending) == ending`";
const HAS = "Lua has none: write `text:find(part, 1, true)`";

/** Globals, by name, and fields of Lua's libraries, by `library.name`. */
export const NAMES_OF_ELSEWHERE: Readonly<Record<string, ElsewhereName>> = {
  // Lua 5.1, LuaJIT and Lua 5.2.
  unpack: {
    help: "it is of Lua 5.1; this is Lua 5.4: write `table.unpack`",
    rename: "table.unpack",
  },
  setfenv: { help: ENVIRONMENTS },
  getfenv: { help: ENVIRONMENTS },
  module: {
    help:
      "it is of Lua 5.1; a module of Lua 5.4 is `local M = {}`, fields of `M`, and `return M` at the end",
  },
  bit32: { help: BITS },
  bit: { help: BITS },
  jit: { help: "it is of LuaJIT; this is Lua 5.4: leave it out" },
  ffi: { help: "it is of LuaJIT; this is Lua 5.4: leave it out" },
  newproxy: { help: "it is of Lua 5.1; write `setmetatable({}, …)`" },
  gcinfo: { help: "it is of Lua 5.0: leave it out" },
  "table.getn": { help: "it is of Lua 5.0; write `#t`" },
  "table.setn": { help: "it is of Lua 5.0: leave it out" },
  "table.maxn": { help: "it is of Lua 5.1; write `#t`" },
  "table.foreach": { help: LOOPS },
  "table.foreachi": {
    help: "it is of Lua 5.1; write `for index, value in ipairs(t) do … end`",
  },
  "math.pow": { help: "it is of Lua 5.1; write `x ^ y`" },
  "math.mod": {
    help: "it is of Lua 5.0; write `math.fmod`, or the operator `%`",
    rename: "math.fmod",
  },
  "math.log10": { help: "it is of Lua 5.1; write `math.log(x, 10)`" },
  "math.ldexp": { help: "it is of Lua 5.2; write `x * 2.0 ^ n`" },
  "math.cosh": { help: "it is of Lua 5.2 and is gone from Lua 5.4" },
  "math.sinh": { help: "it is of Lua 5.2 and is gone from Lua 5.4" },
  "math.round": { help: "Lua has none: write `math.floor(x + 0.5)`" },
  "string.gfind": {
    help: "it is of Lua 5.0; write `string.gmatch`",
    rename: "string.gmatch",
  },
  "string.split": {
    help: 'Lua has none: write `for part in text:gmatch("[^,]+") do … end`',
  },
  "string.trim": {
    help: 'Lua has none: write `text:match("^%s*(.-)%s*$")`',
  },
  "string.startswith": { help: BEGINS },
  "string.starts_with": { help: BEGINS },
  "string.startsWith": { help: BEGINS },
  "string.endswith": { help: ENDS },
  "string.ends_with": { help: ENDS },
  "string.endsWith": { help: ENDS },
  "string.contains": { help: HAS },
  "string.includes": { help: HAS },
  "string.replace": {
    help: "it is called `gsub` in Lua, and takes a pattern",
    rename: "string.gsub",
  },
  "string.strip": {
    help: 'Lua has none: write `text:match("^%s*(.-)%s*$")`',
  },
  "string.join": {
    help: 'it is called `table.concat` in Lua: `table.concat(list, ", ")`',
  },
  "string.toupper": { help: "it is called `upper`", rename: "string.upper" },
  "string.tolower": { help: "it is called `lower`", rename: "string.lower" },
  "string.length": { help: "Lua writes `#text`" },
  "table.join": {
    help: "it is called `table.concat` in Lua",
    rename: "table.concat",
  },
  "table.length": { help: "Lua writes `#list`" },
  "table.push": {
    help: "it is called `table.insert` in Lua",
    rename: "table.insert",
  },
  "table.append": {
    help: "it is called `table.insert` in Lua",
    rename: "table.insert",
  },
  "table.keys": {
    help: "Lua has none: write a loop, `for key in pairs(t) do … end`",
  },
  "table.map": { help: "Lua has none: write a loop over the list" },
  "table.filter": { help: "Lua has none: write a loop over the list" },
  "table.clone": {
    help:
      "Lua has none: write a loop, `for k, v in pairs(t) do copy[k] = v end`",
  },
  "table.contains": { help: "Lua has none: write a loop over the table" },
  "table.copy": {
    help:
      "Lua has none: write a loop, `for k, v in pairs(t) do copy[k] = v end`",
  },
  "table.merge": {
    help:
      "Lua has none: write a loop, `for k, v in pairs(more) do t[k] = v end`",
  },
  // What people call the two scopes.
  "scope.workspace_rw": WRITES,
  "scope.read_write": WRITES,
  "scope.write": WRITES,
  "scope.workspace": WRITES,
  "scope.read_only": READS,
  "scope.readonly": READS,
  "scope.read": READS,
  // Other languages.
  null: { help: NOTHING, rename: "nil" },
  None: { help: NOTHING, rename: "nil" },
  undefined: { help: NOTHING, rename: "nil" },
  NULL: { help: NOTHING, rename: "nil" },
  True: { help: "Lua writes `true`", rename: "true" },
  False: { help: "Lua writes `false`", rename: "false" },
  len: { help: "Lua writes `#x`" },
  str: { help: "Lua writes `tostring(x)`", rename: "tostring" },
  int: { help: "Lua writes `math.tointeger(x)` or `math.floor(x)`" },
  float: { help: "Lua writes `tonumber(x)`", rename: "tonumber" },
  range: { help: "Lua writes `for i = 1, n do … end`" },
  append: { help: "Lua writes `table.insert(list, item)`" },
  console: { help: "Lua writes `print(…)`" },
  echo: { help: "Lua writes `print(…)`", rename: "print" },
  printf: { help: "Lua writes `print(string.format(…))`" },
  throw: { help: "Lua writes `error(…)`", rename: "error" },
  raise: { help: "Lua writes `error(…)`", rename: "error" },
  import: {
    help:
      'a module is loaded with `require("name")`, a profile with `profile.import("builtin:default")`',
  },
  include: {
    help:
      'a module is loaded with `require("name")`, a profile with `profile.import("builtin:default")`',
  },
  Array: { help: 'a list is written `{ "a", "b" }`' },
  JSON: { help: "a profile has no JSON: write a Lua table" },
  json: { help: "a profile has no JSON: write a Lua table" },
  ...each(
    { love: "LÖVE", wezterm: "WezTerm", awesome: "awesome", redis: "Redis" },
    ofProgram,
  ),
  ...each({ vim: "Neovim", ngx: "nginx", hs: "Hammerspoon" }, ofProgram),
  ...each({ kong: "Kong", pandoc: "pandoc", game: "Roblox" }, ofProgram),
  // Libraries, by the names they are required by.
  ...each({ cjson: "JSON", dkjson: "JSON", lunajson: "JSON" }, ofData),
  ...each({ lyaml: "YAML", yaml: "YAML", toml: "TOML" }, ofData),
  ...each({ lfs: "files", socket: "networks", posix: "files" }, ofWorld),
  ...each({ ["ssl.https"]: "networks", luv: "files" }, ofWorld),
  ...each({ inspect: "", penlight: "", middleclass: "", lpeg: "" }, ofLibrary),
};
